"""What the counter keeps beside the books: shifts, carts that are not sold yet, paper to print."""

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.models.records.columns import Key, Record
from jxc_desktop.models.values.money import Money


class Shift(Record):
    """One clerk's time at the drawer."""

    __tablename__ = "shift"
    __table_args__ = (
        Index(
            "uq_shift_open",
            "operator_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    operator_id: Mapped[int] = mapped_column(Key, ForeignKey("operator.id"))
    opened_at: Mapped[str] = mapped_column(String(23))
    closed_at: Mapped[str | None] = mapped_column(String(23))
    opening_cash: Mapped[Money]


class Cart(Record):
    """A cart that is not sold yet: the one being filled, or one on hold (挂单).

    Attributes:
        token: the cart's own key; the sale it becomes carries the same one.
        held_at: when it was put on hold; None while it is being filled.
        content: its lines, as JSON.
    """

    __tablename__ = "cart"
    token: Mapped[str] = mapped_column(String(36), primary_key=True)
    operator_id: Mapped[int] = mapped_column(Key, ForeignKey("operator.id"))
    saved_at: Mapped[str] = mapped_column(String(23))
    held_at: Mapped[str | None] = mapped_column(String(23))
    note: Mapped[str] = mapped_column(String(80), default="")
    content: Mapped[str] = mapped_column(Text)


class PrintJob(Record):
    """A paper that a document asks for; a worker draws and sends it.

    Attributes:
        state: waiting, printed, failed.
        is_reprint: marked 补打 on the paper.
    """

    __tablename__ = "print_job"
    __table_args__ = (
        Index(
            "ix_print_job_waiting",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    document_id: Mapped[int] = mapped_column(Key, ForeignKey("document.id"))
    state: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[str] = mapped_column(String(23))
    is_reprint: Mapped[bool] = mapped_column(default=False)
