"""Goods in a test: short words for what a scan finds."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct


def found(
    product_id: int = 1,
    price: str = "3.00",
    *,
    unit: str = "瓶",
    factor: int = 1,
    lowest: str | None = None,
    quantity: str = "1",
    given: str | None = None,
    is_weighed: bool = False,
    on_hand: int = 100,
) -> FoundProduct:
    """What a scan found; price, quantity and amount written as text."""
    return FoundProduct(
        product_id=product_id,
        name=f"商品{product_id}",
        code=f"690000000000{product_id}",
        unit_name=unit,
        unit_factor=Quantity.of(factor),
        price=UnitPrice.parse(price),
        lowest_price=None if lowest is None else UnitPrice.parse(lowest),
        is_weighed=is_weighed,
        on_hand=Quantity.of(on_hand),
        quantity=Quantity.parse(quantity),
        given_amount=None if given is None else Money.parse(given),
    )


def bag(given: str, quantity: str, price: str = "10.00") -> FoundProduct:
    """A bag with a label of the scale."""
    return found(9, price, unit="kg", quantity=quantity, given=given, is_weighed=True)
