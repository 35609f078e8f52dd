"""What an empty list says: what belongs here, when one needs it, and the key that starts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TITLE, height
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.parts import Part, paint_centred

MOST_BUTTONS = 2


class EmptyPage(QWidget):
    """An icon, one bold and one muted sentence, at most two buttons.

    Raises:
        ValueError: more than two buttons.
    """

    def __init__(
        self, icon: str, headline: str, when: str, buttons: Sequence[KeyButton] = (), parent: QWidget | None = None
    ) -> None:
        if len(buttons) > MOST_BUTTONS:
            raise ValueError(len(buttons))
        super().__init__(parent)
        self._icon, self._headline, self._when = icon, headline, when
        self._buttons = tuple(buttons)
        self._first = next((one for one in buttons if one.kind is ButtonKind.PRIMARY), next(iter(buttons), None))
        self.setAccessibleName(f"{headline} {when}")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addSpacing(self._words_height())
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._button_height = height(34) if buttons else 0

    def words(self) -> str:
        """Both sentences."""
        return f"{self._headline}\n{self._when}"

    def take_focus(self) -> bool:
        """Put the focus on the next thing to do; False: there is nothing."""
        if self._first is not None:
            self._first.setFocus()
        return self._first is not None

    def press(self, event: QKeyEvent) -> bool:
        """Press the button of this key, while the page is seen; False: no button has it."""
        keys = QKeySequence(event.keyCombination())
        button = next((one for one in self._buttons if QKeySequence(one.key) == keys and self.isVisible()), None)
        if button is not None:
            button.click()
        return button is not None

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(480), self._words_height() + self._button_height + look().px(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._words_height() - self._button_height) // 2
        paint_icon(painter, self._icon, look().colours.text_muted, QRect(0, top, self.width(), look().px(48)))
        top += look().px(48 + 16)
        paint_centred(painter, Part(self._headline, TITLE), QRect(0, top, self.width(), look().px(32)))
        top += look().px(32)
        paint_centred(painter, Part(self._when, BODY, Tone.MUTED), QRect(0, top, self.width(), look().px(24)))

    def _words_height(self) -> int:
        return look().px(48 + 16 + 32 + 24 + 20)
