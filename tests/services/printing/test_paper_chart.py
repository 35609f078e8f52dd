"""Bars by day, and the line they are compared with."""

from dataclasses import replace

import pytest

from jxc_desktop.models.values.report_paper import PaperChart
from jxc_desktop.services.printing.paper_chart import over_the_top, scale_top
from jxc_desktop.services.printing.report_pdf import report_pdf
from tests.services.printing.a_report import a_month, a_report, page_texts

THREE = ("2-1", "2-2", "2-3")


def chart(*bars: int | None, line: tuple[int | None, ...] = ()) -> PaperChart:
    return PaperChart("每日销售额", "元", THREE, "2 月", bars, "1 月", line, ("1-1", "1-2", "1-3"))


@pytest.mark.parametrize(
    ("bars", "top"),
    [((159_000, 20_000, 0), 200_000), ((200_000, 0, 0), 200_000), ((200_001, 0, 0), 400_000), ((900, 1, 2), 1_000)],
)
def test_the_scale_ends_at_a_round_amount_above_the_highest_bar(bars: tuple[int, ...], top: int) -> None:
    assert scale_top(chart(*bars)) == top


def test_a_month_without_sales_goes_by_the_month_it_is_compared_with() -> None:
    assert scale_top(chart(None, 0, None, line=(70_000, None, 10))) == 80_000
    assert scale_top(chart(None, -5, None)) == 400


def test_days_of_the_line_above_the_scale_are_said_in_words() -> None:
    assert over_the_top(chart(122_000, 159_000, None, line=(50_000, 442_300, None)), 200_000) == [("1-2", 442_300)]
    (page,) = page_texts(report_pdf(a_month()))
    assert "1月（1-2为4,423）" in page


def test_of_many_such_days_the_first_are_said() -> None:
    high = replace(chart(100, 100, 100, line=(90_000,) * 3), days=tuple(map(str, range(9))), line=(90_000,) * 9)
    (page,) = page_texts(report_pdf(a_report(replace(high, line_days=tuple(f"1-{day}" for day in range(1, 10))))))
    assert "1月（1-1为900，1-2为900，1-3为900，…）" in page


def test_a_chart_of_one_day_and_one_of_none_are_drawn() -> None:
    for days in (1, 0):
        short = PaperChart("每日销售额", "元", THREE[:days], "2 月", (5,) * days, "1 月", (7,) * days, THREE[:days])
        assert "每日销售额" in page_texts(report_pdf(a_report(short)))[0]
