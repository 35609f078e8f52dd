"""Operators get limits and a memory, partners an address, imports remember their layouts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add what is missing; nothing that is there changes."""
    op.add_column("operator", sa.Column("pin_hash", sa.String(length=200), nullable=True))
    op.add_column("operator", sa.Column("lowest_discount", sa.BigInteger(), nullable=True))
    op.add_column("operator", sa.Column("highest_refund", sa.BigInteger(), nullable=True))
    for name, kind in (
        ("contact", sa.String(length=60)),
        ("address", sa.String(length=200)),
        ("tax_number", sa.String(length=40)),
        ("note", sa.Text()),
    ):
        op.add_column("partner", sa.Column(name, kind, server_default="", nullable=False))
    op.create_table(
        "operator_choice",
        sa.Column("operator_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_operator_choice_operator_id")),
        sa.PrimaryKeyConstraint("operator_id", "key", name=op.f("pk_operator_choice")),
    )
    op.create_table(
        "import_layout",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("layout", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "layout", name=op.f("pk_import_layout")),
    )
    # Reports ask for the differences of one product too.
    op.drop_index("ix_cost_entry_difference", "cost_entry")
    op.create_index(
        "ix_cost_entry_difference",
        "cost_entry",
        ["day", "kind", "product_id", "booked"],
        unique=False,
        sqlite_where=sa.text("kind <> 'move'"),
        postgresql_where=sa.text("kind <> 'move'"),
    )
