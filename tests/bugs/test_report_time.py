"""Faults that users of other programs found in the days and months of their reports."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.services.people.errors import ClosedPeriodError, MonthNotClosableError
from jxc_desktop.services.people.settings import BUSINESS_DAY_CUT
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.widgets.day_span import DaySpan, days_of
from tests.story import Story

LAST_SECOND = (23, 59, 59)


def sell_at(story: Story, product: int, *moment: int) -> str:
    story.clock.moment = datetime(*moment)  # type: ignore[arg-type]
    return story.sell(product).number


def rows(shop: Shop, name: str, first: date, last: date) -> list[Any]:
    return shop.reports.run(name, Asked(Period(first, last))).rows


def sold(shop: Shop, first: date, last: date) -> int:
    """What a time sold, in fen."""
    return sum(row.sales for row in rows(shop, "sales-by-day", first, last))


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "UTC", "America/New_York"])
def test_sales_after_midnight_and_early_in_the_morning_are_of_today_in_every_report(
    story: Story, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    product = story.product(price="3.00", cost="2.00")
    story.allow_overselling()
    sell_at(story, product, 2026, 3, 5, 0, 30)
    sell_at(story, product, 2026, 3, 5, 7, 30)
    today, yesterday = date(2026, 3, 5), date(2026, 3, 4)
    for name in ("sales-by-day", "sales-lines", "profit-by-product", "profit-by-category", "profit-by-document"):
        assert sum(row.sales for row in rows(story.shop, name, today, today)) == 600
        assert rows(story.shop, name, yesterday, yesterday) == []


def test_after_midnight_a_shop_that_is_still_open_sells_on_the_day_before(story: Story) -> None:
    product = story.product(price="3.00")
    story.allow_overselling()
    story.shop.settings.change(BUSINESS_DAY_CUT, "4")
    with Shop.open(story.shop.path, story.clock) as shop:
        late = Story(shop, story.clock, story.tokens)
        sell_at(late, product, 2026, 4, 1, 1, 30)
        sell_at(late, product, 2026, 4, 1, 4, 30)
        assert sold(shop, date(2026, 3, 31), date(2026, 3, 31)) == 300
        assert sold(shop, date(2026, 4, 1), date(2026, 4, 1)) == 300
        months = [shop.reports.month(date(2026, month, 1)).figures.rows[0].value for month in (3, 4)]
        assert list(map(str, months)) == ["3.00", "3.00"]


def test_with_the_clock_set_back_no_number_comes_twice_and_no_sale_is_missing_in_the_reports(story: Story) -> None:
    product = story.product(price="3.00")
    story.allow_overselling()
    numbers = [sell_at(story, product, 2026, 3, day, 10) for day in (5, 4, 4, 5)]
    assert len(set(numbers)) == 4
    # It is 4 March by the clock, and the sale of the 5th is there all the same.
    story.clock.moment = datetime(2026, 3, 4, 12)
    assert sold(story.shop, date(2026, 3, 1), date(2026, 3, 31)) == 1200
    assert sold(story.shop, date.min, date.max) == 1200
    assert story.shop.health.verify() == ()


def test_the_cut_may_be_changed_in_the_middle_of_a_night_and_no_sale_is_twice_or_nowhere(story: Story) -> None:
    product = story.product(price="3.00")
    story.allow_overselling()
    numbers = []
    for cut, minute in (("0", 0), ("4", 10), ("0", 20), ("6", 30)):
        story.shop.settings.change(BUSINESS_DAY_CUT, cut)
        numbers.append(sell_at(story, product, 2026, 4, 1, 1, minute))
    assert numbers == ["XS20260401-0001", "XS20260331-0001", "XS20260401-0002", "XS20260331-0002"]
    shop = story.shop
    assert [sold(shop, date(2026, *day), date(2026, *day)) for day in ((3, 31), (4, 1))] == [600, 600]
    assert sold(shop, date(2026, 3, 1), date(2026, 4, 30)) == 1200
    assert shop.health.verify() == ()


def test_a_month_ends_at_the_cut_and_what_comes_back_later_is_of_the_next(story: Story) -> None:
    product = story.product(price="3.00")
    story.allow_overselling()
    shop, march = story.shop, date(2026, 3, 1)
    shop.settings.change(BUSINESS_DAY_CUT, "4")
    story.clock.moment = datetime(2026, 4, 1, 1, 30)
    night = story.sell(product, "2")
    with pytest.raises(MonthNotClosableError):
        shop.people.close_month(march)
    story.clock.moment = datetime(2026, 4, 1, 4, 0)
    shop.people.close_month(march)
    back = shop.sales.sale(story.take_back(night.document_id, "1")).row
    assert (back.day, back.number) == (date(2026, 4, 1), "XT20260401-0001")
    story.clock.moment = datetime(2026, 4, 1, 3, 59)
    with pytest.raises(ClosedPeriodError):
        story.sell(product)
    assert [sold(shop, date(2026, *day), date(2026, *day)) for day in ((3, 31), (4, 1))] == [600, -300]
    assert shop.health.verify() == ()


def test_each_act_of_the_night_is_of_the_same_day(story: Story) -> None:
    product, shop = story.product(price="3.00", cost="2.00"), story.shop
    shop.settings.change(BUSINESS_DAY_CUT, "4")
    story.clock.moment = datetime(2026, 4, 1, 1, 30)
    day = date(2026, 3, 31)
    receipt = story.receive(product, "10", "2.00")
    sale = story.sell(product).document_id
    back = story.take_back(sale, "1")
    sold_days = [shop.sales.sale(key).row.day for key in (sale, back, shop.sales.reverse(back, "错了"))]
    bought_days = [shop.purchasing.receipt(key).row.day for key in (receipt, story.send_back(receipt, "1"))]
    assert {*sold_days, *bought_days} == {shop.today} == {day}
    today = days_of(DaySpan.TODAY, shop.today)
    wanted = DocumentFilter(first=today.first, last=today.last)
    assert len(shop.sales.sale_list(wanted)) == 3
    assert len(shop.purchasing.receipt_list(wanted)) == 2
    assert shop.reports.month(shop.today).figures.rows[0].value is not None


@pytest.mark.parametrize("year", [2027, 2028])
def test_every_day_of_a_year_is_in_one_month_and_every_month_in_the_year(story: Story, year: int) -> None:
    """Documents on the first and the last second of each month; February has 28 days, or 29."""
    product = story.product(price="3.00")
    story.allow_overselling()
    for month in range(1, 13):
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        sell_at(story, product, year, month, 1)
        sell_at(story, product, year, month, last, *LAST_SECOND)
    sell_at(story, product, year + 1, 1, 1)
    shop, first, last_day = story.shop, date(year, 1, 1), date(year, 12, 31)
    pages = [shop.reports.month(date(year, month, 1)) for month in range(1, 13)]
    assert [str(page.figures.rows[0].value) for page in pages] == ["6.00"] * 12
    assert sum(row.sales or 0 for page in pages for row in page.days.rows if row.day) == 7200
    assert sold(shop, first, last_day) == 7200
    days = [first + timedelta(days=n) for n in range((last_day - first).days + 1)]
    assert sum(sold(shop, day, day) for day in days) == 7200
    assert len(pages[1].days.rows) == 31
    assert [row.day for row in pages[1].days.rows][27:] == [
        date(year, 2, 28),
        date(2028, 2, 29) if year == 2028 else None,
        None,
        None,
    ]


def test_numbers_go_on_over_the_end_of_the_year(story: Story) -> None:
    product = story.product()
    story.allow_overselling()
    numbers = [
        sell_at(story, product, 2027, 12, 31, *LAST_SECOND),
        sell_at(story, product, 2028, 1, 1, 0, 0, 1),
        sell_at(story, product, 2028, 2, 29, *LAST_SECOND),
    ]
    assert numbers == ["XS20271231-0001", "XS20280101-0001", "XS20280229-0001"]


@pytest.mark.parametrize("text", ["100%", "a_b", "O'Neil", "\\"])
def test_goods_are_searched_for_as_they_are_written_in_every_report(story: Story, text: str) -> None:
    story.allow_overselling()
    for name in (text, "可乐"):
        story.sell(story.product(name))
    day = story.clock.now().date()
    for report in ("sales-by-product", "sales-lines", "stock-movements", "stock-ledger"):
        answer = story.shop.reports.run(report, Asked(Period(day, day), text=text))
        assert [row.name for row in answer.rows] == [text]
    assert [row.name for row in story.shop.reports.run("stock", Asked(text=text)).rows] == [text]
