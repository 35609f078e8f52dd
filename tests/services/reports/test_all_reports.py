"""Whatever report it is: its filters narrow it, its rows lead to what is behind them, its figures are the ledgers'."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.reports.all_reports import all_reports, report_named
from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.report import ALL_TIME, Asked, Filter, Order, Period, ToReport
from jxc_desktop.services.reports.reports import Reports
from tests.services.reports.report_shop import ReportShop, seen, total

REPORTS = [spec.name for spec in all_reports()]
FILTERS = [(spec.name, narrowing) for spec in all_reports() for narrowing in spec.filters]
TICKS = [(spec.name, tick.name) for spec in all_reports() for tick in spec.ticks]
BOTH_MONTHS = Period(date(2026, 2, 1), date(2026, 3, 31))

NARROWER: dict[Filter, Callable[[ReportShop], dict[str, Any]]] = {
    Filter.PERIOD: lambda _at: {"period": Period(date(2026, 3, 5), date(2026, 3, 8))},
    Filter.CATEGORY: lambda at: {"category_id": at.category("食品", "粮油")},
    Filter.SUPPLIER: lambda at: {"supplier_id": at.suppliers["北方粮行"]},
    Filter.PRODUCT: lambda at: {"product_id": at.goods["东北大米"]},
    Filter.TEXT: lambda _at: {"text": "dbdm"},
}
# What a summary says and the report it leads to says too.
SAME = {
    "sales-by-day": ("quantity", "sales", "cost", "adjustment", "profit"),
    "sales-by-product": ("quantity", "sales", "cost", "adjustment", "profit"),
    "profit-by-product": ("quantity", "sales", "cost", "adjustment", "profit"),
    "profit-by-category": ("quantity", "sales", "cost", "adjustment", "profit"),
    "best-sellers": ("quantity", "sales", "cost", "adjustment", "profit"),
    "purchases-by-product": ("amount",),
    "purchases-by-supplier": ("amount",),
    "stock-movements": ("in_quantity", "in_value", "out_quantity", "out_value"),
}


def run(at: ReportShop, name: str, asked: Asked) -> ReportAnswer[Any]:
    return at.story.shop.reports.run(name, asked if report_named(name).takes_period else replace(asked, period=None))


@pytest.mark.parametrize(("name", "narrowing"), FILTERS)
def test_every_filter_leaves_less_and_says_so(at: ReportShop, name: str, narrowing: Filter) -> None:
    wide = Asked(BOTH_MONTHS)
    every, some = run(at, name, wide), run(at, name, replace(wide, **NARROWER[narrowing](at)))
    if name == "slow-sellers" and narrowing is Filter.PERIOD:
        assert (len(every.rows), len(some.rows)) == (2, 0)  # on 8 March nothing had lain for thirty days
    elif narrowing is Filter.PERIOD and name == "stock-movements":
        assert total(some, "in_quantity") != total(every, "in_quantity")
    else:
        assert 0 < len(some.rows) < len(every.rows) or name == "profit-by-category"
    assert some.filter_words != every.filter_words


@pytest.mark.parametrize(("name", "tick"), TICKS)
def test_every_tick_is_said_where_it_is_on(at: ReportShop, name: str, tick: str) -> None:
    asked = Asked(BOTH_MONTHS, at.category("食品"))
    off, on = (run(at, name, replace(asked, ticks=ticks)) for ticks in (frozenset[str](), frozenset({tick})))
    assert len(on.filter_words) == len(off.filter_words) + 1
    assert len(on.rows) <= len(off.rows)


def test_without_the_categories_below_only_the_goods_of_a_category_itself_are_left(at: ReportShop) -> None:
    own = Asked(BOTH_MONTHS, at.category("食品"), ticks=frozenset({"own_category"}))
    assert [seen(run(at, name, own), "name") for name in ("profit-by-product", "stock")] == [[["香烟"]]] * 2


@pytest.mark.parametrize("text", ["%", "_", "\\", "香%", "O'Neil", "100%"])
def test_signs_of_a_search_language_are_letters(at: ReportShop, text: str) -> None:
    assert at.run("profit-by-product", text=text).rows == []


@pytest.mark.parametrize("text", ["香烟", "xy", "690004", "  香烟 ", "XY"])
def test_goods_are_found_by_name_initials_and_barcode(at: ReportShop, text: str) -> None:
    assert seen(at.run("profit-by-product", text=text), "name") == [["香烟"]]


def test_an_empty_text_narrows_nothing(at: ReportShop) -> None:
    assert len(at.run("profit-by-product", text="  ").rows) == 4


@pytest.mark.parametrize("name", SAME)
def test_what_a_row_leads_to_comes_to_the_figure_it_was_opened_from(at: ReportShop, name: str) -> None:
    answer = run(at, name, Asked(BOTH_MONTHS))
    assert answer.rows
    for row, figures in zip(answer.rows, seen(answer, *SAME[name]), strict=True):
        lead = answer.lead(row)
        assert isinstance(lead, ToReport)
        assert total(run(at, lead.name, lead.asked), *SAME[name]) == figures


@pytest.mark.parametrize("name", REPORTS)
def test_every_row_leads_somewhere(at: ReportShop, name: str) -> None:
    answer = run(at, name, Asked(BOTH_MONTHS))
    assert answer.rows
    assert all(answer.lead(row) is not None for row in answer.rows)
    assert answer.spec.lead_words


@pytest.mark.parametrize("name", REPORTS)
def test_every_column_can_be_sorted_by_and_seen_alone(at: ReportShop, name: str) -> None:
    answer = run(at, name, Asked(BOTH_MONTHS))
    for column in answer.spec.columns:
        layout = Layout((column.key,), Order(column.key, is_descending=True))
        assert len(list(answer.table(layout).rows)) == len(answer.rows)
    assert len({column.key for column in answer.spec.columns}) == len(answer.spec.columns)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(
    "period",
    [
        ALL_TIME,
        Period(date.min, date(2026, 3, 5)),
        Period(date(2026, 3, 5), date.max),
        Period(date(2026, 3, 5), date(2026, 3, 5)),
        Period(date(2030, 1, 1), date(2030, 12, 31)),
        Period(date.max, date.max),
    ],
)
def test_any_time_can_be_asked_for(at: ReportShop, name: str, period: Period) -> None:
    table = run(at, name, Asked(period)).table()
    assert table.totals is not None


@pytest.mark.parametrize("name", REPORTS)
def test_a_stockkeeper_sees_every_report_and_a_clerk_none(at: ReportShop, name: str) -> None:
    desk = at.story.desk
    asked = Asked(BOTH_MONTHS) if report_named(name).takes_period else Asked()

    def desk_of(role: Role) -> Reports:
        return Reports(Desk(desk.storage, desk.clock, replace(desk.operator, role=role)))

    assert desk_of(Role.STOCKKEEPER).run(name, asked).rows
    with pytest.raises(NotAllowedError):
        desk_of(Role.CLERK).run(name, asked)
