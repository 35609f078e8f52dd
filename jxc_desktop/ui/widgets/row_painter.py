"""How a row of a table is drawn: ground, bar, icon, name and barcode, badge."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import CAPTION, metrics, text_width
from jxc_desktop.ui.widgets.badge import paint_badge
from jxc_desktop.ui.widgets.columns import Align, Column, cell_inset
from jxc_desktop.ui.widgets.parts import baseline_in, paint_words

BAR = 3
STANDING_OUT = (Tone.WARNING, Tone.DANGER)
NO_ROW = -1


class RowPainter(QStyledItemDelegate):
    """Draws every cell of a table itself: the style is never asked.

    Attributes:
        hovered: the row under the pointer, -1 for none.
        is_lit: the chosen row is drawn as in the focus though the focus is in the scan field.
        is_stale: the rows are being read anew and are drawn muted.
        has_zebra: every second row on another ground.
    """

    hovered = NO_ROW
    is_lit = False
    is_stale = False
    has_zebra = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 0)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows_begun: set[int] = set()
        self._number = NO_ROW
        self._is_chosen = False
        self._row: Any = None
        self._tone = Tone.TEXT

    def begin(self) -> None:
        """The table is about to be painted: every row has its ground still to come."""
        self._rows_begun.clear()
        self._number = NO_ROW

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model: Any = index.model()
        if index.row() != self._number:
            self._begin_row(painter, option, index.row(), model)
        elif self._is_chosen:
            view: Any = option.widget
            self._paint_ground(painter, option.rect, index.row(), view)
        self._paint_cell(painter, option.rect, model.columns[index.column()], self._row, self._tone)

    def paint_chosen(self, painter: QPainter, place: QRect) -> None:
        """The ground and the bar of a chosen row in the focus, where there is no row."""
        painter.fillRect(place, look().colours.selection)
        self._paint_bar(painter, QRect(place.x(), place.y(), BAR, place.height()), Tone.TEXT, True, True)

    def _begin_row(self, painter: QPainter, option: QStyleOptionViewItem, number: int, model: Any) -> None:
        """Draw the ground of the whole row with its first cell: cell by cell it would cost as much as the words.

        Only in the chosen row Qt paints its own ground below every cell, so that ours comes above each of them.
        """
        self._number, self._row = number, model.row_at(number)
        self._tone = model.tone_of(self._row)
        view: Any = option.widget
        self._is_chosen = view.currentIndex().row() == number
        if self._is_chosen:
            self._paint_ground(painter, option.rect, number, view)
        elif number not in self._rows_begun:
            self._rows_begun.add(number)
            whole = QRect(0, option.rect.y(), view.viewport().width(), option.rect.height())
            self._paint_ground(painter, whole, number, view)

    def _paint_ground(self, painter: QPainter, place: QRect, number: int, view: QTableView) -> None:
        colours, has_focus, tone = look().colours, self.is_lit or view.hasFocus(), self._tone
        is_chosen = self._is_chosen
        painter.fillRect(place, self._ground(number, tone, is_chosen, has_focus))
        bottom = place.y() + place.height() - 1
        is_framed = is_chosen and tone in STANDING_OUT
        edge = ink(tone) if is_framed else colours.line
        # A row that stands out keeps its colour: a stronger frame says that the keys act on it.
        thick = 2 if is_framed and view.hasFocus() else 1
        painter.fillRect(QRect(place.x(), bottom + 1 - thick, place.width(), thick), edge)
        if is_framed:
            painter.fillRect(QRect(place.x(), place.y(), place.width(), thick), edge)
        # At the left edge of the first column, which is out of sight when the table is scrolled sideways.
        offset = view.horizontalHeader().offset()
        self._paint_bar(painter, QRect(-offset, place.y(), BAR, place.height()), tone, is_chosen, has_focus)

    def _ground(self, number: int, tone: Tone, is_chosen: bool, has_focus: bool) -> QColor:
        colours = look().colours
        if tone in STANDING_OUT:
            return ground(tone)
        if is_chosen:
            return colours.selection if has_focus else colours.neutral_soft
        if number == self.hovered:
            return colours.hover
        return colours.zebra if self.has_zebra and number % 2 else colours.surface

    def _paint_bar(self, painter: QPainter, place: QRect, tone: Tone, is_chosen: bool, has_focus: bool) -> None:
        colours = look().colours
        if tone in STANDING_OUT:
            painter.fillRect(place, ink(tone))
        elif is_chosen:
            painter.fillRect(place, colours.accent if has_focus else colours.border_strong)

    def _paint_cell(self, painter: QPainter, place: QRect, column: Column[Any], row: Any, row_tone: Tone) -> None:
        inner = place.adjusted(cell_inset(), 0, -cell_inset(), -1)
        badge = column.badge(row) if column.badge else None
        if badge is not None:
            paint_badge(painter, badge, inner)
            return
        tone = Tone.MUTED if self.is_stale else column.tone_of(row)
        if column.icon is not None:
            inner = self._paint_icon(painter, inner, column.icon(row), row_tone if row_tone in STANDING_OUT else tone)
        end = _paint_text(painter, inner, column, column.text(row), ink(tone))
        if column.beside is not None:
            self._paint_beside(painter, inner, column, column.beside(row), end + look().px(8))

    def _paint_icon(self, painter: QPainter, inner: QRect, name: str, tone: Tone) -> QRect:
        if not name:
            return inner
        size = look().px(16)
        paint_icon(painter, name, ink(tone), QRect(inner.x(), inner.y(), size, inner.height()))
        return inner.adjusted(size + look().px(4), 0, 0, 0)

    def _paint_beside(self, painter: QPainter, inner: QRect, column: Column[Any], text: str, x: int) -> None:
        """The barcode after the name, where there is room for all of it."""
        if text and x + text_width(CAPTION, text) <= inner.right() + 1:
            baseline = baseline_in(inner, column.style)
            paint_words(painter, text, CAPTION, ink(column.beside_tone), x, baseline)


def _paint_text(painter: QPainter, inner: QRect, column: Column[Any], text: str, colour: QColor) -> int:
    """Write the text of a cell, elided where it must be, and say where it ended."""
    if not text:
        return inner.x()
    measured, room = metrics(column.style), inner.width()
    wide = measured.horizontalAdvance(text)
    if wide > room:
        text = measured.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = measured.horizontalAdvance(text)
    free = {Align.LEFT: 0, Align.CENTRE: (room - wide) // 2, Align.RIGHT: room - wide}[column.align]
    paint_words(painter, text, column.style, colour, inner.x() + free, baseline_in(inner, column.style))
    return inner.x() + free + wide


def is_cut(column: Column[Any], text: str, width: int) -> bool:
    """Whether a text is too long for a cell of this width, so that a tool tip must show it whole."""
    return metrics(column.style).horizontalAdvance(text) > width - 2 * cell_inset()
