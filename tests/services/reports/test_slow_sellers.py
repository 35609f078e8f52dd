"""滞销商品."""

from dataclasses import replace
from datetime import date

import pytest

from jxc_desktop.services.reports.report import Asked, Period, ToReport
from jxc_desktop.services.reports.slow_sellers import slow_products
from tests.services.reports.report_shop import MARCH, ReportShop, seen, total
from tests.story import Story

COLUMNS = ("name", "quantity", "value", "last_sold", "unsold_days", "last_received")


def test_what_lies_there_unsold_says_how_much_money_is_asleep_and_since_when(at: ReportShop) -> None:
    # Soap was sold once, by mistake, and that was undone: it never sold since it came on 10 February.
    answer = at.run("slow-sellers")
    assert seen(answer, *COLUMNS) == [
        ["东北大米", "2", "8.00", "2026-02-20", "39", "2026-02-12"],
        ["香皂", "3", "7.50", "", "49", ""],
    ]
    assert total(answer, "name", "quantity", "value") == ["合计", "5", "15.50"]


def test_a_past_month_is_told_as_it_was_at_its_end(at: ReportShop) -> None:
    until = Period(date(2026, 3, 1), date(2026, 3, 21))
    # On the 21st the rice had not been sold for 29 days.
    assert seen(at.run("slow-sellers", until), "name", "unsold_days") == [["香皂", "39"]]


def test_what_has_not_come_yet_is_no_time_unsold(at: ReportShop) -> None:
    # Asked on 2 April: 31 days since 2 March, 41 since 20 February.
    rows = seen(at.run("slow-sellers", Period(date(2026, 3, 1), date.max)), "name", "unsold_days")
    assert rows == [["可口可乐", "31"], ["东北大米", "41"], ["香皂", "51"]]


@pytest.mark.parametrize("tick", ["over_60", "over_90"])
def test_only_what_lay_longer_can_be_seen(at: ReportShop, tick: str) -> None:
    # The soap had lain for 60 days on 11 April.
    asked = Asked(Period(date(2026, 4, 1), date(2026, 4, 11)), ticks=frozenset({tick}), today=date(2026, 4, 11))
    with at.story.desk.question("reports.run") as books:
        names = [row.name for row in slow_products(books, asked)]
    assert names == (["香皂"] if tick == "over_60" else [])


def test_what_came_in_lately_is_left_out_unless_it_is_wanted(story: Story) -> None:
    product = story.product()
    story.receive(product, "5", "2.00")
    story.sell(product)
    story.clock.go_on(days=40)
    story.receive(product, "5", "2.00")
    asked = Asked(Period(story.clock.now().date(), story.clock.now().date()))
    reports = story.shop.reports
    assert reports.run("slow-sellers", asked).rows == []
    everything = reports.run("slow-sellers", replace(asked, ticks=frozenset()))
    assert seen(everything, "quantity", "value", "unsold_days") == [["9", "18.00", "40"]]


def test_a_slow_product_leads_to_everything_that_came_and_went_of_it(at: ReportShop) -> None:
    answer = at.run("slow-sellers")
    ledger = Asked(Period(date.min, MARCH.last), product_id=at.goods["东北大米"])
    assert answer.lead(answer.rows[0]) == ToReport("stock-ledger", ledger)
    assert total(at.story.shop.reports.run("stock-ledger", ledger), "in_quantity", "out_quantity") == ["3", "1"]
