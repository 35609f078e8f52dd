"""What a list of suppliers and customers holds, by the headings that shops' systems give its columns."""

from functools import partial

from jxc_desktop.services.migrate_in.import_forms import FAULT_COLUMNS, ImportField, ImportForm, ImportKind
from jxc_desktop.services.migrate_in.partner_cells import roles_of, whole_number
from jxc_desktop.services.migrate_in.product_cells import is_active, plain_text
from jxc_desktop.services.partners.partner import (
    LONGEST_ADDRESS,
    LONGEST_CONTACT,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_PHONE,
    LONGEST_TAX_NUMBER,
)
from jxc_desktop.services.words import _

SUPPLIER_NAMES = (
    "供应商名称",
    "供应商",
    "供货商名称",
    "供货商",
    "厂商名称",
    "supplier name",
    "supplier",
    "vendor name",
)
CUSTOMER_NAMES = ("客户名称", "客户", "客户姓名", "customer name", "customer")

_FIELDS = (
    ImportField(
        "name",
        (
            *("名称", "往来单位", "单位名称", "往来单位名称", *SUPPLIER_NAMES, *CUSTOMER_NAMES, "公司名称", "公司"),
            *("name", "company", "company name"),
        ),
        lambda: _("名称"),
        lambda: _("最多 120 个字；同名的就是同一家"),
        ("城南批发部", "幸福小学食堂"),
        required=True,
        read=partial(plain_text, most=LONGEST_NAME),
    ),
    ImportField(
        "role",
        ("类型", "往来类型", "单位类型", "往来性质", "性质", "type", "partner type", "kind"),
        lambda: _("类型"),
        lambda: _("供应商、客户，或两样都写"),
        ("供应商", "客户"),
        read=roles_of,
    ),
    ImportField(
        "contact",
        ("联系人", "联系人姓名", "负责人", "contact", "contact person", "contact name"),
        lambda: _("联系人"),
        lambda: _("最多 60 个字"),
        ("王师傅", "李老师"),
        read=partial(plain_text, most=LONGEST_CONTACT),
    ),
    ImportField(
        "phone",
        ("电话", "手机", "手机号码", "手机号", "联系电话", "电话号码", "phone", "phone number", "mobile", "tel"),
        lambda: _("电话"),
        lambda: _("存成文本，开头的 0 才不会丢"),
        ("13800000000", "010-62220000"),
        read=partial(whole_number, most=LONGEST_PHONE),
        whole_at=11,
    ),
    ImportField(
        "address",
        ("地址", "联系地址", "单位地址", "详细地址", "送货地址", "address", "address 1", "address1"),
        lambda: _("地址"),
        lambda: _("最多 200 个字"),
        ("城南路 12 号", ""),
        read=partial(plain_text, most=LONGEST_ADDRESS),
    ),
    ImportField(
        "tax_number",
        (
            *("税号", "纳税人识别号", "统一社会信用代码", "信用代码", "税务登记号", "纳税识别号"),
            *("tax number", "tax id", "tax no", "vat number"),
        ),
        lambda: _("税号"),
        lambda: _("存成文本，后几位才不会丢"),
        ("91110000MA00000000", ""),
        read=partial(whole_number, most=LONGEST_TAX_NUMBER),
        whole_at=15,
    ),
    ImportField(
        "note",
        ("备注", "说明", "摘要", "note", "notes", "comments", "remark", "remarks"),
        lambda: _("备注"),
        lambda: _("最多 500 个字"),
        ("每周二送货", ""),
        read=partial(plain_text, most=LONGEST_NOTE),
    ),
    ImportField(
        "is_active",
        ("状态", "启用状态", "是否启用", "启用", "status", "active"),
        lambda: _("状态"),
        lambda: _("正常 或 停用"),
        read=is_active,
    ),
)

# What is owed is not taken in: the file does not say for what.
BALANCES = {
    **dict.fromkeys(("期初应付", "应付余额", "应付款", "期初应付款", "应付账款"), "supplier"),
    **dict.fromkeys(("期初应收", "应收余额", "应收款", "期初应收款", "应收账款"), "customer"),
    **dict.fromkeys(("期初余额", "期初欠款", "欠款", "余额", "balance", "opening balance"), ""),
}

PARTNER_FORM = ImportForm(
    ImportKind.PARTNERS,
    lambda: _("往来单位表"),
    _FIELDS,
    left_out=frozenset(("序号", "行号", "排序", *FAULT_COLUMNS)),
)
