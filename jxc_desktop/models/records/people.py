"""Who acts, what was done, and which months are closed."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, ForeignKey, String, Text

from jxc_desktop.models.records.columns import Key, MoneyColumn, Record, column, optional


class Setting(Record):
    """One choice of the shop: its name, its rules."""

    __tablename__ = "setting"
    key = column(String(60), primary_key=True)
    value = column(Text)


class Operator(Record):
    """A person who works with the program.

    Attributes:
        pin_hash: of the short number with which he allows others what they may not do alone.
        lowest_discount: how many percent of the list price he asks at least; None: he may give any discount.
        highest_refund: how much he may give back in one return; None: any amount.
    """

    __tablename__ = "operator"
    id = column(Key, primary_key=True)
    name = column(String(60), unique=True)
    role = column(String(20))
    password_hash = optional(String(200))
    is_active = column(Boolean, default=True)
    pin_hash = optional(String(200))
    lowest_discount = optional(BigInteger)
    highest_refund = optional(MoneyColumn)


class OperatorChoice(Record):
    """What one operator has set up for himself: the columns of a list, its filters."""

    __tablename__ = "operator_choice"
    operator_id = column(BigInteger, ForeignKey("operator.id"), primary_key=True)
    key = column(String(80), primary_key=True)
    value = column(Text)


class ImportLayout(Record):
    """How the columns of one layout of files were matched by hand.

    Attributes:
        kind: what the files hold; layout: tells files with the same headings.
        content: which field each column is, as JSON.
    """

    __tablename__ = "import_layout"
    kind = column(String(20), primary_key=True)
    layout = column(String(64), primary_key=True)
    content = column(Text)


class AuditEntry(Record):
    """One act: who, when, what, on which document. Each row's hash covers the one before it.

    Attributes:
        content: the act in short, as JSON: before and after.
        digest: SHA-256 over every row of the books the act wrote, "" where it wrote none.
        digest_version: which lists of columns the digest was taken over.
        hash: SHA-256 over this row and the hash before it.
    """

    __tablename__ = "audit_entry"
    id = column(Key, primary_key=True)
    moment = column(String(23))
    operator_id = column(Key, ForeignKey("operator.id"))
    act = column(String(60))
    document_id = optional(Key, ForeignKey("document.id"), index=True)
    content = column(Text)
    digest = column(String(64))
    digest_version = column(BigInteger)
    hash = column(String(64))


class ClosedPeriod(Record):
    """A month that may not change any more.

    Attributes:
        month: such as 202611.
    """

    __tablename__ = "closed_period"
    __table_args__ = (CheckConstraint("month BETWEEN 190001 AND 999912", name="month"),)
    month = column(BigInteger, primary_key=True, autoincrement=False)
    closed_at = column(String(23))
    operator_id = column(Key, ForeignKey("operator.id"))
