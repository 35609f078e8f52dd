"""单据毛利."""

from datetime import date

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.reports.report import Period, ToDocument
from tests.services.reports.report_shop import ReportShop, seen, total


def test_each_document_says_what_it_left_with_what_its_goods_cost_later(at: ReportShop) -> None:
    answer = at.run("profit-by-document")
    assert seen(answer, "number", "act", "sales", "cost", "adjustment", "profit", "loss") == [
        ["XS20260302-0001", "零售", "12.00", "8.00", "0.00", "4.00", ""],
        ["XT20260303-0001", "零售退货", "-3.00", "-2.00", "0.00", "-1.00", "亏本"],
        ["XS20260306-0001", "零售", "4.00", "0.00", "2.00", "2.00", ""],
        ["XS20260310-0001", "零售", "6.00", "2.50", "0.00", "3.50", ""],
        ["XS20260311-0001", "零售红冲", "-6.00", "-2.50", "0.00", "-3.50", "亏本"],
        ["XS20260312-0001", "零售", "10.00", "12.00", "0.00", "-2.00", "亏本"],
    ]
    assert total(answer, "number", "quantity", "sales", "profit") == ["合计", "6", "23.00", "3.00"]


def test_a_sale_of_an_earlier_day_is_there_on_the_day_its_cost_changed(at: ReportShop) -> None:
    day = date(2026, 3, 8)
    answer = at.run("profit-by-document", Period(day, day))
    assert seen(answer, "day", "sales", "adjustment", "profit") == [["2026-03-06", "0.00", "2.00", "-2.00"]]
    assert answer.lead(answer.rows[0]) == ToDocument(DocumentKind.SALE, at.documents["gifts"])
