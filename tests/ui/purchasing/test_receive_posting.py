"""F9 and F9: what is missing, how it is paid, and that it is posted once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.models.values.accounts import CASH, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.receiving import COLA, TEA, UNKNOWN, Receiving
from tests.services.purchasing.books_of import in_account, owed_by


def ready(receiving: Receiving) -> None:
    """Two bottles of cola at 2.00 from the supplier."""
    for _ in range(2):
        receiving.scan(COLA)
    receiving.choose_supplier("城南")


def test_the_first_f9_only_shows_what_it_comes_to(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    assert receiving.summary().startswith("城南批发\n1 种 2 件\n应付 4.00")
    assert "再按一次 F9 过账" in receiving.said()
    assert receiving.receipts() == []
    receiving.key(Qt.Key.Key_Escape)
    assert (receiving.summary(), receiving.receipts()) == ("", [])
    assert receiving.field().hasFocus()


def test_a_key_that_bounces_posts_nothing(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    receiving.now_ms += 299
    receiving.press_at_once(Qt.Key.Key_F9)
    assert receiving.receipts() == []
    receiving.now_ms += 1
    receiving.press_at_once(Qt.Key.Key_F9)
    assert len(receiving.receipts()) == 1


def test_f9_pressed_many_times_posts_once(receiving: Receiving) -> None:
    ready(receiving)
    for _ in range(5):
        receiving.key(Qt.Key.Key_F9)
    assert [str(row.amount) for row in receiving.receipts()] == ["4.00"]
    assert receiving.on_hand(COLA) == "2"


def test_it_stays_owed_unless_another_way_is_chosen(receiving: Receiving) -> None:
    ready(receiving)
    receiving.post()
    assert owed_by(receiving.story, receiving.story.supplier()) == "-4.00"
    assert "欠 城南批发 4.00" in receiving.said()
    assert receiving.receipt().row.paid_from == ""


@pytest.mark.parametrize(("digit", "account", "name"), [(Qt.Key.Key_2, CASH, "现金"), (Qt.Key.Key_3, WECHAT, "微信")])
def test_a_digit_pays_at_once_from_an_account(receiving: Receiving, digit: Qt.Key, account: int, name: str) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    receiving.key(digit)
    receiving.key(Qt.Key.Key_F9)
    assert owed_by(receiving.story, receiving.story.supplier()) == "0.00"
    assert in_account(receiving.story, account) == "-4.00"
    assert receiving.receipt().row.paid_from == name
    assert f"付清　{name}" in receiving.said()


def test_enter_in_the_summary_only_reminds(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    receiving.key(Qt.Key.Key_Return)
    assert receiving.receipts() == []
    assert (receiving.kind(), receiving.summary() != "") == (LineKind.WARNING, True)


def test_an_open_cost_is_asked_for_before_the_summary(receiving: Receiving) -> None:
    receiving.scan(TEA)
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    assert (receiving.summary(), receiving.chosen()) == ("", 0)
    assert "还有 1 行没有进价" in receiving.said()
    receiving.type("3.2")
    receiving.key(Qt.Key.Key_Return)
    receiving.key(Qt.Key.Key_F9)
    assert "应付 7.20" in receiving.summary()


def test_red_rows_are_never_posted(receiving: Receiving) -> None:
    receiving.scan(UNKNOWN)
    ready(receiving)
    for _ in range(3):
        receiving.key(Qt.Key.Key_F9)
    assert (receiving.summary(), receiving.receipts()) == ("", [])
    assert "还有 1 行未识别" in receiving.said()
    assert receiving.chosen() == 0
    receiving.key(Qt.Key.Key_Delete)
    receiving.post()
    assert len(receiving.receipts()) == 1


def test_the_summary_lists_what_became_dearer(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.write(Qt.Key.Key_F5, "2.5")
    receiving.choose_supplier("城南")
    receiving.key(Qt.Key.Key_F9)
    assert receiving.summary().splitlines()[-1] == "可乐 2.00 → 2.50　零售 3.00"


def test_a_refusal_keeps_every_row(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    receiving.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    receiving.key(Qt.Key.Key_F9)
    assert receiving.kind() is LineKind.DANGER
    assert "没有权限" in receiving.said()
    assert receiving.counts() == [("可乐", "2")]
    receiving.story.desk.operator = SignedIn(1, "库管", Role.STOCKKEEPER)
    receiving.post()
    assert receiving.on_hand(COLA) == "2"


def test_the_posted_price_is_proposed_for_the_next_delivery(receiving: Receiving) -> None:
    receiving.scan(TEA)
    receiving.write(Qt.Key.Key_F5, "3.2")
    receiving.choose_supplier("城南")
    receiving.post()
    receiving.scan(TEA)
    assert receiving.rows() == [("红茶", "1", "3.20", "3.20")]
    assert receiving.heard.kinds[-1] is SoundKind.GOOD


def test_the_dates_of_a_batch_are_in_the_books(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F4)
    for typed in ("20260210", "180", "", "l77"):
        receiving.type(typed)
        receiving.key(Qt.Key.Key_Return)
    receiving.post()
    line = receiving.receipt().lines[0]
    assert (line.lot_number, str(line.produced_on), str(line.expires_on)) == ("l77", "2026-02-10", "2026-08-09")


def test_the_summary_names_goods_that_are_too_old(receiving: Receiving) -> None:
    receiving.scan(f"(01)0{COLA}(17)260228(10)L77")
    receiving.choose_supplier("城南")
    receiving.key(Qt.Key.Key_F9)
    assert receiving.summary().splitlines()[-2:] == ["已经过期 1 行，不要收", "可乐 2026-02-28"]


def test_a_delivery_that_is_in_the_books_already_is_not_posted_again(receiving: Receiving) -> None:
    ready(receiving)
    receiving.page.may_leave()
    receiving.background.wait()
    draft = receiving.story.shop.purchasing.kept_draft()
    assert draft is not None
    receiving.story.shop.purchasing.receive_goods(draft.receipt(None))
    receiving.post()
    assert "这一单已经过账" in receiving.said()
    assert (receiving.rows(), receiving.on_hand(COLA)) == ([], "2")
    assert owed_by(receiving.story, receiving.story.supplier()) == "-4.00"


def test_tab_does_not_leave_the_summary_so_that_a_digit_still_pays(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    receiving.key(Qt.Key.Key_Tab)
    receiving.key(Qt.Key.Key_2)
    receiving.key(Qt.Key.Key_F9)
    assert (receiving.receipt().row.paid_from, receiving.field().text()) == ("现金", "")


def test_a_click_into_the_scan_field_leaves_the_summary_before_a_digit_is_typed(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    QTest.mouseClick(receiving.field(), Qt.MouseButton.LeftButton)
    assert (receiving.summary(), receiving.field().hasFocus()) == ("", True)
    assert "还没有过账，可以接着扫" in receiving.said()
    receiving.key(Qt.Key.Key_F9)
    assert (receiving.summary() != "", receiving.receipts()) == (True, [])


def test_a_small_shop_is_not_asked_about_invoices(receiving: Receiving) -> None:
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    assert "专票" not in receiving.summary()


def test_a_general_taxpayer_says_whether_an_invoice_came(receiving: Receiving) -> None:
    desk, keeper = receiving.story.desk, receiving.story.desk.operator
    desk.operator = SignedIn(1, "老板", Role.OWNER)
    receiving.story.shop.settings.change(GENERAL_TAXPAYER_FROM, "2026-01-01")
    desk.operator = keeper
    ready(receiving)
    receiving.key(Qt.Key.Key_F9)
    assert "有专票，抵扣税" in receiving.summary()
    receiving.key(Qt.Key.Key_F5)
    assert "没有专票，不抵扣" in receiving.summary()
    receiving.key(Qt.Key.Key_F9)
    assert receiving.receipt().lines[0].tax == Money(0)
    ready(receiving)
    receiving.post()
    assert receiving.receipt().lines[0].tax == Money(46)
