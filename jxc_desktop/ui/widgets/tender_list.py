"""Ways of paying, or of being paid back: a digit chooses one."""

from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.type_scale import BODY, HEADING, TextStyle
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.parts import Part, paint_centred, paint_parts, paint_right, small

WIDTH, HEAD, STEP, LEAST_STEP, GAP, INSET = 235, 36, 48, 36, 2, 12
ICONS = {
    AccountKind.CASH: "cash",
    AccountKind.WECHAT: "brand-wechat",
    AccountKind.ALIPAY: "brand-alipay",
    AccountKind.CARD: "credit-card",
    AccountKind.BANK: "building-warehouse",
}
OWED_ICON = "notebook"
HEADING_CHOSEN = TextStyle(15, True)


class Way(Protocol):
    """An account, or what is not paid now."""

    @property
    def account_id(self) -> int | None:
        """Its key; None: nothing is paid now."""

    @property
    def kind(self) -> AccountKind | None:
        """What it is; None: nothing is paid now."""

    @property
    def name(self) -> str:
        """Its word."""


AnyWay = TypeVar("AnyWay", bound=Way)


class TenderList(QWidget, Generic[AnyWay]):
    """Number, icon, word, and what was taken already.

    Signals:
        chosen: the way whose digit was pressed. dropped: Delete. left: back to the amount.
    """

    chosen = Signal(object)
    dropped = Signal()
    left = Signal()

    def __init__(self, ways: Sequence[AnyWay], parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent)
        self._ways = tuple(ways)
        self._title = title or _("方式（按数字键）")
        self._chosen: AnyWay | None = None
        self._parts: Mapping[int, Money] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self._title)

    def show_state(self, chosen: AnyWay | None, parts: Mapping[int, Money]) -> None:
        """Another way chosen, other parts taken."""
        self._chosen, self._parts = chosen, dict(parts)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), look().px(HEAD + STEP * len(self._ways) + 4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), look().px(HEAD + LEAST_STEP * len(self._ways) + 4))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        number = event.key() - Qt.Key.Key_1.value
        if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= number < len(self._ways):
            self.chosen.emit(self._ways[number])
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        elif event.key() == Qt.Key.Key_Up and self._chosen is not None:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = (event.position().toPoint().y() - look().px(HEAD)) // self._step()
        if 0 <= number < len(self._ways):
            self.chosen.emit(self._ways[number])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRect(look().px(2 * INSET), look().px(8), self.width(), look().px(24))
        paint_parts(painter, (small(self._title),), head, 0)
        for number, way in enumerate(self._ways):
            top, tall = look().px(HEAD) + number * self._step(), self._step() - look().px(GAP)
            place = QRect(look().px(INSET), top, self.width() - 2 * look().px(INSET), tall)
            self._paint_way(painter, place, number + 1, way)
        if self.hasFocus():
            self._paint_focus(painter)

    def _step(self) -> int:
        """From one way to the next: less where the window is low."""
        return min((self.height() - look().px(HEAD + 4)) // max(len(self._ways), 1), look().px(STEP))

    def _paint_way(self, painter: QPainter, place: QRect, digit: int, way: AnyWay) -> None:
        colours, is_chosen = look().colours, way == self._chosen
        ink = colours.accent if is_chosen else colours.text
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_soft)
            painter.drawRoundedRect(QRectF(place), 6, 6)
        side = look().px(24)
        box = QRect(place.x() + look().px(12), place.y() + (place.height() - side) // 2, side, side)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint_centred(painter, Part(str(digit), HEADING_CHOSEN if is_chosen else HEADING), box, ink)
        icon = QRect(box.right() + look().px(12), place.y(), look().px(22), place.height())
        paint_icon(painter, OWED_ICON if way.kind is None else ICONS[way.kind], ink, icon)
        word = place.adjusted(icon.right() + look().px(11) - place.x(), 0, -look().px(12), 0)
        paint_parts(painter, (Part(way.name, HEADING_CHOSEN if is_chosen else TextStyle(15)),), word, 0, ink)
        if way.account_id is not None and way.account_id in self._parts:
            self._paint_taken(painter, word, self._parts[way.account_id])

    def _paint_taken(self, painter: QPainter, place: QRect, amount: Money) -> None:
        size = look().px(18)
        tick = QRect(place.right() + 1 - size, place.y(), size, place.height())
        paint_icon(painter, "check", look().colours.success, tick)
        paint_right(painter, Part(money_text(amount), BODY), place.adjusted(0, 0, -size - look().px(12), 0))

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look().colours.focus, 2))
        place = self.rect().adjusted(look().px(INSET) - 3, look().px(HEAD) - 3, -look().px(INSET) + 3, -1)
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
