"""What a scan and its Enter do while the money is taken: kept, chosen, and never a yes."""

import pytest
from PySide6.QtCore import QElapsedTimer, Qt

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.ports.sound import SoundKind
from tests.robots.counter import COLA, TEA, WECHAT_CODE, Counter
from tests.ui.widgets.conftest import Keyboard

CONTROL = Qt.KeyboardModifier.ControlModifier


def stocked(counter: Counter) -> None:
    """Goods enough on the shelf, so that nothing is said of shortages."""
    for code in (COLA, TEA):
        found = counter.shop.catalog.find_by_code(code)
        counter.story.open_with(getattr(found, "product_id", 0), "5000", "5000")


# One for each row of the table of scans


def test_goods_scanned_while_paying_wait_and_the_first_enter_only_reminds(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_F9)
    counter.wait_until_open()
    keyboard.type("1")
    keyboard.scan(TEA)
    assert "又扫了 1 件 红茶" in counter.paying().said()
    assert counter.amount() == "3.00"
    assert counter.heard.kinds[-1] is SoundKind.WARN
    keyboard.wait(500)
    keyboard.type("\r")
    assert counter.shop.sales.last_sale() is None
    keyboard.type("\r")
    counter.wait_until_shut()
    assert counter.sale().row.amount == Money(300)
    assert counter.names() == ["红茶"]


def test_a_payment_code_while_paying_chooses_its_way_and_still_wants_enter(
    counter: Counter, keyboard: Keyboard
) -> None:
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_F9)
    counter.wait_until_open()
    keyboard.scan(WECHAT_CODE)
    assert counter.amount() == "3.00"
    assert counter.heard.kinds[-1] is SoundKind.GOOD
    assert counter.shop.sales.last_sale() is None
    keyboard.wait(500)
    keyboard.type("\r")
    counter.wait_until_shut()
    assert [(tender.account, tender.reference) for tender in counter.sale().tenders] == [("微信", WECHAT_CODE)]


def test_cash_typed_before_a_payment_code_stays_as_a_part_and_the_code_takes_the_rest(
    counter: Counter, keyboard: Keyboard
) -> None:
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_F9)
    counter.wait_until_open()
    for key in ("1", "2"):
        keyboard.type(key)
    keyboard.scan(WECHAT_CODE)
    assert (counter.taken(), counter.amount()) == ("应收 3.00 已收 现金 2.00 还差 1.00", "1.00")
    assert counter.asked_amount() == "微信 实收 流水号已读 …6789"
    keyboard.wait(500)
    keyboard.type("\r")
    counter.wait_until_shut()
    given = [(tender.account, str(tender.tendered), tender.reference) for tender in counter.sale().tenders]
    assert given == [("现金", "2.00", ""), ("微信", "1.00", WECHAT_CODE)]


def test_a_payment_code_that_pays_nothing_any_more_is_not_said_to_be_kept(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.key(Qt.Key.Key_F9)
    counter.wait_until_open()
    keyboard.scan(WECHAT_CODE)
    assert "流水号已读" in counter.asked_amount()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_3):
        keyboard.wait(500)
        keyboard.key(key)
    keyboard.wait(500)
    assert counter.asked_amount() == "支付宝 实收"


def test_while_paying_a_payment_code_is_none_of_the_goods_even_where_it_reads_as_a_label_of_the_scale(
    counter: Counter, keyboard: Keyboard
) -> None:
    counter.story.product("散装米", "5.00", ("00123",), unit="kg", is_weighed=True)
    alipay = with_check_digit("26001230125000625")
    keyboard.scan(COLA)
    keyboard.scan(alipay)
    assert counter.names() == ["可乐", "散装米"]
    keyboard.key(Qt.Key.Key_Delete)
    keyboard.key(Qt.Key.Key_F9)
    counter.wait_until_open()
    keyboard.scan(alipay)
    keyboard.wait(500)
    keyboard.type("\r")
    counter.wait_until_shut()
    assert [(tender.account, tender.reference) for tender in counter.sale().tenders] == [("支付宝", alipay)]


def test_the_enter_of_a_scan_never_pays(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA, end="\r\n")
    keyboard.type("\r", gap=300)
    assert counter.dialog() is None
    keyboard.type("\r", gap=400)
    assert counter.dialog() is not None


@pytest.mark.parametrize(("after_ms", "sales"), [(299, 0), (300, 1)])
def test_an_enter_right_after_the_payment_opened_was_not_meant_for_it(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, after_ms: int, sales: int
) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: after_ms)
    counter.enter()
    assert len(counter.shop.sales.sale_list(DocumentFilter())) == sales


def test_the_enter_that_opened_the_payment_neither_repeats_nor_pays(counter: Counter, keyboard: Keyboard) -> None:
    keyboard.scan(COLA)
    keyboard.wait(500)
    keyboard.press(Qt.Key.Key_Return, "\r")
    counter.wait_until_open()
    for _ in range(20):
        keyboard.wait(30)
        keyboard.press(Qt.Key.Key_Return, "\r", is_repeat=True)
    keyboard.release(Qt.Key.Key_Return, "\r")
    assert counter.dialog() is not None
    keyboard.type("1")
    for _ in range(20):
        keyboard.wait(30)
        keyboard.press(Qt.Key.Key_Return, "\r", is_repeat=True)
    assert counter.shop.sales.last_sale() is None


def test_enter_with_nothing_chosen_pays_nothing(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.enter()
    assert (counter.dialog() is not None, counter.shop.sales.last_sale()) == (True, None)
