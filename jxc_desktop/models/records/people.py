"""Who acts, what was done, and which months are closed."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.models.records.columns import Key, Record


class Setting(Record):
    """One choice of the shop: its name, its rules."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Operator(Record):
    """A person who works with the program."""

    __tablename__ = "operator"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)


class AuditEntry(Record):
    """One act: who, when, what, on which document. Each row's hash covers the one before it.

    Attributes:
        content: the act in short, as JSON: before and after.
        digest: SHA-256 over every row of the books the act wrote, "" where it wrote none.
        digest_version: which lists of columns the digest was taken over.
        hash: SHA-256 over this row and the hash before it.
    """

    __tablename__ = "audit_entry"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    moment: Mapped[str] = mapped_column(String(23))
    operator_id: Mapped[int] = mapped_column(Key, ForeignKey("operator.id"))
    act: Mapped[str] = mapped_column(String(60))
    document_id: Mapped[int | None] = mapped_column(Key, ForeignKey("document.id"), index=True)
    content: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    digest_version: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


class ClosedPeriod(Record):
    """A month that may not change any more.

    Attributes:
        month: such as 202611.
    """

    __tablename__ = "closed_period"
    __table_args__ = (CheckConstraint("month BETWEEN 190001 AND 999912", name="month"),)
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    closed_at: Mapped[str] = mapped_column(String(23))
    operator_id: Mapped[int] = mapped_column(Key, ForeignKey("operator.id"))
