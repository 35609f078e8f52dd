"""经营月报 on paper."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from jxc_desktop.models.values.report_paper import PaperChart, PaperFigures, PaperNote, PaperTable
from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.services.reports.month_paper import month_paper
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.reports.slow_sellers import SlowProduct
from tests.services.printing.a_report import page_texts
from tests.services.small_shop import SmallShop


@pytest.fixture(scope="module")
def month(shop: SmallShop) -> MonthReport:
    return Reports(shop.desk).month(date(2026, 3, 2))


def test_the_month_is_named_with_its_days_and_whether_it_is_closed(month: MonthReport) -> None:
    paper = month_paper(month)
    assert (paper.title, paper.subject) == ("经营月报", "2026 年 3 月")
    assert paper.filter_words == ("2026-03-01 至 2026-03-31", "全部类别", "本月还没过完")
    over = replace(month, is_running=False)
    assert month_paper(over).filter_words[-1] == "未月结"
    assert month_paper(replace(over, closed_at=datetime(2026, 4, 1))).filter_words[-1] == "已月结"


def test_every_figure_of_the_screen_is_on_the_paper_in_yuan(month: MonthReport) -> None:
    (figures,) = (block for block in month_paper(month).blocks if isinstance(block, PaperFigures))
    assert [figure.label for figure in figures.figures] == [row.title for row in month.figures.rows]
    sales = month.figures.rows[0]
    assert figures.figures[0].value == f"￥{float(str(sales.value)):,.2f}"


def test_the_chart_has_a_bar_for_each_day_of_the_month(month: MonthReport) -> None:
    (chart,) = (block for block in month_paper(month).blocks if isinstance(block, PaperChart))
    assert (chart.days[0], chart.days[-1], len(chart.days)) == ("3-1", "3-31", 31)
    assert chart.bars == tuple(row.sales for row in month.days.rows if row.day is not None)
    assert (chart.bar_word, chart.line_word) == ("3 月", "2 月")


def test_what_sold_at_a_loss_is_marked_and_the_mark_is_explained(month: MonthReport) -> None:
    best = month.best.rows[0]
    lost = replace(month, best=replace(month.best, rows=(best._replace(cost=best.sales + 100),)))
    for shown, is_marked in ((lost, True), (month, any(row.sales < row.cost for row in month.best.rows))):
        blocks = month_paper(shown).blocks
        marked = [
            cell
            for block in blocks
            if isinstance(block, PaperTable)
            for row in block.rows
            for cell in row
            if "▲" in cell
        ]
        (note,) = (block for block in blocks if isinstance(block, PaperNote))
        assert bool(marked) == is_marked
        assert note.text.startswith("▲ 卖价低于成本。") == is_marked


def test_the_best_sellers_are_numbered_before_their_names(month: MonthReport) -> None:
    best = next(
        block
        for block in month_paper(month).blocks
        if isinstance(block, PaperTable) and block.title == month.best.title
    )
    assert [row[0].split("\u3000")[0] for row in best.rows] == [str(place + 1) for place in range(len(best.rows))]
    assert best.columns[0].heading == "商品"


def test_the_days_add_up_below_their_table(month: MonthReport) -> None:
    days = month_paper(month).blocks[-1]
    assert isinstance(days, PaperTable)
    assert len(days.rows) == 31
    assert days.totals is not None
    assert days.totals[0] == "合计"


def test_a_day_that_only_the_month_before_had_is_there_or_its_column_would_not_add_up(shop: SmallShop) -> None:
    february = month_paper(Reports(shop.desk).month(date(2026, 2, 1)))
    days = february.blocks[-1]
    assert isinstance(days, PaperTable)
    assert [row[0] for row in days.rows[26:]] == ["2026-02-27", "2026-02-28", "上月 29 日", "上月 30 日", "上月 31 日"]


def test_slow_sellers_say_their_days_in_words_and_stand_under_short_headings(shop: SmallShop) -> None:
    april = Reports(shop.desk).month(date(2026, 3, 1))
    slow = SlowProduct(1, "", "茶", "", "", "", "", 2000, 550, 20260301, None, 20260201, 20260430)
    paper = month_paper(replace(april, slow=replace(april.slow, rows=(slow,))))
    table = next(one for one in paper.blocks if isinstance(one, PaperTable) and one.title == april.slow.title)
    assert [column.heading for column in table.columns][-4:] == ["库存", "金额", "最后卖出", "没卖"]
    assert table.rows[0][-4:] == ("2", "5.50", "2026-03-01", "60 天")
    assert table.columns[-2].is_figure


def test_all_of_it_can_be_read_from_the_file(shop: SmallShop, month: MonthReport, tmp_path: Path) -> None:
    Reports(shop.desk).write(month, tmp_path / "月.pdf")
    pages = page_texts((tmp_path / "月.pdf").read_bytes())
    text = "".join(pages)
    for section in month.sections[1:]:
        assert section.title.replace(" ", "") in text
    assert "第1页，共" in pages[0]
    assert "每日销售额" in pages[-1]


def test_an_empty_month_is_a_page_all_the_same(shop: SmallShop) -> None:
    document = Reports(shop.desk).paper(Reports(shop.desk).month(date(2025, 1, 1)))
    assert "2025年1月" in "".join(page_texts(document))
