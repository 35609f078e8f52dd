"""The counter, worked with the keyboard as a clerk does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.ports.sound import Sound, SoundKind
from jxc_desktop.services.sales.sale_list import SaleFilter
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.sales.checkout_page import CheckoutPage
from jxc_desktop.ui.sales.payment_dialog import PaymentDialog
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.scan_line import ScanLine
from tests.story import Story

COLA, TEA, UNKNOWN = "6901234567892", "6902083881405", "6950000000002"
WECHAT_CODE = "134567890123456789"
LONG_AGO_MS = 10_000


class Heard(Sound):
    """Remembers the sounds."""

    def __init__(self) -> None:
        self.kinds: list[SoundKind] = []

    @override
    def play(self, kind: SoundKind) -> None:
        self.kinds.append(kind)


class Counter:
    """The page in a window, and a clerk's hands."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.qtbot, self.story = qtbot, story
        self.heard = Heard()
        self.shown: list[tuple[str, object]] = []
        self.now_ms = 0
        self.background = Background()
        surroundings = Surroundings(
            story.shop, self.background, self.heard, lambda key, item: self.shown.append((key, item))
        )
        self.page = CheckoutPage(surroundings, lambda: self.now_ms)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.page.focus_first()
        self.page.reload()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.front().windowHandle(), key, modifiers)

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.front().windowHandle(), ord(character.upper()))

    def scan(self, code: str) -> None:
        self.page.take_scan(code)
        self.now_ms += LONG_AGO_MS

    def front(self) -> "PaymentDialog | CheckoutPage":
        return self.dialog() or self.page

    def dialog(self) -> PaymentDialog | None:
        open_ones = [dialog for dialog in self.page.findChildren(PaymentDialog) if dialog.isVisible()]
        return open_ones[0] if open_ones else None

    def rows(self) -> list[tuple[str, ...]]:
        table = self.page.findChild(CartTable)
        assert table is not None
        model = table.model()
        return [
            tuple(str(model.data(model.index(row, column)) or "") for column in (1, 3, 4, 6))
            for row in range(model.rowCount())
        ]

    def said(self) -> str:
        line = self.page.findChild(ScanLine)
        assert line is not None
        return line.shown_words()

    def pay(self, *keys: Qt.Key, amount: str = "") -> None:
        self.key(Qt.Key.Key_F9)
        dialog = self.dialog()
        assert dialog is not None
        for key in keys:
            self.key(key)
        self.type(amount)
        self.qtbot.wait(320)
        self.key(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.dialog() is None)


@pytest.fixture
def counter(qtbot: QtBot, dress: Callable[..., None], story: Story) -> Iterator[Counter]:
    dress()
    story.product("可乐", "3.00", (COLA,))
    story.product("红茶", "4.50", (TEA,))
    made = Counter(qtbot, story)
    yield made
    made.background.wait()


def test_each_scan_is_one_piece_more(counter: Counter) -> None:
    for code in (COLA, TEA, COLA):
        counter.scan(code)
    assert counter.rows() == [("可乐", "2", "3.00", "6.00"), ("红茶", "1", "4.50", "4.50")]


def test_a_typed_number_and_star_multiplies_the_next_scan_only(counter: Counter) -> None:
    counter.type("12*")
    counter.scan(COLA)
    counter.scan(TEA)
    assert [row[:2] for row in counter.rows()] == [("可乐", "12"), ("红茶", "1")]


def test_a_thousand_scans_are_a_thousand_pieces(counter: Counter) -> None:
    for number in range(1_000):
        counter.scan((COLA, TEA)[number % 2])
    assert [row[1] for row in counter.rows()] == ["500", "500"]


def test_an_unknown_code_is_a_red_row_and_the_next_scan_goes_on(counter: Counter) -> None:
    counter.scan(UNKNOWN)
    assert "没有这个条码" in counter.said()
    assert counter.heard.kinds == [SoundKind.BAD]
    counter.scan(UNKNOWN)
    counter.scan(COLA)
    assert [row[:2] for row in counter.rows()] == [("未识别", "2"), ("可乐", "1")]


def test_paying_warns_of_red_rows_and_leaves_them_out_when_pressed_again(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(UNKNOWN)
    counter.key(Qt.Key.Key_F9)
    assert counter.dialog() is None
    assert "未识别" in counter.said()
    counter.pay(Qt.Key.Key_1)
    sale = counter.story.shop.sales.last_sale()
    assert sale is not None
    assert (sale.row.amount, UNKNOWN in sale.note) == (Money(300), True)


def test_cash_gives_change_and_the_counter_is_ready_for_the_next_customer(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1, amount="10")
    assert counter.rows() == []
    assert "找零 7.00" in counter.said()
    assert counter.heard.kinds[-1] is SoundKind.DONE
    sale = counter.story.shop.sales.last_sale()
    assert sale is not None
    assert (sale.row.amount, sale.change) == (Money(300), Money(700))


def test_the_cart_is_sold_once_however_often_enter_is_pressed(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    for _ in range(3):
        counter.key(Qt.Key.Key_Return)
    assert len(counter.story.shop.sales.sale_list(SaleFilter())) == 1


def test_quantity_is_typed_in_the_line_and_a_scan_meanwhile_is_its_own_row(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F3)
    counter.scan(TEA)
    counter.type("7")
    counter.key(Qt.Key.Key_Return)
    assert [row[:2] for row in counter.rows()] == [("可乐", "7"), ("红茶", "1")]


def test_nine_is_ten_percent_off(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F5)
    counter.type("9")
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == [("可乐", "1", "3.00", "2.70")]


def test_goods_without_a_code_are_found_by_their_initials(counter: Counter) -> None:
    counter.type("kl")
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == [("可乐", "1", "3.00", "3.00")]


def test_an_enter_right_after_a_scan_belongs_to_the_scan(counter: Counter) -> None:
    counter.page.take_scan(COLA)
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is None
    counter.now_ms += LONG_AGO_MS
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is not None


def test_goods_scanned_while_paying_open_the_next_cart(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    counter.scan(TEA)
    dialog = counter.dialog()
    assert dialog is not None
    assert "又扫了 1 件" in dialog.said()
    counter.qtbot.wait(320)
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is not None
    counter.key(Qt.Key.Key_Return)
    counter.qtbot.waitUntil(lambda: counter.dialog() is None)
    assert [row[0] for row in counter.rows()] == ["红茶"]


def test_goods_scanned_while_paying_join_the_cart_when_one_goes_back(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.scan(TEA)
    counter.key(Qt.Key.Key_Escape)
    counter.qtbot.waitUntil(lambda: counter.dialog() is None)
    assert [row[0] for row in counter.rows()] == ["可乐", "红茶"]


def test_a_payment_code_chooses_its_tender(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(WECHAT_CODE)
    assert [row[0] for row in counter.rows()] == ["可乐"]
    counter.pay()
    sale = counter.story.shop.sales.last_sale()
    assert sale is not None
    assert [(tender.account, tender.reference) for tender in sale.tenders] == [("微信", WECHAT_CODE)]


def test_a_cart_on_hold_comes_back(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F6)
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == []
    counter.key(Qt.Key.Key_F7)
    counter.key(Qt.Key.Key_Return)
    assert [row[0] for row in counter.rows()] == ["可乐"]


def test_a_cart_survives_the_end_of_the_program(counter: Counter, qtbot: QtBot) -> None:
    counter.scan(COLA)
    counter.page.may_leave()
    counter.background.wait()
    again = Counter(qtbot, counter.story)
    assert [row[0] for row in again.rows()] == ["可乐"]
    again.background.wait()


def test_the_whole_cart_goes_only_when_asked_twice(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(counter.rows()) == 1
    counter.now_ms += 500
    counter.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert counter.rows() == []


def test_the_last_receipt_is_printed_again(counter: Counter) -> None:
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "没有小票" in counter.said()
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    before = counter.story.shop.paper.waiting_count()
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert counter.story.shop.paper.waiting_count() == before + 1


def test_an_own_receipt_number_opens_its_sale_when_the_cart_is_empty(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    sale = counter.story.shop.sales.last_sale()
    assert sale is not None
    counter.scan(sale.row.number)
    assert counter.shown == [("sales.list", sale.row.document_id)]


def test_a_clerk_can_sell_too(qtbot: QtBot, dress: Callable[..., None], story: Story) -> None:
    dress()
    story.product("可乐", "3.00", (COLA,))
    story.shop.people.add_operator("小张", Role.CLERK)
    story.shop.sign_in("小张", None)
    counter = Counter(qtbot, story)
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    sale = story.shop.sales.last_sale()
    assert sale is not None
    assert sale.row.operator == "小张"
    counter.background.wait()
