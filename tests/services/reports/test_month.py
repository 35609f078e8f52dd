"""经营月报: a month on one page, beside the one before; figures by hand."""

import csv
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from jxc_desktop.models.values.percent import Percent
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.reports.errors import NotOneMonthError
from jxc_desktop.services.reports.month import MonthReport, MonthSection
from jxc_desktop.services.reports.month_page import one_month
from jxc_desktop.services.reports.report import Asked, Period, ToReport
from jxc_desktop.services.words.refusals import refusal
from tests.services.reports.report_shop import FEBRUARY, MARCH, ReportShop, total
from tests.story import Story


@pytest.fixture(scope="module")
def march(at: ReportShop) -> MonthReport:
    return at.story.shop.reports.month(date(2026, 3, 15))


def told(section: MonthSection[Any]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in section.table().rows]


def test_each_figure_stands_beside_that_of_the_month_before(march: MonthReport) -> None:
    # February: 9.00 + 4.50 sold for 10.00; 64.00 in stock. March: 23.00 for 18.00 and 2.00 more; 38.90 in stock.
    assert told(march.figures) == [
        ["销售额", "23.00", "13.50", "70.4%"],
        ["毛利", "3.00", "3.50", "-14.3%"],
        ["毛利率", "13.0%", "25.9%", "-12.9%"],
        ["单数", "3", "2", "50.0%"],
        ["客单价", "7.67", "6.75", "13.6%"],
        ["月末库存", "38.90", "64.00", "-39.2%"],
    ]
    assert [figure.name for figure in march.figures.rows if figure.is_rate] == ["margin"]


def test_where_there_was_nothing_before_nothing_is_compared(at: ReportShop) -> None:
    february = at.story.shop.reports.month(date(2026, 2, 1))
    assert told(february.figures)[0] == ["销售额", "13.50", "0.00", ""]
    assert {figure.change for figure in february.figures.rows} == {None}


def test_every_day_has_its_sales_and_those_of_the_day_a_month_before(march: MonthReport) -> None:
    days = {row[0]: row for row in told(march.days)}
    assert len(days) == 31
    assert days["2"] == ["2", "2026-03-02", "1", "12.00", "4.00", "0.00"]
    assert days["15"][3:] == ["0.00", "0.00", "9.00"]
    assert days["29"] == ["29", "2026-03-29", "0", "0.00", "0.00", ""]
    totals = march.days.table().totals or ()
    assert list(map(str, totals)) == ["合计", "None", "3", "23.00", "3.00", "13.50"]


def test_a_shorter_month_has_no_day_beside_the_last_of_the_one_before(at: ReportShop) -> None:
    april = at.story.shop.reports.month(date(2026, 4, 1))
    last = april.days.rows[-1]
    assert (last.number, last.day, last.sales, last.day_before) == (31, None, None, date(2026, 3, 31))


def test_categories_best_and_slow_sellers_are_those_of_the_reports(march: MonthReport) -> None:
    assert [row[:3] for row in told(march.categories)] == [
        ["食品", "4", "19.00"],
        ["未分类", "2", "4.00"],
        ["百货", "0", "0.00"],
    ]
    assert [(row[0], row[1], row[-1]) for row in told(march.best)] == [
        ("1", "香烟", "亏本"),
        ("2", "可口可乐", ""),
        ("3", "赠品", ""),
    ]
    assert [(row[0], row[3], row[5]) for row in told(march.slow)] == [
        ("东北大米", "8.00", "39"),
        ("香皂", "7.50", "49"),
    ]
    assert [section.title for section in march.sections] == [
        "本月指标",
        "每日销售额",
        "各类销售与毛利",
        "畅销前 3",
        "滞销占款前 2",
    ]


def test_a_month_that_is_running_is_compared_with_the_same_days_and_knows_no_days_to_come(at: ReportShop) -> None:
    # It is 2 April: until 2 March 12.00 were sold.
    april = at.story.shop.reports.month(date(2026, 4, 30))
    assert (april.is_running, april.before) == (True, Period(date(2026, 3, 1), date(2026, 3, 2)))
    assert told(april.figures)[0] == ["销售额", "0.00", "12.00", "-100.0%"]
    # On 2 March 64.00 less 8.00.
    assert told(april.figures)[5] == ["现在库存", "38.90", "56.00", "-30.5%"]
    assert [row.sales for row in april.days.rows[:3]] == [0, 0, None]
    assert april.days.rows[2].sales_before == -300


def test_a_month_to_come_is_empty(at: ReportShop) -> None:
    later = at.story.shop.reports.month(date(2027, 1, 1))
    assert (later.is_running, later.closed_at, later.best.rows, later.slow.rows) == (False, None, (), ())
    assert {row.sales for row in later.days.rows} == {None}


def test_a_closed_month_says_since_when(story: Story) -> None:
    story.clock.moment = datetime(2026, 4, 1, 10, 30)
    story.shop.people.close_month(date(2026, 3, 1))
    closed = [story.shop.reports.month(date(2026, month, 1)).closed_at for month in (2, 3, 4)]
    assert closed == [datetime(2026, 4, 1, 10, 30), datetime(2026, 4, 1, 10, 30), None]


def test_every_figure_day_and_row_leads_to_what_comes_to_it(at: ReportShop, march: MonthReport) -> None:
    reports = at.story.shop.reports

    def sums(lead: object, *keys: str) -> list[str]:
        assert isinstance(lead, ToReport)
        return total(reports.run(lead.name, lead.asked), *keys)

    figures = {figure.name: figure for figure in march.figures.rows}
    keys = {"sales": "sales", "profit": "profit", "margin": "margin", "receipts": "tickets", "stock": "closing_value"}
    for name, key in keys.items():
        assert sums(figures[name].lead, key) == [str(figures[name].value)]
    assert sums(figures["ticket"].lead, "sales") == ["23.00"]
    sections: tuple[MonthSection[Any], ...] = (march.categories, march.best)
    for section in sections:
        for row in section.rows:
            assert sums(section.leads_to(row), "sales", "cost") == [
                f"{row.sales / 100:.2f}",
                f"{row.cost / 100:.2f}",
            ]
    for day in march.days.rows:
        lead = march.days.leads_to(day)
        assert lead == ToReport("sales-lines", Asked(Period(date(2026, 3, day.number), date(2026, 3, day.number))))
    for slow in march.slow.rows:
        assert sums(march.slow.leads_to(slow), "in_quantity") != ["0"]


def test_the_month_is_a_workbook_with_a_sheet_for_each_part(at: ReportShop, march: MonthReport, tmp_path: Path) -> None:
    at.story.shop.reports.write(march, tmp_path / "month.xlsx")
    with zipfile.ZipFile(tmp_path / "month.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        names = book.read("xl/workbook.xml").decode()
    assert len(sheets) == 5
    assert all(section.title in names for section in march.sections)


def test_in_a_csv_the_parts_stand_one_below_the_other(at: ReportShop, march: MonthReport, tmp_path: Path) -> None:
    at.story.shop.reports.write(march, tmp_path / "month.csv")
    with (tmp_path / "month.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[:3] == [["本月指标"], ["指标", "本月", "上月", "增减"], ["销售额", "23.00", "13.50", "70.4%"]]
    assert rows[8:10] == [[], ["每日销售额"]]
    assert rows[-1][:1] == ["合计"]


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        (FEBRUARY.first, FEBRUARY.last, FEBRUARY.first),
        (date(2026, 2, 10), None, date(2026, 2, 10)),
        (None, date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_dates_of_one_month_name_it(first: date | None, last: date | None, day: date) -> None:
    assert one_month(first, last) == day


@pytest.mark.parametrize(("first", "last"), [(None, None), (FEBRUARY.first, MARCH.last), (MARCH.first, FEBRUARY.last)])
def test_dates_of_no_month_or_two_are_refused(first: date | None, last: date | None) -> None:
    with pytest.raises(NotOneMonthError) as refused:
        one_month(first, last)
    error: ShopError = refused.value
    assert refusal(error).line == "月报一次只看一个月。起止日期要在同一个月里"


def test_a_change_of_a_rate_is_in_points(march: MonthReport) -> None:
    margin = march.figures.rows[2]
    assert (margin.value, margin.before, margin.change) == (Percent(130), Percent(259), Percent(-129))
