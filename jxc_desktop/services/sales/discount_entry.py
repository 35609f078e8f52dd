"""What a clerk types for a discount: 9 = 9 折, 85 = 85 折, =10.8 折后价, -1.2 减掉的钱."""

from dataclasses import dataclass

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError, parse_scaled
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError

WHOLE = 10_000  # 1/100 percent
TENTHS_UP_TO, PERCENT_UP_TO = 10 * 100, 100 * 100


@dataclass(frozen=True, slots=True)
class DiscountEntry:
    """A discount as it was typed; all of it empty: no discount.

    Attributes:
        percent_off: in 1/100 percent; amount_off: in money; after: what one piece, or the bill, should cost instead.
    """

    percent_off: int = 0
    amount_off: Money = Money(0)
    after: UnitPrice | None = None

    def after_in_money(self) -> Money:
        """What the bill should come to.

        Raises:
            BadNumberError: it has parts of a fen.
        """
        return Money.parse(str(self.after))


def parse_discount(text: str, field: str = "line_discount") -> DiscountEntry:
    """The discount in the text.

    Raises:
        BadNumberError: it is no number.
        InvalidInputError: it is 0 or below, or more than ten tenths; the field is named.
    """
    typed = text.strip()
    if typed[:1] in ("=", "＝"):
        return DiscountEntry(after=UnitPrice.parse(typed[1:]))
    if typed[:1] in ("-", "−", "－"):
        return DiscountEntry(amount_off=Money.parse(typed[1:]))
    return DiscountEntry(percent_off=_percent_off(typed, field)) if typed else DiscountEntry()


def _percent_off(text: str, field: str) -> int:
    """9 and 90 are both 九折, 8.5 and 85 both 八五折; 10 and 100 are none."""
    hundredths = parse_scaled(text, places=2)
    if hundredths <= 0:
        raise InvalidInputError(field, "not_positive", text)
    if hundredths > PERCENT_UP_TO:
        raise InvalidInputError(field, "no_such_discount", text)
    left = hundredths * 10 if hundredths <= TENTHS_UP_TO else hundredths
    if left > WHOLE:
        raise BadNumberError(text, 2)
    return WHOLE - left
