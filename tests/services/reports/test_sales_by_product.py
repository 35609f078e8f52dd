"""商品销售, 商品毛利, 畅销排行."""

from jxc_desktop.services.reports.report import Asked, ToReport
from tests.services.reports.report_shop import FEBRUARY, MARCH, ReportShop, seen, total

SUMS = ("name", "quantity", "sales", "cost", "adjustment", "profit", "margin")


def test_each_product_says_what_it_sold_what_that_cost_and_what_was_left(at: ReportShop) -> None:
    assert seen(at.run("profit-by-product"), *SUMS) == [
        ["香烟", "1", "10.00", "12.00", "0.00", "-2.00", "-20.0%"],
        ["可口可乐", "3", "9.00", "6.00", "0.00", "3.00", "33.3%"],
        ["赠品", "2", "4.00", "0.00", "2.00", "2.00", "50.0%"],
        ["香皂", "0", "0.00", "0.00", "0.00", "0.00", ""],
    ]
    assert total(at.run("profit-by-product"), *SUMS) == ["合计", "6", "23.00", "18.00", "2.00", "3.00", "13.0%"]


def test_sales_and_profit_are_the_same_rows_in_other_columns(at: ReportShop) -> None:
    sales, profit = at.run("sales-by-product"), at.run("profit-by-product")
    assert sales.rows == profit.rows
    headings = [[column.heading for column in answer.table().columns] for answer in (sales, profit)]
    assert headings == [
        ["商品名称", "条码", "类别", "单位", "数量", "均价", "销售金额", "毛利"],
        ["商品名称", "类别", "数量", "销售金额", "成本", "成本调整", "毛利", "毛利率", "亏本"],
    ]


def test_what_was_sold_below_cost_is_marked_and_can_be_seen_alone(at: ReportShop) -> None:
    assert seen(at.run("profit-by-product"), "loss") == [["亏本"], [""], [""], [""]]
    assert seen(at.run("profit-by-product", ticks=frozenset({"losses"})), "name") == [["香烟"]]


def test_a_product_says_what_one_of_it_was_sold_for(at: ReportShop) -> None:
    assert seen(at.run("sales-by-product", FEBRUARY), "name", "average") == [["可口可乐", "3.00"], ["东北大米", "4.50"]]


def test_best_sellers_have_a_place_and_what_was_sold_by_mistake_has_none(at: ReportShop) -> None:
    best = seen(at.run("best-sellers"), "rank", "name", "sales")
    assert best == [["1", "香烟", "10.00"], ["2", "可口可乐", "9.00"], ["3", "赠品", "4.00"]]


def test_a_product_leads_to_where_it_was_sold(at: ReportShop) -> None:
    answer = at.run("profit-by-product", text="烟")
    assert answer.lead(answer.rows[0]) == ToReport("sales-lines", Asked(MARCH, product_id=at.goods["香烟"]))
