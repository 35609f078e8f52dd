"""How much of a product."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity

QUANTITIES = st.integers(-9_999_999_999, 9_999_999_999).map(Quantity)


@pytest.mark.parametrize(
    ("text", "milli"), [("0", 0), ("1", 1000), ("0.345", 345), ("-2.5", -2500), ("１２", 12_000), ("1,000", 1_000_000)]
)
def test_a_quantity_is_kept_in_thousandths(text: str, milli: int) -> None:
    assert Quantity.parse(text).milli == milli


@pytest.mark.parametrize(
    ("milli", "text"),
    [(0, "0"), (1000, "1"), (1, "0.001"), (2500, "2.5"), (-345, "-0.345"), (9_999_999_000, "9999999")],
)
def test_a_quantity_shows_no_decimal_it_does_not_need(milli: int, text: str) -> None:
    assert str(Quantity(milli)) == text


@pytest.mark.parametrize("text", ["0.0005", "1.2345", "一"])
def test_finer_than_a_thousandth_or_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadNumberError) as refusal:
        Quantity.parse(text)
    assert (refusal.value.text, refusal.value.places) == (text, 3)


def test_whole_pieces_are_as_many_as_were_said() -> None:
    assert [str(Quantity.of(whole)) for whole in (24, 0, -3)] == ["24", "0", "-3"]


def test_a_quantity_is_never_taken_for_whether_there_is_one() -> None:
    with pytest.raises(TypeError):
        bool(Quantity.of(1))


@given(QUANTITIES, QUANTITIES)
def test_what_came_can_leave_again(one: Quantity, other: Quantity) -> None:
    assert one + other - other == one
    assert one - other == -(other - one)
    assert (one < other) == (one.milli < other.milli)


@given(QUANTITIES)
def test_what_is_shown_is_read_as_the_same_quantity(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity
