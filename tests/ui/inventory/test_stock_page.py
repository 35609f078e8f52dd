"""库存查询: what there is, found by typing, scanning, sorting; and where it came from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.inventory.stock_page import StockPage
from jxc_desktop.ui.look.type_scale import BODY, text_width
from jxc_desktop.ui.widgets.columns import cell_inset
from tests.robots.desk import CONTROL, Desk
from tests.story import Story
from tests.ui.inventory.conftest import COLA, OIL

Stock = Desk[StockPage]


def names(stock: Stock) -> list[str]:
    return stock.sees(stock.page.list.table, "name")


def test_every_product_is_listed_with_what_there_is_and_what_it_is_worth(stock: Stock) -> None:
    table = stock.page.list.table
    assert names(stock) == ["可乐", "红茶", "香满园大豆油"]
    assert stock.sees(table, "quantity") == ["7", "4", "0"]
    assert stock.sees(table, "average_cost") == ["2.00", "3.00", ""]
    assert stock.sees(table, "value") == ["14.00", "12.00", "0.00"]
    assert stock.sees(table, "state") == ["正常", "正常", "缺货"]


def test_the_totals_below_are_of_the_whole_list(stock: Stock) -> None:
    footer = stock.page.list.footer
    stock.wait(lambda: footer.total("name"))
    assert (footer.total("name"), footer.total("quantity"), footer.total("value")) == ("合计 3 种", "11", "26.00")


def test_typing_narrows_the_list_after_a_pause_and_esc_shows_everything_again(stock: Stock) -> None:
    stock.type("hc")
    stock.wait_for_rows(stock.page.list.table, "name", ["红茶"])
    stock.wait(lambda: stock.page.list.footer.total("name") == "合计 1 种")

    stock.key(Qt.Key.Key_Escape)
    stock.wait_for_rows(stock.page.list.table, "name", ["可乐", "红茶", "香满园大豆油"])
    assert stock.page.list.search.text() == ""


def test_a_filter_that_leaves_nothing_says_how_to_get_out_of_it(stock: Stock) -> None:
    stock.type("zzz")
    stock.wait(lambda: stock.page.list.row_count() == 0)
    assert stock.page.list.table.nothing_words() == "没有符合的商品 Esc 清除筛选"


def test_segments_leave_what_they_say_and_carry_their_counts(stock: Stock) -> None:
    stock.page.list.segments.choose("out")
    stock.wait_for_rows(stock.page.list.table, "name", ["香满园大豆油"])
    stock.wait(lambda: stock.page.list.footer.total("name") == "合计 1 种")
    stock.page.list.segments.choose("in_stock")
    stock.wait_for_rows(stock.page.list.table, "name", ["可乐", "红茶"])


def test_f4_sorts_by_the_column_in_the_books_and_again_downwards(stock: Stock) -> None:
    table = stock.page.list.table
    stock.key(Qt.Key.Key_Down)
    table.setCurrentIndex(table.model().index(0, table.model_of_rows().column_named("quantity")))
    stock.key(Qt.Key.Key_F4)
    stock.wait_for_rows(table, "quantity", ["0", "4", "7"])
    stock.key(Qt.Key.Key_F4)
    stock.wait_for_rows(table, "quantity", ["7", "4", "0"])


def test_the_panel_follows_the_chosen_row_and_shows_what_came_and_went(stock: Stock) -> None:
    ledger = stock.page.panel.ledger
    stock.key(Qt.Key.Key_Down)
    stock.wait_for_rows(ledger, "quantity", ["−3", "+10"])
    assert stock.sees(ledger, "running") == ["7", "10"]
    assert stock.sees(ledger, "moment") == ["03-02 11:00", "03-02 09:00"]

    stock.key(Qt.Key.Key_Down)
    stock.wait_for_rows(ledger, "quantity", ["+4"])


def test_f8_goes_into_the_ledger_enter_opens_the_document_and_esc_comes_back(stock: Stock) -> None:
    ledger = stock.page.panel.ledger
    stock.key(Qt.Key.Key_Down)
    stock.key(Qt.Key.Key_F8)
    stock.wait(lambda: len(stock.sees(ledger, "number")) == 2)
    assert ledger.hasFocus()
    sale = stock.story.shop.inventory.stock_ledger(stock.page.panel.product_id() or 0)[0]

    stock.key(Qt.Key.Key_Return)
    stock.key(Qt.Key.Key_Down)
    stock.key(Qt.Key.Key_Return)
    assert stock.asked_pages[0] == ("sales.list", sale.document_id)
    assert stock.asked_pages[1][0] == "purchasing.list"

    stock.key(Qt.Key.Key_Escape)
    assert stock.page.list.table.hasFocus()


def test_who_may_not_see_sales_is_told_so_and_stays_where_he_is(stock: Stock) -> None:
    stock.story.desk.operator = SignedIn(1, "小李", Role.STOCKKEEPER)
    stock.key(Qt.Key.Key_Down)
    stock.key(Qt.Key.Key_F8)
    stock.wait(lambda: len(stock.sees(stock.page.panel.ledger, "number")) == 2)
    stock.key(Qt.Key.Key_Return)
    assert stock.asked_pages == []
    assert "没有权限看这张单" in stock.page.line.shown_words()


def test_opening_stock_opens_on_its_own_page_and_a_count_says_it_has_none(stock: Stock, goods: dict[str, int]) -> None:
    stock.story.open_with(goods["油"], "5", "155.00")
    stock.story.count(goods["油"], "4")
    stock.page.open_item(goods["油"])
    ledger = stock.page.panel.ledger
    stock.wait_for_rows(ledger, "quantity", ["−1", "+5"])
    stock.page.panel.ledger.setFocus()
    stock.page.panel.ledger.choose(1)
    stock.key(Qt.Key.Key_Return)
    assert stock.asked_pages[-1][0] == "inventory.opening"
    stock.page.panel.ledger.choose(0)
    stock.key(Qt.Key.Key_Return)
    assert len(stock.asked_pages) == 1
    assert "没有单独的页面" in stock.page.line.shown_words()


def test_a_scan_shows_the_product_of_that_code(stock: Stock, goods: dict[str, int]) -> None:
    stock.scan(OIL)
    stock.wait_for_rows(stock.page.list.table, "name", ["香满园大豆油"])
    stock.wait(lambda: stock.page.list.table.current_row() is not None)
    assert stock.page.panel.product_id() == goods["油"]
    assert stock.heard.kinds == [SoundKind.GOOD]


def test_an_unknown_scan_is_said_to_be_unknown_and_the_list_stays(stock: Stock) -> None:
    stock.scan("6950000000002")
    assert "没有这个条码 6950000000002" in stock.page.line.shown_words()
    assert stock.heard.kinds == [SoundKind.BAD]
    assert names(stock) == ["可乐", "红茶", "香满园大豆油"]


def test_a_product_is_found_by_the_text_another_page_hands_over(stock: Stock) -> None:
    stock.page.open_item(COLA)
    stock.wait_for_rows(stock.page.list.table, "name", ["可乐"])


def test_letters_typed_over_the_rows_go_to_the_search(stock: Stock) -> None:
    stock.key(Qt.Key.Key_Down)
    assert stock.page.list.table.hasFocus()
    stock.type("hc")
    assert stock.page.list.search.text() == "hc"
    stock.wait_for_rows(stock.page.list.table, "name", ["红茶"])


def test_what_changes_in_the_books_shows_after_a_reload_and_the_chosen_row_stays(stock: Stock) -> None:
    stock.page.list.table.choose(1)
    row = stock.page.list.table.current_row()
    assert row is not None
    stock.story.sell(row.product_id, "1")
    stock.page.reload()
    stock.wait_for_rows(stock.page.list.table, "quantity", ["7", "3", "0"])
    current = stock.page.list.table.current_row()
    assert current is not None
    assert current.product_id == row.product_id


def test_ctrl_e_writes_what_is_seen_and_says_so(stock: Stock, tmp_path: Path) -> None:
    stock.page.list.segments.choose("in_stock")
    stock.wait(lambda: stock.page.list.row_count() == 2)
    stock.key(Qt.Key.Key_E, CONTROL)
    stock.pick_file(tmp_path / "库存.csv")
    stock.wait(lambda: "已导出 库存.csv" in stock.page.line.shown_words())
    rows = read_sheet(tmp_path / "库存.csv").rows
    assert [row[0] for row in rows] == ["商品", "可乐", "红茶", "合计"]
    assert rows[3][rows[0].index("库存金额")] == "26.00"


def test_a_clerk_sees_no_column_figure_or_export_of_a_cost(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int], as_clerk: None, tmp_path: Path
) -> None:
    dress()
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockPage(surroundings))
    desk.wait(lambda: desk.page.list.row_count() == 3)
    titles = [column.title for column in desk.page.list.table.model_of_rows().columns]
    assert titles == ["商品", "条码", "单位", "现存", "零售价", "状态"]
    desk.page.list.table.choose(0)
    desk.wait(lambda: desk.page.panel.product_id() == goods["可乐"])
    desk.page.export()
    desk.pick_file(tmp_path / "库存.csv")
    desk.wait(lambda: "已导出" in desk.page.line.shown_words())
    written = (tmp_path / "库存.csv").read_text(encoding="utf-8-sig")
    assert "成本" not in written
    assert "14.00" not in written
    desk.close()


def test_an_empty_shop_says_what_to_do_first(qtbot: QtBot, dress: Callable[..., None], story: Story) -> None:
    dress()
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockPage(surroundings))
    desk.wait(lambda: desk.page.list._panel.is_empty_shown())
    assert not desk.page.panel.isVisible()
    shown = desk.page.keys()
    assert {hint.key for hint in shown}.isdisjoint({"Enter", "F4", "Ctrl+C"})
    desk.key(Qt.Key.Key_F6)
    assert desk.asked_pages == [("catalog.products", None)]
    desk.close()


def test_before_a_row_is_chosen_the_panel_says_only_what_it_will_show(stock: Stock) -> None:
    assert stock.page.panel.words() == "↓ 选一个商品，这里就有它的库存，和每一笔进出"
    assert not stock.page.panel.ledger.isVisible()
    stock.key(Qt.Key.Key_Down)
    stock.wait(lambda: stock.page.panel.words().startswith("可乐"))
    assert stock.page.panel.ledger.isVisible()


def test_f8_chooses_the_first_row_and_goes_into_its_ledger(stock: Stock) -> None:
    stock.key(Qt.Key.Key_F8)
    assert stock.page.panel.ledger.hasFocus()
    stock.wait_for_rows(stock.page.panel.ledger, "quantity", ["−3", "+10"])


@pytest.mark.parametrize("base", [14, 16, 18])
@pytest.mark.parametrize("width", [1218, 1130])
def test_a_name_of_14_letters_is_read_whole_beside_the_panel(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int], width: int, base: int
) -> None:
    dress(base=base)
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockPage(surroundings))
    desk.page.resize(width, 640)
    table = desk.page.list.table
    name = table.model_of_rows().column_named("name")
    assert table.columnWidth(name) >= text_width(BODY, "黄鹤楼硬盒软包雅香金十四字长") + 2 * cell_inset()
    desk.close()


def test_a_refusal_of_the_categories_is_said_in_the_line(stock: Stock, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NotAllowedError("catalog.category_keys")

    monkeypatch.setattr(stock.story.shop.catalog, "category_keys", refuse)
    stock.page.reload()
    assert "没有权限做这件事" in stock.page.line.shown_words()


def test_the_focus_is_in_the_search_when_the_page_comes_up(stock: Stock) -> None:
    assert QApplication.focusWidget() is stock.page.list.search


@pytest.mark.parametrize("role", [Role.OWNER, Role.STOCKKEEPER])
def test_who_may_see_costs_sees_their_columns(
    qtbot: QtBot, dress: Callable[..., None], story: Story, role: Role
) -> None:
    dress()
    story.desk.operator = SignedIn(1, "老板", role)
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockPage(surroundings))
    titles = [column.title for column in desk.page.list.table.model_of_rows().columns]
    assert titles[5:7] == ["成本", "库存金额"]
    desk.close()
