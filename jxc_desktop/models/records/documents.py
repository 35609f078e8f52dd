"""The documents of the shop and their lines.

A document's quantities and amounts are signed by what it does: a return and a reversal (红冲) carry minus signs, so
that every report is a plain sum.
"""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint

from jxc_desktop.models.records.columns import (
    DayColumn,
    Key,
    MoneyColumn,
    QuantityColumn,
    Record,
    TaxRateColumn,
    UnitPriceColumn,
    column,
    optional,
    partial_index,
)


class NumberSeries(Record):
    """The last number given in one kind of document on its newest day."""

    __tablename__ = "number_series"
    kind = column(String(30), primary_key=True)
    prefix = column(String(10))
    day = column(DayColumn)
    last = column(BigInteger)


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
        partial_index(
            "ix_document_shift_id",
            "shift_id",
            where="shift_id IS NOT NULL",
        ),
        partial_index(
            "ix_document_partner_id",
            "partner_id",
            where="partner_id IS NOT NULL",
        ),
        CheckConstraint(
            "kind <> 'sale' OR is_history OR reverses_id IS NOT NULL OR state = 'draft' OR shift_id IS NOT NULL",
            name="sale_has_shift",
        ),
    )
    id = column(Key, primary_key=True)
    kind = column(String(30))
    number = column(String(60))
    token = optional(String(36), unique=True)
    state = column(String(20))
    day = column(DayColumn)
    moment = column(String(23))
    operator_id = column(Key, ForeignKey("operator.id"))
    shift_id = optional(Key, ForeignKey("shift.id"))
    partner_id = optional(Key, ForeignKey("partner.id"))
    place_id = column(Key, ForeignKey("place.id"))
    amount = column(MoneyColumn)
    member_code = optional(String(40))
    note = column(Text, default="")
    reverses_id = optional(Key, ForeignKey("document.id"), unique=True)
    is_history = column(Boolean, default=False)


class SaleLine(Record):
    """One line of a sale, or of a return by a customer.

    Attributes:
        quantity: of the base unit; unit_name and unit_factor say how it was sold (2 箱 of 24 瓶).
        price: the list price, or a higher one that was agreed on; list_amount: at that price.
        net: what was paid, after the discounts, which are ≥ 0 for a sale.
        is_amount_given: the amount came from a label and was not computed.
        cost: booked fen that left stock with it; cost differences that came later are entries of their own.
    """

    __tablename__ = "sale_line"
    __table_args__ = (
        UniqueConstraint("document_id", "line_no"),
        Index("ix_sale_line_report", "day", "product_id", "quantity", "net", "cost"),
        partial_index(
            "ix_sale_line_origin",
            "origin_line_id",
            where="origin_line_id IS NOT NULL",
        ),
        CheckConstraint("quantity <> 0", name="quantity"),
        CheckConstraint(
            "net = list_amount - line_discount - ticket_discount - coupon_share - rounding_off", name="net"
        ),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    quantity = column(QuantityColumn)
    unit_name = column(String(20))
    unit_factor = column(QuantityColumn)
    price = column(UnitPriceColumn)
    list_amount = column(MoneyColumn)
    line_discount = column(MoneyColumn)
    ticket_discount = column(MoneyColumn)
    coupon_share = column(MoneyColumn)
    rounding_off = column(MoneyColumn)
    net = column(MoneyColumn)
    is_amount_given = column(Boolean)
    tax_rate = column(TaxRateColumn)
    tax = column(MoneyColumn)
    cost = column(MoneyColumn)
    origin_line_id = optional(Key, ForeignKey("sale_line.id"))
    move_id = column(Key, ForeignKey("stock_move.id"))


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
        partial_index(
            "ix_goods_receipt_line_origin",
            "origin_line_id",
            where="origin_line_id IS NOT NULL",
        ),
        CheckConstraint("quantity <> 0", name="quantity"),
        CheckConstraint("cost = amount - tax", name="cost"),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    quantity = column(QuantityColumn)
    unit_name = column(String(20))
    unit_factor = column(QuantityColumn)
    price = column(UnitPriceColumn)
    discount = column(MoneyColumn)
    amount = column(MoneyColumn)
    tax_rate = column(TaxRateColumn)
    tax = column(MoneyColumn)
    cost = column(MoneyColumn)
    lot_number = optional(String(40))
    produced_on = optional(DayColumn)
    expires_on = optional(DayColumn)
    origin_line_id = optional(Key, ForeignKey("goods_receipt_line.id"))
    move_id = column(Key, ForeignKey("stock_move.id"))


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
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    quantity = column(QuantityColumn)
    book_quantity = optional(QuantityColumn)
    counted_quantity = optional(QuantityColumn)
    cost = column(MoneyColumn)
    origin_line_id = optional(Key, ForeignKey("stock_line.id"))
    move_id = column(Key, ForeignKey("stock_move.id"))


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
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    receipt_line_id = column(Key, ForeignKey("goods_receipt_line.id"))
    amount = column(MoneyColumn)
    kept = column(MoneyColumn)


class Tender(Record):
    """One part of a payment.

    Attributes:
        tendered: what was handed over; kept: what stayed with the shop; the difference is the change.
        reference: the payment service's number.
    """

    __tablename__ = "tender"
    __table_args__ = (UniqueConstraint("document_id", "line_no"),)
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    account_id = column(Key, ForeignKey("account.id"))
    tendered = column(MoneyColumn)
    kept = column(MoneyColumn)
    reference = column(String(60), default="")
