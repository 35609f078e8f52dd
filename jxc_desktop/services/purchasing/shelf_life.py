"""How long goods keep, as it was noted when they came in last."""

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import GoodsReceiptLine
from jxc_desktop.models.values.days import day_of
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_LAST_DATES = Query[tuple[int, int]](
    select(GoodsReceiptLine.produced_on, GoodsReceiptLine.expires_on)
    .where(
        GoodsReceiptLine.product_id == bindparam("product"),
        GoodsReceiptLine.quantity > 0,
        GoodsReceiptLine.produced_on.is_not(None),
        GoodsReceiptLine.expires_on.is_not(None),
    )
    .order_by(GoodsReceiptLine.id.desc())
    .limit(1),
    "product",
)


def last_shelf_days(books: OpenTransaction, product_id: int) -> int | None:
    """The days from production to expiry of the newest batch that has both noted; None: no batch has.

    Units: days.
    """
    dates = books.row(_LAST_DATES, product_id)
    return None if dates is None else (day_of(dates[1]) - day_of(dates[0])).days or None
