"""How much one line of a document moves at most, and is worth: more than any shop has of one product."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError

MOST_FOUND = Quantity.of(9_999_999)
MOST_WORTH = Money(9_999_999_99)


def refuse_too_large(field: str, quantity: Quantity, amount: Money | None = None) -> None:
    """Refuse what no shop has: a code that was typed as a number ends here.

    Raises:
        InvalidInputError: the quantity, in the field of that name, or the amount is beyond the bounds.
    """
    if quantity > MOST_FOUND:
        raise InvalidInputError(field, "too_large", quantity)
    if amount is not None and abs(amount.fen) > MOST_WORTH.fen:
        raise InvalidInputError("amount", "too_large", amount)
