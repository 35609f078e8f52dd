"""The first schema: catalogue, documents, ledgers, people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "account",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    op.create_table(
        "category",
        sa.Column("id", KEY, nullable=False),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["category.id"], name=op.f("fk_category_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("parent_id", "name", name=op.f("uq_category_parent_id_name")),
    )
    op.create_table(
        "number_series",
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("prefix", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_number_series")),
    )
    op.create_table(
        "operator",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
        sa.UniqueConstraint("name", name=op.f("uq_operator_name")),
    )
    op.create_table(
        "partner",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("initials", sa.String(length=120), nullable=False),
        sa.Column("is_supplier", sa.Boolean(), nullable=False),
        sa.Column("is_customer", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name", name=op.f("uq_partner_name")),
    )
    op.create_table(
        "place",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("name", name=op.f("uq_place_name")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "account_balance",
        sa.Column("account_id", KEY, autoincrement=False, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_balance_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account_balance")),
    )
    op.create_table(
        "cart",
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("saved_at", sa.String(length=23), nullable=False),
        sa.Column("held_at", sa.String(length=23), nullable=True),
        sa.Column("note", sa.String(length=80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_cart_operator_id")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_cart")),
    )
    op.create_table(
        "draft",
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("saved_at", sa.String(length=23), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_draft_operator_id")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_draft")),
    )
    op.create_table(
        "closed_period",
        sa.Column("month", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("closed_at", sa.String(length=23), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.CheckConstraint("month BETWEEN 190001 AND 999912", name=op.f("ck_closed_period_month")),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_closed_period_operator_id")),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_closed_period")),
    )
    op.create_table(
        "partner_balance",
        sa.Column("partner_id", KEY, autoincrement=False, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_partner_balance_partner_id")),
        sa.PrimaryKeyConstraint("partner_id", name=op.f("pk_partner_balance")),
    )
    op.create_table(
        "product",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("initials", sa.String(length=200), nullable=False),
        sa.Column("has_own_initials", sa.Boolean(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("spec", sa.String(length=80), nullable=False),
        sa.Column("brand", sa.String(length=60), nullable=False),
        sa.Column("category_id", KEY, nullable=True),
        sa.Column("retail_price", sa.BigInteger(), nullable=False),
        sa.Column("member_price", sa.BigInteger(), nullable=True),
        sa.Column("wholesale_price", sa.BigInteger(), nullable=True),
        sa.Column("lowest_price", sa.BigInteger(), nullable=True),
        sa.Column("reference_cost", sa.BigInteger(), nullable=True),
        sa.Column("tax_rate", sa.String(length=8), nullable=False),
        sa.Column("is_weighed", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_product_category_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("code", name=op.f("uq_product_code")),
    )
    op.create_index("ix_product_category_id", "product", ["category_id"], unique=False)
    op.create_index("ix_product_name", "product", ["name", "id"], unique=False)
    op.create_table(
        "shift",
        sa.Column("id", KEY, nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("opened_at", sa.String(length=23), nullable=False),
        sa.Column("closed_at", sa.String(length=23), nullable=True),
        sa.Column("opening_cash", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_shift_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(
        "uq_shift_open",
        "shift",
        ["operator_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "cost_balance",
        sa.Column("product_id", KEY, autoincrement=False, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("booked", sa.BigInteger(), nullable=False),
        sa.Column("last_price", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_cost_balance_product_id")),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_cost_balance")),
    )
    op.create_table(
        "document",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(length=23), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("shift_id", KEY, nullable=True),
        sa.Column("partner_id", KEY, nullable=True),
        sa.Column("place_id", KEY, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("member_code", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reverses_id", KEY, nullable=True),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind <> 'sale' OR is_history OR reverses_id IS NOT NULL OR state = 'draft' OR shift_id IS NOT NULL",
            name=op.f("ck_document_sale_has_shift"),
        ),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_document_operator_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_document_partner_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_document_place_id")),
        sa.ForeignKeyConstraint(["reverses_id"], ["document.id"], name=op.f("fk_document_reverses_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_document_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("kind", "number", name=op.f("uq_document_kind_number")),
        sa.UniqueConstraint("reverses_id", name=op.f("uq_document_reverses_id")),
        sa.UniqueConstraint("token", name=op.f("uq_document_token")),
    )
    op.create_index("ix_document_kind_day", "document", ["kind", "day"], unique=False)
    op.create_index(
        "ix_document_partner_id",
        "document",
        ["partner_id"],
        unique=False,
        sqlite_where=sa.text("partner_id IS NOT NULL"),
        postgresql_where=sa.text("partner_id IS NOT NULL"),
    )
    op.create_index(
        "ix_document_shift_id",
        "document",
        ["shift_id"],
        unique=False,
        sqlite_where=sa.text("shift_id IS NOT NULL"),
        postgresql_where=sa.text("shift_id IS NOT NULL"),
    )
    op.create_table(
        "product_unit",
        sa.Column("id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("factor", sa.BigInteger(), nullable=False),
        sa.Column("retail_price", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("factor > 0", name=op.f("ck_product_unit_factor")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_unit_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_unit")),
        sa.UniqueConstraint("product_id", "name", name=op.f("uq_product_unit_product_id_name")),
    )
    op.create_table(
        "stock_balance",
        sa.Column("product_id", sa.BigInteger(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_stock_balance_place_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_balance_product_id")),
        sa.PrimaryKeyConstraint("product_id", "place_id", name=op.f("pk_stock_balance")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("moment", sa.String(length=23), nullable=False),
        sa.Column("operator_id", KEY, nullable=False),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("document_id", KEY, nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("digest_version", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_audit_entry_document_id")),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("fk_audit_entry_operator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_document_id"), "audit_entry", ["document_id"], unique=False)
    op.create_table(
        "barcode",
        sa.Column("match_key", sa.String(length=80), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_barcode_product_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["product_unit.id"], name=op.f("fk_barcode_unit_id")),
        sa.PrimaryKeyConstraint("match_key", name=op.f("pk_barcode")),
    )
    op.create_index("ix_barcode_product_id", "barcode", ["product_id"], unique=False)
    op.create_table(
        "money_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_money_entry_account_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_money_entry_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_money_entry")),
    )
    op.create_index("ix_money_entry_account", "money_entry", ["account_id", "id"], unique=False)
    op.create_index("ix_money_entry_document", "money_entry", ["document_id"], unique=False)
    op.create_table(
        "partner_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("partner_id", KEY, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_partner_entry_document_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_partner_entry_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_entry")),
    )
    op.create_index("ix_partner_entry_document", "partner_entry", ["document_id"], unique=False)
    op.create_index("ix_partner_entry_partner", "partner_entry", ["partner_id", "id"], unique=False)
    op.create_table(
        "print_job",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.String(length=23), nullable=False),
        sa.Column("is_reprint", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_print_job_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index(
        "ix_print_job_waiting",
        "print_job",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "stock_move",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("from_place_id", KEY, nullable=False),
        sa.Column("to_place_id", KEY, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("from_place_id <> to_place_id", name=op.f("ck_stock_move_places")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_stock_move_quantity")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_stock_move_document_id")),
        sa.ForeignKeyConstraint(["from_place_id"], ["place.id"], name=op.f("fk_stock_move_from_place_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_move_product_id")),
        sa.ForeignKeyConstraint(["to_place_id"], ["place.id"], name=op.f("fk_stock_move_to_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_move")),
    )
    op.create_index("ix_stock_move_document", "stock_move", ["document_id"], unique=False)
    op.create_index("ix_stock_move_product", "stock_move", ["product_id", "id"], unique=False)
    op.create_table(
        "tender",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("tendered", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_tender_account_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_tender_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tender")),
        sa.UniqueConstraint("document_id", "line_no", name=op.f("uq_tender_document_id_line_no")),
    )
    op.create_table(
        "cost_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("move_id", KEY, nullable=True),
        sa.Column("root_move_id", KEY, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("exact", sa.BigInteger(), nullable=False),
        sa.Column("booked", sa.BigInteger(), nullable=False),
        sa.Column("open_quantity", sa.BigInteger(), nullable=True),
        sa.Column("open_estimate", sa.BigInteger(), nullable=True),
        sa.Column("last_price", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(move_id IS NULL) = (quantity = 0)", name=op.f("ck_cost_entry_quantity")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_cost_entry_document_id")),
        sa.ForeignKeyConstraint(["move_id"], ["stock_move.id"], name=op.f("fk_cost_entry_move_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_cost_entry_product_id")),
        sa.ForeignKeyConstraint(["root_move_id"], ["stock_move.id"], name=op.f("fk_cost_entry_root_move_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_entry")),
        sa.UniqueConstraint("move_id", name=op.f("uq_cost_entry_move_id")),
    )
    op.create_index(
        "ix_cost_entry_difference",
        "cost_entry",
        ["day", "kind", "booked"],
        unique=False,
        sqlite_where=sa.text("kind <> 'move'"),
        postgresql_where=sa.text("kind <> 'move'"),
    )
    op.create_index("ix_cost_entry_document", "cost_entry", ["document_id"], unique=False)
    op.create_index(
        "ix_cost_entry_root",
        "cost_entry",
        ["root_move_id"],
        unique=False,
        sqlite_where=sa.text("root_move_id IS NOT NULL"),
        postgresql_where=sa.text("root_move_id IS NOT NULL"),
    )
    op.create_table(
        "goods_receipt_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_name", sa.String(length=20), nullable=False),
        sa.Column("unit_factor", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("tax_rate", sa.String(length=8), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("lot_number", sa.String(length=40), nullable=True),
        sa.Column("produced_on", sa.Integer(), nullable=True),
        sa.Column("expires_on", sa.Integer(), nullable=True),
        sa.Column("origin_line_id", KEY, nullable=True),
        sa.Column("move_id", KEY, nullable=False),
        sa.CheckConstraint("cost = amount - tax", name=op.f("ck_goods_receipt_line_cost")),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_goods_receipt_line_quantity")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_goods_receipt_line_document_id")),
        sa.ForeignKeyConstraint(["move_id"], ["stock_move.id"], name=op.f("fk_goods_receipt_line_move_id")),
        sa.ForeignKeyConstraint(
            ["origin_line_id"], ["goods_receipt_line.id"], name=op.f("fk_goods_receipt_line_origin_line_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_goods_receipt_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_receipt_line")),
        sa.UniqueConstraint("document_id", "line_no", name=op.f("uq_goods_receipt_line_document_id_line_no")),
    )
    op.create_index(
        "ix_goods_receipt_line_origin",
        "goods_receipt_line",
        ["origin_line_id"],
        unique=False,
        sqlite_where=sa.text("origin_line_id IS NOT NULL"),
        postgresql_where=sa.text("origin_line_id IS NOT NULL"),
    )
    op.create_index("ix_goods_receipt_line_product", "goods_receipt_line", ["product_id", "id"], unique=False)
    op.create_index(
        "ix_goods_receipt_line_report",
        "goods_receipt_line",
        ["day", "product_id", "quantity", "amount", "cost"],
        unique=False,
    )
    op.create_table(
        "oversold_part",
        sa.Column("id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("root_move_id", KEY, nullable=False),
        sa.Column("difference_kind", sa.String(length=20), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("estimate", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_oversold_part_quantity")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_oversold_part_product_id")),
        sa.ForeignKeyConstraint(["root_move_id"], ["stock_move.id"], name=op.f("fk_oversold_part_root_move_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oversold_part")),
    )
    op.create_index("ix_oversold_part_product", "oversold_part", ["product_id", "id"], unique=False)
    op.create_table(
        "sale_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_name", sa.String(length=20), nullable=False),
        sa.Column("unit_factor", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("list_amount", sa.BigInteger(), nullable=False),
        sa.Column("line_discount", sa.BigInteger(), nullable=False),
        sa.Column("ticket_discount", sa.BigInteger(), nullable=False),
        sa.Column("coupon_share", sa.BigInteger(), nullable=False),
        sa.Column("rounding_off", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("is_amount_given", sa.Boolean(), nullable=False),
        sa.Column("tax_rate", sa.String(length=8), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("origin_line_id", KEY, nullable=True),
        sa.Column("move_id", KEY, nullable=False),
        sa.CheckConstraint(
            "net = list_amount - line_discount - ticket_discount - coupon_share - rounding_off",
            name=op.f("ck_sale_line_net"),
        ),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_sale_line_quantity")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_sale_line_document_id")),
        sa.ForeignKeyConstraint(["move_id"], ["stock_move.id"], name=op.f("fk_sale_line_move_id")),
        sa.ForeignKeyConstraint(["origin_line_id"], ["sale_line.id"], name=op.f("fk_sale_line_origin_line_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_sale_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale_line")),
        sa.UniqueConstraint("document_id", "line_no", name=op.f("uq_sale_line_document_id_line_no")),
    )
    op.create_index(
        "ix_sale_line_origin",
        "sale_line",
        ["origin_line_id"],
        unique=False,
        sqlite_where=sa.text("origin_line_id IS NOT NULL"),
        postgresql_where=sa.text("origin_line_id IS NOT NULL"),
    )
    op.create_index("ix_sale_line_report", "sale_line", ["day", "product_id", "quantity", "net", "cost"], unique=False)
    op.create_table(
        "stock_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("book_quantity", sa.BigInteger(), nullable=True),
        sa.Column("counted_quantity", sa.BigInteger(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("origin_line_id", KEY, nullable=True),
        sa.Column("move_id", KEY, nullable=False),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_stock_line_quantity")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_stock_line_document_id")),
        sa.ForeignKeyConstraint(["move_id"], ["stock_move.id"], name=op.f("fk_stock_line_move_id")),
        sa.ForeignKeyConstraint(["origin_line_id"], ["stock_line.id"], name=op.f("fk_stock_line_origin_line_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_line")),
        sa.UniqueConstraint("document_id", "line_no", name=op.f("uq_stock_line_document_id_line_no")),
    )
    op.create_index("ix_stock_line_product", "stock_line", ["product_id", "id"], unique=False)
    op.create_table(
        "cost_correction_line",
        sa.Column("id", KEY, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("receipt_line_id", KEY, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_cost_correction_line_document_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_cost_correction_line_product_id")),
        sa.ForeignKeyConstraint(
            ["receipt_line_id"], ["goods_receipt_line.id"], name=op.f("fk_cost_correction_line_receipt_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_correction_line")),
        sa.UniqueConstraint("document_id", "line_no", name=op.f("uq_cost_correction_line_document_id_line_no")),
    )
    op.create_index("ix_cost_correction_line_receipt", "cost_correction_line", ["receipt_line_id"], unique=False)
