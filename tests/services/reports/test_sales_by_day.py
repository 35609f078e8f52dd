import csv
from datetime import date
from pathlib import Path

from jxc_desktop.services.reports.report import Asked, Period, ToReport
from jxc_desktop.services.reports.reports import Reports
from tests.services.reports.report_shop import ReportShop, seen, total
from tests.services.small_shop import COLA, SmallShop

HEADINGS = ["日期", "单数", "件数", "销售金额", "成本", "成本调整", "毛利", "毛利率"]
FIFTH = ["2026-03-05", "2", "7.5", "27.25", "17.43", "0.00", "9.82", "36.0%"]


def days(shop: SmallShop, folder: Path, first: int, last: int) -> list[list[str]]:
    path = folder / "days.csv"
    reports, period = Reports(shop.desk), Period(date(2026, 3, first), date(2026, 3, last))
    reports.write(reports.run("sales-by-day", Asked(period)), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_each_day_says_what_was_sold_what_it_cost_and_what_was_left(shop: SmallShop, tmp_path: Path) -> None:
    # The 5th: cola 12.00 + rice 2.25 + biscuits 10.00 + cola 3.00; cost 8.00 + 1.43 + 6.00 (thought) + 2.00.
    # The 6th: one bottle comes back. The 7th: a sale and what undid it. The 8th: biscuits came in at 4.00, not 3.00.
    assert days(shop, tmp_path, 1, 31) == [
        HEADINGS,
        FIFTH,
        ["2026-03-06", "0", "-1", "-3.00", "-2.00", "0.00", "-1.00", ""],
        ["2026-03-07", "0", "0", "0.00", "0.00", "0.00", "0.00", ""],
        ["2026-03-08", "0", "0", "0.00", "0.00", "2.00", "-2.00", ""],
        ["合计", "2", "6.5", "24.25", "15.43", "2.00", "6.82", "28.1%"],
    ]


def test_both_ends_of_the_period_are_in_it_and_the_totals_are_of_it_alone(shop: SmallShop, tmp_path: Path) -> None:
    assert days(shop, tmp_path, 5, 5) == [HEADINGS, FIFTH, ["合计", *FIFTH[1:]]]


def test_purchases_are_the_cost_of_sales_with_its_adjustments_and_what_is_left(shop: SmallShop) -> None:
    reports = Reports(shop.desk)
    sold = reports.run("sales-by-day", Asked(Period(date(2026, 3, 1), date(2026, 3, 31)))).totals
    left = reports.run("stock").totals
    # 20.00 + 10.00 + 10.00 + 20.00 came in.
    assert (sold.cost, sold.adjustment, left.booked) == (1543, 200, 4257)


def test_goods_sold_below_cost_show_a_loss(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    shop.receive(4, (COLA, "2", "10.00"))
    shop.sell(5, (COLA, "1", "4.00"))
    rows = days(shop, tmp_path, 1, 31)
    shop.close()
    assert rows[1] == ["2026-03-05", "1", "1", "4.00", "5.00", "0.00", "-1.00", "-25.0%"]


def test_a_time_without_trade_has_only_totals_of_nothing(shop: SmallShop, tmp_path: Path) -> None:
    assert days(shop, tmp_path, 20, 31) == [HEADINGS, ["合计", "0", "0", "0.00", "0.00", "0.00", "0.00", ""]]


def test_a_sale_that_was_undone_later_stays_in_its_own_day_and_leaves_the_one_it_was_undone_on(at: ReportShop) -> None:
    answer = at.run("sales-by-day")
    assert seen(answer, "day", "tickets", "sales")[4:6] == [["2026-03-10", "1", "6.00"], ["2026-03-11", "-1", "-6.00"]]
    assert total(answer, "tickets", "sales") == ["3", "23.00"]


def test_a_day_leads_to_what_was_sold_on_it(at: ReportShop) -> None:
    answer = at.run("sales-by-day")
    second = date(2026, 3, 2)
    assert answer.lead(answer.rows[0]) == ToReport("sales-lines", Asked(Period(second, second)))
