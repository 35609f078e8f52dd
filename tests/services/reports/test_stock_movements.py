"""收发存汇总."""

from datetime import date

from jxc_desktop.services.reports.report import Asked, Period, ToReport
from jxc_desktop.services.reports.stock_movements import stock_movements_report
from tests.services.reports.report_shop import FEBRUARY, MARCH, ReportShop, seen, total

OPENING, IN = ("opening_quantity", "opening_value"), ("in_quantity", "in_value")
OUT, CLOSING = ("out_quantity", "out_value"), ("closing_quantity", "closing_value")


def test_each_product_says_what_was_there_what_came_what_went_and_what_is_left(at: ReportShop) -> None:
    answer = at.run("stock-movements")
    assert seen(answer, "name", *OPENING, *IN, *OUT, *CLOSING) == [
        ["香烟", "2", "24.00", "0", "0.00", "1", "12.00", "1", "12.00"],
        ["可口可乐", "7", "14.00", "0", "0.40", "3", "6.00", "4", "8.40"],
        ["香皂", "4", "10.00", "0", "0.00", "1", "2.50", "3", "7.50"],
        ["赠品", "0", "0.00", "5", "5.00", "2", "2.00", "3", "3.00"],
        ["东北大米", "4", "16.00", "-2", "-8.00", "0", "0.00", "2", "8.00"],
    ]
    sums = ["17", "64.00", "3", "-2.60", "7", "22.50", "13", "38.90"]
    assert total(answer, *OPENING, *IN, *OUT, *CLOSING) == sums
    assert answer.spec.checked is not None
    assert answer.spec.checked(answer.rows) == "期初 + 入库 − 出库 = 结存，逐项相符"


def test_what_was_bought_and_sold_can_be_told_from_the_rest(at: ReportShop) -> None:
    rows = seen(at.run("stock-movements", text="香皂"), "sold_quantity", "other_out_quantity", "other_out_value")
    assert rows == [["0", "1", "2.50"]]
    february = seen(
        at.run("stock-movements", FEBRUARY, text="香皂"), "bought_value", "other_in_quantity", "other_in_value"
    )
    assert february == [["0.00", "4", "10.00"]]


def test_what_a_month_ends_with_the_next_one_begins_with(at: ReportShop) -> None:
    ends = sorted(seen(at.run("stock-movements", FEBRUARY), "name", *CLOSING))
    begins = sorted(seen(at.run("stock-movements", MARCH), "name", *OPENING))
    assert ends == [row for row in begins if row[0] != "赠品"]


def test_what_is_there_now_is_what_the_report_of_all_days_ends_with(at: ReportShop) -> None:
    everything = at.run("stock-movements", Period(date.min, date.max))
    assert total(everything, *OPENING, *CLOSING) == ["0", "0.00", "13", "38.90"]
    assert total(at.run("stock", None), "quantity", "value") == ["13", "38.90"]


def test_what_never_moved_is_seen_where_it_is_wanted(at: ReportShop) -> None:
    january = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert at.run("stock-movements", january).rows == []
    assert len(at.run("stock-movements", january, ticks=frozenset()).rows) == 5


def test_a_row_that_does_not_add_up_is_not_said_to(at: ReportShop) -> None:
    rows = at.run("stock-movements").rows
    check = stock_movements_report().checked
    assert check is not None
    assert check([*rows[:-1], rows[-1]._replace(closing_value=rows[-1].closing_value + 1)]) == ""
    assert check([]) == ""


def test_a_product_leads_to_its_ledger_of_the_period(at: ReportShop) -> None:
    answer = at.run("stock-movements")
    assert answer.lead(answer.rows[0]) == ToReport("stock-ledger", Asked(MARCH, product_id=at.goods["香烟"]))
