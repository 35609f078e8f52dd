"""The rows of a report with their totals, and at the right, when it is asked for, which columns are seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.services.reports.answer import Layout
from jxc_desktop.services.reports.report import Order
from jxc_desktop.services.words.initials import initials
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.reports.report_columns import (
    identity,
    report_columns,
    shown_totals,
    stretching,
    tone_of,
    widest_texts,
)
from jxc_desktop.ui.reports.report_read import ReportRead, order_of
from jxc_desktop.ui.widgets.column_picker import ColumnChoice, ColumnPicker
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

# Letters typed one after the other sooner than this are one word.
TYPED_TOGETHER_MS = 1000


class ReportTable(QWidget):
    """The table, what stands below it, and the column picker.

    Attributes:
        table, footer: None before the first answer. picker: the columns, hidden until it is asked for.

    Signals:
        opened: the row Enter was pressed on. layout_changed: other columns, or another order. picking: whether the
        columns are to be chosen from.
    """

    opened = Signal(object)
    layout_changed = Signal(object)
    picking = Signal(bool)

    def __init__(self, empty: Callable[[], EmptyPage | None], foot: QWidget) -> None:
        super().__init__()
        self._empty = empty
        self._read: ReportRead | None = None
        self._layout = Layout()
        self._typed, self._typing = "", QElapsedTimer()
        self.table: Table[Any] | None = None
        self.footer: TotalsFooter | None = None
        self._panel: TablePanel | None = None
        self.picker = ColumnPicker()
        self.picker.hide()
        self.picker.changed.connect(self._on_picked)
        self.picker.reset_asked.connect(self._on_reset)
        self._room = QVBoxLayout()
        self._room.setSpacing(look().px(8))
        self._room.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        row.addLayout(self._room, 1)
        row.addWidget(self.picker)

    def show_read(self, read: ReportRead, layout: Layout) -> None:
        """Other rows; where the same was asked, the current one stays if it is still there."""
        is_first, is_other = self._read is None, self._read is None or self._read.answer.asked != read.answer.asked
        self._read, self._layout = read, layout
        answer = read.answer
        columns = answer.columns(layout)
        others = widest_texts([one for one in columns if one.key not in read.widest], answer.rows, answer.totals)
        self._show_columns(report_columns(columns, {**read.widest, **others}, tone_of(answer.spec.columns)))
        assert self.table is not None
        assert self.footer is not None
        self._mark_order()
        if is_other:
            self.table.setCurrentIndex(QModelIndex())
        self.table.show_rows(answer.sorted_rows(layout), is_in_order=True)
        self.footer.show_totals(shown_totals(columns, answer.totals, len(answer.rows)))
        if answer.rows and (is_other or self.table.current_row() is None):
            self.table.choose(0)
        if is_first or not self.picker.isVisible():
            self._fill_picker()

    def show_empty(self, is_empty: bool) -> None:
        """Whether there is nothing to report on at all: then that is said in place of the table."""
        if self._panel is not None:
            self._panel.show_empty(is_empty)
        if is_empty:
            self.close_picker()

    def is_empty(self) -> bool:
        """Whether that is so."""
        return self._panel is not None and self._panel.is_empty_shown()

    def focus_rows(self) -> None:
        """The rows, or what an empty report says is next."""
        if self._panel is not None and not self._panel.focus_empty() and self.table is not None:
            self.table.setFocus()

    def press_empty(self, event: QKeyEvent) -> bool:
        """Press the button of this key on the empty page; False: there is none."""
        return self._panel is not None and self._panel.press_empty(event)

    def toggle_picker(self) -> None:
        """Show the columns to choose from, or put them away."""
        if self.picker.isVisible():
            self.close_picker()
        elif self.table is not None and not self.is_empty():
            self._fill_picker()
            self.picker.show()
            self.picker.list.setFocus()
            self.picking.emit(True)

    def close_picker(self) -> bool:
        """Put the columns away; whether they were seen."""
        was_seen = self.picker.isVisible()
        self.picker.hide()
        self.picking.emit(False)
        if was_seen and self.table is not None:
            self.table.setFocus()
        return was_seen

    def take_typed(self, event: QKeyEvent) -> bool:
        """Letters lead to the next row whose name begins so, or whose initials do; whether the key was one."""
        text = event.text()
        if self.table is None or not self.table.hasFocus() or not text.strip() or not text.isprintable():
            return False
        goes_on = self._typing.isValid() and self._typing.elapsed() < TYPED_TOGETHER_MS
        self._typed = (self._typed if goes_on else "") + text.lower()
        self._typing.start()
        self._jump(self._typed, is_new=not goes_on)
        return True

    def _jump(self, text: str, is_new: bool) -> None:
        table, read = self.table, self._read
        assert table is not None
        assert read is not None
        rows = table.model_of_rows().rows()
        cell = stretching(read.answer.columns(self._layout)).cell
        here = max(table.currentIndex().row(), 0) + is_new
        for number in [*range(here, len(rows)), *range(min(here, len(rows)))]:
            name = str(cell(rows[number]))
            if name.lower().startswith(text) or initials(name).startswith(text):
                table.choose(number)
                return

    def _show_columns(self, shown: Sequence[Column[Any]]) -> None:
        """A table with these columns; the one that is there stays where it has room for them."""
        if self.table is not None and _has_room(self.table.model_of_rows().columns, shown):
            return
        had_focus, kept = self.table is not None and self.table.hasFocus(), None
        if self.table is not None:
            kept = self.table.current_row()
        assert self._read is not None
        every = self._read.answer.spec.columns
        model = TableModel(shown, identity(every), tone_of(every))
        self.table = Table(model, RowHeight.REPORT)
        self.footer = TotalsFooter(self.table)
        old, self._panel = self._panel, TablePanel(self.table, self.footer, self._empty())
        if old is not None:
            self._room.removeWidget(old)
            old.deleteLater()
        self._room.insertWidget(0, self._panel, 1)
        for one, other in pairwise((self.table, self.picker.list, self.picker.usual)):
            QWidget.setTabOrder(one, other)
        self.table.opened.connect(self.opened)
        self.table.sorted_by.connect(self._on_sorted)
        self.table.horizontalHeader().sectionMoved.connect(self._on_moved)
        if kept is not None:
            self.table.show_rows((kept,))
            self.table.choose(0)
        if had_focus:
            self.table.setFocus()

    def _mark_order(self) -> None:
        """An arrow at the column the rows are sorted by, where it is seen."""
        assert self._read is not None
        assert self.table is not None
        order, model = order_of(self._read.answer, self._layout), self.table.model_of_rows()
        names = [column.name for column in model.columns]
        if order is None or order.column not in names:
            return
        if model.sorted_by() != (order.column, order.is_descending):
            way = Qt.SortOrder.DescendingOrder if order.is_descending else Qt.SortOrder.AscendingOrder
            model.sort(names.index(order.column), way)

    def _on_sorted(self, name: str, is_descending: bool) -> None:
        self._layout = replace(self._layout, order=Order(name, is_descending))
        self.layout_changed.emit(self._layout)

    def _on_moved(self, *_places: int) -> None:
        assert self.table is not None
        header, columns = self.table.horizontalHeader(), self.table.model_of_rows().columns
        names = tuple(columns[header.logicalIndex(place)].name for place in range(header.count()))
        self._layout = replace(self._layout, columns=names)
        self._fill_picker()
        self.layout_changed.emit(self._layout)

    def _fill_picker(self) -> None:
        """The columns that are seen in their order, each that is not after the one the report puts it after."""
        assert self._read is not None
        spec = self._read.answer.spec
        shown = [column.key for column in self._read.answer.columns(self._layout)]
        order = list(shown)
        for place, column in enumerate(spec.columns):
            if column.key not in order:
                before = [one.key for one in spec.columns[:place]]
                order.insert(max((order.index(key) + 1 for key in before), default=0), column.key)
        headings = {column.key: column.heading for column in spec.columns}
        locked = stretching(spec.columns).key
        self.picker.list.show_columns(
            [ColumnChoice(key, headings[key], key in shown or key == locked, key == locked) for key in order]
        )

    def _on_picked(self) -> None:
        columns = tuple(column.name for column in self.picker.list.columns() if column.is_shown)
        self._take_layout(replace(self._layout, columns=columns))

    def _on_reset(self) -> None:
        self._take_layout(Layout())
        self._fill_picker()

    def _take_layout(self, layout: Layout) -> None:
        assert self._read is not None
        self.show_read(self._read, layout)
        self.layout_changed.emit(layout)


def _has_room(before: Sequence[Column[Any]], wanted: Sequence[Column[Any]]) -> bool:
    """Whether the columns are the same, and as wide as they need to be."""
    return [column.name for column in before] == [column.name for column in wanted] and all(
        old.width >= new.width for old, new in zip(before, wanted, strict=True)
    )
