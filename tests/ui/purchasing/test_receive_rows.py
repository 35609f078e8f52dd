"""What the keys do to the rows of a delivery."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.receiving import COLA, TEA, UNKNOWN, Receiving


def test_the_cost_that_is_typed_takes_the_place_of_the_last_one(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.write(Qt.Key.Key_Period, "1.9")
    assert receiving.rows() == [("可乐", "1", "1.90", "1.90")]
    assert receiving.field().hasFocus()
    receiving.scan(COLA)
    assert receiving.rows() == [("可乐", "2", "1.90", "3.80")]


def test_goods_dearer_than_last_time_are_warned_of(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.write(Qt.Key.Key_F5, "2.5")
    assert receiving.rows() == [("可乐", "1", "↑ 2.50", "2.50")]
    assert receiving.kind() is LineKind.WARNING
    assert receiving.said().startswith("可乐 比上次贵 0.50 上次 2.00，零售 3.00")
    assert receiving.prices().startswith("涨价提醒　贵了 0.50　25.0% 上次进价 2.00")


def test_goods_dearer_than_they_sell_for_are_called_a_loss(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.write(Qt.Key.Key_F5, "3.3")
    assert receiving.prices().startswith("进价比零售价高，亏本卖")


def test_a_gift_costs_nothing(receiving: Receiving) -> None:
    receiving.scan(TEA)
    receiving.write(Qt.Key.Key_F5, "0")
    assert receiving.rows() == [("红茶", "1", "0.00", "0.00")]


def test_an_amount_for_the_whole_row_is_owed_to_the_fen(receiving: Receiving) -> None:
    receiving.scan(TEA)
    receiving.write(Qt.Key.Key_Asterisk, "3")
    receiving.write(Qt.Key.Key_Slash, "10")
    assert receiving.rows() == [("红茶", "3", "3.3333", "10.00")]


def test_a_sum_typed_for_the_quantity_is_worked_out(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F3)
    receiving.type("12*4")
    receiving.key(Qt.Key.Key_Return)
    assert receiving.rows() == [("可乐", "48", "2.00", "96.00")]


def test_a_fraction_of_a_piece_is_refused_in_words_and_the_entry_stays(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.write(Qt.Key.Key_F3, "1.5")
    assert "按件进的商品只能是整数" in receiving.said()
    assert receiving.counts() == [("可乐", "1")]
    receiving.type("0")
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.counts() == [("可乐", "1")]


@pytest.mark.parametrize("value", ["0", "-1", "", "1000000"])
def test_a_quantity_that_cannot_be_is_refused(receiving: Receiving, value: str) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F3)
    receiving.clear_and_type(value)
    receiving.key(Qt.Key.Key_Return)
    assert receiving.kind() is LineKind.DANGER
    assert receiving.counts() == [("可乐", "1")]


def test_weighed_goods_ask_for_their_weight(receiving: Receiving) -> None:
    receiving.story.product("散糖", "9.00", ("2000001",), "5.00", unit="kg", is_weighed=True)
    receiving.scan("2000001")
    assert "本次（kg）" in receiving.said()
    receiving.type("12.35")
    receiving.key(Qt.Key.Key_Return)
    assert receiving.rows() == [("散糖", "12.35", "5.00", "61.75")]
    receiving.scan("2000001")
    assert "原来 12.35" in receiving.said()
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.counts() == [("散糖", "12.35")]


def test_plus_and_minus_count_one_and_the_last_one_goes_only_with_delete(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_Plus)
    assert receiving.counts() == [("可乐", "2")]
    receiving.key(Qt.Key.Key_Minus)
    receiving.key(Qt.Key.Key_Minus)
    assert receiving.counts() == [("可乐", "1")]
    assert "Delete 删行" in receiving.said()
    receiving.key(Qt.Key.Key_Delete)
    assert receiving.rows() == []


def test_keys_without_a_row_say_why_they_do_nothing(receiving: Receiving) -> None:
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F9):
        receiving.key(key)
        assert receiving.said().startswith("还没有商品")


def test_a_red_row_has_a_quantity_and_no_cost(receiving: Receiving) -> None:
    receiving.scan(UNKNOWN)
    receiving.write(Qt.Key.Key_F3, "6")
    assert receiving.rows() == [("未识别", "6", "", "不计入")]
    receiving.key(Qt.Key.Key_F5)
    assert "未识别的行没有进价" in receiving.said()


def test_another_batch_of_the_same_goods_is_a_row_of_its_own(receiving: Receiving) -> None:
    for _ in range(2):
        receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F7)
    receiving.scan(COLA)
    assert receiving.rows() == [("可乐", "2", "2.00", "4.00"), ("可乐", "2", "2.00", "4.00")]
    assert receiving.chosen() == 1
    assert receiving.foot().startswith("1 种商品 本次 4 件")
