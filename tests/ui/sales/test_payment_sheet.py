"""The sums behind 收款, without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jxc_desktop.models.values.accounts import ALIPAY, CARD, CASH, WECHAT, AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.money.ways_of_paying import WayOfPaying
from jxc_desktop.services.sales.payment import settle
from jxc_desktop.ui.sales.payment_sheet import Lack, PaymentSheet

WAYS = (
    WayOfPaying(CASH, AccountKind.CASH, "现金"),
    WayOfPaying(WECHAT, AccountKind.WECHAT, "微信"),
    WayOfPaying(ALIPAY, AccountKind.ALIPAY, "支付宝"),
    WayOfPaying(CARD, AccountKind.CARD, "银行卡"),
)
CASH_WAY, WECHAT_WAY = WAYS[:2]


def sheet_of(due: str) -> PaymentSheet:
    return PaymentSheet(Money.parse(due), WAYS)


def offers(due: str) -> list[str]:
    sheet = sheet_of(due)
    sheet.choose(CASH_WAY)
    return [str(amount) for amount in sheet.offers()]


def test_nothing_is_chosen_at_first() -> None:
    sheet = sheet_of("3.00")
    assert (sheet.lack(), sheet.tenders(), str(sheet.missing)) == (Lack.NOTHING_CHOSEN, (), "3.00")


@pytest.mark.parametrize(
    ("due", "amounts"),
    [
        ("67.80", ["67.80", "68.00", "70.00", "100.00", "200.00"]),
        ("4.50", ["4.50", "5.00", "10.00", "50.00", "100.00"]),
        ("100.00", ["100.00", "200.00"]),
        ("127.80", ["127.80", "128.00", "130.00", "150.00", "200.00"]),
        ("430.50", ["430.50", "431.00", "435.00", "440.00", "450.00"]),
    ],
)
def test_what_a_customer_may_hand_over(due: str, amounts: list[str]) -> None:
    assert offers(due) == amounts


def test_only_cash_has_amounts_to_hand_over() -> None:
    sheet = sheet_of("3.00")
    sheet.choose(WECHAT_WAY)
    assert sheet.offers() == ()


def test_the_first_way_becomes_a_part_only_if_it_pays_some_of_it() -> None:
    sheet = sheet_of("10.00")
    sheet.choose(WECHAT_WAY)
    sheet.choose(CASH_WAY)
    assert (sheet.parts, str(sheet.rest)) == ((), "10.00")
    sheet.choose(WECHAT_WAY)
    sheet.type_amount("4")
    sheet.choose(CASH_WAY)
    assert (str(sheet.rest), str(sheet.part_of(WECHAT_WAY))) == ("6.00", "4.00")


@pytest.mark.parametrize("text", ["", "abc", "0", "1.234", "-1"])
def test_what_is_no_amount_cannot_be_taken(text: str) -> None:
    sheet = sheet_of("10.00")
    sheet.choose(CASH_WAY)
    sheet.type_amount(text)
    assert sheet.lack() is Lack.NO_AMOUNT


def test_a_code_typed_as_cash_gives_no_change_of_millions() -> None:
    sheet = sheet_of("10.00")
    sheet.choose(CASH_WAY)
    sheet.type_amount("6901234567")
    assert sheet.lack() is Lack.TOO_MUCH_CHANGE


def test_a_payment_code_stays_with_its_part() -> None:
    sheet = sheet_of("10.00")
    sheet.choose(WECHAT_WAY, "134567890123456789")
    sheet.type_amount("4")
    sheet.choose(CASH_WAY)
    assert [tender.reference for tender in sheet.tenders()] == ["134567890123456789", ""]


def test_dropping_without_a_part_changes_nothing() -> None:
    sheet = sheet_of("10.00")
    assert not sheet.drop()


Steps = list[tuple[int, int]]


@given(some.integers(1, 100_000), some.lists(some.tuples(some.integers(0, 3), some.integers(1, 120_000)), max_size=8))
def test_whatever_is_pressed_a_payment_that_lacks_nothing_is_one_the_books_take(due: int, steps: Steps) -> None:
    sheet = PaymentSheet(Money(due), WAYS)
    for way, fen in steps:
        sheet.choose(WAYS[way])
        sheet.type_amount(str(Money(fen)))
        assert sheet.rest.fen > 0
    if sheet.lack() is None:
        drafts, change = settle(Money(due), sheet.tenders())
        assert sum(draft.kept for draft in drafts) == due
        assert change == sheet.change
