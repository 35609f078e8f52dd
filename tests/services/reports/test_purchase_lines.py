"""进货明细."""

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.reports.report import ToDocument
from tests.services.reports.report_shop import ReportShop, seen, total


def test_every_line_says_what_came_from_whom_and_what_is_owed_for_it(at: ReportShop) -> None:
    answer = at.run("purchase-lines")
    assert seen(answer, "day", "act", "supplier", "name", "quantity", "price", "amount") == [
        ["2026-03-04", "采购退货", "北方粮行", "东北大米", "-2", "4.00", "-8.00"],
        ["2026-03-05", "价格调整", "城南批发", "可口可乐", "0", "", "1.00"],
        ["2026-03-08", "采购入库", "城南批发", "赠品", "5", "1.00", "5.00"],
    ]
    assert total(answer, "name", "quantity", "amount") == ["合计", "3", "-2.00"]


def test_a_line_leads_to_its_document(at: ReportShop) -> None:
    answer = at.run("purchase-lines")
    assert [answer.lead(row) for row in answer.rows] == [
        ToDocument(DocumentKind.SUPPLIER_RETURN, at.documents["sent back"]),
        ToDocument(DocumentKind.COST_CORRECTION, at.documents["freight"]),
        ToDocument(DocumentKind.GOODS_RECEIPT, at.documents["gifts came"]),
    ]
