"""A report that nobody would read to its end is refused before it is read."""

from functools import cache

import pytest

from jxc_desktop.services.reports import line_limit, profit_by_document, purchase_lines, sales_lines, stock_ledger
from jxc_desktop.services.reports.errors import ReportTooLongError
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.words.refusals import refusal
from tests.services.reports.report_shop import FEBRUARY, MARCH, ReportShop

BOTH = Period(FEBRUARY.first, MARCH.last)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five rows are too many already."""
    monkeypatch.setattr(line_limit, "MOST_ROWS", 4)
    for module in (profit_by_document, purchase_lines, sales_lines, stock_ledger):
        monkeypatch.setattr(module, "_count", cache(module._count.__wrapped__))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("name", ["sales-lines", "profit-by-document", "purchase-lines", "stock-ledger"])
def test_too_many_rows_are_refused_with_what_to_do(at: ReportShop, name: str) -> None:
    with pytest.raises(ReportTooLongError) as refused:
        at.run(name, BOTH)
    assert refusal(refused.value).line == "这张报表超过 4 行。把日期选短一些，或只看一部分商品"


@pytest.mark.usefixtures("few")
def test_a_shorter_time_or_fewer_goods_are_not(at: ReportShop) -> None:
    assert len(at.run("sales-lines", FEBRUARY).rows) == 2
    assert len(at.run("sales-lines", BOTH, product_id=at.goods["可口可乐"]).rows) == 3


def test_ordinary_reports_are_not_refused(at: ReportShop) -> None:
    assert len(at.story.shop.reports.run("sales-lines", Asked(BOTH)).rows) == 9
