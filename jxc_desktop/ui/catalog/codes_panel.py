"""条码与包装: the codes of a product's units, in the form's side column."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.services.words import _
from jxc_desktop.ui.catalog.code_dialog import CodeDialog
from jxc_desktop.ui.catalog.code_rows import CodeRow, with_row, without
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import price_text, quantity_text
from jxc_desktop.ui.widgets.key_button import ButtonHeight, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_label import KeyLabel
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel


class CodesPanel(Panel):
    """The table, and the keys that change it.

    Attributes:
        table: one row per code. dialog: the open dialog; None while there is none.

    Signals:
        changed: other rows. remarked: why something was not done.
    """

    changed = Signal()
    remarked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base_unit, self._retail = "", ""
        self.dialog: CodeDialog | None = None
        self.table: Table[CodeRow] = Table(TableModel(self._columns()))
        self.table.set_nothing_found(_("还没有条码，直接扫就会加上"))
        add = KeyButton(_("加条码"), "F3", icon="plus", tall=ButtonHeight.SMALL)
        add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        add.clicked.connect(self.add)
        row = QHBoxLayout()
        row.setContentsMargins(look().px(10), look().px(8), look().px(12), look().px(8))
        row.addWidget(add)
        row.addStretch(1)
        row.addWidget(KeyLabel((KeyHint("Enter", _("改")), KeyHint("Delete", _("去掉")))))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.opened.connect(lambda _row: self._edit())

    def rows(self) -> list[CodeRow]:
        """The table as it stands."""
        return list(self.table.model_of_rows().rows())

    def show_rows(self, rows: list[CodeRow]) -> None:
        """Another table."""
        self.table.show_rows(rows)

    def say_base(self, unit: str, price: str) -> None:
        """The base unit's name and price as they are typed in the form."""
        self._base_unit, self._retail = unit, price
        self.table.viewport().update()

    def has_code(self, code: str) -> bool:
        """Whether the table has this code already, or its twin with leading zeros."""
        return match_key(code) in {match_key(row.code) for row in self.rows()}

    def add_code(self, code: str) -> None:
        """One more code of the base unit, after its others."""
        rows = self.rows()
        place = sum(1 for row in rows if not row.unit)
        self._change([*rows[:place], CodeRow(code), *rows[place:]], place)

    def add(self) -> None:
        """F3: a code or pack unit, asked for in a dialog."""
        self._ask(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        if self.table.currentIndex().isValid():
            self._ask(self.table.currentIndex().row())

    def _ask(self, number: int | None) -> None:
        rows = self.rows()
        row = None if number is None else rows[number]
        self.dialog = CodeDialog(self.window(), self._base_unit, [row for row in rows if row.unit], row)
        self.dialog.filled_in.connect(lambda written: self._take(written, number))
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _take(self, row: CodeRow, number: int | None) -> None:
        rows = self.rows()
        others = [other for place, other in enumerate(rows) if place != number]
        if row.code and match_key(row.code) in {match_key(other.code) for other in others if other.code}:
            self.remarked.emit(_("{code} 已经在条码里").format(code=row.code))
            return
        if not row.code and any(other.unit == row.unit for other in others):
            number = next(place for place, other in enumerate(rows) if other.unit == row.unit)
            row = CodeRow(rows[number].code, row.unit, row.factor, row.price, row.is_kept)
        changed = with_row(rows, row, number)
        self._change(changed, len(changed) - 1 if number is None else number)

    def _remove(self) -> None:
        number = self.table.currentIndex().row()
        if number < 0:
            return
        rest = without(self.rows(), number)
        if rest is None:
            self.remarked.emit(_("这个包装单位已经保存，卖过的单据要用它，不能去掉"))
        else:
            self._change(rest, min(number, len(rest) - 1))

    def _change(self, rows: list[CodeRow], chosen: int) -> None:
        self.table.show_rows(rows)
        if chosen >= 0:
            self.table.choose(chosen)
        self.changed.emit()

    def _columns(self) -> list[Column[CodeRow]]:
        return [
            Column("code", _("条码"), lambda row: row.code or _("没有条码"), stretches=True),
            Column("unit", _("单位"), lambda row: row.unit or self._base_unit, 4, Align.CENTRE),
            Column("factor", _("换算"), lambda row: quantity_text(row.factor), 5, Align.RIGHT),
            Column("price", _("零售价"), self._price, Width.PRICE + 3, Align.RIGHT),
        ]

    def _price(self, row: CodeRow) -> str:
        if row.unit:
            return "" if row.price is None else price_text(row.price)
        return self._retail
