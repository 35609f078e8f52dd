"""The columns of the list of receipts, and of the lines of one."""

from datetime import date

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.purchasing.receipt import ReceiptRow, StoredReceiptLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.document_words import counted, document_badge, left_words
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text

RECEIPT_ICON, RETURN_ICON = "truck-delivery", "truck-return"


def receipt_columns() -> list[Column[ReceiptRow]]:
    """The columns of the list."""
    right = Align.RIGHT
    return [
        Column("number", _("单号"), lambda row: row.number, Width.NUMBER + 6, beside=_origin),
        Column("day", _("日期"), lambda row: row.day.isoformat(), Width.DATE),
        Column("kind", _("类型"), _kind_word, Width.BADGE + 1, icon=_icon),
        Column("supplier", _("供应商"), lambda row: row.supplier, stretches=True),
        Column("products", _("品种"), lambda row: str(row.product_count), Width.QUANTITY, right),
        Column("quantity", _("数量"), lambda row: quantity_text(row.quantity), Width.PRICE, right),
        Column("amount", _("金额"), lambda row: money_text(row.amount), Width.AMOUNT + 2, right),
        Column(
            "state",
            _("状态"),
            lambda _row: "",
            Width.BADGE + 1,
            badge=lambda row: document_badge(row.state.value, row.is_mirror),
        ),
        Column("paid", _("结算"), settled_word, Width.BADGE, tone=_settled_tone),
        Column("operator", _("经手"), lambda row: row.operator, 8, tone=Tone.MUTED),
    ]


def line_columns() -> list[Column[StoredReceiptLine]]:
    """The columns of a document's lines."""
    right, muted = Align.RIGHT, Tone.MUTED
    return [
        Column("product", _("商品"), lambda line: line.name, beside=lambda line: line.barcode, stretches=True),
        Column("unit", _("单位"), lambda line: line.unit_name, 4, Align.CENTRE, tone=muted),
        Column("count", _("数量"), _count, Width.QUANTITY - 1, right),
        Column("price", _("进价"), lambda line: price_text(line.price), Width.PRICE - 1, right),
        Column("amount", _("金额"), lambda line: money_text(line.amount), Width.AMOUNT - 1, right, style=ANSWER),
        Column("produced", _("生产日期"), lambda line: day_text(line.produced_on), Width.DATE - 1, tone=muted),
        Column("expires", _("到期日"), lambda line: day_text(line.expires_on), Width.DATE - 1),
        Column("lot", _("批号"), lambda line: line.lot_number, Width.DATE - 1, tone=muted),
        Column("left", _("可退"), _left, Width.QUANTITY, right, tone=muted),
    ]


def settled_word(row: ReceiptRow) -> str:
    """How it is settled: from which account, or owed."""
    if row.paid_from:
        return row.paid_from
    if row.is_history:
        return _("以前已结")
    return _("冲欠款") if row.amount.fen < 0 else _("欠款")


def day_text(day: date | None) -> str:
    """A day, where there is one."""
    return "" if day is None else day.isoformat()


def _settled_tone(row: ReceiptRow) -> Tone:
    return Tone.MUTED if row.paid_from or row.is_history else Tone.TEXT


def _count(line: StoredReceiptLine) -> str:
    return quantity_text(counted(line.quantity, line.unit_factor))


def _left(line: StoredReceiptLine) -> str:
    return left_words(line.left, line.unit_name, line.base_unit)


def _kind_word(row: ReceiptRow) -> str:
    return _("退货") if row.kind is DocumentKind.SUPPLIER_RETURN else _("入库")


def _icon(row: ReceiptRow) -> str:
    return RETURN_ICON if row.kind is DocumentKind.SUPPLIER_RETURN else RECEIPT_ICON


def _origin(row: ReceiptRow) -> str:
    return _("导入") if row.is_history else ""
