"""The list of sales as a file."""

from pathlib import Path

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from tests.story import Story


def written(story: Story, folder: Path, wanted: DocumentFilter | None = None) -> list[list[str]]:
    path = folder / "零售单.xlsx"
    story.shop.sales.export_sales(wanted or DocumentFilter(), path)
    return [list(row) for row in read_sheet(path).rows]


def test_sales_and_returns_are_written_with_what_they_come_to(story: Story, tmp_path: Path) -> None:
    cola = story.product("可乐", "3.00", ("6901234567892",), "2.00")
    story.receive(cola, "10", "2.00")
    sale = story.sell(cola, "4")
    story.take_back(sale.document_id, "1")
    headings, *rows, total = written(story, tmp_path)
    assert headings == ["单号", "时间", "类型", "行数", "金额", "状态", "付款", "会员", "收银员"][: len(headings)]
    amount = headings.index("金额")
    assert [(row[2], row[amount]) for row in rows] == [("退货", "-3"), ("销售", "12")]
    assert rows[1][0] == sale.number
    assert (total[0], total[amount]) == ("合计", "9")


def test_only_what_is_seen_is_written_and_no_cost_is_in_it(story: Story, tmp_path: Path) -> None:
    cola = story.product("可乐", "3.00", ("6901234567892",), "2.00")
    story.receive(cola, "10", "1.37")
    story.take_back(story.sell(cola, "4").document_id, "1")
    rows = written(story, tmp_path, DocumentFilter(kind=DocumentKind.SALE))
    assert [row[2] for row in rows[1:-1]] == ["销售"]
    assert not any("1.37" in cell for row in rows for cell in row)
