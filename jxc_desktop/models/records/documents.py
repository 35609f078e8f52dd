"""The documents of the shop and their lines.

A document's quantities and amounts are signed by what it does: a return and a reversal (红冲) carry minus signs, so
that every report is a plain sum.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.models.records.columns import Key, Record
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice


class NumberSeries(Record):
    """The last number given in one kind of document on its newest day."""

    __tablename__ = "number_series"
    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    prefix: Mapped[str] = mapped_column(String(10))
    day: Mapped[date]
    last: Mapped[int]


class Document(Record):
    """The head of one document.

    Attributes:
        token: the idempotency key of the form it came from; pressed twice, there is still one document.
        day: the business date reports go by; moment: when it was written down.
        amount: what it is worth to the other side: due, owed, credited.
        reverses_id: the document this one undoes; a document is undone once at most.
        is_history: brought in from the system used before.
        member_code: the member's number as written at the counter.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("kind", "number"),
        Index("ix_document_kind_day", "kind", "day"),
        Index(
            "ix_document_shift_id",
            "shift_id",
            sqlite_where=text("shift_id IS NOT NULL"),
            postgresql_where=text("shift_id IS NOT NULL"),
        ),
        Index(
            "ix_document_partner_id",
            "partner_id",
            sqlite_where=text("partner_id IS NOT NULL"),
            postgresql_where=text("partner_id IS NOT NULL"),
        ),
        CheckConstraint(
            "kind <> 'sale' OR is_history OR reverses_id IS NOT NULL OR state = 'draft' OR shift_id IS NOT NULL",
            name="sale_has_shift",
        ),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(60))
    token: Mapped[str | None] = mapped_column(String(36), unique=True)
    state: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]
    moment: Mapped[str] = mapped_column(String(23))
    operator_id: Mapped[int] = mapped_column(Key, ForeignKey("operator.id"))
    shift_id: Mapped[int | None] = mapped_column(Key, ForeignKey("shift.id"))
    partner_id: Mapped[int | None] = mapped_column(Key, ForeignKey("partner.id"))
    place_id: Mapped[int] = mapped_column(Key, ForeignKey("place.id"))
    amount: Mapped[Money]
    member_code: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text, default="")
    reverses_id: Mapped[int | None] = mapped_column(Key, ForeignKey("document.id"), unique=True)
    is_history: Mapped[bool] = mapped_column(default=False)


class SaleLine(Record):
    """One line of a sale, or of a return by a customer.

    Attributes:
        quantity: of the base unit; unit_name and unit_factor say how it was sold (2 箱 of 24 瓶).
        list_amount: at the list price; the discounts are ≥ 0 for a sale; net is what was paid.
        is_amount_given: the amount came from a label and was not computed.
        cost: booked fen that left stock with it; cost differences that came later are entries of their own.
    """

    __tablename__ = "sale_line"
    __table_args__ = (
        UniqueConstraint("document_id", "line_no"),
        Index("ix_sale_line_report", "day", "product_id", "quantity", "net", "cost"),
        Index(
            "ix_sale_line_origin",
            "origin_line_id",
            sqlite_where=text("origin_line_id IS NOT NULL"),
            postgresql_where=text("origin_line_id IS NOT NULL"),
        ),
        CheckConstraint("quantity <> 0", name="quantity"),
        CheckConstraint(
            "net = list_amount - line_discount - ticket_discount - coupon_share - rounding_off", name="net"
        ),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    quantity: Mapped[Quantity]
    unit_name: Mapped[str] = mapped_column(String(20))
    unit_factor: Mapped[Quantity]
    price: Mapped[UnitPrice]
    list_amount: Mapped[Money]
    line_discount: Mapped[Money]
    ticket_discount: Mapped[Money]
    coupon_share: Mapped[Money]
    rounding_off: Mapped[Money]
    net: Mapped[Money]
    is_amount_given: Mapped[bool]
    tax_rate: Mapped[TaxRate]
    tax: Mapped[Money]
    cost: Mapped[Money]
    origin_line_id: Mapped[int | None] = mapped_column(Key, ForeignKey("sale_line.id"))
    move_id: Mapped[int] = mapped_column(Key, ForeignKey("stock_move.id"))


class GoodsReceiptLine(Record):
    """One line of goods received, or returned to the supplier.

    Attributes:
        amount: what is owed for it after discount, tax included; tax: the deductible part; cost = amount − tax.
        lot_number, produced_on, expires_on: as noted at the door (食品进货查验).
    """

    __tablename__ = "goods_receipt_line"
    __table_args__ = (
        UniqueConstraint("document_id", "line_no"),
        Index("ix_goods_receipt_line_report", "day", "product_id", "quantity", "amount", "cost"),
        Index("ix_goods_receipt_line_product", "product_id", "id"),
        Index(
            "ix_goods_receipt_line_origin",
            "origin_line_id",
            sqlite_where=text("origin_line_id IS NOT NULL"),
            postgresql_where=text("origin_line_id IS NOT NULL"),
        ),
        CheckConstraint("quantity <> 0", name="quantity"),
        CheckConstraint("cost = amount - tax", name="cost"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    quantity: Mapped[Quantity]
    unit_name: Mapped[str] = mapped_column(String(20))
    unit_factor: Mapped[Quantity]
    price: Mapped[UnitPrice]
    discount: Mapped[Money]
    amount: Mapped[Money]
    tax_rate: Mapped[TaxRate]
    tax: Mapped[Money]
    cost: Mapped[Money]
    lot_number: Mapped[str | None] = mapped_column(String(40))
    produced_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    origin_line_id: Mapped[int | None] = mapped_column(Key, ForeignKey("goods_receipt_line.id"))
    move_id: Mapped[int] = mapped_column(Key, ForeignKey("stock_move.id"))


class StockLine(Record):
    """One line of a document that changes stock without buying or selling: opening stock, a count difference.

    Attributes:
        book_quantity, counted_quantity: what a count found against the books.
        cost: booked fen that came into stock with it (minus: left).
    """

    __tablename__ = "stock_line"
    __table_args__ = (
        UniqueConstraint("document_id", "line_no"),
        Index("ix_stock_line_product", "product_id", "id"),
        CheckConstraint("quantity <> 0", name="quantity"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    quantity: Mapped[Quantity]
    book_quantity: Mapped[Quantity | None]
    counted_quantity: Mapped[Quantity | None]
    cost: Mapped[Money]
    origin_line_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stock_line.id"))
    move_id: Mapped[int] = mapped_column(Key, ForeignKey("stock_move.id"))


class CostCorrectionLine(Record):
    """Freight or a price correction on goods received earlier, and how it was split.

    Attributes:
        kept: the part that stayed in the value of the stock; the rest is a cost difference.
    """

    __tablename__ = "cost_correction_line"
    __table_args__ = (
        UniqueConstraint("document_id", "line_no"),
        Index("ix_cost_correction_line_receipt", "receipt_line_id"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    receipt_line_id: Mapped[int] = mapped_column(Key, ForeignKey("goods_receipt_line.id"))
    amount: Mapped[Money]
    kept: Mapped[Money]


class Tender(Record):
    """One part of a payment.

    Attributes:
        tendered: what was handed over; kept: what stayed with the shop; the difference is the change.
        reference: the payment service's number.
    """

    __tablename__ = "tender"
    __table_args__ = (UniqueConstraint("document_id", "line_no"),)
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    account_id: Mapped[int] = mapped_column(Key, ForeignKey("account.id"))
    tendered: Mapped[Money]
    kept: Mapped[Money]
    reference: Mapped[str] = mapped_column(String(60), default="")
