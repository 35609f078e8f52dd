"""商品进货, 供应商进货."""

from jxc_desktop.services.reports.report import Asked, ToReport
from tests.services.reports.report_shop import FEBRUARY, MARCH, ReportShop, seen, total

FIGURES = ("bought_quantity", "bought_amount", "returned_quantity", "returned_amount", "corrected_amount", "amount")


def test_each_product_says_what_came_what_went_back_and_what_it_cost_after_all(at: ReportShop) -> None:
    answer = at.run("purchases-by-product")
    assert seen(answer, "name", *FIGURES) == [
        ["赠品", "5", "5.00", "0", "0.00", "0.00", "5.00"],
        ["可口可乐", "0", "0.00", "0", "0.00", "1.00", "1.00"],
        ["东北大米", "0", "0.00", "2", "8.00", "0.00", "-8.00"],
    ]
    assert total(answer, "name", *FIGURES) == ["合计", "5", "5.00", "2", "8.00", "1.00", "-2.00"]


def test_each_supplier_says_the_same_of_what_he_brought(at: ReportShop) -> None:
    answer = at.run("purchases-by-supplier")
    assert seen(answer, "name", *FIGURES) == [
        ["城南批发", "5", "5.00", "0", "0.00", "1.00", "6.00"],
        ["北方粮行", "0", "0.00", "2", "8.00", "0.00", "-8.00"],
    ]
    assert total(answer, "name", *FIGURES) == total(at.run("purchases-by-product"), "name", *FIGURES)


def test_what_one_came_to_counts_what_went_back_and_what_was_added(at: ReportShop) -> None:
    both = FEBRUARY.first, MARCH.last
    rows = seen(at.run("purchases-by-product", type(MARCH)(*both)), "name", "average")
    # Rice: (20.00 − 8.00) / 3. Cola: 21.00 / 10.
    assert sorted(rows) == sorted([["香烟", "12.00"], ["可口可乐", "2.10"], ["东北大米", "4.00"], ["赠品", "1.00"]])


def test_only_one_suppliers_goods_are_asked_for_by_his_name(at: ReportShop) -> None:
    answer = at.run("purchases-by-product", FEBRUARY, supplier_id=at.suppliers["北方粮行"])
    assert seen(answer, "name", "bought_amount") == [["香烟", "24.00"], ["东北大米", "20.00"]]
    assert answer.filter_words == ("2026-02-01 至 2026-02-28", "北方粮行")


def test_a_product_and_a_supplier_lead_to_the_lines_behind_them(at: ReportShop) -> None:
    products, suppliers = at.run("purchases-by-product"), at.run("purchases-by-supplier")
    assert products.lead(products.rows[2]) == ToReport("purchase-lines", Asked(MARCH, product_id=at.goods["东北大米"]))
    north = Asked(MARCH, supplier_id=at.suppliers["北方粮行"])
    assert suppliers.lead(suppliers.rows[1]) == ToReport("purchase-lines", north)
