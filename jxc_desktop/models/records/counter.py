"""What the counter keeps beside the books: shifts, carts that are not sold yet, paper to print."""

from sqlalchemy import Boolean, ForeignKey, String, Text

from jxc_desktop.models.records.columns import Key, MoneyColumn, Record, column, optional, partial_index


class Shift(Record):
    """One clerk's time at the drawer."""

    __tablename__ = "shift"
    __table_args__ = (
        partial_index(
            "uq_shift_open",
            "operator_id",
            unique=True,
            where="closed_at IS NULL",
        ),
    )
    id = column(Key, primary_key=True)
    operator_id = column(Key, ForeignKey("operator.id"))
    opened_at = column(String(23))
    closed_at = optional(String(23))
    opening_cash = column(MoneyColumn)


class Cart(Record):
    """A cart that is not sold yet: the one being filled, or one on hold (挂单).

    Attributes:
        token: the cart's own key; the sale it becomes carries the same one.
        held_at: when it was put on hold; None while it is being filled.
        content: its lines, as JSON.
    """

    __tablename__ = "cart"
    token = column(String(36), primary_key=True)
    operator_id = column(Key, ForeignKey("operator.id"))
    saved_at = column(String(23))
    held_at = optional(String(23))
    note = column(String(80), default="")
    content = column(Text)


class PrintJob(Record):
    """A paper that a document asks for; a worker draws and sends it.

    Attributes:
        state: waiting, printed, failed.
        is_reprint: marked 补打 on the paper.
    """

    __tablename__ = "print_job"
    __table_args__ = (
        partial_index(
            "ix_print_job_waiting",
            "id",
            where="state = 'waiting'",
        ),
    )
    id = column(Key, primary_key=True)
    document_id = column(Key, ForeignKey("document.id"))
    state = column(String(10))
    created_at = column(String(23))
    is_reprint = column(Boolean, default=False)
