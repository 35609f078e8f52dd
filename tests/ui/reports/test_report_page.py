"""A page of reports by keyboard alone: filters, order, columns, what a row leads to and the way back, its file."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import StoppedError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.reports.report import Asked
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.ui.widgets.day_span import DaySpan
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.print_preview_request import PRINT_PREVIEW, PreviewOf
from tests.robots.counter import part_of
from tests.robots.desk import CONTROL
from tests.story import Story
from tests.ui.reports.conftest import TEA
from tests.ui.reports.report_desk import Opened, ReportDesk

ALT = Qt.KeyboardModifier.AltModifier
DAYS, PRODUCTS = "sales-by-day", "sales-by-product"


def test_this_month_is_shown_first_with_its_totals(at: Opened) -> None:
    desk = at(DAYS)
    assert desk.column("日期") == ["2026-03-02", "2026-03-04"]
    assert desk.column("销售金额") == ["6.00", "7.50"]
    assert (desk.total("日期"), desk.total("销售金额")) == ("合计 2 行", "13.50")
    assert desk.view.header.words().startswith("销售日报 2026-03-01 至 2026-03-04")
    assert desk.count() == "共 2 行"


def test_days_are_chosen_from_the_list_or_typed_and_enter_applies(at: Opened) -> None:
    desk = at(DAYS)
    desk.view.filters.period.setFocus()
    desk.clear_and_type("2-27")
    desk.press(Qt.Key.Key_Return)
    assert desk.column("日期") == ["2026-02-27"]
    desk.clear_and_type("1 5")
    desk.press(Qt.Key.Key_Return)
    assert desk.column("日期") == ["2026-03-02", "2026-03-04"]
    assert desk.view.filters.period.text() == "2026-03-01 至 2026-03-05"


def test_what_is_no_day_is_said_to_be_none_and_the_old_rows_stay(at: Opened) -> None:
    desk = at(DAYS)
    desk.view.filters.period.setFocus()
    desk.clear_and_type("3-33")
    desk.press(Qt.Key.Key_Return)
    assert "没看懂这个日期" in desk.view.line.shown_words()
    assert desk.column("日期") == ["2026-03-02", "2026-03-04"]


def test_a_filter_that_hides_rows_is_said_in_words_and_counted(at: Opened) -> None:
    desk = at(PRODUCTS)
    assert desk.column("商品名称") == ["可乐", "绿茶"]
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.type("kl")
    desk.press(Qt.Key.Key_Return)
    assert desk.column("商品名称") == ["可乐"]
    assert "含“kl”" in desk.view.header.words()
    assert desk.count() == "共 2 行，显示 1"
    desk.press(Qt.Key.Key_Escape)
    assert desk.column("商品名称") == ["可乐", "绿茶"]


def test_a_category_is_typed_and_one_that_is_not_there_is_refused(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.view.filters.category.setFocus()
    desk.clear_and_type("洗化")
    desk.press(Qt.Key.Key_Return)
    assert desk.column("商品名称") == []
    desk.clear_and_type("x")
    desk.press(Qt.Key.Key_Return)
    assert "没有“x”" in desk.view.line.shown_words()


def test_filters_are_remembered_for_who_chose_them(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.view.filters.period.show_choice(DaySpan.LAST_MONTH)
    desk.view.filters.category.choose_named("饮料")
    desk.view.refresh()
    desk.settle()
    again = at(PRODUCTS)
    assert again.view.filters.period.choice() == DaySpan.LAST_MONTH
    assert again.view.filters.category.chosen_name() == "饮料"
    keeper = again.story.shop.people.add_operator("小李", Role.STOCKKEEPER, "secret-87")
    again.story.desk.operator = SignedIn(keeper, "小李", Role.STOCKKEEPER)
    assert at(PRODUCTS).view.filters.category.chosen_name() == ""


def test_f4_sorts_by_the_column_one_stands_in_and_says_so(at: Opened) -> None:
    desk = at(PRODUCTS)
    table = desk.view.rows.table
    assert table is not None
    table.setCurrentIndex(table.model().index(0, table.model_of_rows().column_named("quantity")))
    desk.press(Qt.Key.Key_F4)
    assert desk.column("数量") == ["1", "3"]
    assert "按数量从小到大" in desk.view.header.words()
    assert at(PRODUCTS).column("数量") == ["1", "3"]


def test_the_columns_are_chosen_by_keys_and_remembered(at: Opened) -> None:
    desk = at(DAYS)
    assert desk.headings()[:3] == ["日期", "单数", "件数"]
    desk.press(Qt.Key.Key_T, CONTROL)
    desk.press(Qt.Key.Key_Space)  # the first is locked
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    assert desk.headings()[:2] == ["日期", "件数"]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.headings()[:3] == ["日期", "销售金额", "件数"]
    desk.press(Qt.Key.Key_Escape)
    assert desk.view.rows.picker.isHidden()
    assert desk.view.rows.table is not None
    assert desk.view.rows.table.hasFocus()
    again = at(DAYS)
    assert again.headings()[:3] == ["日期", "销售金额", "件数"]
    again.press(Qt.Key.Key_T, CONTROL)
    again.view.rows.picker.usual.click()
    assert again.headings()[:3] == ["日期", "单数", "件数"]


def test_the_file_says_what_is_seen(at: Opened, tmp_path: Path) -> None:
    desk = at(PRODUCTS)
    desk.press(Qt.Key.Key_T, CONTROL)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    shown = desk.headings()
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.pick_file(tmp_path / "商品.csv")
    desk.wait(lambda: "已导出 商品.csv" in desk.view.line.shown_words())
    rows = read_sheet(tmp_path / "商品.csv").rows
    assert rows[0] == tuple(shown) or list(rows[0]) == shown
    assert [row[0] for row in rows[1:]] == ["可乐", "绿茶", "合计"]


def test_the_paper_can_be_written_too(at: Opened, tmp_path: Path) -> None:
    desk = at(DAYS)
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.pick_file(tmp_path / "日报.pdf")
    desk.wait(lambda: "已导出 日报.pdf" in desk.view.line.shown_words())
    assert (tmp_path / "日报.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_of_another_kind_is_refused_in_words(at: Opened, tmp_path: Path) -> None:
    desk = at(DAYS)
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.pick_file(tmp_path / "日报.docx")
    desk.wait(lambda: "不能存成 日报.docx" in desk.view.line.shown_words())


def test_ctrl_p_shows_the_paper_of_what_is_seen(at: Opened) -> None:
    desk = at(DAYS)
    desk.press(Qt.Key.Key_P, CONTROL)
    ((page, preview),) = desk.asked_pages
    assert page == PRINT_PREVIEW
    assert isinstance(preview, PreviewOf)
    assert (preview.title, preview.file_name) == (
        "销售日报 2026-03-01 至 2026-03-04",
        "销售日报 2026-03-01 至 2026-03-04",
    )


def test_enter_leads_to_the_report_behind_a_row_and_esc_back_to_it(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.press(Qt.Key.Key_Down)
    assert desk.row() == "绿茶"
    desk.press(Qt.Key.Key_Return)
    assert desk.view.spec.title == "销售明细"
    assert desk.column("商品名称") == ["绿茶"]
    assert "绿茶" in desk.view.header.words()
    desk.press(Qt.Key.Key_Escape)
    assert (desk.view.spec.title, desk.row()) == ("商品销售", "绿茶")
    assert desk.view.rows.table is not None
    assert desk.view.rows.table.hasFocus()


def test_enter_on_a_line_opens_its_document(at: Opened) -> None:
    desk = at("sales-lines")
    desk.press(Qt.Key.Key_Return)
    ((page, document),) = desk.asked_pages
    assert page == "sales.list"
    assert isinstance(document, int)


def test_who_may_not_open_a_document_is_told_so(at: Opened, traded: Story) -> None:
    traded.desk.operator = SignedIn(1, "库管", Role.STOCKKEEPER)
    desk = at("sales-lines")
    desk.press(Qt.Key.Key_Return)
    assert desk.asked_pages == []
    assert "没有权限看这张单" in desk.view.line.shown_words()


def test_letters_lead_to_the_row_that_begins_so(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.key(Qt.Key.Key_L)
    assert desk.row() == "绿茶"
    desk.key(Qt.Key.Key_X)
    assert desk.row() == "绿茶"


def test_letters_over_an_empty_table_lead_nowhere(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.type("xx")
    desk.press(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_L)
    assert desk.row() == ""


def test_a_segment_leads_to_the_other_report_of_the_page(at: Opened) -> None:
    desk = at(DAYS)
    desk.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    desk.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    desk.key(Qt.Key.Key_Right)
    desk.wait(lambda: desk.view.spec.title == "商品销售")
    desk.settle()
    desk.key(Qt.Key.Key_Left)
    desk.wait(lambda: desk.view.spec.title == "销售日报")


def test_a_row_that_loses_money_says_so(at: Opened) -> None:
    desk = at("profit-by-product")
    assert dict(zip(desk.column("商品名称"), desk.column("亏本"), strict=True))["可乐"] == ""
    assert "亏本" in dict(zip(desk.column("商品名称"), desk.column("亏本"), strict=True))["绿茶"]


def test_a_period_without_trade_says_so_and_keeps_its_totals(at: Opened) -> None:
    desk = at(DAYS)
    desk.view.filters.period.setFocus()
    desk.clear_and_type("1-1 1-31")
    desk.press(Qt.Key.Key_Return)
    assert desk.total("销售金额") == "0.00"
    table = desk.view.rows.table
    assert table is not None
    assert (table.isVisible(), table.nothing_words()) == (True, "这段日子没有记录，换别的日期")


def test_a_sale_meanwhile_is_read_at_once_where_that_is_quick(at: Opened, traded: Story) -> None:
    desk = at(DAYS)
    traded.sell(1, "1")
    desk.page.reload()
    desk.settle()
    assert desk.column("销售金额") == ["6.00", "10.50"]


def test_a_long_report_says_how_old_it_is_and_f5_reads_it_again(
    at: Opened, traded: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.ui.reports.report_view.QUICK_SECONDS", 0.0)
    desk = at(DAYS)
    traded.sell(1, "1")
    desk.page.reload()
    assert "09:00 的数 F5 刷新" in desk.view.header.words()
    assert desk.column("销售金额") == ["6.00", "7.50"]
    desk.press(Qt.Key.Key_F5)
    assert desk.column("销售金额") == ["6.00", "10.50"]
    assert "F5" not in desk.view.header.words()


def test_esc_stops_a_report_that_takes_long_and_the_old_rows_stay(at: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = at(DAYS)
    goes_on, heard = Event(), list[bool]()

    def slow(_reports: Reports, _name: str, _asked: Asked, stopped: Callable[[], bool]) -> None:
        goes_on.wait(5)
        heard.append(stopped())
        raise StoppedError

    monkeypatch.setattr(Reports, "run", slow)
    desk.key(Qt.Key.Key_F5)
    desk.wait(lambda: desk.view.is_waiting())
    desk.key(Qt.Key.Key_Escape)
    assert desk.view.line.shown_words() == "已停下，下面还是原来的数"
    assert desk.column("日期") == ["2026-03-02", "2026-03-04"]
    goes_on.set()
    desk.settle()
    assert heard in ([True], [])  # [] where it had not begun yet


def test_a_scan_narrows_the_report_to_its_product_and_esc_shows_all(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.scan(TEA)
    desk.settle()
    assert desk.column("商品名称") == ["绿茶"]
    assert "绿茶" in desk.view.header.words()
    desk.press(Qt.Key.Key_Escape)
    assert desk.column("商品名称") == ["可乐", "绿茶"]


def test_where_a_report_is_of_no_product_a_scan_shows_its_stock(at: Opened, traded: Story) -> None:
    desk = at(DAYS)
    desk.scan(TEA)
    ((page, product),) = desk.asked_pages
    assert page == "inventory.stock"
    assert isinstance(product, int)
    assert traded.shop.catalog.find_by_id(product).name == "绿茶"


def test_an_unknown_code_is_said_to_be_one(at: Opened) -> None:
    desk = at(PRODUCTS)
    desk.scan("6950000000002")
    assert "没有这个条码 6950000000002" in desk.view.line.shown_words()
    assert desk.heard.kinds == [SoundKind.BAD]


@pytest.mark.parametrize(("role", "pages"), [(Role.OWNER, [("sales.checkout", None)]), (Role.STOCKKEEPER, [])])
def test_a_shop_that_never_sold_says_so_and_who_may_sell_is_led_to_the_counter(
    qtbot: QtBot, dress: Callable[..., None], story: Story, role: Role, pages: list[tuple[str, object]]
) -> None:
    dress()
    story.desk.operator = SignedIn(1, "老板", role)
    desk = ReportDesk(qtbot, story, DAYS)
    desk.wait(desk.view.rows.is_empty)
    assert part_of(desk.page, EmptyPage).words().startswith("还没有卖过东西\n")
    desk.key(Qt.Key.Key_F9)
    desk.key(Qt.Key.Key_E, CONTROL)
    assert desk.asked_pages == pages
    assert desk.page.findChild(QFileDialog) is None
    desk.close()


def test_what_a_usual_tick_hides_is_no_filter_in_a_shop_without_stock(
    qtbot: QtBot, dress: Callable[..., None], story: Story
) -> None:
    dress()
    desk = ReportDesk(qtbot, story, "stock-movements")
    desk.wait(desk.view.rows.is_empty)
    assert part_of(desk.page, EmptyPage).words().startswith("还没有商品进过库\n")
    desk.close()


def test_a_shop_without_stock_is_led_to_receiving_or_to_opening_stock(
    qtbot: QtBot, dress: Callable[..., None], story: Story
) -> None:
    dress()
    desk = ReportDesk(qtbot, story, "stock")
    desk.wait(desk.view.rows.is_empty)
    focus = QApplication.focusWidget()
    assert isinstance(focus, KeyButton)
    assert focus.key == "F9"
    desk.key(Qt.Key.Key_F9)
    desk.key(Qt.Key.Key_F6)
    assert desk.asked_pages == [("purchasing.receive", None), ("inventory.opening", None)]
    desk.close()
