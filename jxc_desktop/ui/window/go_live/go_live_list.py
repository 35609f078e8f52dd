"""The steps of the go-live list, one below the other: what is done, what is next, and the digit that leads there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from jxc_desktop.services.people.go_live import GoLiveState, GoLiveStep
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, QTY, TextStyle, height
from jxc_desktop.ui.widgets.badge import Badge, badge_width, paint_badge
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_centred, paint_parts

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW, MARK, BAR = 66, 24, 3


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as it is written; is_next: the first that is still open."""

    step: GoLiveStep
    state: GoLiveState
    word: str
    sentence: str
    is_next: bool


class StepModel(QAbstractListModel):
    """The steps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[ShownStep, ...] = ()

    def show_steps(self, steps: Sequence[ShownStep]) -> None:
        """The same steps, as they are now."""
        if len(steps) == len(self.steps):
            self.steps = tuple(steps)
            self.dataChanged.emit(self.index(0, 0), self.index(len(steps) - 1, 0))
        else:
            self.beginResetModel()
            self.steps = tuple(steps)
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.steps)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        shown = self.steps[index.row()]
        return f"{shown.word} {_badge(shown.state).word} {shown.sentence}"


class GoLiveList(QListView):
    """The steps, one of them chosen.

    Signals:
        opened: the step whose row was opened. dropped: the step the shop can do without, or not after all.
    """

    opened = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = StepModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_StepPainter(self._model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self.open_number(index.row() + 1))

    def show_steps(self, steps: Sequence[ShownStep]) -> None:
        """The steps as they are now; the choice stays, at first and when that one is done it is the next one to do."""
        before, chosen = self.chosen(), self.currentIndex().row()
        self._model.show_steps(steps)
        following = next((number for number, shown in enumerate(steps) if shown.is_next), 0)
        stays = before is not None and (
            before.state is not GoLiveState.OPEN or steps[chosen].state is not GoLiveState.DONE
        )
        self.setCurrentIndex(self._model.index(chosen if stays else following, 0))

    def words(self) -> list[str]:
        """Each row as plain text."""
        return [str(self._model.data(self._model.index(row, 0))) for row in range(self._model.rowCount())]

    def chosen(self) -> ShownStep | None:
        """The step that is chosen."""
        row = self.currentIndex().row()
        return self._model.steps[row] if row >= 0 else None

    def open_number(self, number: int) -> None:
        """Open the step of a digit, counted from 1."""
        if 1 <= number <= len(self._model.steps):
            self.setCurrentIndex(self._model.index(number - 1, 0))
            self.opened.emit(self._model.steps[number - 1].step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or a digit opens, Delete does without."""
        shown, key = self.chosen(), Qt.Key(event.key())
        if shown is None or (event.isAutoRepeat() and key not in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(shown.step)
        elif key == Qt.Key.Key_Delete:
            self.dropped.emit(shown.step)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.open_number(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)


class _StepPainter(QStyledItemDelegate):
    def __init__(self, model: StepModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model, self._list = model, parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, height(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn, shown = look(), self._model.steps[index.row()]
        place: QRect = option.rect
        self._paint_ground(painter, place, option.state)
        x = place.x() + worn.px(20)
        _paint_mark(painter, QRect(x, place.y(), worn.px(MARK), place.height()), shown, index.row() + 1)
        cap = str(index.row() + 1)
        right = place.right() - worn.px(20) - key_cap_width(cap)
        paint_quiet_cap(painter, cap, QRect(right, place.y(), place.width(), place.height()))
        badge = _badge(shown.state)
        right -= worn.px(16) + badge_width(badge)
        paint_badge(painter, badge, QRect(right, place.y(), badge_width(badge), place.height()))
        x += worn.px(MARK + 16)
        line, middle = worn.px(22), place.y() + place.height() // 2
        wide = right - x - worn.px(16)
        tone = Tone.MUTED if shown.state is GoLiveState.NOT_NEEDED else Tone.TEXT
        paint_parts(painter, (Part(shown.word, QTY, tone),), QRect(x, middle - line, wide, line), 0)
        paint_parts(painter, (Part(shown.sentence, BODY, Tone.MUTED),), QRect(x, middle, wide, line), 0)

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        colours = look().colours
        if state & QStyle.StateFlag.State_Selected:
            has_focus = self._list.hasFocus()
            painter.fillRect(place, colours.selection if has_focus else colours.neutral_soft)
            bar = QRect(place.x(), place.y(), BAR, place.height())
            painter.fillRect(bar, colours.accent if has_focus else colours.border_strong)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, colours.hover)
        painter.fillRect(QRect(place.x(), place.bottom(), place.width(), 1), colours.line)


def _paint_mark(painter: QPainter, place: QRect, shown: ShownStep, number: int) -> None:
    """A tick where it is done; else its number, in colour where it is the next one."""
    colours = look().colours
    if shown.state is not GoLiveState.OPEN:
        is_done = shown.state is GoLiveState.DONE
        ink = colours.success if is_done else colours.text_muted
        paint_icon(painter, "circle-check" if is_done else "minus", ink, place)
        return
    size = place.width()
    circle = QRect(place.x(), place.y() + (place.height() - size) // 2, size, size).adjusted(1, 1, -1, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colours.accent if shown.is_next else colours.border_strong)
    painter.setBrush(colours.accent if shown.is_next else colours.surface)
    painter.drawEllipse(circle)
    ink = colours.accent_text if shown.is_next else colours.text_muted
    paint_centred(painter, Part(str(number), TextStyle(12, True)), circle.adjusted(0, 0, 1, 1), ink)


def _badge(state: GoLiveState) -> Badge:
    return {
        GoLiveState.OPEN: Badge(_("还没办"), "hourglass", Tone.WARNING),
        GoLiveState.DONE: Badge(_("办好了"), "circle-check", Tone.SUCCESS),
        GoLiveState.NOT_NEEDED: Badge(_("不需要"), "minus"),
    }[state]
