"""Freight and price corrections after posting: the split, and its exact undoing. Figures by hand."""

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.errors import InvalidInputError, WrongStateError
from jxc_desktop.services.people.errors import AlreadyPostedError
from tests.services.purchasing.books_of import differences, owed_by
from tests.story import Story


def correct(story: Story, receipt: int, amount: str) -> int:
    return story.shop.purchasing.correct_cost(story.receipt_line(receipt), Money.parse(amount), story.token())


def test_freight_stays_with_the_goods_that_are_still_here(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    receipt = story.receive(cola, "10", "2.00")
    story.sell(cola, "4")

    correction = correct(story, receipt, "5.00")

    # 6 of 10 are here: 3.00 of the 5.00 goes on top of their 12.00.
    assert story.cost_state(cola) == (6_000, 15_000_000)
    assert differences(story, correction) == "-2.00"
    assert owed_by(story, supplier) == "-25.00"


def test_a_split_that_does_not_divide_is_undone_to_the_last_part(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "3", "3.3333", amount="10.00")
    story.sell(cola, "1")
    assert story.cost_state(cola) == (2_000, 6_666_667)

    correction = correct(story, receipt, "1.00")

    assert story.cost_state(cola) == (2_000, 7_326_667)

    story.shop.purchasing.reverse_correction(correction, "算错了")

    assert story.cost_state(cola) == (2_000, 6_666_667)
    assert owed_by(story, story.supplier()) == "-10.00"


def test_a_correction_is_undone_by_the_split_it_kept_whatever_was_sold_since(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    correction = correct(story, receipt, "10.00")
    story.sell(cola, "5")
    assert story.cost_state(cola) == (5_000, 15_000_000)

    story.shop.purchasing.reverse_correction(correction, "算错了")

    assert story.cost_state(cola) == (5_000, 5_000_000)


def test_a_lower_price_makes_the_goods_cheaper(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")

    correct(story, receipt, "-3.00")

    assert story.cost_state(cola) == (10_000, 17_000_000)
    assert owed_by(story, story.supplier()) == "-17.00"


def test_goods_that_went_back_bear_no_freight(story: Story) -> None:
    cola = story.product()
    receipt = story.receive(cola, "10", "2.00")
    story.receive(cola, "10", "2.00")
    story.send_back(receipt, "5")

    correction = correct(story, receipt, "4.00")

    # 5 of the 10 went back: half of the freight stays with the other 5, though 15 are here.
    assert story.cost_state(cola) == (15_000, 32_000_000)
    assert differences(story, correction) == "-2.00"


def test_a_correction_of_nothing_is_refused(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")

    with pytest.raises(InvalidInputError):
        correct(story, receipt, "0")


def test_an_undone_receipt_is_not_corrected(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    line = story.receipt_line(receipt)
    story.shop.purchasing.reverse(receipt, "送错了")

    with pytest.raises(WrongStateError):
        story.shop.purchasing.correct_cost(line, Money.parse("5"), "a")


def test_a_correction_handed_over_twice_counts_once(story: Story) -> None:
    cola = story.product()
    line = story.receipt_line(story.receive(cola, "10", "2.00"))
    story.shop.purchasing.correct_cost(line, Money.parse("5"), "form-1")

    with pytest.raises(AlreadyPostedError):
        story.shop.purchasing.correct_cost(line, Money.parse("5"), "form-1")

    assert story.cost_state(cola) == (10_000, 25_000_000)


def test_a_correction_is_undone_once(story: Story) -> None:
    correction = correct(story, story.receive(story.product(), "10", "2.00"), "5")
    story.shop.purchasing.reverse_correction(correction, "算错了")

    with pytest.raises(WrongStateError):
        story.shop.purchasing.reverse_correction(correction, "再来")
