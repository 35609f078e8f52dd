"""What a file that does not fit seems to be, so that its refusal can say so."""

from collections.abc import Iterable, Sequence

from jxc_desktop.services.exchange.columns import ColumnMatch, best_header
from jxc_desktop.services.exchange.sheet import Sheet
from jxc_desktop.services.migrate_in.import_forms import ImportForm, ImportKind
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.partner_columns import PARTNER_FORM
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM

LOOKED_AT = 40
# Each of these texts stands near the top of such a file.
SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("online_orders", ("订单编号", "买家")),
    ("wechat_bill", ("微信支付账单",)),
    ("jd_bill", ("京东账号",)),
    ("bank_statement", ("卡号", "交易日期", "记账")),
    ("alipay_bill", ("支付宝", "交易")),
    ("members", ("卡号", "积分")),
    ("stock_transfer", ("移库单号",)),
    ("goods_in", ("入库数量",)),
    ("goods_out", ("出库数量",)),
    ("bill", ("单据", "数量")),
)
QUANTITIES = frozenset({"数量", "入库数量", "出库数量", "采购数量", "销售数量", "qty", "quantity"})
# A list of stock says where goods are, never on which paper they came.
OF_A_BILL = frozenset(
    ("单据", "单据编号", "单号", "移库单号", "原仓库", "目的仓库", "税率（%）", "入库单据", "出库单据")
)
# What a list of goods says about them, and the lines of a bill do not.
ABOUT_GOODS = ("category", "unit", "spec", "brand", "reference_cost", "member_price", "wholesale_price", "lowest_price")
PRICE_OF_A_BILL = frozenset({"单价", "价格", "price", "unit price"})
FEWEST_OF_GOODS = 2


def seems_to_be(sheets: Sequence[Sheet], form: ImportForm) -> str:
    """The key of what the file seems to hold; "" where nothing can be said."""
    top = "\n".join(_top(sheets))
    said = next((key for key, signs in SIGNS if all(sign in top for sign in signs)), "")
    return said or next((other.kind.value for other in _others(form) if _fits(sheets, other)), "")


def surely_not(match: ColumnMatch, form: ImportForm) -> str:
    """What the rows are where headings fitted by chance; "" where there is no doubt about them."""
    headings = {heading.casefold().rstrip("*") for heading in match.unknown}
    if form.kind is ImportKind.OPENING_STOCK:
        return "bill" if headings & OF_A_BILL else ""
    if form.kind is ImportKind.PRODUCTS:
        return "bill" if headings & QUANTITIES and _tells_no_goods(match) else ""
    if headings & QUANTITIES:
        return "bill"
    return ImportKind.PRODUCTS.value if _is_goods_list(match) else ""


def _tells_no_goods(match: ColumnMatch) -> bool:
    """The lines of a bill have a name and a price too."""
    price = match.headings.get("retail_price", "单价").casefold().rstrip("*")
    return price in PRICE_OF_A_BILL and not any(map(match.has, ABOUT_GOODS))


def _is_goods_list(match: ColumnMatch) -> bool:
    """Lists of goods name their supplier too."""
    goods = best_header(match.sheet, PRODUCT_FORM.specs)
    found = () if goods is None else (key for key in (*PRODUCT_FORM.one_of, "spec") if goods.has(key))
    return len(tuple(found)) >= FEWEST_OF_GOODS


def _top(sheets: Sequence[Sheet]) -> Iterable[str]:
    return (cell for sheet in sheets for row in sheet.rows[:LOOKED_AT] for cell in row if cell)


def _others(form: ImportForm) -> Iterable[ImportForm]:
    return (other for other in (PRODUCT_FORM, PARTNER_FORM, OPENING_FORM) if other.kind is not form.kind)


def _fits(sheets: Sequence[Sheet], form: ImportForm) -> bool:
    matches = (best_header(sheet, form.specs) for sheet in sheets)
    found = [match for match in matches if match is not None and _has_required(match, form)]
    return any(not form.one_of or any(map(match.has, form.one_of)) for match in found)


def _has_required(match: ColumnMatch, form: ImportForm) -> bool:
    return all(match.has(each.key) for each in form.fields if each.required)
