"""What selling may refuse."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import NotAllowedError, ShopError


class EmptyTicketError(ShopError):
    """There is nothing to sell or to bring back."""


class PriceChangedError(ShopError):
    """Prices changed since they were scanned; the customer should hear the new ones first.

    Attributes:
        prices: product key → its price per sold unit now.
    """

    def __init__(self, prices: dict[int, UnitPrice]) -> None:
        super().__init__(prices)
        self.prices = prices


class BelowLowestPriceError(ShopError):
    """A line would go below the lowest price of its product.

    Attributes:
        name: the product; lowest: what it may cost at least, per base unit.
    """

    def __init__(self, name: str, lowest: UnitPrice) -> None:
        super().__init__(name, lowest)
        self.name = name
        self.lowest = lowest


class LimitError(NotAllowedError):
    """It goes further than this operator may go by himself; another one may allow it.

    Attributes:
        name: whose limit it is.
    """

    def __init__(self, call: str, name: str) -> None:
        super().__init__(call)
        self.name = name


class DiscountLimitError(LimitError):
    """More is taken off than the operator may take off.

    Attributes:
        lowest: how many percent of the list price he must ask at least.
    """

    def __init__(self, call: str, name: str, lowest: int) -> None:
        super().__init__(call, name)
        self.lowest = lowest


class RefundLimitError(LimitError):
    """More is given back than the operator may give back.

    Attributes:
        highest: how much he may at most.
    """

    def __init__(self, call: str, name: str, highest: Money) -> None:
        super().__init__(call, name)
        self.highest = highest


class UnreadableCartError(ShopError):
    """A saved cart is in no form this program knows; it stays where it is."""


class WrongPaymentError(ShopError):
    """What is paid does not fit what is due.

    Attributes:
        missing: > 0: still due; < 0: too much by a way of paying that gives no change.
    """

    def __init__(self, missing: Money) -> None:
        super().__init__(missing)
        self.missing = missing


class TooMuchReturnedError(ShopError):
    """More would come back than is still out.

    Attributes:
        name: the product; left: how much may still come back.
    """

    def __init__(self, name: str, left: Quantity) -> None:
        super().__init__(name, left)
        self.name = name
        self.left = left


class HasReturnsError(ShopError):
    """Goods of the sale came back already; it cannot be undone as a whole.

    Attributes:
        number: the sale.
    """

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
