"""The lines of a document while some of them go back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, QTY
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.return_draft import ReturnRow
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

EDITING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@dataclass(frozen=True, slots=True)
class ReturnWords:
    """The words of one kind of return.

    Attributes:
        came: how much there was. paid: what it came to. refund: what is paid for what goes back.
        way: before the way it is paid. by_piece: what is counted in whole units, with {name} and {unit}.
    """

    came: str
    paid: str
    refund: str
    way: str
    by_piece: str


class ReturnTable(Table[ReturnRow]):
    """The rows; what is typed on one is left to the form."""

    def __init__(self, words: ReturnWords, parent: QWidget | None = None) -> None:
        columns = return_columns(words)
        super().__init__(TableModel(columns, key_of=lambda row: row.line.line_id), RowHeight.COUNTER, parent)
        self.keep_lit()

    @override
    def show_rows(self, rows: Sequence[ReturnRow], *, is_in_order: bool = False) -> None:
        """Other rows; what a pack holds has a column where something was written in packs."""
        super().show_rows(rows)
        number = self.model_of_rows().column_named("pack")
        self.setColumnHidden(number, not any(row.line.pack for row in rows))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in EDITING:
            event.ignore()
        else:
            super().keyPressEvent(event)


def return_columns(words: ReturnWords) -> list[Column[ReturnRow]]:
    """The columns of the form, all of them in the base unit."""
    right, muted = Align.RIGHT, Tone.MUTED
    return [
        Column("product", _("商品"), lambda row: row.line.name, beside=lambda row: row.line.barcode, stretches=True),
        Column("unit", _("单位"), lambda row: row.line.unit, 4, Align.CENTRE, tone=muted),
        Column("pack", _("包装"), lambda row: row.line.pack, Width.AMOUNT, tone=muted),
        Column("came", words.came, lambda row: quantity_text(row.line.quantity), Width.PRICE, right, tone=muted),
        Column("paid", words.paid, lambda row: money_text(row.line.amount), Width.AMOUNT, right, tone=muted),
        Column("left", _("可退"), lambda row: quantity_text(left_of(row)), Width.PRICE, right, tone=_left_tone),
        Column("quantity", _("本次退"), quantity_words, Width.PRICE, right, None, QTY, _tone),
        Column("refund", words.refund, lambda row: money_text(row.refund), Width.AMOUNT, right, None, ANSWER, _tone),
    ]


def left_of(row: ReturnRow) -> Quantity:
    """How much may still go back."""
    return Quantity(max(row.line.left.milli, 0))


def quantity_words(row: ReturnRow) -> str:
    """How much goes back now; where the line was written in packs, with its unit: one bottle is no case."""
    count = quantity_text(row.quantity)
    return f"{count} {row.line.unit}" if row.line.pack else count


def _left_tone(row: ReturnRow) -> Tone:
    return Tone.TEXT if left_of(row).milli else Tone.MUTED


def _tone(row: ReturnRow) -> Tone:
    return Tone.TEXT if row.quantity.milli else Tone.MUTED
