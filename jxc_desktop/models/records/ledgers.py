"""The append-only ledgers, and the balances that are their sums."""

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.models.records.columns import Key, Record
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity


class Place(Record):
    """Where goods can be: a warehouse, or one of the virtual places outside and between."""

    __tablename__ = "place"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60), unique=True)
    is_active: Mapped[bool] = mapped_column(default=True)


class Partner(Record):
    """A supplier, a customer, or both."""

    __tablename__ = "partner"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    initials: Mapped[str] = mapped_column(String(120))
    is_supplier: Mapped[bool] = mapped_column(default=False)
    is_customer: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str] = mapped_column(String(40), default="")
    is_active: Mapped[bool] = mapped_column(default=True)


class Account(Record):
    """Where money lies: the drawer, the bank, WeChat … and 历史结算 for trade settled before this program.

    Attributes:
        kind: which way of paying it stands for.
    """

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60), unique=True)
    is_active: Mapped[bool] = mapped_column(default=True)


class StockMove(Record):
    """One line of the stock ledger: goods leave one place and arrive at another."""

    __tablename__ = "stock_move"
    __table_args__ = (
        Index("ix_stock_move_product", "product_id", "id"),
        Index("ix_stock_move_document", "document_id"),
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("from_place_id <> to_place_id", name="places"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    from_place_id: Mapped[int] = mapped_column(Key, ForeignKey("place.id"))
    to_place_id: Mapped[int] = mapped_column(Key, ForeignKey("place.id"))
    quantity: Mapped[Quantity]


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
        Index(
            "ix_cost_entry_root",
            "root_move_id",
            sqlite_where=text("root_move_id IS NOT NULL"),
            postgresql_where=text("root_move_id IS NOT NULL"),
        ),
        Index(
            "ix_cost_entry_difference",
            "day",
            "kind",
            "booked",
            sqlite_where=text("kind <> 'move'"),
            postgresql_where=text("kind <> 'move'"),
        ),
        Index("ix_cost_entry_document", "document_id"),
        CheckConstraint("(move_id IS NULL) = (quantity = 0)", name="quantity"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    line_no: Mapped[int]
    day: Mapped[date]
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    move_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stock_move.id"), unique=True)
    root_move_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stock_move.id"))
    kind: Mapped[str] = mapped_column(String(20))
    quantity: Mapped[Quantity]
    exact: Mapped[int]
    booked: Mapped[Money]
    open_quantity: Mapped[Quantity | None]
    open_estimate: Mapped[Money | None]
    last_price: Mapped[int | None]


class MoneyEntry(Record):
    """One change of an account."""

    __tablename__ = "money_entry"
    __table_args__ = (
        Index("ix_money_entry_account", "account_id", "id"),
        Index("ix_money_entry_document", "document_id"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    day: Mapped[date]
    account_id: Mapped[int] = mapped_column(Key, ForeignKey("account.id"))
    amount: Mapped[Money]


class PartnerEntry(Record):
    """One change of what a partner owes the shop (minus: the shop owes the partner)."""

    __tablename__ = "partner_entry"
    __table_args__ = (
        Index("ix_partner_entry_partner", "partner_id", "id"),
        Index("ix_partner_entry_document", "document_id"),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    day: Mapped[date]
    partner_id: Mapped[int] = mapped_column(Key, ForeignKey("partner.id"))
    amount: Mapped[Money]


class StockBalance(Record):
    """How much of a product lies at a place the shop owns."""

    __tablename__ = "stock_balance"
    product_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("product.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("place.id"), primary_key=True)
    quantity: Mapped[Quantity]


class CostBalance(Record):
    """Quantity and value of a product over everything the shop owns.

    Attributes:
        value: in 1/1,000,000 yuan; booked: in fen.
        last_price: in 1/1,000,000 yuan per base unit; None until goods came in or ran out.
    """

    __tablename__ = "cost_balance"
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"), primary_key=True, autoincrement=False)
    quantity: Mapped[Quantity]
    value: Mapped[int]
    booked: Mapped[Money]
    last_price: Mapped[int | None]


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
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    root_move_id: Mapped[int] = mapped_column(Key, ForeignKey("stock_move.id"))
    difference_kind: Mapped[str] = mapped_column(String(20))
    quantity: Mapped[Quantity]
    estimate: Mapped[Money]


class AccountBalance(Record):
    """How much lies in an account."""

    __tablename__ = "account_balance"
    account_id: Mapped[int] = mapped_column(Key, ForeignKey("account.id"), primary_key=True, autoincrement=False)
    amount: Mapped[Money]


class PartnerBalance(Record):
    """What a partner owes the shop (minus: the shop owes)."""

    __tablename__ = "partner_balance"
    partner_id: Mapped[int] = mapped_column(Key, ForeignKey("partner.id"), primary_key=True, autoincrement=False)
    amount: Mapped[Money]
