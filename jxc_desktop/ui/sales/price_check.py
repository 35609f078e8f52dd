"""What goods in the cart cost now."""

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.sales.cart import CartLine
from jxc_desktop.services.shop import Shop


def todays_price(shop: Shop, line: CartLine) -> UnitPrice | None:
    """The list price of the line's unit; None where the goods are not sold any more."""
    try:
        return shop.catalog.product(line.goods.product_id).price_of(line.goods.unit_name, line.goods.unit_factor)
    except NotFoundError:
        return None
