"""What a list of opening stock holds."""

from jxc_desktop.services.migrate_in.import_forms import FAULT_COLUMNS, ImportField, ImportForm, ImportKind
from jxc_desktop.services.words import _

_FIELDS = (
    ImportField(
        "code",
        ("条码", "商品条码", "商品编码", "货号", "编码", "barcode", "code", "sku", "item code"),
        lambda: _("条码"),
        lambda: _("商品的条码或货号；商品要先导入"),
        ("6921168509256", "0002"),
        required=True,
        whole_at=13,
    ),
    ImportField(
        "quantity",
        ("数量", "库存数量", "期初数量", "库存", "qty", "quantity"),
        lambda: _("数量"),
        lambda: _("大于 0，最多 3 位小数；没有货的商品不用写"),
        ("48", "12.5"),
        required=True,
    ),
    ImportField(
        "cost",
        ("成本单价", "成本价", "单价", "进价", "成本", "unit_cost", "cost"),
        lambda: _("成本单价"),
        lambda: _("元；和金额写一个就行"),
        ("1.10", ""),
    ),
    ImportField(
        "amount",
        ("金额", "成本金额", "库存金额", "期初金额", "amount", "value"),
        lambda: _("金额"),
        lambda: _("这些货一共值多少；写了就不看成本单价"),
        ("", "120.00"),
    ),
    ImportField(
        "place",
        ("仓库", "库位", "warehouse"),
        lambda: _("仓库"),
        lambda: _("空着就是门店"),
    ),
)

OPENING_FORM = ImportForm(
    ImportKind.OPENING_STOCK,
    lambda: _("期初库存表"),
    _FIELDS,
    left_out=frozenset(("序号", "行号", "商品名称", "品名", "名称", "name", *FAULT_COLUMNS)),
)
