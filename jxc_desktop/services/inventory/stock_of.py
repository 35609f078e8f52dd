"""One product's stock, place by place."""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, or_, select

from jxc_desktop.models.records import Place, StockBalance
from jxc_desktop.models.values.places import PlaceKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.inventory.stock_list import StockRow, stock_row
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words.given_names import shown_name

_ON_HAND = func.coalesce(StockBalance.quantity, 0)
_PLACES = Query[tuple[int, str, int]](
    select(Place.id, Place.name, _ON_HAND)
    .outerjoin(StockBalance, and_(StockBalance.place_id == Place.id, StockBalance.product_id == bindparam("product")))
    .where(or_(and_(Place.kind == PlaceKind.WAREHOUSE.value, Place.is_active), _ON_HAND != 0))
    .order_by(Place.id),
    "product",
)


@dataclass(frozen=True, slots=True)
class PlaceStock:
    """How much of a product lies at a place."""

    place_id: int
    name: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class ProductStock:
    """A product's stock.

    Attributes:
        total: over everything the shop owns.
        places: every warehouse in use, and other places of the shop where some of it lies.
    """

    total: StockRow
    places: tuple[PlaceStock, ...]


def stock_of(books: OpenTransaction, product_id: int, *, with_cost: bool) -> ProductStock:
    """How much of a product the shop has, and where; without costs none is read.

    Raises:
        NotFoundError: there is no such product.
    """
    total = stock_row(books, product_id, with_cost=with_cost)
    if total is None:
        raise NotFoundError("product", product_id)
    places = books.rows(_PLACES, product_id)
    return ProductStock(total, tuple(PlaceStock(key, shown_name(name), Quantity(milli)) for key, name, milli in places))
