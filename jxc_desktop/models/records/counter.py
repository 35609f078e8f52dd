"""What is kept beside the books: shifts, carts that are not sold yet, forms not posted yet, paper to print."""

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
        token: the cart's own key, which the sale it becomes carries too.
        held_at: when it was put on hold; None while it is being filled.
        note: the note of 挂单.
        content: its lines, as JSON.
    """

    __tablename__ = "cart"
    token = column(String(36), primary_key=True)
    operator_id = column(Key, ForeignKey("operator.id"))
    saved_at = column(String(23))
    held_at = optional(String(23))
    note = column(String(80), default="")
    content = column(Text)


class Draft(Record):
    """A form that is not posted yet, such as the delivery an operator counts.

    Attributes:
        token: the form's own key, which the document it becomes carries too.
        kind: the kind of that document; operator_id: who fills the form in.
        content: what it holds, as JSON.
    """

    __tablename__ = "draft"
    token = column(String(36), primary_key=True)
    kind = column(String(30))
    operator_id = column(Key, ForeignKey("operator.id"))
    saved_at = column(String(23))
    content = column(Text)


class PrintJob(Record):
    """A paper that a document asks for; a worker draws and sends it.

    Attributes:
        state: waiting, printed, given_up.
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
