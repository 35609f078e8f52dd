"""The page of a month by keyboard alone: its figures, another month, what its figures are made of, its file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.reports.month_page import MonthPage
from jxc_desktop.ui.reports.month_table import MonthTablePanel
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.print_preview_request import PRINT_PREVIEW, PreviewOf
from tests.robots.counter import part_of
from tests.robots.desk import CONTROL, Desk
from tests.story import Story

SHIFT = Qt.KeyboardModifier.ShiftModifier


class MonthDesk(Desk[MonthPage]):
    """Somebody at the page of a month."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        super().__init__(qtbot, story, lambda surroundings, _clock: MonthPage(surroundings))
        self.settle()

    @property
    def month(self) -> MonthReport:
        """What is shown."""
        assert self.page.view.month is not None
        return self.page.view.month

    def settle(self) -> None:
        """Until everything that was asked is answered."""
        self.wait(lambda: not self.page.view.is_waiting() and self.page.view.month is not None)
        view = self.page.report()
        if view is not None:
            self.wait(lambda: not view.is_waiting())
        for background in self.page.findChildren(Background):
            background.wait()
        self.qtbot.wait(0)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and wait for what it asks."""
        self.key(key, modifiers)
        self.settle()

    def figures(self) -> list[str]:
        """What the figures say."""
        return self.page.view.tiles.words()

    def rows(self, panel: MonthTablePanel) -> list[list[str]]:
        """The rows of a table."""
        assert panel.table is not None
        model = panel.table.model_of_rows()
        return [
            [model.cell_text(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())
        ]


@pytest.fixture
def desk(qtbot: QtBot, dress: Callable[..., None], traded: Story) -> Iterator[MonthDesk]:
    dress()
    made = MonthDesk(qtbot, traded)
    yield made
    made.close()


def test_with_large_words_a_month_fits_on_the_smallest_screen(
    qtbot: QtBot, dress: Callable[..., None], traded: Story
) -> None:
    dress(base=18)
    desk = MonthDesk(qtbot, traded)
    beside_it = round((44 + 28) * 18 / 14)
    assert desk.page.minimumSizeHint().height() <= 690 - beside_it
    desk.close()


def test_the_running_month_is_shown_beside_the_same_days_of_the_one_before(desk: MonthDesk) -> None:
    assert desk.page.view.chooser.words() == "2026 年 3 月"
    assert desk.figures() == [
        "销售额 ¥ 13.50 2 月 没有可比的数",
        "毛利 ¥ 2.50 2 月 没有可比的数",
        "毛利率 18.5% 2 月 没有可比的数",
        "单数 3 2 月 没有可比的数",
        "客单价 ¥ 4.50 2 月 没有可比的数",
        "现在库存 ¥ 32.00 2 月 没有可比的数",
    ]
    assert "还没过完，比的是 2 月的前 4 天" in desk.page.view.header.words()


def test_arrows_change_the_month_and_none_leads_into_the_future(desk: MonthDesk) -> None:
    desk.press(Qt.Key.Key_Right)
    assert desk.month.period.first == date(2026, 3, 1)
    desk.press(Qt.Key.Key_Left)
    assert desk.month.period.first == date(2026, 2, 1)
    assert desk.figures()[0] == "销售额 ¥ 7.50 1 月 没有可比的数"
    assert desk.figures()[5] == "月末库存 ¥ 43.00 1 月 没有可比的数"
    desk.press(Qt.Key.Key_PageDown)
    assert desk.month.period.first == date(2026, 3, 1)


def test_a_month_that_went_down_says_by_how_much(desk: MonthDesk, traded: Story) -> None:
    traded.clock.go_on(days=31)
    traded.sell(1, "3")
    desk.page.view.show_month(date(2026, 4, 1))
    desk.settle()
    assert desk.figures()[0] == "销售额 ¥ 9.00 ↘ 33.3% 比 3 月同期"
    assert desk.figures()[2] == "毛利率 33.3% ↗ 14.8 个百分点 比 3 月同期"


def test_the_best_sellers_mark_what_was_sold_at_a_loss(desk: MonthDesk) -> None:
    view = desk.page.view
    assert desk.rows(view.best) == [
        ["1", "可乐", "3", "9.00", "3.00", "33.3%"],
        ["2", "绿茶", "1", "4.50", "−0.50", "−11.1%"],
    ]
    assert view.best.table is not None
    name = view.best.table.model_of_rows().columns[1]
    rows = view.best.table.model_of_rows().rows()
    assert name.beside is not None
    assert [name.beside(row) for row in rows] == ["", "亏本卖"]


def test_what_lies_there_is_listed_with_the_money_asleep_in_it(desk: MonthDesk, traded: Story) -> None:
    traded.clock.go_on(days=60)
    desk.page.view.show_month(date(2026, 5, 1))
    desk.settle()
    assert desk.rows(desk.page.view.slow) == [
        ["绿茶", "4", "20.00", "03-04", "60 天"],
        ["可乐", "6", "12.00", "03-04", "60 天"],
    ]
    assert desk.page.view.best.table is not None
    assert desk.page.view.best.table.nothing_words() == "这个月没有卖出"


def test_categories_stand_with_what_they_left(desk: MonthDesk) -> None:
    assert desk.page.view.shares.words() == ["饮料 2.50 18.5%"]


def test_tab_walks_figures_chart_categories_and_tables(desk: MonthDesk) -> None:
    view = desk.page.view
    assert view.best.table is not None
    assert view.slow.table is not None
    view.tiles.buttons[0].setFocus()
    walked = []
    for _step in range(10):
        walked.append(desk.focus())
        desk.key(Qt.Key.Key_Tab)
    assert walked == [*view.tiles.buttons, view.chart, view.shares, view.best.table, view.slow.table]


def test_enter_on_a_figure_leads_to_what_it_is_made_of_and_esc_back_to_it(desk: MonthDesk) -> None:
    tile = desk.page.view.tiles.buttons[1]
    tile.setFocus()
    desk.press(Qt.Key.Key_Return)
    report = desk.page.report()
    assert report is not None
    assert report.header.words().startswith("商品毛利 2026-03-01 至 2026-03-31")
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.report() is None
    assert desk.focus() is tile


def test_enter_on_a_day_leads_to_its_sales(desk: MonthDesk) -> None:
    desk.page.view.chart.setFocus()
    desk.key(Qt.Key.Key_Right)
    assert desk.page.view.chart.current_words() == "3 月 2 日：6.00 元，1 单  2 月 2 日 0"
    desk.press(Qt.Key.Key_Return)
    report = desk.page.report()
    assert report is not None
    assert report.header.words().startswith("销售明细 2026-03-02")


def test_enter_on_a_category_or_a_row_leads_to_its_goods(desk: MonthDesk) -> None:
    desk.page.view.shares.setFocus()
    desk.press(Qt.Key.Key_Return)
    report = desk.page.report()
    assert report is not None
    assert "饮料" in report.header.words()
    desk.press(Qt.Key.Key_Escape)
    desk.page.view.focus_first()
    desk.press(Qt.Key.Key_Return)
    report = desk.page.report()
    assert report is not None
    assert "可乐" in report.header.words()


def test_a_closed_month_says_so(desk: MonthDesk, traded: Story) -> None:
    traded.shop.people.close_month(date(2026, 2, 1))
    desk.press(Qt.Key.Key_Left)
    assert "已月结 03-04" in desk.page.view.header.words()


def test_the_month_is_written_as_a_workbook(desk: MonthDesk, tmp_path: Path) -> None:
    desk.key(Qt.Key.Key_E, CONTROL)
    desk.pick_file(tmp_path / "月报.xlsx")
    desk.wait(lambda: "已导出 月报.xlsx" in desk.page.view.line.shown_words())
    assert any("13.5" in str(cell) for row in read_sheet(tmp_path / "月报.xlsx").rows for cell in row)


def test_the_month_is_written_as_paper(desk: MonthDesk, tmp_path: Path) -> None:
    desk.key(Qt.Key.Key_E, CONTROL | SHIFT)
    desk.pick_file(tmp_path / "月报")
    desk.wait(lambda: "已导出 月报.pdf" in desk.page.view.line.shown_words())
    assert (tmp_path / "月报.pdf").read_bytes().startswith(b"%PDF")


def test_ctrl_p_shows_the_paper_of_the_month(desk: MonthDesk) -> None:
    desk.key(Qt.Key.Key_P, CONTROL)
    ((page, preview),) = desk.asked_pages
    assert page == PRINT_PREVIEW
    assert isinstance(preview, PreviewOf)
    assert (preview.title, preview.file_name) == ("经营月报 2026 年 3 月", "经营月报 2026-03")


def test_a_shop_that_never_sold_is_led_to_the_counter(qtbot: QtBot, dress: Callable[..., None], story: Story) -> None:
    dress()
    desk = MonthDesk(qtbot, story)
    assert desk.page.view.is_empty()
    assert part_of(desk.page, EmptyPage).words().startswith("还没有卖过东西\n")
    desk.key(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_F9)
    assert desk.asked_pages == [("sales.checkout", None)]
    desk.close()


def test_the_tables_of_a_low_window_show_whole_rows(desk: MonthDesk) -> None:
    panel = desk.page.view.best
    assert panel.table is not None
    desk.page.resize(1218, 618)
    rows = panel.table.viewport().height() / panel.table.rowHeight(0)
    assert rows == int(rows)
    assert 3 <= rows <= 8
    assert not panel.table.verticalScrollBar().isVisible()
