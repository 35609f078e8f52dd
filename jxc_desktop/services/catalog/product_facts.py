"""Single facts of a product that many acts ask for: what it is called, whether any of it ever came or went."""

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Product, StockMove
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_NAME = Query[tuple[str]](select(Product.name).where(Product.id == bindparam("product")), "product")
_HAS_MOVED = Query[tuple[int]](
    select(StockMove.id).where(StockMove.product_id == bindparam("product")).limit(1), "product"
)


def product_name(books: OpenTransaction, product_id: int) -> str:
    """What a product is called; "" where there is none."""
    row = books.row(_NAME, product_id)
    return "" if row is None else row[0]


def has_moved(books: OpenTransaction, product_id: int) -> bool:
    """Whether any of it ever came or went."""
    return books.row(_HAS_MOVED, product_id) is not None
