"""Past purchases and sales, as files of another system hold them."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.migrate_in.history import LiveTradeError
from jxc_desktop.services.migrate_in.history_rows import read_moment
from tests.story import Story

PURCHASES = "datetime,purchase_id,supplier,barcode,qty,unit_cost\n"
SALES = "datetime,receipt_id,member_id,barcode,qty,unit_price,return_of\n"
COLA, TEA = "6901234567892", "6902083881405"


@pytest.fixture
def stocked(story: Story) -> Story:
    story.product("可乐", "3.00", (COLA,), cost="2.00")
    story.product("红茶", "4.00", (TEA,))
    return story


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8-sig")
    return path


def imported(story: Story, *paths: Path) -> int:
    return story.shop.imports.history(paths).documents


def cola_state(story: Story) -> tuple[int, int]:
    return story.cost_state(story.shop.catalog.search(COLA)[0].product_id)


def test_goods_come_in_before_they_go_out_at_the_same_moment(stocked: Story, tmp_path: Path) -> None:
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},4,3.00,\n")
    purchases = written(tmp_path, "p.csv", f"{PURCHASES}2026-01-05 09:00:00,J1,城南,{COLA},10,1.50\n")
    assert imported(stocked, sales, purchases) == 2
    assert cola_state(stocked) == (6_000, 9_000_000)


def test_a_sale_before_any_purchase_is_corrected_when_the_goods_come(stocked: Story, tmp_path: Path) -> None:
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n")
    purchases = written(tmp_path, "p.csv", f"{PURCHASES}2026-01-06 09:00:00,J1,城南,{COLA},1,1.50\n")
    imported(stocked, sales, purchases)
    assert cola_state(stocked) == (0, 0)
    assert not stocked.shop.health.verify()


def test_a_return_brings_back_what_its_sale_took(stocked: Story, tmp_path: Path) -> None:
    purchases = written(tmp_path, "p.csv", f"{PURCHASES}2026-01-04 09:00:00,J1,城南,{COLA},3,1.00\n")
    sales = written(
        tmp_path,
        "s.csv",
        f"{SALES}2026-01-05 09:00:00,X1,007,{COLA},3,3.00,\n2026-01-06 09:00:00,T1,007,{COLA},-2,3.00,X1\n",
    )
    assert imported(stocked, purchases, sales) == 3
    assert cola_state(stocked) == (2_000, 2_000_000)
    rows = stocked.shop.sales.sale_list(DocumentFilter())
    assert [(row.number, row.amount, row.member_code) for row in rows] == [
        ("T1", Money(-600), "007"),
        ("X1", Money(900), "007"),
    ]


def test_the_same_files_again_add_nothing(stocked: Story, tmp_path: Path) -> None:
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n")
    assert imported(stocked, sales) == 1
    assert imported(stocked, sales) == 0
    assert cola_state(stocked)[0] == -1_000


def test_nothing_of_it_touches_the_drawer(stocked: Story, tmp_path: Path) -> None:
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n")
    imported(stocked, sales)
    sale = stocked.shop.sales.sale(stocked.shop.sales.sale_list(DocumentFilter())[0].document_id)
    assert [tender.account for tender in sale.tenders] == ["历史结算"]


def test_every_row_that_cannot_be_right_is_named_and_nothing_is_taken_in(stocked: Story, tmp_path: Path) -> None:
    sales = written(
        tmp_path,
        "s.csv",
        f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n昨天,X2,,{COLA},1,3.00,\n"
        f"2026-01-05 10:00:00,X3,,6900000000000,1,3.00,\n2026-01-05 11:00:00,X4,,{COLA},0,3.00,\n"
        f"2026-01-05 12:00:00,X5,,{COLA},-1,3.00,X9\n2026-01-05 13:00:00,X6,,{COLA},1,-3.00,\n",
    )
    with pytest.raises(FileFaultsError) as refused:
        imported(stocked, sales)
    assert [(fault.row, fault.letter, fault.reason) for fault in refused.value.faults] == [
        (3, "A", "bad_moment"),
        (4, "D", "unknown_product"),
        (5, "E", "bad_quantity"),
        (6, "G", "unknown_sale"),
        (7, "F", "bad_price"),
    ]
    assert stocked.shop.sales.sale_list(DocumentFilter()) == []


def test_more_cannot_come_back_than_was_sold(stocked: Story, tmp_path: Path) -> None:
    sales = written(
        tmp_path,
        "s.csv",
        f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n2026-01-06 09:00:00,T1,,{COLA},-2,3.00,X1\n",
    )
    with pytest.raises(FileFaultsError) as refused:
        imported(stocked, sales)
    assert refused.value.faults[0].row == 3
    assert stocked.shop.sales.sale_list(DocumentFilter()) == []


def test_a_file_newest_first_is_put_in_order(stocked: Story, tmp_path: Path) -> None:
    purchases = written(
        tmp_path,
        "p.csv",
        f"{PURCHASES}2026-01-06 09:00:00,J2,城南,{COLA},10,2.00\n2026-01-04 09:00:00,J1,城南,{COLA},10,1.00\n",
    )
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},10,3.00,\n")
    imported(stocked, sales, purchases)
    assert cola_state(stocked) == (10_000, 20_000_000)


def test_past_trade_is_refused_once_the_shop_sells(stocked: Story, tmp_path: Path) -> None:
    stocked.sell(stocked.shop.catalog.search(COLA)[0].product_id)
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n")
    with pytest.raises(LiveTradeError):
        imported(stocked, sales)


def test_a_file_that_is_neither_purchases_nor_sales_says_what_is_missing(stocked: Story, tmp_path: Path) -> None:
    other = written(tmp_path, "x.csv", "姓名,电话\n张三,138\n")
    with pytest.raises(HeaderNotFoundError) as refused:
        imported(stocked, other)
    assert "barcode" in refused.value.missing


def test_a_check_takes_nothing_in(stocked: Story, tmp_path: Path) -> None:
    sales = written(tmp_path, "s.csv", f"{SALES}2026-01-05 09:00:00,X1,,{COLA},1,3.00,\n")
    assert stocked.shop.imports.history([sales], check_only=True).lines == 1
    assert stocked.shop.sales.sale_list(DocumentFilter()) == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-05 09:00:00", "2026-01-05 09:00:00.000"),
        ("2026/1/5 9:05", "2026-01-05 09:05:00.000"),
        ("2026-01-05", "2026-01-05 00:00:00.000"),
        ("5.1.2026", ""),
        ("", ""),
    ],
)
def test_moments_are_read_in_the_usual_ways(text: str, moment: str) -> None:
    assert read_moment(text) == moment
