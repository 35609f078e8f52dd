"""A button that shows its key, and that only the mouse and the space bar press."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.type_scale import (
    ANSWER,
    BODY,
    CAPTION,
    HEADING,
    KEY_CAP,
    QTY,
    TITLE,
    TextStyle,
    height,
    text_width,
)
from jxc_desktop.ui.widgets.key_cap import CapColours, KeyHint, key_cap_width, paint_key_cap
from jxc_desktop.ui.widgets.parts import baseline_in, paint_words

# What scanners send for control characters: Ctrl+J, M, I, [, ], \.
SCANNER_KEYS = frozenset({"Ctrl+J", "Ctrl+M", "Ctrl+I", "Ctrl+[", "Ctrl+]", "Ctrl+\\"})


class ButtonKind(StrEnum):
    """What a button is for: primary is the next thing, once a page; danger is drawn as an outline."""

    NORMAL = "normal"
    PRIMARY = "primary"
    DANGER = "danger"


class ButtonHeight(StrEnum):
    """How high a button is."""

    NORMAL = "normal"
    SMALL = "small"
    DIALOG = "dialog"
    PAY = "pay"


HEIGHTS = {ButtonHeight.NORMAL: 34, ButtonHeight.SMALL: 28, ButtonHeight.DIALOG: 42, ButtonHeight.PAY: 60}
STYLES: dict[tuple[ButtonHeight, bool], TextStyle] = {
    (ButtonHeight.DIALOG, False): HEADING,
    (ButtonHeight.DIALOG, True): QTY,
    (ButtonHeight.PAY, False): TITLE,
    (ButtonHeight.PAY, True): TextStyle(20, True),
}
CAPS = {ButtonHeight.DIALOG: CAPTION, ButtonHeight.PAY: BODY}


class KeyButton(QPushButton):
    """Icon, words and key cap on one button.

    Attributes:
        key: the key as it is written on the cap; the page listens for it, the button does not.
        kind: normal, primary or danger.

    Raises:
        ValueError: scanners send this key, so no act may have it.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: str = "",
        tall: ButtonHeight = ButtonHeight.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        if QKeySequence(key).toString() in SCANNER_KEYS:
            raise ValueError(key)
        super().__init__(text, parent)
        self.key, self.kind, self._icon_name, self._tall = key, kind, icon, tall
        self.setProperty("kind", kind.value)
        self.setProperty("tall", tall.value)
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def refuse(self, reason: str) -> None:
        """Switch the button off and say why; an empty reason switches it on again."""
        self.setEnabled(not reason)
        self.setToolTip(reason)

    def key_hints(self) -> tuple[KeyHint, ...]:
        """Its key and its words."""
        return (KeyHint(self.key, self.text()),) if self.key else ()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * look().px(15), height(HEIGHTS[self._tall]))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # some desktops press a focused button with Enter, which is how scanners end a code
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        left = (self.width() - self._content_width()) // 2
        self._paint_content(painter, QRect(left, 0, self.width() - left, self.height()))

    def _paint_content(self, painter: QPainter, place: QRect) -> None:
        ink, x = self._ink(), place.x()
        if self._icon_name:
            size = look().px(18)
            paint_icon(painter, self._icon_name, self._icon_ink(), QRect(x, place.y(), size, place.height()))
            x += size + look().px(8)
        if self.text():
            paint_words(painter, self.text(), self._style(), ink, x, baseline_in(place, self._style()))
            x += text_width(self._style(), self.text()) + look().px(8)
        if self.key:
            spot = QRect(x, place.y(), place.width(), place.height())
            paint_key_cap(painter, self.key, spot, self._cap_colours(), self._cap_style())

    def _content_width(self) -> int:
        widths = [look().px(18)] if self._icon_name else []
        if self.text():
            widths.append(text_width(self._style(), self.text()))
        if self.key:
            widths.append(key_cap_width(self.key, self._cap_style()))
        return sum(widths) + look().px(8) * max(len(widths) - 1, 0)

    def _style(self) -> TextStyle:
        is_bold = self.kind is ButtonKind.PRIMARY or self.isChecked()
        return STYLES.get((self._tall, is_bold), ANSWER if is_bold else BODY)

    def _ink(self) -> QColor:
        colours = look().colours
        if not self.isEnabled():
            return colours.text_disabled
        if self.isChecked():
            return colours.accent
        return {ButtonKind.PRIMARY: colours.accent_text, ButtonKind.DANGER: colours.danger}.get(self.kind, colours.text)

    def _icon_ink(self) -> QColor:
        is_plain = self.kind is ButtonKind.NORMAL and self.isEnabled() and not self.isChecked()
        return look().colours.text_muted if is_plain else self._ink()

    def _cap_style(self) -> TextStyle:
        return CAPS.get(self._tall, KEY_CAP)

    def _cap_colours(self) -> CapColours:
        colours = look().colours
        if not self.isEnabled():
            return CapColours(colours.border, colours.text_disabled)
        if self.kind is ButtonKind.PRIMARY:
            return CapColours(colours.accent_text, colours.accent_text)
        return CapColours(colours.border, colours.text_muted, colours.surface)
