"""Lines to type numbers into: no input method, no wheel, sums worked out."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.ui.widgets.arithmetic import BadSumError, calculate, plain_digits
from jxc_desktop.ui.widgets.input_line import InputLine


class SumValidator(QValidator):
    """Lets only digits and signs of a sum in, and the signs given besides; full-width ones as plain ones."""

    def __init__(self, parent: QWidget, also: str = "") -> None:
        super().__init__(parent)
        self._letters = frozenset("0123456789.+-*/() ," + also)

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = plain_digits(text)
        is_sum = self._letters.issuperset(plain)
        return (QValidator.State.Acceptable if is_sum else QValidator.State.Invalid), plain, position


class NumberInput(InputLine):
    """A line for a number: no input method, no wheel, its value selected on focus, sums worked out on leaving.

    The scan filter knows it by the property "number". Signs in `also` may be typed besides those of a sum.
    """

    def __init__(
        self, text: str = "", unit: str = "", decimals: int = 4, parent: QWidget | None = None, also: str = ""
    ) -> None:
        super().__init__(text, unit, parent=parent)
        self._decimals = decimals
        self.setProperty("number", True)
        self.setValidator(SumValidator(self, also))
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
        return super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)

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
