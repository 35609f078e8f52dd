"""Which tables are the books."""

from jxc_desktop.models.records import Record
from jxc_desktop.services.storage.tables import AUDIT, BOOKS, DOCUMENT, LEDGERS, LINES


def test_fingerprints_are_taken_over_the_books_in_the_order_in_which_they_are_written() -> None:
    # Written down in every audit row of every shop: another order would break them all.
    assert [table.name for table in BOOKS] == [
        "document",
        "stock_move",
        "cost_entry",
        "sale_line",
        "goods_receipt_line",
        "stock_line",
        "cost_correction_line",
        "tender",
        "money_entry",
        "partner_entry",
    ]


def test_every_table_of_a_document_is_in_the_books() -> None:
    tables = {table for table in Record.metadata.tables.values() if "document_id" in table.columns}
    beside = {table for table in tables if table.name in ("audit_entry", "print_job")}
    assert {*BOOKS} == {DOCUMENT, *tables} - beside


def test_what_is_posted_is_a_ledger_or_a_line() -> None:
    assert {*LEDGERS, *LINES} == {*BOOKS, AUDIT} - {DOCUMENT}
