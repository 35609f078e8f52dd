"""The pages of a tab, at the left: icon, word and the digit that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, KEY_CAP, TextStyle, height, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DIGITS = 9
# How wide the list is; where a word needs more, as in English, it is wider.
WIDTH, BESIDE_WORD = 148, 75
KEY_DIGIT = TextStyle(KEY_CAP.size, True)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the list."""

    name: str
    word: str
    icon: str


class PageModel(QAbstractListModel):
    """The pages of one tab."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[PageEntry, ...] = ()

    def show_entries(self, entries: Sequence[PageEntry]) -> None:
        """The pages of another tab."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.entries[index.row()].word if index.isValid() and role == Qt.ItemDataRole.DisplayRole else None


class PagePainter(QStyledItemDelegate):
    """Draws one page of the list."""

    def __init__(self, model: PageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, height(34) + look().px(2))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect.adjusted(look().px(8), 0, -look().px(8), -look().px(2))
        self._paint_ground(painter, place, is_current, bool(state & QStyle.StateFlag.State_MouseOver))
        entry, tone = self._model.entries[index.row()], Tone.ACCENT if is_current else Tone.TEXT
        inner = place.adjusted(look().px(8), 0, -look().px(8), 0)
        icon_ink = ink(Tone.ACCENT if is_current else Tone.MUTED)
        paint_icon(painter, entry.icon, icon_ink, QRect(inner.x(), inner.y(), look().px(18), inner.height()))
        words = inner.adjusted(look().px(26), 0, -look().px(14), 0)
        paint_parts(painter, [Part(entry.word, ANSWER if is_current else BODY, tone)], words, 0)
        if index.row() < DIGITS:
            digit = KEY_DIGIT if is_current else KEY_CAP
            paint_right(painter, Part(str(index.row() + 1), digit, tone if is_current else Tone.MUTED), inner)

    def _paint_ground(self, painter: QPainter, place: QRect, is_current: bool, is_hovered: bool) -> None:
        colours = look().colours
        if not is_current and not is_hovered:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent_soft if is_current else colours.hover)
        painter.drawRoundedRect(QRectF(place), 6, 6)


class PageList(QWidget):
    """The list of pages and, at its foot, the keys that move.

    Signals:
        chosen: the name of the page that was clicked or opened by its digit.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PageModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PagePainter(self._model, self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.viewport().setAutoFillBackground(False)
        self._list.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(12), 1, look().px(70))
        column.addWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_pages(self, entries: Sequence[PageEntry], current: str = "") -> None:
        """The pages of a tab, one of them open."""
        self._model.show_entries(entries)
        names = [entry.name for entry in entries]
        self._choose(names.index(current) if current in names else 0)
        self.updateGeometry()

    def open_number(self, number: int) -> None:
        """Open the page of a digit, counted from 1; a digit without a page does nothing."""
        if 1 <= number <= len(self._model.entries):
            self._choose(number - 1)
            self.chosen.emit(self._model.entries[number - 1].name)

    def current_name(self) -> str:
        """The name of the open page, empty where there is none."""
        row = self._list.currentIndex().row()
        return self._model.entries[row].name if row >= 0 else ""

    @override
    def sizeHint(self) -> QSize:
        words = (text_width(ANSWER, entry.word) for entry in self._model.entries)
        return QSize(max(look().px(WIDTH), max(words, default=0) + look().px(BESIDE_WORD)), look().px(400))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        painter.fillRect(self.rect(), colours.window)
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), colours.border)
        for number, words in enumerate((_("F1 帮助"), _("Ctrl+数字 换页"), _("Alt+数字 换标签"))):
            top = self.height() - look().px(66) + number * look().px(18)
            place = QRect(look().px(16), top, self.width() - look().px(16), look().px(18))
            paint_parts(painter, [Part(words, KEY_CAP, Tone.MUTED)], place, 0)

    def _choose(self, number: int) -> None:
        self._list.setCurrentIndex(self._model.index(number, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.entries[index.row()].name)
