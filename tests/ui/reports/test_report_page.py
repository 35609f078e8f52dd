"""A report on the screen: its period, its rows, its totals, its file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.reports.report_page import ReportPage, SalesByDayPage, StockReportPage
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.table import Table
from tests.robots.counter import part_of
from tests.robots.desk import CONTROL, Desk
from tests.story import Story

COLA = "6901234567892"


@pytest.fixture
def traded(story: Story) -> Story:
    """Ten colas at 2.00 in, one sold in February, two and one on two days of March; nothing since."""
    cola = story.product("可乐", "3.00", (COLA,), "2.00")
    story.clock.moment = story.clock.moment.replace(month=2, day=27)
    story.receive(cola, "10", "2.00")
    story.sell(cola, "1")
    story.clock.go_on(days=3)
    story.sell(cola, "2")
    story.clock.go_on(days=2)
    story.sell(cola, "1")
    return story


@pytest.fixture
def days(qtbot: QtBot, dress: Callable[..., None], traded: Story) -> Iterator[Desk[SalesByDayPage]]:
    dress()
    desk = Desk(qtbot, traded, lambda surroundings, _clock: SalesByDayPage(surroundings))
    desk.wait(lambda: desk.page.table)
    yield desk
    desk.close()


def column(desk: Desk[SalesByDayPage], title: str) -> list[str]:
    table = desk.page.table
    assert table is not None
    return _column(desk, table, title)


def _column(desk: Desk[SalesByDayPage], table: Table[tuple[object, ...]], title: str) -> list[str]:
    name = next(column.name for column in table.model_of_rows().columns if column.title == title)
    return desk.sees(table, name)


def total(desk: Desk[SalesByDayPage], title: str) -> str:
    table, footer = desk.page.table, desk.page.footer
    assert table is not None
    assert footer is not None
    return footer.total(next(column.name for column in table.model_of_rows().columns if column.title == title))


def test_this_month_is_shown_first_with_its_totals(days: Desk[SalesByDayPage]) -> None:
    assert column(days, "日期") == ["2026-03-02", "2026-03-04"]
    assert column(days, "销售金额") == ["6.00", "3.00"]
    assert column(days, "毛利率") == ["33.3%", "33.3%"]
    assert (total(days, "日期"), total(days, "销售金额"), total(days, "毛利")) == ("合计", "9.00", "3.00")
    assert days.page.header.words() == "销售日报 2026-03-01 至 2026-03-04，2 行"


def test_last_month_and_this_week_are_one_choice_each(days: Desk[SalesByDayPage]) -> None:
    days.page.spans.choose("last_month")
    days.wait(lambda: column(days, "日期") == ["2026-02-27"])
    assert (days.page.first.text(), days.page.last.text()) == ("2026-02-01", "2026-02-28")
    days.page.spans.choose("week")
    days.wait(lambda: column(days, "日期") == ["2026-03-02", "2026-03-04"])
    assert days.page.first.text() == "2026-03-02"


def test_typed_days_apply_with_enter_and_are_written_out(days: Desk[SalesByDayPage]) -> None:
    days.page.first.setFocus()
    days.clear_and_type("3-3")
    days.key(Qt.Key.Key_Return)
    days.wait(lambda: column(days, "日期") == ["2026-03-04"])
    assert days.page.first.text() == "2026-03-03"
    assert days.page.spans.chosen_name() == "typed"


def test_days_in_the_wrong_order_are_refused_in_words(days: Desk[SalesByDayPage]) -> None:
    days.page.last.setFocus()
    days.clear_and_type("20260201")
    days.key(Qt.Key.Key_Return)
    assert "止日期在起日期之前" in days.page.line.shown_words()
    days.key(Qt.Key.Key_E, CONTROL)
    assert days.page.findChild(QFileDialog) is None


def test_what_is_no_day_is_said_to_be_none(days: Desk[SalesByDayPage]) -> None:
    days.page.first.setFocus()
    days.clear_and_type("3-33")
    days.key(Qt.Key.Key_Return)
    days.page.reload()
    assert "日期没看懂" in days.page.line.shown_words()
    assert days.page.first.property("bad") is True


def test_a_period_without_trade_says_so_and_keeps_its_totals(days: Desk[SalesByDayPage]) -> None:
    days.page.first.show_day(days.page.first.day().replace(month=1))  # type: ignore[union-attr]
    days.page.last.show_day(days.page.first.day())
    days.page.reload()
    days.wait(lambda: column(days, "日期") == [])
    assert total(days, "销售金额") == "0.00"
    table = days.page.table
    assert table is not None
    assert (table.isVisible(), table.nothing_words()) == (True, "这段日子没有记录，换别的日期")


def test_the_days_take_the_room_that_is_left_with_rows_and_without(days: Desk[SalesByDayPage]) -> None:
    def stretching() -> list[str]:
        assert days.page.table is not None
        return [shown.title for shown in days.page.table.model_of_rows().columns if shown.stretches]

    assert stretching() == ["日期"]
    days.page.last.show_day(date(2026, 3, 1))
    days.page.reload()
    days.wait(lambda: column(days, "日期") == [])
    assert stretching() == ["日期"]


@pytest.mark.parametrize(("role", "page"), [(Role.OWNER, [("sales.checkout", None)]), (Role.STOCKKEEPER, [])])
def test_a_shop_that_never_sold_says_so_and_who_may_sell_is_led_to_the_counter(
    qtbot: QtBot, dress: Callable[..., None], story: Story, role: Role, page: list[tuple[str, object]]
) -> None:
    dress()
    story.desk.operator = SignedIn(1, "老板", role)
    desk = Desk(qtbot, story, lambda surroundings, _clock: SalesByDayPage(surroundings))
    desk.wait(desk.page.is_empty)
    assert part_of(desk.page, EmptyPage).words().startswith("还没有卖过东西\n")
    desk.key(Qt.Key.Key_F9)
    assert desk.asked_pages == page
    desk.close()


def test_a_shop_without_stock_is_led_to_receiving_or_to_opening_stock(
    qtbot: QtBot, dress: Callable[..., None], story: Story
) -> None:
    dress()
    desk = Desk(qtbot, story, lambda surroundings, _clock: StockReportPage(surroundings))
    desk.wait(desk.page.is_empty)
    focus = QApplication.focusWidget()
    assert isinstance(focus, KeyButton)
    assert focus.key == "F9"
    desk.key(Qt.Key.Key_F9)
    desk.key(Qt.Key.Key_F6)
    assert desk.asked_pages == [("purchasing.receive", None), ("inventory.opening", None)]
    desk.close()


def test_f4_sorts_by_the_column_one_stands_in(days: Desk[SalesByDayPage]) -> None:
    table = days.page.table
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    days.key(Qt.Key.Key_F4)
    assert column(days, "件数") == ["1", "2"]


def test_the_file_says_what_the_screen_says(days: Desk[SalesByDayPage], tmp_path: Path) -> None:
    days.key(Qt.Key.Key_E, CONTROL)
    days.pick_file(tmp_path / "日报.csv")
    days.wait(lambda: "已导出 日报.csv" in days.page.line.shown_words())
    rows = read_sheet(tmp_path / "日报.csv").rows
    assert [row[0] for row in rows] == ["日期", "2026-03-02", "2026-03-04", "合计"]
    assert rows[3][rows[0].index("销售金额")] == "9.00"


def test_a_file_of_another_kind_is_refused_in_words(days: Desk[SalesByDayPage], tmp_path: Path) -> None:
    days.key(Qt.Key.Key_E, CONTROL)
    days.pick_file(tmp_path / "日报.pdf")
    days.wait(lambda: "不能存成 日报.pdf" in days.page.line.shown_words())


def test_the_stock_has_no_period_and_enter_shows_the_product(
    qtbot: QtBot, dress: Callable[..., None], traded: Story
) -> None:
    dress()
    desk = Desk(qtbot, traded, lambda surroundings, _clock: StockReportPage(surroundings))
    desk.wait(lambda: desk.page.table)
    assert not desk.page.spans.isVisible()
    table = desk.page.table
    assert table is not None
    assert [table.model_of_rows().cell_text(0, place) for place in (2, 5, 7)] == ["可乐", "6", "12.00"]
    table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.asked_pages == [("inventory.stock", COLA)]
    desk.close()


@pytest.mark.parametrize(("name", "key"), [("stock", "reports.stock"), ("sales-by-day", "reports.sales_by_day")])
def test_every_report_there_is_has_a_page_of_its_name(
    qtbot: QtBot, dress: Callable[..., None], story: Story, name: str, key: str
) -> None:
    dress()
    desk = Desk(qtbot, story, lambda surroundings, _clock: ReportPage(surroundings, name))
    desk.wait(lambda: desk.page.table)
    assert desk.page.key == key
    desk.close()


def test_a_day_leads_to_its_sales(days: Desk[SalesByDayPage]) -> None:
    assert days.page.table is not None
    days.page.table.setFocus()
    days.key(Qt.Key.Key_Home, CONTROL)
    days.key(Qt.Key.Key_Return)
    assert days.asked_pages == [("sales.list", date(2026, 3, 2))]
