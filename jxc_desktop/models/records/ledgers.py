"""The append-only ledgers, and the balances that are their sums."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, ForeignKey, Index, String, Text

from jxc_desktop.models.records.columns import (
    DayColumn,
    Key,
    MoneyColumn,
    QuantityColumn,
    Record,
    column,
    optional,
    partial_index,
)


class Place(Record):
    """Where goods can be: a warehouse, or one of the virtual places outside and between."""

    __tablename__ = "place"
    id = column(Key, primary_key=True)
    kind = column(String(20))
    name = column(String(60), unique=True)
    is_active = column(Boolean, default=True)


class Partner(Record):
    """A supplier, a customer, or both."""

    __tablename__ = "partner"
    id = column(Key, primary_key=True)
    name = column(String(120), unique=True)
    initials = column(String(120))
    is_supplier = column(Boolean, default=False)
    is_customer = column(Boolean, default=False)
    phone = column(String(40), default="")
    is_active = column(Boolean, default=True)
    contact = column(String(60), default="")
    address = column(String(200), default="")
    tax_number = column(String(40), default="")
    note = column(Text, default="")


class Account(Record):
    """Where money lies: the drawer, the bank, WeChat … and 历史结算 for trade settled before this program.

    Attributes:
        kind: which way of paying it stands for.
    """

    __tablename__ = "account"
    id = column(Key, primary_key=True)
    kind = column(String(20))
    name = column(String(60), unique=True)
    is_active = column(Boolean, default=True)


class StockMove(Record):
    """One line of the stock ledger: goods leave one place and arrive at another."""

    __tablename__ = "stock_move"
    __table_args__ = (
        Index("ix_stock_move_product", "product_id", "id"),
        Index("ix_stock_move_document", "document_id"),
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("from_place_id <> to_place_id", name="places"),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    from_place_id = column(Key, ForeignKey("place.id"))
    to_place_id = column(Key, ForeignKey("place.id"))
    quantity = column(QuantityColumn)


class CostEntry(Record):
    """One change of the value of a product's stock.

    Attributes:
        move_id: the move it values; None for a cost difference.
        root_move_id: the earlier move whose cost it changes: the sale a return undoes, the oversold line a
            difference belongs to, the receipt a supplier return or correction goes back to.
        kind: move, sale_difference, purchase_difference, stock_difference, correction.
        quantity: the change of quantity owned; 0 without a move.
        exact: the change of value in 1/1,000,000 yuan; booked: in whole fen.
        open_quantity, open_estimate: the change of what is oversold and still open, and of its estimate in fen.
        last_price: the product's last cost from here on, in 1/1,000,000 yuan per base unit, where it changed.
    """

    __tablename__ = "cost_entry"
    __table_args__ = (
        partial_index(
            "ix_cost_entry_root",
            "root_move_id",
            where="root_move_id IS NOT NULL",
        ),
        partial_index(
            "ix_cost_entry_difference",
            "day",
            "kind",
            "product_id",
            "booked",
            where="kind <> 'move'",
        ),
        Index("ix_cost_entry_document", "document_id"),
        CheckConstraint("(move_id IS NULL) = (quantity = 0)", name="quantity"),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    line_no = column(BigInteger)
    day = column(DayColumn)
    product_id = column(Key, ForeignKey("product.id"))
    move_id = optional(Key, ForeignKey("stock_move.id"), unique=True)
    root_move_id = optional(Key, ForeignKey("stock_move.id"))
    kind = column(String(20))
    quantity = column(QuantityColumn)
    exact = column(BigInteger)
    booked = column(MoneyColumn)
    open_quantity = optional(QuantityColumn)
    open_estimate = optional(MoneyColumn)
    last_price = optional(BigInteger)


class MoneyEntry(Record):
    """One change of an account."""

    __tablename__ = "money_entry"
    __table_args__ = (
        Index("ix_money_entry_account", "account_id", "id"),
        Index("ix_money_entry_document", "document_id"),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    day = column(DayColumn)
    account_id = column(Key, ForeignKey("account.id"))
    amount = column(MoneyColumn)


class PartnerEntry(Record):
    """One change of what a partner owes the shop (minus: the shop owes the partner)."""

    __tablename__ = "partner_entry"
    __table_args__ = (
        Index("ix_partner_entry_partner", "partner_id", "id"),
        Index("ix_partner_entry_document", "document_id"),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    day = column(DayColumn)
    partner_id = column(Key, ForeignKey("partner.id"))
    amount = column(MoneyColumn)


class StockBalance(Record):
    """How much of a product lies at a place the shop owns."""

    __tablename__ = "stock_balance"
    product_id = column(BigInteger, ForeignKey("product.id"), primary_key=True)
    place_id = column(BigInteger, ForeignKey("place.id"), primary_key=True)
    quantity = column(QuantityColumn)


class CostBalance(Record):
    """Quantity and value of a product over everything the shop owns.

    Attributes:
        value: in 1/1,000,000 yuan; booked: in fen.
        last_price: in 1/1,000,000 yuan per base unit; None until goods came in or ran out.
    """

    __tablename__ = "cost_balance"
    product_id = column(Key, ForeignKey("product.id"), primary_key=True, autoincrement=False)
    quantity = column(QuantityColumn)
    value = column(BigInteger)
    booked = column(MoneyColumn)
    last_price = optional(BigInteger)


class OversoldPart(Record):
    """Goods that left before they were booked in, and what they were thought to cost.

    Attributes:
        root_move_id: the move they left with.
        estimate: in fen.
    """

    __tablename__ = "oversold_part"
    __table_args__ = (
        Index("ix_oversold_part_product", "product_id", "id"),
        CheckConstraint("quantity > 0", name="quantity"),
    )
    id = column(Key, primary_key=True)
    product_id = column(Key, ForeignKey("product.id"))
    root_move_id = column(Key, ForeignKey("stock_move.id"))
    difference_kind = column(String(20))
    quantity = column(QuantityColumn)
    estimate = column(MoneyColumn)


class AccountBalance(Record):
    """How much lies in an account."""

    __tablename__ = "account_balance"
    account_id = column(Key, ForeignKey("account.id"), primary_key=True, autoincrement=False)
    amount = column(MoneyColumn)


class PartnerBalance(Record):
    """What a partner owes the shop (minus: the shop owes)."""

    __tablename__ = "partner_balance"
    partner_id = column(Key, ForeignKey("partner.id"), primary_key=True, autoincrement=False)
    amount = column(MoneyColumn)
