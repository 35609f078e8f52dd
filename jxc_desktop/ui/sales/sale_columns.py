"""The columns of the list of sales, and of the lines of one."""

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.sales.sale_list import SaleRow, SoldLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.document_words import counted, document_badge, left_words, moment_words
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text


def sale_columns() -> list[Column[SaleRow]]:
    """The columns of the list."""
    right = Align.RIGHT
    return [
        Column("number", _("单号"), lambda row: row.number, Width.NUMBER + 6, beside=_origin),
        Column("moment", _("时间"), lambda row: moment_words(row.moment), 16),
        Column("kind", _("类型"), _kind_word, Width.BADGE, icon=_icon),
        Column("lines", _("行数"), lambda row: str(row.line_count), Width.QUANTITY, right),
        Column("amount", _("金额"), lambda row: money_text(row.amount), Width.AMOUNT + 2, right),
        Column(
            "state",
            _("状态"),
            lambda _row: "",
            Width.BADGE + 1,
            badge=lambda row: document_badge(row.state.value, row.is_mirror),
        ),
        Column("paid", _("付款"), lambda row: "+".join(row.ways_of_paying), stretches=True, tone=Tone.MUTED),
        Column("member", _("会员"), lambda row: row.member_code, 12),
        Column("operator", _("收银员"), lambda row: row.operator, 8, tone=Tone.MUTED),
    ]


def line_columns() -> list[Column[SoldLine]]:
    """The columns of a document's lines."""
    right = Align.RIGHT
    return [
        Column("product", _("商品"), lambda line: line.name, beside=lambda line: line.barcode, stretches=True),
        Column("unit", _("单位"), lambda line: line.unit_name, 4, Align.CENTRE, tone=Tone.MUTED),
        Column("count", _("数量"), _count, Width.PRICE, right),
        Column("price", _("单价"), lambda line: price_text(line.price), Width.PRICE, right),
        Column("discount", _("优惠"), lambda line: reduction_text(discount_of(line)), Width.AMOUNT, right),
        Column("rounding", _("抹零"), lambda line: reduction_text(line.rounding_off), Width.QUANTITY, right),
        Column("net", _("小计"), lambda line: money_text(line.net), Width.AMOUNT, right, style=ANSWER),
        Column("left", _("可退"), _left, Width.PRICE, right, tone=Tone.MUTED),
    ]


def discount_of(line: SoldLine) -> Money:
    """What was taken off a line, its own discount and its share of the ticket's."""
    return line.line_discount + line.ticket_discount


def reduction_text(amount: Money) -> str:
    """What was taken off, with its minus; nothing where nothing was."""
    return money_text(-amount) if amount.fen else ""


def _count(line: SoldLine) -> str:
    return quantity_text(counted(line.quantity, line.unit_factor))


def _left(line: SoldLine) -> str:
    return left_words(line.left, line.unit_name, line.base_unit)


def _kind_word(row: SaleRow) -> str:
    return _("退货") if row.kind is DocumentKind.CUSTOMER_RETURN else _("销售")


def _icon(row: SaleRow) -> str:
    return "receipt-refund" if row.kind is DocumentKind.CUSTOMER_RETURN else "receipt"


def _origin(row: SaleRow) -> str:
    return _("导入") if row.is_history else ""
