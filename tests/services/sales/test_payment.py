"""Whether a payment fits."""

from collections.abc import Callable

import pytest

from jxc_desktop.models.values.accounts import BANK, CASH, HISTORY, INPUT_TAX, WECHAT
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.sales.errors import WrongPaymentError
from jxc_desktop.services.sales.payment import settle
from jxc_desktop.services.sales.ticket import TenderGiven
from jxc_desktop.services.words.refusals import refusal
from tests.services.sales.at_counter import alipay, card, cash, documents, in_account, line, sell, wechat
from tests.story import Story


def kept(due: str, *tenders: TenderGiven) -> tuple[list[str], str]:
    """What is kept of each part, and the change."""
    drafts, change = settle(Money.parse(due), tenders)
    return [str(Money(draft.kept)) for draft in drafts], str(change)


def missing(due: str, *tenders: TenderGiven) -> str:
    """What a refused payment lacks; minus: is too much."""
    with pytest.raises(WrongPaymentError) as refused:
        settle(Money.parse(due), tenders)
    return str(refused.value.missing)


def test_exactly_what_is_due_is_kept() -> None:
    assert kept("12.50", cash("12.50")) == (["12.50"], "0.00")


def test_cash_gives_change() -> None:
    assert kept("12.50", cash("20")) == (["12.50"], "7.50")


def test_a_mixed_payment_adds_up_and_its_change_comes_out_of_the_cash() -> None:
    assert kept("12.00", wechat("5"), alipay("2"), cash("10")) == (["5.00", "2.00", "5.00"], "5.00")


def test_change_larger_than_the_first_cash_comes_out_of_the_next() -> None:
    assert kept("12.00", cash("5"), wechat("4"), cash("10")) == (["0.00", "4.00", "8.00"], "7.00")


def test_too_little_is_refused_and_said_to_the_fen() -> None:
    assert missing("12.50", cash("12.49")) == "0.01"
    assert missing("12.50") == "12.50"


@pytest.mark.parametrize("way", [wechat, alipay, card])
def test_only_cash_may_be_too_much(way: Callable[[str], TenderGiven]) -> None:
    assert missing("12.50", way("12.51")) == "-0.01"


def test_change_is_never_more_than_the_cash_that_was_given() -> None:
    assert missing("10.00", wechat("12"), cash("1")) == "-3.00"


def test_what_costs_nothing_takes_no_money() -> None:
    assert kept("0") == ([], "0.00")
    assert missing("0", cash("5")) == "-5.00"


@pytest.mark.parametrize("amount", ["0", "-5"])
def test_a_part_of_nothing_or_less_is_refused(amount: str) -> None:
    with pytest.raises(InvalidInputError):
        settle(Money.parse("5"), [cash(amount), cash("10")])


def test_a_weighed_line_is_due_to_the_fen_and_no_finer(story: Story) -> None:
    pork = story.product("五花肉", "1.40", unit="kg", is_weighed=True)
    # 3.002 at 1.40 is 4.2028.
    assert str(sell(story, [line(pork, "3.002", "1.40", unit="kg")], wechat("4.20")).due) == "4.20"


@pytest.mark.parametrize("account", [BANK, HISTORY, INPUT_TAX, 99])
def test_money_goes_only_where_the_counter_takes_it(story: Story, account: int) -> None:
    cola = story.product()
    with pytest.raises(NotFoundError) as refused:
        sell(story, [line(cola)], TenderGiven(account, Money.parse("3")))
    assert refusal(refused.value).fact == "收银台没有这种收付款方式"
    assert documents(story) == 0


def test_each_part_is_in_its_account_afterwards(story: Story) -> None:
    cola = story.product()
    sell(story, [line(cola, "4")], wechat("5"), cash("10"))
    assert (in_account(story, WECHAT), in_account(story, CASH)) == ("5.00", "7.00")
