"""The list of opening stock as a file."""

from pathlib import Path

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from tests.story import Story


def test_each_document_is_a_row_with_its_worth(story: Story, tmp_path: Path) -> None:
    story.open_with(story.product("可乐"), "6", "12.00")
    story.shop.inventory.export_opening_stock(tmp_path / "期初.csv")
    headings, row = read_sheet(tmp_path / "期初.csv").rows
    written = dict(zip(headings, row, strict=True))
    assert (written["种类"], written["数量"], written["金额"], written["状态"]) == ("1", "6", "12.00", "已过账")
