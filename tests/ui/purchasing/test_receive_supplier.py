"""F2: whose delivery it is."""

import pytest
from PySide6.QtCore import Qt

from tests.robots.receiving import COLA, Receiving


@pytest.mark.parametrize("typed", ["城南", "cnpf", "南批"])
def test_a_supplier_is_found_by_name_and_by_initials(receiving: Receiving, typed: str) -> None:
    receiving.story.supplier("恒丰商行")
    receiving.key(Qt.Key.Key_F2)
    assert receiving.offered() == ["城南批发", "恒丰商行"]
    receiving.type(typed)
    assert receiving.offered()[0] == "城南批发"
    receiving.key(Qt.Key.Key_Return)
    assert receiving.head() == "扫码入库 城南批发 → 门店"
    assert receiving.offered() == []
    assert receiving.field().hasFocus()


def test_a_name_nobody_has_becomes_a_new_supplier(receiving: Receiving) -> None:
    receiving.key(Qt.Key.Key_F2)
    receiving.type("恒丰")
    assert receiving.offered() == ["新建供应商 “恒丰”"]
    receiving.key(Qt.Key.Key_Return)
    assert receiving.head() == "扫码入库 恒丰 → 门店"
    assert [supplier.name for supplier in receiving.story.shop.partners.suppliers()] == ["城南批发", "恒丰"]


def test_a_new_name_that_is_part_of_a_known_one_is_the_last_choice(receiving: Receiving) -> None:
    receiving.key(Qt.Key.Key_F2)
    receiving.type("城南")
    assert receiving.offered() == ["城南批发", "新建供应商 “城南”"]
    receiving.key(Qt.Key.Key_Down)
    receiving.key(Qt.Key.Key_Return)
    assert "城南 → 门店" in receiving.head()


def test_esc_leaves_the_supplier_as_it_was(receiving: Receiving) -> None:
    receiving.choose_supplier("城南")
    receiving.key(Qt.Key.Key_F2)
    receiving.type("恒丰")
    receiving.key(Qt.Key.Key_Escape)
    assert "城南批发" in receiving.head()
    assert len(receiving.story.shop.partners.suppliers()) == 1


def test_a_scan_while_the_name_is_typed_counts_and_the_name_stays(receiving: Receiving) -> None:
    receiving.key(Qt.Key.Key_F2)
    receiving.type("城")
    receiving.scan(COLA)
    assert receiving.counts() == [("可乐", "1")]
    assert receiving.offered()[0] == "城南批发"
    receiving.type("南")
    receiving.key(Qt.Key.Key_Return)
    assert "城南批发" in receiving.head()


def test_other_keys_wait_until_the_name_is_chosen(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F2)
    receiving.key(Qt.Key.Key_F9)
    assert receiving.summary() == ""
    assert receiving.offered() == ["城南批发"]


def test_f9_asks_for_the_supplier_and_goes_on_to_the_summary(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F9)
    assert receiving.offered() == ["城南批发"]
    receiving.key(Qt.Key.Key_Return)
    assert receiving.summary().startswith("城南批发\n1 种 1 件\n应付 2.00")
    assert receiving.receipts() == []
