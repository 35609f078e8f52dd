"""Opening stock from a file."""

from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.services.migrate_in.faults import FileFaultsError
from tests.story import Story

DAY = date(2026, 3, 1)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "期初.csv"
    path.write_text(text, encoding="gb18030")
    return path


def test_goods_lie_there_at_what_they_cost(story: Story, tmp_path: Path) -> None:
    cola, tea = story.product("可乐", codes=("6901234567892",)), story.product("红茶", codes=("6902083881405",))
    path = written(tmp_path, "条码,数量,成本单价,金额\n6901234567892,10,1.2345,\n6902083881405,4,,9.99\n")
    result = story.shop.imports.opening_stock(path, DAY)
    assert (result.lines, len(result.numbers)) == (2, 1)
    assert story.cost_state(cola) == (10_000, 12_350_000)
    assert story.cost_state(tea) == (4_000, 9_990_000)
    assert not story.shop.health.verify()


def test_it_is_repeated_for_other_goods_and_refused_for_goods_that_moved(story: Story, tmp_path: Path) -> None:
    story.product("可乐", codes=("6901234567892",))
    tea = story.product("红茶", codes=("6902083881405",))
    story.shop.imports.opening_stock(written(tmp_path, "条码,数量,成本\n6901234567892,10,1\n"), DAY)
    story.shop.imports.opening_stock(written(tmp_path, "条码,数量,成本\n6902083881405,5,2\n"), DAY)
    assert story.cost_state(tea) == (5_000, 10_000_000)
    with pytest.raises(FileFaultsError) as refused:
        story.shop.imports.opening_stock(written(tmp_path, "条码,数量,成本\n6902083881405,5,2\n"), DAY)
    assert [(fault.row, fault.reason) for fault in refused.value.faults] == [(2, "has_moves")]


def test_every_fault_is_listed_with_its_row(story: Story, tmp_path: Path) -> None:
    cola = story.product("可乐", codes=("6901234567892",))
    path = written(
        tmp_path,
        "条码,数量,成本,仓库\n6901234567892,10,1,门店\n6901234567892,1,1,门店\n6900000000000,1,1,\n"
        "6901234567892,十,1,\n6901234567892,1,,\n6901234567892,1,1,火星\n",
    )
    with pytest.raises(FileFaultsError) as refused:
        story.shop.imports.opening_stock(path, DAY)
    found = {(fault.row, fault.reason) for fault in refused.value.faults}
    reasons = ("product_twice", "unknown_product", "bad_quantity", "no_cost", "unknown_place")
    assert set(enumerate(reasons, 3)) <= found
    assert story.cost_state(cola) == (0, 0)


def test_a_barcode_in_the_wrong_column_is_named_with_the_most_there_may_be(story: Story, tmp_path: Path) -> None:
    story.product("可乐", codes=("6901234567892",))
    path = written(
        tmp_path,
        "条码,数量,成本,金额\n6901234567892,6901234567892,1,\n6901234567892,1,6901234567892,\n6901234567892,1,,1e3\n",
    )
    with pytest.raises(FileFaultsError) as refused:
        story.shop.imports.opening_stock(path, DAY)
    found = {(fault.row, fault.heading, fault.reason) for fault in refused.value.faults}
    assert {(2, "数量", "too_large"), (3, "成本", "too_large"), (4, "金额", "bad_price")} <= found


def test_a_check_takes_nothing_in(story: Story, tmp_path: Path) -> None:
    cola = story.product("可乐", codes=("6901234567892",))
    path = written(tmp_path, "条码,数量,成本\n6901234567892,10,1\n")
    assert story.shop.imports.opening_stock(path, DAY, check_only=True).lines == 1
    assert story.cost_state(cola) == (0, 0)
