"""Sums typed into a number field."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.ui.widgets.arithmetic import BadSumError, calculate, plain_digits


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("12*4", "48"),
        ("12 * 4", "48"),
        ("１２×４", "48"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("10-2-3", "5"),
        ("100/8/2", "6.25"),
        ("-3", "-3"),
        ("2*-3", "-6"),
        ("0.1+0.2", "0.3"),
        (".5*2", "1"),
        ("7.", "7"),
    ],
)
def test_a_sum_is_worked_out_exactly(text: str, result: str) -> None:
    assert calculate(text) == Decimal(result)


@pytest.mark.parametrize("text", ["", " ", "12*", "*4", "12 4 x", "1/0", "(2+3", "2)", "1..2", "2**3", "9" * 61, "1e5"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(BadSumError):
        calculate(text)


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 9999)), min_size=1, max_size=6), st.integers(0, 9999))
def test_sums_of_whole_numbers_agree_with_whole_numbers_added_up(steps: list[tuple[str, int]], first: int) -> None:
    terms = [first]
    for operation, number in steps:
        if operation == "*":
            terms[-1] *= number
        else:
            terms.append(number if operation == "+" else -number)
    text = str(first) + "".join(f"{operation}{number}" for operation, number in steps)

    assert calculate(text) == sum(terms)


def test_full_width_digits_keep_their_places() -> None:
    assert plain_digits("１２．５") == "12.5"
    assert len(plain_digits("㍿1")) == 2
