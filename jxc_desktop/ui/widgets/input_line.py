"""Lines to type words into."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, text_width
from jxc_desktop.ui.widgets.key_cap import KeyHint, key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_right


class InputLine(QLineEdit):
    """A line for words, with an icon at its left and a unit, small advice or a key at its right end."""

    def __init__(
        self,
        text: str = "",
        unit: str = "",
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
        note: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._key = icon, key
        self._end = Part(note, CAPTION, Tone.MUTED) if note else Part(unit, BODY, Tone.MUTED)
        self._make_room()

    def key_hints(self) -> tuple[KeyHint, ...]:
        """The key that leads into it."""
        return (KeyHint(self._key, self.placeholderText()),) if self._key else ()

    def settle(self) -> None:
        """Bring what was typed into its final form."""

    def mark_bad(self, is_bad: bool) -> None:
        """Draw the danger edge, or take it away."""
        if bool(self.property("bad")) != is_bad:
            self.setProperty("bad", is_bad)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def event(self, event: QEvent) -> bool:
        """Ctrl+E is the page's: on some desktops it is another End, and a line would keep it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ctrl_e(event):
            event.ignore()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        inset = look().px(10)
        inner = self.rect().adjusted(inset, 0, -inset, 0)
        if self._icon_name:
            spot = QRect(inner.x(), 0, look().px(18), self.height())
            paint_icon(painter, self._icon_name, look().colours.text_muted, spot)
        if self._key and not self.text():
            wide = key_cap_width(self._key)
            paint_quiet_cap(painter, self._key, QRect(inner.right() + 1 - wide, 0, wide, self.height()))
        if self._end.text:
            paint_right(painter, self._end, inner)

    def _make_room(self) -> None:
        left = look().px(18 + 8) if self._icon_name else 0
        right = text_width(self._end.style, self._end.text) + look().px(6) if self._end.text else 0
        self.setTextMargins(left, 0, right, 0)


def _is_ctrl_e(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
