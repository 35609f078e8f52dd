"""Goods that go back to the supplier, worked with the keyboard and the scanner."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.purchasing.receipt import ReceivedLine
from jxc_desktop.ui.widgets.document_keys import Mode
from tests.robots.receipt_list import ReceiptList
from tests.services.purchasing.books_of import in_account, owed_by
from tests.services.sales.at_counter import on_hand
from tests.story import Story
from tests.ui.purchasing.receipt_store import (
    BOTH_GOODS,
    COLA,
    WATER,
    at_receipts,
    open_document,
    receive,
)
from tests.ui.widgets.conftest import Keyboard, scanner_at

# The room between the tabs and the status line of the smallest window.
LOWEST_PAGE = 618


@pytest.fixture
def page(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> Iterator[ReceiptList]:
    """The page over the shop."""
    yield from at_receipts(qtbot, story, dress)


@pytest.fixture
def scanner(qapp: QApplication, page: ReceiptList) -> Iterator[Keyboard]:
    """A scanner at the page."""
    with scanner_at(qapp, page.page.take_scan) as made:
        yield made


@pytest.fixture
def form(page: ReceiptList) -> ReceiptList:
    """The form of a return of the receipt of cola and water, nothing typed yet."""
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_F8)
    return page


def test_the_form_says_what_can_go_back_and_the_credit_as_one_types(form: ReceiptList) -> None:
    assert form.title() == f"退货 采购入库 {BOTH_GOODS}"
    form.type("4")
    form.key(Qt.Key.Key_Down)
    form.type("15")
    assert form.form_rows("product", "came", "paid", "left", "quantity", "refund") == [
        ("可乐", "10", "20.00", "10", "4", "8.00"),
        ("矿泉水", "20", "20.00", "20", "15", "15.00"),
    ]
    assert str(form.form.refund()) == "23.00"
    assert form.page.header.offered() == ["F6", "F9"]


def test_f9_sums_up_and_f9_again_sends_back_what_is_then_not_owed(form: ReceiptList) -> None:
    form.type("4")
    form.key(Qt.Key.Key_F9)
    assert form.said().startswith("退货款 8.00 冲欠款，可乐")
    form.key(Qt.Key.Key_F9)
    assert form.said() == "已退货 CGTH20260303-0001 冲欠款 8.00"
    assert (form.title(), form.page.mode()) == (f"采购入库 {BOTH_GOODS} 已过账", Mode.DOCUMENT)
    assert form.lines("product", "left") == [("可乐", "6"), ("矿泉水", "20")]
    assert "入库金额 40.00; 已退货 −8.00; 净额 32.00" in form.page.document.words()
    assert on_hand(form.story, 1) == "11"
    assert owed_by(form.story, form.story.supplier("城南批发")) == "-41.00"
    assert form.heard.kinds[-1] is SoundKind.DONE
    assert form.shop.health.verify() == ()


def test_a_digit_in_the_summary_takes_the_money_back_into_an_account(form: ReceiptList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.type("2")
    assert form.said().startswith("退货款 2.00 钱收回到现金，可乐")
    form.key(Qt.Key.Key_F9)
    assert form.said() == "已退货 CGTH20260303-0001 现金收回 2.00"
    assert in_account(form.story, CASH) == "-4.60"
    assert owed_by(form.story, form.story.supplier("城南批发")) == "-49.00"


def test_what_was_paid_for_is_paid_back_into_the_same_account(page: ReceiptList) -> None:
    page.key(Qt.Key.Key_F8)
    page.key(Qt.Key.Key_F6)
    page.key(Qt.Key.Key_F9)
    assert page.said().startswith("退货款 6.60 钱收回到现金")
    page.key(Qt.Key.Key_F9)
    assert (on_hand(page.story, 2), in_account(page.story, CASH)) == ("20", "0.00")
    assert page.page.header.offered() == ["F7", "F3"]


def test_a_second_press_right_after_the_first_sends_nothing_back(form: ReceiptList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    form.quick_key(Qt.Key.Key_F9)
    assert (form.page.mode(), on_hand(form.story, 1)) == (Mode.RETURN, "15")


def test_goods_that_are_sold_meanwhile_are_refused_in_words_and_what_was_typed_stays(form: ReceiptList) -> None:
    form.type("9")
    form.story.sell(1, "8")
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_F9)
    assert form.said() == "库存不够：可乐 只有 7，要出 9 改数量，或先入库"
    assert (form.page.mode(), form.form_rows("quantity")[0]) == (Mode.RETURN, ("9",))
    form.key(Qt.Key.Key_Delete)
    form.type("7")
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_F9)
    assert on_hand(form.story, 1) == "0"


def test_more_than_came_is_refused(form: ReceiptList) -> None:
    form.type("11")
    assert (form.said(), form.form_rows("quantity")[0]) == ("“可乐”最多还能退 10", ("1",))
    form.type(".")
    form.type("5")
    assert form.said() == "可乐 按瓶收，退整数"


def test_scanned_goods_go_back_one_by_one(form: ReceiptList) -> None:
    form.scan(WATER)
    form.scan(WATER)
    assert form.form_rows("quantity") == [("0",), ("2",)]


def test_typed_work_is_not_thrown_away(form: ReceiptList) -> None:
    form.type("1")
    form.page.open_item(None)
    assert not form.page.may_leave()
    assert "退货还没有过账" in form.said()
    form.key(Qt.Key.Key_Escape)
    form.key(Qt.Key.Key_Escape)
    assert (form.page.mode(), on_hand(form.story, 1)) == (Mode.DOCUMENT, "15")


def test_bottles_of_a_case_go_back_as_bottles(page: ReceiptList) -> None:
    beer = page.story.product("啤酒", "3.00", packs=(Pack("箱", Quantity.of(24)),))
    case = ReceivedLine(beer, "箱", Quantity.of(24), Quantity.of(2), UnitPrice.parse("48"))
    page.page.open_item(receive(page.story, page.story.supplier(), case))
    assert page.lines("unit", "count", "price", "left") == [("箱", "2", "48.00", "48 瓶")]
    page.key(Qt.Key.Key_F8)
    page.type("3")
    assert page.form_rows("unit", "pack", "came", "quantity", "refund") == [("瓶", "1箱=24瓶", "48", "3 瓶", "6.00")]
    page.key(Qt.Key.Key_F9)
    page.key(Qt.Key.Key_F9)
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.title() == "采购退货 CGTH20260303-0001 已过账"
    assert page.lines("unit", "count", "price", "amount") == [("瓶", "−3", "2.00", "−6.00")]
    page.key(Qt.Key.Key_F8)
    assert page.said() == "这是退货单，从原入库单退货"


def test_an_undone_return_brings_the_goods_back(page: ReceiptList) -> None:
    sent = page.story.send_back(open_document(page, BOTH_GOODS), "4")
    page.page.open_item(sent)
    page.key(Qt.Key.Key_F7)
    assert "红冲整张退货单 −8.00 货回到库存，欠款加回去" in page.said()
    page.type("wrong")
    page.key(Qt.Key.Key_F7)
    assert (page.title(), on_hand(page.story, 1)) == ("采购退货 CGTH20260303-0001 已红冲", "15")
    page.page.open_item(page.shop.purchasing.receipt_by_number("CGTH20260303-0002"))
    assert page.title() == "采购退货 CGTH20260303-0002 红冲单"
    assert "红冲原单 CGTH20260303-0001; 红冲原因 wrong" in page.page.document.words()


def test_the_enter_of_a_scan_posts_no_return(form: ReceiptList, scanner: Keyboard) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    scanner.scan(COLA)
    assert (form.page.mode(), form.form_rows("quantity")[0]) == (Mode.RETURN, ("2",))


def test_document_and_form_fit_the_smallest_window(form: ReceiptList) -> None:
    form.type("1")
    form.key(Qt.Key.Key_F9)
    assert form.page.minimumSizeHint().height() <= LOWEST_PAGE
    form.key(Qt.Key.Key_F9)
    form.key(Qt.Key.Key_F3)
    assert form.page.minimumSizeHint().height() <= LOWEST_PAGE
