"""What a scan does in each state of the counter; keys come from a scanner, as its filter sees them."""

import pytest
from PySide6.QtCore import QPoint, Qt

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.widgets.dialog import DialogFoot
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import COLA, TEA, UNKNOWN, WECHAT_CODE, Counter, part_of
from tests.ui.widgets.conftest import Keyboard

CONTROL = Qt.KeyboardModifier.ControlModifier


def stocked(counter: Counter) -> None:
    """Goods enough on the shelf, so that nothing is said of shortages."""
    for code in (COLA, TEA):
        found = counter.shop.catalog.find_by_code(code)
        counter.story.open_with(getattr(found, "product_id", 0), "5000", "5000")


# One for each row of the table of scans


def test_in_the_scan_field_it_is_one_more_and_its_row_is_the_chosen_one(counter: Counter, keyboard: Keyboard) -> None:
    stocked(counter)
    for code in (COLA, TEA, COLA):
        keyboard.scan(code)
    assert [row[:2] for row in counter.rows()] == [("可乐", "2"), ("红茶", "1")]
    assert counter.chosen() == 0
    assert counter.kind() is LineKind.NEUTRAL
    assert counter.said().startswith("可乐 3.00")
    assert counter.heard.kinds == [SoundKind.GOOD] * 3
    assert counter.field().text() == ""


def test_with_a_row_chosen_by_the_arrows_the_new_row_becomes_the_chosen_one(
    counter: Counter, keyboard: Keyboard
) -> None:
    for code in (COLA, TEA):
        keyboard.scan(code)
    counter.key(Qt.Key.Key_Up)
    assert counter.chosen() == 0
    keyboard.scan(UNKNOWN)
    assert counter.chosen() == 2


@pytest.mark.parametrize(("key", "typed"), [(Qt.Key.Key_F3, "2"), (Qt.Key.Key_F4, "2.5"), (Qt.Key.Key_F5, "9")])
def test_while_a_figure_is_typed_the_goods_are_added_and_the_figure_stays(
    counter: Counter, keyboard: Keyboard, key: Qt.Key, typed: str
) -> None:
    keyboard.scan(COLA)
    keyboard.key(key)
    keyboard.type(typed)
    keyboard.scan(TEA)
    entry = counter.line().findChild(InputLine)
    assert entry is not None
    assert (entry.text(), entry.hasFocus()) == (typed, True)
    assert [row[:2] for row in counter.rows()] == [("可乐", "1"), ("红茶", "1")]
    keyboard.type("\r")
    assert counter.rows()[1] == ("红茶", "1", "4.50", "4.50")
    assert counter.rows()[0] != ("可乐", "1", "3.00", "3.00")


def test_an_unknown_code_makes_a_red_row_that_counts_nowhere(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(UNKNOWN)
    keyboard.scan(UNKNOWN)
    assert counter.rows()[1] == ("未识别", "2", "无价", "不计入")
    assert (counter.kind(), counter.due()) == (LineKind.DANGER, "3.00")
    assert UNKNOWN in counter.said()
    assert counter.foot() == "2 行，其中 1 行未识别 件数 1"
    assert counter.heard.kinds[-2:] == [SoundKind.BAD] * 2


def test_a_payment_code_in_the_goods_field_offers_to_take_the_money(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(WECHAT_CODE)
    assert "F9 收款 微信" in counter.said()
    assert (counter.kind(), counter.names()) == (LineKind.WARNING, ["可乐"])
    assert counter.heard.kinds[-1] is SoundKind.WARN
    keyboard.key(Qt.Key.Key_F9)
    assert counter.amount() == "3.00"


def test_a_payment_code_from_the_customer_before_is_forgotten(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(WECHAT_CODE)
    keyboard.scan(TEA)
    keyboard.key(Qt.Key.Key_F9)
    assert counter.paying().sheet.chosen is None


def test_an_own_receipt_asks_first_while_goods_are_in_the_cart(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    sale = counter.sale().row
    keyboard.scan(TEA)
    keyboard.scan(sale.number)
    assert counter.shown == []
    assert (sale.number in counter.said(), counter.names()) == (True, ["红茶"])
    keyboard.key(Qt.Key.Key_F8)
    assert counter.shown == [("sales.list", sale.document_id)]


def test_an_own_receipt_on_an_empty_cart_opens_its_sale(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    keyboard.scan(counter.sale().row.number)
    assert counter.shown == [("sales.list", counter.sale().row.document_id)]


def test_scans_while_a_product_is_written_down_wait_and_touch_no_field(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_N, CONTROL)
    counter.wait_until_open()
    dialog = counter.creating()
    assert dialog is not None
    keyboard.type("brush")
    for code in (COLA, TEA, UNKNOWN):
        keyboard.scan(code)
    assert [line.text() for line in dialog.findChildren(InputLine)] == [UNKNOWN, "brush", "", ""]
    assert "扫了 3 下" in foot_of(dialog)
    keyboard.key(Qt.Key.Key_Escape)
    counter.wait_until_shut()
    assert [row[:2] for row in counter.rows()] == [("未识别", "2"), ("可乐", "1"), ("红茶", "1")]


def test_a_product_written_down_takes_the_place_of_its_red_row(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.scan(UNKNOWN)
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_N, CONTROL)
    counter.wait_until_open()
    keyboard.type("brush\r")
    keyboard.type("2.5\r1")
    keyboard.key(Qt.Key.Key_S, CONTROL)
    counter.wait_until_shut()
    assert counter.rows() == [("brush", "2", "2.50", "5.00"), ("可乐", "1", "3.00", "3.00")]
    assert counter.kind() is not LineKind.DANGER
    keyboard.scan(UNKNOWN)
    assert counter.rows()[0][1] == "3"


def test_a_product_without_name_and_price_is_not_saved_and_says_so(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_N, CONTROL)
    counter.wait_until_open()
    keyboard.key(Qt.Key.Key_S, CONTROL)
    dialog = counter.creating()
    assert dialog is not None
    assert dialog.faults() == ["还没有填", "还没有填"]


def foot_of(dialog: QuickCreateDialog) -> str:
    return part_of(dialog, DialogFoot).accessibleName()


# Red rows


def test_delete_is_offered_only_while_the_red_row_is_the_chosen_one(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    assert "Delete" in counter.said()
    keyboard.scan(COLA)
    assert counter.kind() is LineKind.DANGER
    assert "Delete" not in counter.said()
    counter.key(Qt.Key.Key_Up)
    assert "Delete" in counter.said()
    keyboard.key(Qt.Key.Key_Delete)
    assert counter.names() == ["可乐"]
    assert counter.kind() is not LineKind.DANGER


def test_a_red_row_becomes_the_goods_chosen_by_name(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_F12)
    keyboard.type("hc")
    assert [words.split()[0] for words in counter.offered()] == ["红茶"]
    keyboard.type("\r")
    assert [row[:2] for row in counter.rows()] == [("可乐", "1"), ("红茶", "1")]
    assert counter.field().hasFocus()


def test_a_scan_while_choosing_by_name_shuts_the_list_and_fills_no_red_row(
    counter: Counter, keyboard: Keyboard
) -> None:
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_F12)
    keyboard.scan(COLA)
    assert counter.offered() == []
    keyboard.type("hc\r")
    assert counter.names() == ["未识别", "可乐", "红茶"]


def test_after_three_seconds_the_red_rows_are_warned_of_again(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.scan(UNKNOWN)
    keyboard.key(Qt.Key.Key_F9)
    assert "还有 1 行未识别" in counter.said()
    keyboard.key(Qt.Key.Key_F9, gap=3_001)
    assert counter.dialog() is None
    keyboard.key(Qt.Key.Key_F9)
    assert counter.dialog() is not None


def test_a_cart_of_red_rows_only_cannot_be_paid(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(UNKNOWN)
    for _ in range(2):
        keyboard.key(Qt.Key.Key_F9)
    assert counter.dialog() is None


# Codes that are nearly right


def test_a_code_with_a_wrong_check_digit_is_to_be_scanned_again(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA[:-1] + "0")
    assert (counter.rows(), "没读全，再扫一次" in counter.said()) == ([], True)
    assert counter.heard.kinds == [SoundKind.BAD]


def test_a_digit_typed_right_before_the_scan_is_not_part_of_the_code(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan("2" + COLA)
    assert counter.names() == ["可乐"]


def test_digits_typed_between_two_scans_are_not_the_same_number(counter: Counter, keyboard: Keyboard) -> None:
    """Scan, 2, scan, 2: never 22."""
    for _ in range(2):
        keyboard.scan(COLA)
        keyboard.wait(300)
        keyboard.type("2")
        keyboard.wait(300)
    keyboard.type("*")
    keyboard.scan(COLA)
    assert counter.rows() == [("可乐", "4", "3.00", "12.00")]


@pytest.mark.parametrize(
    "text", ["６９０１２３４５６７８９２", " 6901234567892 ", "690 1234 567892", "\u200b6901234567892"]
)
def test_a_code_pasted_with_what_does_not_belong_to_it_is_found(counter: Counter, text: str) -> None:
    counter.field().setFocus()
    counter.field().insert(text)
    counter.enter()
    assert counter.names() == ["可乐"]


def test_a_short_code_typed_whole_is_that_code_and_nothing_like_it(counter: Counter) -> None:
    counter.story.product("散糖", "9.00", ("12",))
    counter.type("12")
    counter.enter()
    assert counter.names() == ["散糖"]


def test_two_digits_never_choose_goods_one_does_not_see(counter: Counter) -> None:
    counter.type("69")
    counter.enter()
    assert counter.rows() == []
    assert len(counter.offered()) == 2


# Every scan counts


def test_a_thousand_scans_of_one_millisecond_a_key_are_a_thousand_pieces(counter: Counter, keyboard: Keyboard) -> None:
    codes = [f"69{number:010d}" for number in range(10)]
    for number, code in enumerate(codes):
        counter.story.product(f"货{number}", "1.00", (code,))
    for number in range(1_000):
        keyboard.wait(10)
        keyboard.type(codes[number % 10] + "\r", gap=1)
    assert [row[1] for row in counter.rows()] == ["100"] * 10
    assert counter.due() == "1,000.00"


def test_scans_land_in_the_cart_after_everything_one_can_open_and_shut(counter: Counter, keyboard: Keyboard) -> None:
    openings = [Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F9]
    openings += [Qt.Key.Key_F10, Qt.Key.Key_F12, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F11]
    keyboard.scan(COLA)
    for count, key in enumerate(openings * 3, 2):
        keyboard.key(key)
        if counter.dialog() is not None:
            counter.wait_until_open()
        keyboard.scan(COLA)
        keyboard.key(Qt.Key.Key_Escape)
        counter.wait_until_shut()
        counter.click(counter.page, QPoint(5, 5))
        assert counter.rows() == [("可乐", str(count), "3.00", f"{3 * count}.00")]
    assert counter.field().hasFocus()


# Enter
