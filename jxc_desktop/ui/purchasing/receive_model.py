"""The delivery as a table: the only writer of the draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.purchasing.receiving_draft import (
    DraftLine,
    DraftTotals,
    GoodsLine,
    ReceivingDraft,
    UnknownGoods,
)
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION, QTY
from jxc_desktop.ui.purchasing.receive_lot_words import lot_badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True, slots=True)
class ReceiveRow:
    """A line of the delivery with its place, counted from 0."""

    number: int
    line: DraftLine

    @property
    def goods(self) -> GoodsLine | None:
        """The known goods; None on a red row."""
        return self.line if isinstance(self.line, GoodsLine) else None

    @property
    def is_open(self) -> bool:
        """Whether nobody knows what it costs."""
        return isinstance(self.line, GoodsLine) and self.line.owed is None


class ReceiveModel(TableModel[ReceiveRow]):
    """The delivery being counted. Every change of it goes through here; a change that is refused changes nothing.

    Signals:
        changed: after each change.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(receive_columns(today), tone_of=_tone, parent=parent)
        self._draft = ReceivingDraft()
        self._totals = self._draft.totals()

    @property
    def draft(self) -> ReceivingDraft:
        """The delivery as it is now."""
        return self._draft

    @property
    def totals(self) -> DraftTotals:
        """What it comes to."""
        return self._totals

    def is_empty(self) -> bool:
        """Whether nothing was counted, not even a red row."""
        return not self._draft.lines

    def line_at(self, number: int) -> DraftLine | None:
        """A line; None where there is no such row."""
        return self._draft.lines[number] if 0 <= number < len(self._draft.lines) else None

    def change(self, draft: ReceivingDraft) -> None:
        """The same delivery with something in it changed, as the draft itself made it."""
        self._draft, self._totals = draft, draft.totals()
        self.update_rows(_rows_of(draft))
        self.changed.emit()

    def start(self, draft: ReceivingDraft | None = None) -> None:
        """Go on with another delivery, or an empty one for the next."""
        self._draft = draft or ReceivingDraft()
        self._totals = self._draft.totals()
        self.replace_rows(_rows_of(self._draft))
        self.changed.emit()


def _rows_of(draft: ReceivingDraft) -> list[ReceiveRow]:
    return [ReceiveRow(number, line) for number, line in enumerate(draft.lines)]


def receive_columns(today: Callable[[], date]) -> list[Column[ReceiveRow]]:
    """The columns of the delivery."""
    right, muted = Align.RIGHT, Tone.MUTED
    return [
        Column("number", "", _number, 3, Align.CENTRE, style=CAPTION, tone=muted, icon=_icon),
        Column("product", _("商品"), _name, tone=_red_or(Tone.TEXT), beside=_code, stretches=True),
        Column("unit", _("单位"), _unit, 4, Align.CENTRE, tone=muted),
        Column("count", _("本次"), count_text, Width.QUANTITY, right, style=QTY),
        Column("price", _("进价"), _price, Width.PRICE + 3, right, tone=_price_tone),
        Column("amount", _("金额"), _amount, Width.AMOUNT + 2, right, style=ANSWER, tone=_red_or(Tone.TEXT)),
        Column("retail", _("零售价"), _retail, Width.PRICE, right, tone=muted),
        Column(
            "expiry", _("效期"), lambda _row: "", 15, badge=lambda row: row.goods and lot_badge(row.goods.lot, today())
        ),
    ]


def count_text(row: ReceiveRow) -> str:
    """How many of it."""
    line = row.line
    return str(line.count) if isinstance(line, UnknownGoods) else quantity_text(line.count)


def _tone(row: ReceiveRow) -> Tone:
    if row.goods is None:
        return Tone.DANGER
    return Tone.WARNING if row.is_open else Tone.TEXT


def _red_or(tone: Tone) -> Callable[[ReceiveRow], Tone]:
    return lambda row: Tone.DANGER if row.goods is None else tone


def _number(row: ReceiveRow) -> str:
    return str(row.number + 1) if _tone(row) is Tone.TEXT else ""


def _icon(row: ReceiveRow) -> str:
    return {Tone.DANGER: "circle-x", Tone.WARNING: "alert-triangle"}.get(_tone(row), "")


def _name(row: ReceiveRow) -> str:
    return _("未识别") if row.goods is None else row.goods.goods.name


def _code(row: ReceiveRow) -> str:
    return row.line.code if isinstance(row.line, UnknownGoods) else row.line.goods.code


def _unit(row: ReceiveRow) -> str:
    return "" if row.goods is None else row.goods.goods.unit_name


def _price(row: ReceiveRow) -> str:
    if row.goods is None:
        return ""
    price = row.goods.unit_price
    if price is None:
        return _("没有进价")
    return f"↑ {price_text(price)}" if row.goods.is_dearer else price_text(price)


def _price_tone(row: ReceiveRow) -> Tone:
    """Dearer or open prices stand out; a proposed one is quiet until somebody said it."""
    if row.goods is None:
        return Tone.DANGER
    if row.is_open or row.goods.is_dearer:
        return Tone.WARNING
    return Tone.MUTED if row.goods.is_proposal else Tone.TEXT


def _amount(row: ReceiveRow) -> str:
    if row.goods is None:
        return _("不计入")
    return "" if row.goods.owed is None else money_text(row.goods.owed)


def _retail(row: ReceiveRow) -> str:
    return "" if row.goods is None else price_text(row.goods.goods.price)
