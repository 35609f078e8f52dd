"""The list of receipts as a table to be written."""

from datetime import date

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.services.purchasing.receipt_export import receipt_table
from tests.story import Story


def test_every_document_is_written_once_with_the_totals_below(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jxc_desktop.services.exchange.table.ROWS_AT_ONCE", 2)
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    story.send_back(receipt, "4")
    story.shop.purchasing.reverse(story.receive(cola, "1", "3.00", account=CASH), "送错了")

    with story.desk.storage.reading() as books:
        table = receipt_table(books, DocumentFilter())
        rows = [tuple(map(str, row)) for row in table.rows]

    assert [row[0] for row in rows] == [
        "CGRK20260302-0003",
        "CGRK20260302-0002",
        "CGTH20260302-0001",
        "CGRK20260302-0001",
    ]
    assert rows[3] == (
        "CGRK20260302-0001",
        str(date(2026, 3, 2)),
        "入库",
        "城南批发",
        "1",
        "10",
        "20.00",
        "已过账",
        "",
        "老板",
    )
    assert [(row[2], row[6], row[7], row[8]) for row in rows[:3]] == [
        ("入库", "-3.00", "红冲单", "现金"),
        ("入库", "3.00", "已红冲", "现金"),
        ("退货", "-8.00", "已过账", ""),
    ]
    assert table.totals is not None
    assert tuple(map(str, table.totals[4:7])) == ("4", "6", "12.00")
