"""类别毛利."""

from jxc_desktop.services.reports.report import NO_CATEGORY, Asked, ToReport
from tests.services.reports.report_shop import MARCH, ReportShop, seen, total


def test_each_category_counts_what_is_under_it_and_goods_of_none_have_a_row(at: ReportShop) -> None:
    answer = at.run("profit-by-category")
    assert seen(answer, "name", "quantity", "sales", "share", "profit", "margin") == [
        ["食品", "4", "19.00", "82.6%", "1.00", "5.3%"],
        ["未分类", "2", "4.00", "17.4%", "2.00", "50.0%"],
        ["百货", "0", "0.00", "0.0%", "0.00", ""],
    ]
    assert total(answer, "name", "sales", "share", "cost", "adjustment") == ["合计", "23.00", "100.0%", "18.00", "2.00"]


def test_a_category_opens_into_those_under_it_and_what_lies_in_it_alone(at: ReportShop) -> None:
    food = at.category("食品")
    answer = at.run("profit-by-category", category_id=food)
    assert seen(answer, "name", "sales", "share") == [
        ["食品（不含下级）", "10.00", "52.6%"],
        ["饮料", "9.00", "47.4%"],
    ]


def test_a_category_leads_to_what_is_under_it_and_at_last_to_its_goods(at: ReportShop) -> None:
    food, drinks = at.category("食品"), at.category("食品", "饮料")
    roots, inside = at.run("profit-by-category"), at.run("profit-by-category", category_id=food)
    assert roots.lead(roots.rows[0]) == ToReport("profit-by-category", Asked(MARCH, food))
    assert roots.lead(roots.rows[1]) == ToReport("profit-by-product", Asked(MARCH, NO_CATEGORY))
    own = frozenset({"own_category"})
    assert inside.lead(inside.rows[0]) == ToReport("profit-by-product", Asked(MARCH, food, ticks=own))
    assert inside.lead(inside.rows[1]) == ToReport("profit-by-product", Asked(MARCH, drinks))


def test_goods_of_no_category_are_said_to_be_that(at: ReportShop) -> None:
    answer = at.run("profit-by-product", category_id=NO_CATEGORY)
    assert (seen(answer, "name"), answer.filter_words[1]) == ([["赠品"]], "未分类")
