"""What the stock may refuse."""

from dataclasses import dataclass

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import ShopError


@dataclass(frozen=True, slots=True)
class Shortage:
    """One product of which there is not enough.

    Attributes:
        on_hand: what there is, at the moment it would be too little; wanted: what should leave.
    """

    product_id: int
    name: str
    on_hand: Quantity
    wanted: Quantity


class OversoldError(ShopError):
    """More would leave than there is; all lines that are short are named together.

    Attributes:
        shortages: one per product.
    """

    def __init__(self, shortages: tuple[Shortage, ...]) -> None:
        super().__init__(shortages)
        self.shortages = shortages


class GoodsGoneError(ShopError):
    """Goods that would have to go back are not there any more; a price correction is the way.

    Attributes:
        names: the products.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


class HasMovesError(ShopError):
    """Opening stock is for goods that never moved.

    Attributes:
        names: the products that have moves.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names
