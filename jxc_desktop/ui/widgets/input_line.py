"""Lines to type into: words with an input method, numbers without one."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, text_width
from jxc_desktop.ui.widgets.arithmetic import BadSumError, calculate, plain_digits
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_right


class InputLine(QLineEdit):
    """A line for words, with an icon at its left and a unit or a key at its right end."""

    def __init__(self, text: str = "", unit: str = "", icon: str = "", key: str = "", parent: QWidget | None = None):
        super().__init__(text, parent)
        self._unit, self._icon_name, self._key = unit, icon, key
        self._make_room()

    def settle(self) -> None:
        """Bring what was typed into its final form."""

    def mark_bad(self, is_bad: bool) -> None:
        """Draw the danger edge, or take it away."""
        if bool(self.property("bad")) != is_bad:
            self.setProperty("bad", is_bad)
            self.style().unpolish(self)
            self.style().polish(self)

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
        if self._unit:
            paint_right(painter, Part(self._unit, BODY, Tone.MUTED), inner)

    def _make_room(self) -> None:
        left = look().px(18 + 8) if self._icon_name else 0
        right = text_width(BODY, self._unit) + look().px(6) if self._unit else 0
        self.setTextMargins(left, 0, right, 0)


class SumValidator(QValidator):
    """Lets only digits and signs of a sum in, full-width ones as plain ones."""

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = plain_digits(text)
        is_sum = all(letter in "0123456789.+-*/() ," for letter in plain)
        return (QValidator.State.Acceptable if is_sum else QValidator.State.Invalid), plain, position


class NumberInput(InputLine):
    """A line for a number: no input method, no wheel, its value selected on focus, sums worked out on leaving.

    The scan filter knows it by the property "number".
    """

    def __init__(self, text: str = "", unit: str = "", decimals: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(text, unit, parent=parent)
        self._decimals = decimals
        self.setProperty("number", True)
        self.setValidator(SumValidator(self))
        self.editingFinished.connect(self.settle)

    def number(self) -> Decimal | None:
        """The number, rounded to the decimals of the field; none where nothing or no number is written."""
        try:
            return calculate(self.text()).quantize(Decimal(1).scaleb(-self._decimals), ROUND_HALF_UP)
        except BadSumError:
            return None

    @override
    def settle(self) -> None:
        """Work the sum out; a plain number stays as it was typed."""
        is_sum = any(sign in self.text()[1:] for sign in "+-*/()")
        number = self.number()
        if is_sum and number is not None:
            self.setText(_without_idle_zeros(number))

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        if query is Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _without_idle_zeros(number: Decimal) -> str:
    text = f"{number:f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if plain in ("-0", "") else plain
