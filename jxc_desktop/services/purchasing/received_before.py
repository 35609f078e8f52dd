"""Receipt lines as the books hold them, and what of them went back."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import GoodsReceiptLine, Product
from jxc_desktop.models.values.rounding import further_part
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.people.lines_back import WrittenUnit, back_so_far, unit_of_part
from jxc_desktop.services.purchasing.posting import ReceiptLineDraft
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_SELECT = select(
    GoodsReceiptLine.document_id,
    GoodsReceiptLine.id,
    GoodsReceiptLine.product_id,
    GoodsReceiptLine.quantity,
    GoodsReceiptLine.unit_name,
    GoodsReceiptLine.unit_factor,
    GoodsReceiptLine.price,
    GoodsReceiptLine.amount,
    GoodsReceiptLine.tax_rate,
    GoodsReceiptLine.tax,
    GoodsReceiptLine.discount,
    GoodsReceiptLine.lot_number,
    GoodsReceiptLine.produced_on,
    GoodsReceiptLine.expires_on,
    GoodsReceiptLine.origin_line_id,
    GoodsReceiptLine.move_id,
    *(back_so_far(table_of(GoodsReceiptLine), name) for name in ("quantity", "amount", "tax", "discount")),
    Product.unit,
    Product.is_weighed,
).join(Product, Product.id == GoodsReceiptLine.product_id)
_LINES = Query[tuple[Any, ...]](
    _SELECT.where(GoodsReceiptLine.document_id == bindparam("document")).order_by(GoodsReceiptLine.line_no), "document"
)
_LINE = Query[tuple[Any, ...]](_SELECT.where(GoodsReceiptLine.id == bindparam("line")), "line")


@dataclass(frozen=True, slots=True)
class ReceivedBefore:
    """A receipt line as the books hold it, and what of it went back; quantities in 1/1000, amounts in fen."""

    document_id: int
    id: int
    product_id: int
    quantity: int
    unit_name: str
    unit_factor: int
    price: int
    amount: int
    tax_rate: str
    tax: int
    discount: int
    lot_number: str | None
    produced_on: int | None
    expires_on: int | None
    origin_line_id: int | None
    move_id: int
    back_quantity: int
    back_amount: int
    back_tax: int
    back_discount: int
    base_unit: str
    is_weighed: bool

    @property
    def left(self) -> int:
        """How much may still go back."""
        return self.quantity - self.back_quantity

    def back(self, quantity: int) -> ReceiptLineDraft:
        """A line that sends so much back at the receipt's price."""
        after, size = self.back_quantity + quantity, self.quantity
        draft = self._draft(
            -quantity,
            -further_part(self.amount, self.back_amount, after, size),
            -further_part(self.tax, self.back_tax, after, size),
            -further_part(self.discount, self.back_discount, after, size),
            None,
        )
        unit = WrittenUnit(self.unit_name, self.unit_factor, self.price)
        return draft._replace(**unit_of_part(quantity, size, unit, self.base_unit)._asdict())

    def again(self) -> ReceiptLineDraft:
        """A line that undoes this return: what went back comes in again."""
        return self._draft(-self.quantity, -self.amount, -self.tax, -self.discount, self.move_id)

    def _draft(self, quantity: int, amount: int, tax: int, discount: int, root: int | None) -> ReceiptLineDraft:
        return ReceiptLineDraft(
            product_id=self.product_id,
            quantity=quantity,
            unit_name=self.unit_name,
            unit_factor=self.unit_factor,
            price=self.price,
            amount=amount,
            tax_rate=self.tax_rate,
            discount=discount,
            tax=tax,
            lot_number=self.lot_number,
            produced_on=self.produced_on,
            expires_on=self.expires_on,
            origin_line_id=self.origin_line_id if root is not None else self.id,
            root_move_id=root,
        )


def received_before(work: OpenTransaction, document_id: int) -> list[ReceivedBefore]:
    """The lines of a receipt or supplier return, in order."""
    return [ReceivedBefore(*row) for row in work.rows(_LINES, document_id)]


def received_line(work: OpenTransaction, line_id: int) -> ReceivedBefore:
    """One line of a receipt.

    Raises:
        NotFoundError: there is none, or it is a return.
    """
    row = work.row(_LINE, line_id)
    line = None if row is None else ReceivedBefore(*row)
    if line is None or line.quantity < 0:
        raise NotFoundError("receipt_line", line_id)
    return line
