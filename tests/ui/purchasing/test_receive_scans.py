"""What a scan does in each state of 扫码入库; keys come from a scanner, as its filter sees them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.widgets.dialog import DialogFoot
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import WECHAT_CODE, part_of
from tests.robots.receiving import COLA, TEA, UNKNOWN, Receiving
from tests.ui.widgets.conftest import Keyboard

CONTROL = Qt.KeyboardModifier.ControlModifier


# One for each row of the table of scans that concerns this page


def test_in_the_scan_field_it_is_one_more_and_its_row_is_the_chosen_one(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    for code in (COLA, TEA, COLA):
        keyboard.scan(code)
    assert receiving.counts() == [("可乐", "2"), ("红茶", "1")]
    assert receiving.chosen() == 0
    assert receiving.kind() is LineKind.NEUTRAL
    assert receiving.said().startswith("可乐 +1 本次 2 瓶")
    assert receiving.heard.kinds == [SoundKind.GOOD] * 3
    assert receiving.field().text() == ""


def test_with_a_row_chosen_by_the_arrows_the_new_row_becomes_the_chosen_one(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    for code in (COLA, TEA):
        keyboard.scan(code)
    keyboard.key(Qt.Key.Key_Up)
    assert receiving.chosen() == 0
    keyboard.scan(UNKNOWN)
    assert receiving.chosen() == 2


@pytest.mark.parametrize(
    ("key", "typed", "after"),
    [
        (Qt.Key.Key_F3, "7", ("可乐", "7", "2.00", "14.00")),
        (Qt.Key.Key_F5, "1.5", ("可乐", "1", "1.50", "1.50")),
        (Qt.Key.Key_F6, "1.8", ("可乐", "1", "1.80", "1.80")),
    ],
)
def test_while_a_figure_is_typed_the_goods_are_counted_and_the_figure_stays(
    receiving: Receiving, keyboard: Keyboard, key: Qt.Key, typed: str, after: tuple[str, ...]
) -> None:
    keyboard.scan(COLA)
    keyboard.key(key)
    keyboard.type(typed)
    keyboard.scan(TEA)
    entry = receiving.line().findChild(InputLine)
    assert entry is not None
    assert (entry.text(), entry.hasFocus()) == (typed, True)
    assert receiving.counts() == [("可乐", "1"), ("红茶", "1")]
    keyboard.type("\r")
    assert receiving.rows()[0] == after
    assert receiving.counts()[1] == ("红茶", "1")


def test_an_unknown_code_makes_a_red_row_that_counts_nowhere(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(UNKNOWN)
    keyboard.scan(UNKNOWN)
    assert receiving.rows()[1] == ("未识别", "2", "", "不计入")
    assert receiving.kind() is LineKind.DANGER
    assert UNKNOWN in receiving.said()
    assert receiving.foot() == "1 种商品 1 行未识别 本次 1 件 　金额 2.00"
    assert receiving.heard.kinds[-2:] == [SoundKind.BAD] * 2
    keyboard.scan(COLA)
    assert (receiving.kind(), receiving.counts()[0]) == (LineKind.DANGER, ("可乐", "2"))


def test_goods_scanned_while_the_summary_is_open_count_and_close_it(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    receiving.choose_supplier("城南")
    keyboard.key(Qt.Key.Key_F9)
    assert receiving.summary() != ""
    keyboard.scan(TEA)
    assert (receiving.summary(), receiving.receipts()) == ("", [])
    assert receiving.counts() == [("可乐", "1"), ("红茶", "1")]
    assert receiving.kind() is LineKind.WARNING
    assert "又扫了 红茶" in receiving.said()
    assert receiving.heard.kinds[-1] is SoundKind.WARN
    keyboard.key(Qt.Key.Key_F9)
    assert receiving.receipts() == []


def test_a_payment_code_is_no_goods(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(WECHAT_CODE)
    assert receiving.rows() == []
    assert "这是微信付款码 不是商品" in receiving.said()
    assert (receiving.kind(), receiving.heard.kinds) == (LineKind.WARNING, [SoundKind.WARN])


def test_the_number_of_a_receipt_opens_it_when_nothing_is_counted(receiving: Receiving, keyboard: Keyboard) -> None:
    receipt = receiving.story.receive(1, "3", "2")
    keyboard.scan(receiving.receipts()[0].number)
    assert receiving.asked_pages == [("purchasing.list", receipt)]


def test_the_number_of_a_receipt_asks_first_while_goods_are_counted(receiving: Receiving, keyboard: Keyboard) -> None:
    receipt = receiving.story.receive(1, "3", "2")
    keyboard.scan(COLA)
    keyboard.scan(receiving.receipts()[0].number)
    assert (receiving.asked_pages, receiving.counts()) == ([], [("可乐", "1")])
    keyboard.key(Qt.Key.Key_O, CONTROL)
    assert receiving.asked_pages == [("purchasing.list", receipt)]


def test_scans_while_a_product_is_written_down_wait_and_touch_no_field(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_N, CONTROL)
    dialog = receiving.wait_until_creating()
    keyboard.type("brush")
    for code in (COLA, TEA, UNKNOWN):
        keyboard.scan(code)
    assert [line.text() for line in dialog.findChildren(InputLine)] == [UNKNOWN, "brush", "", ""]
    assert "扫了 3 下" in part_of(dialog, DialogFoot).accessibleName()
    keyboard.key(Qt.Key.Key_Escape)
    receiving.wait_until_shut()
    assert receiving.counts() == [("未识别", "2"), ("可乐", "1"), ("红茶", "1")]


def test_a_product_written_down_takes_the_place_of_its_red_row_at_its_cost(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_N, CONTROL)
    receiving.wait_until_creating()
    keyboard.type("brush\r")
    keyboard.type("2.5\r1")
    keyboard.key(Qt.Key.Key_S, CONTROL)
    receiving.wait_until_shut()
    assert receiving.rows() == [("brush", "2", "1.00", "2.00")]
    assert receiving.kind() is not LineKind.DANGER
    assert receiving.field().hasFocus()
    keyboard.scan(UNKNOWN)
    assert receiving.counts() == [("brush", "3")]


def test_in_the_fields_of_a_batch_it_counts_and_they_keep_text_and_focus(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_F4)
    keyboard.type("2026")
    keyboard.scan(TEA)
    keyboard.scan(COLA)
    assert receiving.counts() == [("可乐", "2"), ("红茶", "1")]
    assert receiving.lot_fields()[0] == "2026"
    assert "可乐" in receiving.in_hand()
    keyboard.type("0210\r")
    assert receiving.lot_fields()[0] == "2026-02-10"
    keyboard.key(Qt.Key.Key_Escape)
    assert receiving.expiries() == ["产 2026-02-10", ""]
    assert receiving.field().hasFocus()


def test_while_a_supplier_is_typed_it_counts_and_the_name_stays(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.key(Qt.Key.Key_F2)
    keyboard.type("cn")
    keyboard.scan(COLA)
    assert receiving.counts() == [("可乐", "1")]
    assert receiving.offered()[0] == "城南批发"
    keyboard.type("pf\r")
    assert "城南批发" in receiving.head()


def test_while_goods_are_chosen_by_name_it_counts_and_shuts_the_list(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_F12)
    keyboard.scan(COLA)
    assert receiving.offered() == []
    keyboard.type("hc\r")
    assert receiving.counts() == [("未识别", "1"), ("可乐", "1"), ("红茶", "1")]


# Red rows


def test_a_red_row_becomes_the_goods_chosen_by_name(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_F12)
    keyboard.type("kl\r")
    assert receiving.rows() == [("可乐", "2", "2.00", "4.00")]
    assert receiving.kind() is not LineKind.DANGER


# Codes that are nearly right, and digits


def test_a_code_with_a_wrong_check_digit_is_to_be_scanned_again(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan(COLA[:-1] + "0")
    assert (receiving.rows(), "没读全，再扫一次" in receiving.said()) == ([], True)
    assert receiving.heard.kinds == [SoundKind.BAD]


def test_a_digit_typed_right_before_the_scan_is_not_part_of_the_code(receiving: Receiving, keyboard: Keyboard) -> None:
    keyboard.scan("2" + COLA)
    assert receiving.counts() == [("可乐", "1")]
    assert "条码前面多了 2，没有算" in receiving.said()


def test_digits_typed_between_two_scans_are_not_the_same_number(receiving: Receiving, keyboard: Keyboard) -> None:
    for _ in range(2):
        keyboard.scan(COLA)
        keyboard.wait(300)
        keyboard.type("2")
        keyboard.wait(300)
    keyboard.type("*")
    keyboard.scan(COLA)
    assert receiving.counts() == [("可乐", "4")]


# GS1


def test_a_gs1_code_counts_its_pieces_and_notes_its_batch(receiving: Receiving) -> None:
    receiving.scan(f"(01)0{COLA}(11)260210(17)260809(30)24(10)L77")
    assert receiving.counts() == [("可乐", "24")]
    assert receiving.expiries() == ["2026-08-09"]
    assert receiving.noted() == "生产日期 2026-02-10; 到期日 2026-08-09　还有 160 天; 批号 L77"
    receiving.scan(f"(01)0{COLA}(17)260809(10)L78")
    assert receiving.counts() == [("可乐", "24"), ("可乐", "1")]


def test_goods_that_are_too_old_are_not_to_be_taken_in(receiving: Receiving) -> None:
    receiving.scan(f"(01)0{COLA}(17)260228(10)L77")
    assert "已经过期 2 天，不要收" in receiving.said()
    assert receiving.kind() is LineKind.DANGER
    assert receiving.expiries() == ["过期 2 天"]
    assert receiving.heard.kinds == [SoundKind.BAD]


# Every scan counts, none confirms anything


def test_a_thousand_scans_of_one_millisecond_a_key_are_a_thousand_pieces(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    codes = [f"69{number:010d}" for number in range(10)]
    for number, code in enumerate(codes):
        receiving.story.product(f"货{number}", "1.00", (code,), "0.50")
    for number in range(1_000):
        keyboard.wait(10)
        keyboard.type(codes[number % 10] + "\r", gap=1)
    assert [row[1] for row in receiving.rows()] == ["100"] * 10
    assert receiving.foot() == "10 种商品 本次 1,000 件 　金额 500.00"


def test_scans_land_on_their_row_after_everything_one_can_open_and_shut(
    receiving: Receiving, keyboard: Keyboard
) -> None:
    receiving.choose_supplier("城南")
    keyboard.scan(COLA)
    openings = [f"F{number}" for number in (2, 3, 4, 5, 6, 9, 12, 1, 8, 10, 11)]
    for count, name in enumerate(openings * 3, 2):
        keyboard.key(getattr(Qt.Key, f"Key_{name}"))
        keyboard.scan(COLA)
        keyboard.key(Qt.Key.Key_Escape)
        QTest.mouseClick(receiving.page, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert receiving.counts() == [("可乐", str(count))], name
    assert receiving.receipts() == []
    assert receiving.field().hasFocus()
