"""What is recognised in a file, beside it."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.preview import preview_of
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM
from jxc_desktop.ui.catalog.import_side import ImportSide
from tests.services.migrate_in.goods_lists import goods_list


def shown(qtbot: QtBot, folder: Path, height: int, *rows: str) -> ImportSide:
    side = ImportSide()
    side.show_file(preview_of(read_sheet(goods_list(folder, *rows)), PRODUCT_FORM, {}))
    qtbot.addWidget(side)
    side.resize(side.pixels(), height)
    side.show()
    return side


def test_each_field_says_where_it_is_and_how_sure_that_is(
    qtbot: QtBot, dress: Callable[..., None], tmp_path: Path
) -> None:
    dress()
    side = shown(qtbot, tmp_path, 500, "品名|条 码|产地", "可乐|1|上海")
    assert side.found.words() == "条码 B 列 按相近的列名; 商品名称 A 列"
    assert "1 行没有零售价" in side.remarks.words()


def test_what_is_missing_comes_first(qtbot: QtBot, dress: Callable[..., None], tmp_path: Path) -> None:
    dress()
    side = shown(qtbot, tmp_path, 500, "条码|零售价", "1|2")
    assert side.found.words().startswith("商品名称 必填，还没选列; ")


def test_where_there_is_no_room_for_all_the_rest_is_counted(
    qtbot: QtBot, dress: Callable[..., None], tmp_path: Path
) -> None:
    dress()
    headings = "品名|条码|货号|类别|单位|规格|品牌|进价|零售价|会员价|批发价"
    side = shown(qtbot, tmp_path, 1000, headings, "可乐|1|2|3|4|5|6|7|8|9|10")
    assert len(side.found.shown_lines()) == 11
    side.found.resize(side.found.width(), 27 * 5)
    lines = side.found.shown_lines()
    assert len(lines) == 5
    assert lines[-1].word == "另有 7 列按列名对上"
