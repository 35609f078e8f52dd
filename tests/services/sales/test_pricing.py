"""What a cart comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.sales.pricing import PricedItem, PricedTicket, TicketReduction, price_ticket


def item(
    count: str, price: str, *, agreed: str | None = None, percent_off: int = 0, amount_off: str = "0"
) -> PricedItem:
    return PricedItem(
        Quantity.parse(count),
        UnitPrice.parse(price),
        None if agreed is None else UnitPrice.parse(agreed),
        percent_off,
        Money.parse(amount_off),
    )


def nets(priced: PricedTicket) -> list[str]:
    return [str(line.net) for line in priced.lines]


def test_a_line_is_its_price_times_its_quantity_to_the_fen() -> None:
    priced = price_ticket([item("0.456", "19.90"), item("3", "33.3333")], TicketReduction())
    # 9.0744 and 99.9999.
    assert nets(priced) == ["9.07", "100.00"]


def test_half_a_fen_is_rounded_up() -> None:
    assert nets(price_ticket([item("0.5", "0.05")], TicketReduction())) == ["0.03"]


def test_the_rules_come_in_their_order_line_then_ticket_then_the_odd_jiao() -> None:
    reduction = TicketReduction(percent_off=500, rounding_step=10)
    priced = price_ticket([item("3", "10.00", percent_off=1_000)], reduction)
    # 30.00, 9 折 27.00, 95 折 of that 25.65, 抹零 25.60.
    (line,) = priced.lines
    shown = [str(amount) for amount in (line.list_amount, line.line_discount, line.ticket_discount, line.rounding_off)]
    assert shown == ["30.00", "3.00", "1.35", "0.05"]
    assert (nets(priced), str(priced.due)) == (["25.60"], "25.60")


def test_what_is_taken_off_the_ticket_is_shared_without_losing_a_fen() -> None:
    priced = price_ticket([item("1", "3.33")] * 3, TicketReduction(amount_off=Money(100)))
    # A third of 1.00 is 0.333…: the fen that is left over goes to the first.
    assert [str(line.ticket_discount) for line in priced.lines] == ["0.34", "0.33", "0.33"]
    assert (nets(priced), str(priced.due)) == (["2.99", "3.00", "3.00"], "8.99")


def test_the_fen_left_over_goes_where_the_largest_part_was_cut_off() -> None:
    items = [item("1", "1.00"), item("1", "2.00"), item("1", "3.00")]
    priced = price_ticket(items, TicketReduction(amount_off=Money(100)))
    # 16.67, 33.33 and 50.00 fen.
    assert [line.ticket_discount.fen for line in priced.lines] == [17, 33, 50]


def test_the_odd_fen_are_shared_over_the_lines_too() -> None:
    priced = price_ticket([item("1", "1.98"), item("1", "1.99")], TicketReduction(rounding_step=10))
    # 3.97 becomes 3.90; of the 7 fen 3.49 are the first line's and 3.51 the second's.
    cut = [str(line.rounding_off) for line in priced.lines]
    assert (cut, str(priced.due), nets(priced)) == (["0.03", "0.04"], "3.90", ["1.95", "1.95"])


def test_an_amount_off_half_a_kilo_comes_off_its_amount_and_not_off_its_price() -> None:
    assert nets(price_ticket([item("0.5", "20.00", amount_off="1.00")], TicketReduction())) == ["9.00"]


def test_a_price_agreed_on_below_the_list_is_a_discount() -> None:
    (line,) = price_ticket([item("2", "3.00", agreed="2.50")], TicketReduction()).lines
    assert [str(amount) for amount in (line.list_amount, line.line_discount, line.net)] == ["6.00", "1.00", "5.00"]


def test_a_price_agreed_on_above_the_list_stands_in_its_place_and_is_no_discount() -> None:
    (line,) = price_ticket([item("2", "7.00", agreed="8.00")], TicketReduction()).lines
    assert [str(amount) for amount in (line.list_amount, line.line_discount, line.net)] == ["16.00", "0.00", "16.00"]
    assert str(item("2", "7.00", agreed="8.00").marked_price) == "8.00"


def test_nine_tenths_of_a_raised_price_are_taken_off_that_price() -> None:
    (line,) = price_ticket([item("1", "7.00", agreed="8.00", percent_off=1_000)], TicketReduction()).lines
    assert [str(amount) for amount in (line.list_amount, line.line_discount, line.net)] == ["8.00", "0.80", "7.20"]


def test_a_price_raised_above_a_label_of_the_scale_is_computed_anew() -> None:
    label = PricedItem(Quantity.parse("0.5"), UnitPrice.parse("20"), UnitPrice.parse("30"), given_amount=Money(1000))
    assert (label.is_amount_given, str(label.list_amount), label.line_discount) == (False, "15.00", Money(0))


def test_a_label_of_the_scale_is_the_list_amount() -> None:
    label = PricedItem(Quantity.parse("0.456"), UnitPrice.parse("20"), percent_off=1_000, given_amount=Money(910))
    assert nets(price_ticket([label], TicketReduction())) == ["8.19"]


def test_what_is_free_stays_free_and_takes_no_share() -> None:
    priced = price_ticket([item("1", "0"), item("1", "10.00")], TicketReduction(amount_off=Money(300)))
    assert nets(priced) == ["0.00", "7.00"]


def test_an_empty_cart_comes_to_nothing() -> None:
    assert price_ticket([], TicketReduction(rounding_step=10)).due == Money(0)


def test_more_than_the_line_cannot_come_off_it() -> None:
    with pytest.raises(InvalidInputError) as refused:
        price_ticket([item("1", "3.00", amount_off="3.01")], TicketReduction())
    assert refused.value.field == "line_discount"


@pytest.mark.parametrize("amount", [601, -1])
def test_more_than_the_ticket_or_less_than_nothing_cannot_come_off_it(amount: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        price_ticket([item("2", "3.00")], TicketReduction(amount_off=Money(amount)))
    assert refused.value.field == "ticket_discount"


items = st.builds(
    PricedItem,
    count=st.integers(1, 50_000).map(Quantity),
    list_price=st.integers(0, 2_000_000).map(UnitPrice),
    price=st.one_of(st.none(), st.integers(0, 2_000_000).map(UnitPrice)),
    percent_off=st.integers(0, 10_000),
)


@given(st.lists(items, min_size=1, max_size=12), st.integers(0, 10_000), st.sampled_from([0, 5, 10, 50, 100]))
def test_the_lines_always_add_up_to_what_is_due(cart: list[PricedItem], percent_off: int, step: int) -> None:
    priced = price_ticket(cart, TicketReduction(percent_off=percent_off, rounding_step=step))

    assert sum(line.net.fen for line in priced.lines) == priced.due.fen
    whole = priced.due.fen + sum(line.rounding_off.fen for line in priced.lines)
    assert priced.due.fen % (step or 1) == 0 or priced.due.fen == whole < step
    assert 0 <= sum(line.rounding_off.fen for line in priced.lines) < (step or 1)
    for line in priced.lines:
        off = line.line_discount.fen + line.ticket_discount.fen + line.rounding_off.fen
        assert line.net.fen == line.list_amount.fen - off >= 0
        assert line.line_discount.fen >= 0
        assert line.ticket_discount.fen >= 0
        assert line.rounding_off.fen >= 0
