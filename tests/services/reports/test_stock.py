import csv
from pathlib import Path

from jxc_desktop.services.reports.report import ToStock
from jxc_desktop.services.reports.reports import Reports
from tests.services.reports.report_shop import ReportShop, seen
from tests.services.small_shop import BISCUIT, COLA, SmallShop


def written(shop: SmallShop, path: Path) -> list[list[str]]:
    reports = Reports(shop.desk)
    reports.write(reports.run("stock"), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_everything_that_ever_moved_is_there_by_its_code_with_the_totals_last(shop: SmallShop, tmp_path: Path) -> None:
    assert written(shop, tmp_path / "stock.csv") == [
        ["商品名称", "条码", "商品编码", "规格", "单位", "数量", "成本单价", "成本金额", "零售价"],
        ["东北大米", "690002", "A02", "", "斤", "3", "2.8571", "8.57", "4.50"],
        ["香皂", "", "B03", "", "块", "4", "2.50", "10.00", "6.00"],
        ["饼干", "690005", "D05", "", "包", "3", "4.00", "12.00", "5.00"],
        ["可口可乐", "690001", "K01", "330ml", "瓶", "6", "2.00", "12.00", "3.00"],
        ["合计", "", "", "", "", "16", "", "42.57", ""],
    ]


def test_goods_that_are_used_up_stay_with_nothing_and_no_value(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    shop.receive(4, (COLA, "3", "10.00"))
    shop.sell(5, (COLA, "3", "9.00"), (BISCUIT, "0.5", "2.50"))
    rows = written(shop, tmp_path / "stock.csv")
    shop.close()
    # Nothing is left, so the last ones' average stands: 10 / 3. The biscuit is thought to cost 3.00.
    assert [row[5:8] for row in rows[1:]] == [["-0.5", "3.00", "-1.50"], ["0", "3.3333", "0.00"], ["-0.5", "", "-1.50"]]


def test_a_shop_without_trade_has_an_empty_report(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    rows = written(shop, tmp_path / "stock.csv")
    shop.close()
    assert rows[1:] == [["合计", "", "", "", "", "0", "", "0.00", ""]]


def test_only_what_is_there_can_be_seen_and_a_product_leads_to_its_stock(at: ReportShop) -> None:
    answer = at.run("stock", None, category_id=at.category("食品"), ticks=frozenset({"in_stock"}))
    assert seen(answer, "name", "quantity", "value") == [
        ["可口可乐", "4", "8.40"],
        ["东北大米", "2", "8.00"],
        ["香烟", "1", "12.00"],
    ]
    assert answer.lead(answer.rows[1]) == ToStock(at.goods["东北大米"])
