"""The columns of opening stock: of the list, of a document, of the form."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.opening_list import OpeningRow, StoredOpeningLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.inventory.opening_draft import DraftLine
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, QTY
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.document_words import document_badge
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text

RIGHT = Align.RIGHT


def list_columns() -> list[Column[OpeningRow]]:
    """One document a row."""
    return [
        Column("number", _("单号"), lambda row: row.number, Width.NUMBER),
        Column("day", _("日期"), lambda row: row.day.isoformat(), Width.DATE),
        Column("lines", _("种类"), lambda row: f"{row.lines:,}", Width.QUANTITY, RIGHT),
        Column("quantity", _("数量"), lambda row: quantity_text(row.quantity), Width.AMOUNT, RIGHT),
        Column("amount", _("金额"), lambda row: money_text(row.amount), Width.AMOUNT + 2, RIGHT, style=ANSWER),
        Column("operator", _("经手"), lambda row: row.operator, 10),
        Column("note", _("红冲原因"), lambda row: row.note, tone=Tone.MUTED, stretches=True),
        Column("state", _("状态"), lambda row: opening_badge(row).word, Width.BADGE, badge=opening_badge),
    ]


def document_columns() -> list[Column[StoredOpeningLine]]:
    """One product a row, as it is in the books."""
    return [
        Column("product", _("商品"), lambda line: line.name, beside=lambda line: line.barcode, stretches=True),
        Column("unit", _("单位"), lambda line: line.unit, 4, Align.CENTRE, tone=Tone.MUTED),
        Column("quantity", _("数量"), lambda line: quantity_text(line.quantity), Width.AMOUNT, RIGHT),
        Column("cost", _("成本单价"), _stored_cost, Width.AMOUNT, RIGHT),
        Column("amount", _("金额"), lambda line: money_text(line.value), Width.AMOUNT + 2, RIGHT, style=ANSWER),
    ]


def draft_columns() -> list[Column[DraftLine]]:
    """One product a row, as it is typed."""
    return [
        Column("product", _("商品"), lambda line: line.name, beside=lambda line: line.barcode, stretches=True),
        Column("unit", _("单位"), lambda line: line.unit, 4, Align.CENTRE, tone=Tone.MUTED),
        Column("quantity", _("数量 F3"), lambda line: quantity_text(line.quantity), Width.AMOUNT, RIGHT, style=QTY),
        Column("cost", _("成本单价 F4"), _draft_cost, Width.AMOUNT + 2, RIGHT),
        Column("amount", _("金额 F6"), lambda line: _amount(line.amount), Width.AMOUNT + 2, RIGHT, style=ANSWER),
    ]


def opening_badge(row: OpeningRow) -> Badge:
    """The state of a document."""
    return document_badge(row.state.value, row.is_mirror)


def _stored_cost(line: StoredOpeningLine) -> str:
    return price_text(UnitPrice.of_each(line.value, line.quantity))


def _draft_cost(line: DraftLine) -> str:
    return _("没有成本") if line.shown_cost is None else price_text(line.shown_cost)


def _amount(amount: Money | None) -> str:
    return "" if amount is None else money_text(amount)
