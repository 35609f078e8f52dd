"""Opening stock while it is typed."""

from dataclasses import replace

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.ui.inventory.opening_draft import DraftLine, to_post, totals_of, with_more

OIL = DraftLine(1, "大豆油", "6948195801696", "桶", Quantity.of(2), UnitPrice.parse("31"))
RICE = DraftLine(2, "大米", "6933961100028", "斤", Quantity.parse("1.5"))


def test_the_amount_is_cost_times_quantity_until_one_is_typed() -> None:
    assert OIL.amount == Money.parse("62.00")
    assert replace(OIL, given=Money.parse("60.00")).amount == Money.parse("60.00")


def test_a_typed_amount_says_what_one_cost() -> None:
    assert replace(RICE, given=Money.parse("4.00")).shown_cost == UnitPrice.parse("2.6667")


def test_the_same_goods_again_are_counted_on_and_others_come_last() -> None:
    lines, place = with_more([OIL, RICE], OIL)
    assert (place, lines[0].quantity, len(lines)) == (0, Quantity.of(4), 2)
    lines, place = with_more([OIL], RICE)
    assert (place, [line.name for line in lines]) == (1, ["大豆油", "大米"])


def test_totals_say_how_many_lines_nobody_gave_a_cost() -> None:
    totals = totals_of([OIL, RICE])
    assert (totals.lines, totals.quantity, totals.amount) == (2, Quantity.parse("3.5"), Money.parse("62.00"))
    assert totals.without_cost == 1


def test_only_lines_with_an_amount_can_be_posted() -> None:
    assert [line.value for line in to_post([OIL, RICE])] == [Money.parse("62.00")]
