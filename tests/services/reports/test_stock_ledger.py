"""库存流水."""

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.reports.report import ToDocument
from tests.services.reports.report_shop import FEBRUARY, ReportShop, seen, total

FIGURES = ("in_quantity", "in_value", "out_quantity", "out_value")
RUNNING = ("running", "running_value")


def test_one_product_is_told_move_by_move_with_what_there_was_after_each(at: ReportShop) -> None:
    answer = at.run("stock-ledger", product_id=at.goods["可口可乐"])
    assert seen(answer, "day", "act", *FIGURES, *RUNNING) == [
        ["2026-03-02", "零售", "", "", "4", "8.00", "3", "6.00"],
        ["2026-03-03", "零售退货", "", "", "-1", "-2.00", "4", "8.00"],
        ["2026-03-05", "价格调整", "0", "1.00", "", "", "4", "9.00"],
        ["2026-03-05", "成本调整", "0", "-0.60", "", "", "4", "8.40"],
    ]
    assert total(answer, *FIGURES) == ["0", "0.40", "3", "6.00"]


def test_goods_sold_before_they_came_in_leave_for_what_they_turn_out_to_cost(at: ReportShop) -> None:
    answer = at.run("stock-ledger", product_id=at.goods["赠品"])
    assert seen(answer, "day", "act", *FIGURES, *RUNNING) == [
        ["2026-03-06", "零售", "", "", "2", "0.00", "-2", "0.00"],
        ["2026-03-08", "采购入库", "5", "5.00", "", "", "3", "5.00"],
        ["2026-03-08", "成本调整", "", "", "0", "2.00", "3", "3.00"],
    ]


def test_all_goods_together_have_the_sums_of_the_stock_movements(at: ReportShop) -> None:
    assert total(at.run("stock-ledger"), *FIGURES) == ["3", "-2.60", "7", "22.50"]
    assert total(at.run("stock-ledger", FEBRUARY), *FIGURES) == ["21", "74.00", "4", "10.00"]


def test_what_there_was_after_each_is_seen_at_first_only_of_one_product(at: ReportShop) -> None:
    headings = [column.heading for column in at.run("stock-ledger").table().columns]
    of_one = [column.heading for column in at.run("stock-ledger", product_id=at.goods["香皂"]).table().columns]
    assert of_one == [*headings, "结存数", "结存金额"]


def test_an_entry_leads_to_its_document(at: ReportShop) -> None:
    answer = at.run("stock-ledger", product_id=at.goods["香皂"])
    assert seen(answer, "act", "out_quantity") == [["盘点", "1"], ["零售", "1"], ["零售红冲", "-1"]]
    assert answer.lead(answer.rows[0]) == ToDocument(DocumentKind.COUNT, at.documents["count"])
