"""What buying may refuse."""

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import ShopError


class TooMuchSentBackError(ShopError):
    """More would go back than is left of the receipt.

    Attributes:
        name: the product; left: how much may still go back.
    """

    def __init__(self, name: str, left: Quantity) -> None:
        super().__init__(name, left)
        self.name = name
        self.left = left


class UnreadableDraftError(ShopError):
    """A delivery being counted was saved in a way this program cannot read; it is left where it is."""
