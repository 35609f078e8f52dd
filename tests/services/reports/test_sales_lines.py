"""销售明细."""

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.reports.report import ToDocument
from tests.services.reports.report_shop import ReportShop, seen, total


def test_every_line_says_what_was_sold_when_and_on_which_document(at: ReportShop) -> None:
    assert seen(at.run("sales-lines"), "day", "act", "name", "quantity", "price", "sales", "cost", "adjustment") == [
        ["2026-03-02", "零售", "可口可乐", "4", "3.00", "12.00", "8.00", "0.00"],
        ["2026-03-03", "零售退货", "可口可乐", "-1", "3.00", "-3.00", "-2.00", "0.00"],
        ["2026-03-06", "零售", "赠品", "2", "2.00", "4.00", "0.00", "0.00"],
        ["2026-03-08", "成本调整", "赠品", "0", "", "0.00", "0.00", "2.00"],
        ["2026-03-10", "零售", "香皂", "1", "6.00", "6.00", "2.50", "0.00"],
        ["2026-03-11", "零售红冲", "香皂", "-1", "6.00", "-6.00", "-2.50", "0.00"],
        ["2026-03-12", "零售", "香烟", "1", "10.00", "10.00", "12.00", "0.00"],
    ]
    assert total(at.run("sales-lines"), "name", "quantity", "sales", "profit") == ["合计", "6", "23.00", "3.00"]


def test_a_line_leads_to_its_document_and_a_difference_to_the_sale_it_is_of(at: ReportShop) -> None:
    answer = at.run("sales-lines")
    leads = [answer.lead(row) for row in answer.rows]
    assert leads[1] == ToDocument(DocumentKind.CUSTOMER_RETURN, at.documents["return"])
    assert leads[2] == leads[3] == ToDocument(DocumentKind.SALE, at.documents["gifts"])


def test_numbers_and_moments_are_those_of_the_documents(at: ReportShop) -> None:
    rows = seen(at.run("sales-lines"), "number", "moment")
    assert rows[0] == ["XS20260302-0001", "2026-03-02 09:00:00"]
    assert rows[3] == ["XS20260306-0001", ""]
