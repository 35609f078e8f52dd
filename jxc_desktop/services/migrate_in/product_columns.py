"""What a goods list holds, by the headings that shops' systems give its columns."""

from functools import partial

from jxc_desktop.services.migrate_in.import_forms import FAULT_COLUMNS, ImportField, ImportForm, ImportKind
from jxc_desktop.services.migrate_in.product_cells import (
    LONGEST_UNIT,
    barcodes,
    category_path,
    is_active,
    is_weighed,
    own_code,
    pack_size,
    plain_text,
    price,
    price_or_none,
    tax_rate,
)
from jxc_desktop.services.words import _

# Of two headings a list may have for the same thing, the one that stands first here counts.
_FIELDS = (
    ImportField(
        "name",
        (
            *("商品名称", "品名", "名称", "商品名", "产品名称", "货品名称", "商品全名", "商品标题"),
            *("name", "product name", "item name", "goods name", "title"),
        ),
        lambda: _("商品名称"),
        lambda: _("最多 120 个字"),
        ("农夫山泉 550ml", "散装花生"),
        required=True,
        read=partial(plain_text, most=120),
    ),
    # 自编码 first: beside it, 货号 is what stands on the goods.
    ImportField(
        "code",
        (
            *("自编码", "货号", "商品编码", "商品编号", "商品货号", "商品代码", "产品编码", "内部编码", "编码", "编号"),
            *("own code", "code", "product code", "item code", "sku", "internal reference", "variant sku", "sku编码"),
        ),
        lambda: _("货号"),
        lambda: _("店里自己的编号；没有就空着，会自动编"),
        ("0001", "0002"),
        read=own_code,
        whole_at=13,
    ),
    ImportField(
        "barcode",
        (
            *("条码", "商品条码", "条形码", "商品条形码", "国际条码", "主条码", "基本条码", "barcode", "bar code"),
            *("ean", "ean13", "upc", "gtin", "upc/ean/isbn", "variant barcode", "货号"),
        ),
        lambda: _("条码"),
        lambda: _("存成文本，开头的 0 才不会丢；几个条码用逗号隔开"),
        ("6921168509256", ""),
        read=barcodes,
        whole_at=13,
    ),
    ImportField(
        "category",
        (
            *("分类", "类别", "商品分类", "商品类别", "分类名称", "类别名称", "所属分类", "品类"),
            *("category", "category name", "product category", "type"),
        ),
        lambda: _("类别"),
        lambda: _("上下级用 / 隔开；没有的类别会建"),
        ("食品/饮料", "食品/炒货"),
        read=category_path,
    ),
    ImportField(
        "unit",
        (
            *("单位", "基本单位", "计量单位", "销售单位", "库存单位", "商品单位", "主单位", "小单位"),
            *("unit", "uom", "unit of measure"),
        ),
        lambda: _("单位"),
        lambda: _("卖的时候数的单位；空着就是 个"),
        ("瓶", "kg"),
        read=partial(plain_text, most=LONGEST_UNIT),
    ),
    ImportField(
        "spec",
        ("规格", "规格型号", "商品规格", "型号规格", "spec", "specification"),
        lambda: _("规格"),
        lambda: _("最多 80 个字"),
        ("550ml", ""),
        read=partial(plain_text, most=80),
    ),
    ImportField(
        "brand",
        ("品牌", "品牌名称", "商品品牌", "brand"),
        lambda: _("品牌"),
        lambda: _("最多 60 个字"),
        ("农夫山泉", ""),
        read=partial(plain_text, most=60),
    ),
    ImportField(
        "reference_cost",
        (
            *("进价", "进货价", "采购价", "成本", "成本价", "进货单价", "采购单价", "参考进价", "最近进价"),
            *("cost", "cost price", "buy price", "purchase price", "unit cost", "cost per item"),
        ),
        lambda: _("进价"),
        lambda: _("元，最多 4 位小数"),
        ("1.10", "9.60"),
        read=price,
    ),
    ImportField(
        "retail_price",
        (
            *("零售价", "售价", "销售价", "标准售价", "零售单价", "销售单价", "零售价格", "销售价格", "单价", "价格"),
            *("price", "retail", "retail price", "selling price", "sales price", "sale price"),
            *("unit price", "variant price"),
        ),
        lambda: _("零售价"),
        lambda: _("元；空着就是 0"),
        ("2.00", "15.80"),
        read=price,
    ),
    ImportField(
        "member_price",
        ("会员价", "会员售价", "会员价格", "vip价", "member price", "member", "vip price"),
        lambda: _("会员价"),
        lambda: _("元；0 或空着就是没有"),
        ("1.80", ""),
        read=price_or_none,
    ),
    # Where a list has 零售价 too, 销售价 is what other dealers pay.
    ImportField(
        "wholesale_price",
        ("批发价", "批发单价", "批发价格", "wholesale price", "wholesale", "销售价"),
        lambda: _("批发价"),
        lambda: _("元；0 或空着就是没有"),
        read=price_or_none,
    ),
    ImportField(
        "lowest_price",
        ("最低售价", "最低价", "最低销售价", "最低零售价", "min price", "lowest price", "lowest", "minimum price"),
        lambda: _("最低售价"),
        lambda: _("元；0 或空着就是没有"),
        read=price_or_none,
    ),
    ImportField(
        "initials",
        ("助记码", "拼音码", "拼音简码", "简码", "速记码", "拼音", "首字母", "mnemonic", "pinyin code", "pinyin"),
        lambda: _("助记码"),
        lambda: _("空着就用名称的拼音首字母"),
        read=lambda cell: plain_text(cell, most=60).lower(),
    ),
    ImportField(
        "tax_rate",
        ("销项税", "销项税率", "销项稅", "税率", "增值税率", "vat out", "tax rate", "vat rate"),
        lambda: _("税率"),
        lambda: _("13%、9%、6%、3%、1%、0、免税"),
        read=tax_rate,
    ),
    ImportField(
        "is_weighed",
        ("计价方式", "计量方式", "称重", "是否称重", "是否计重", "sale mode", "sold by weight", "weighed"),
        lambda: _("计价方式"),
        lambda: _("计件 或 计重"),
        ("计件", "计重"),
        read=is_weighed,
    ),
    ImportField(
        "is_active",
        (
            *("状态", "商品状态", "销售状态", "启用状态", "是否启用", "启用", "商品上架", "上架"),
            *("status", "active", "available for sale"),
        ),
        lambda: _("状态"),
        lambda: _("正常 或 停用"),
        read=is_active,
    ),
    ImportField(
        "pack_unit",
        ("副单位", "辅助单位", "大单位", "箱单位", "包装单位", "pack unit"),
        lambda: _("副单位"),
        lambda: _("整箱、整包的单位，要和比例一起写"),
        ("箱", ""),
        read=partial(plain_text, most=LONGEST_UNIT),
    ),
    ImportField(
        "pack_size",
        ("比例", "换算比例", "换算率", "换算关系", "单位换算", "副单位比例", "pack size"),
        lambda: _("比例"),
        lambda: _("一个副单位有几个单位：24，或 1箱=24瓶"),
        ("24", ""),
        read=pack_size,
    ),
    ImportField(
        "pack_barcode",
        ("副条码", "箱码", "箱条码", "外箱条码", "整箱条码", "副单位条码", "pack barcode"),
        lambda: _("副条码"),
        lambda: _("整箱的条码"),
        read=barcodes,
        whole_at=13,
    ),
    ImportField(
        "pack_price",
        ("副单位售价", "副单位零售价", "整箱价", "整箱售价", "箱价", "pack price"),
        lambda: _("整箱价"),
        lambda: _("元；0 或空着就按单价乘"),
        read=price_or_none,
    ),
    ImportField(
        "case_size",
        ("箱规", "装箱数", "每箱数量", "箱入数", "件装数", "装箱规格", "units per case"),
        lambda: _("箱规"),
        lambda: _("一箱几个；写了副单位和比例就不用写"),
        read=pack_size,
    ),
)

# Nobody misses these: they say nothing about the goods, or what the goods are bought from is kept elsewhere.
LEFT_OUT = frozenset(
    (*("供应商", "供应商名称", "供应商编号", "供货商", "supplier", "supplier_code"), *("行号", "序号", "No."))
)

PRODUCT_FORM = ImportForm(
    ImportKind.PRODUCTS,
    lambda: _("商品表"),
    _FIELDS,
    # A list of goods says more about them than a name; a bill or a list of customers may have a column 名称 as well.
    one_of=("barcode", "code", "retail_price", "reference_cost", "wholesale_price", "unit", "category"),
    left_out=LEFT_OUT | frozenset(FAULT_COLUMNS),
)
PRODUCT_COLUMNS = PRODUCT_FORM.specs
