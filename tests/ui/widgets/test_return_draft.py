"""What of a document is about to go back."""

from dataclasses import replace

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.ui.widgets.return_draft import CannotReturnError, ReturnDraft, ReturnFault, ReturnLine

NOTHING = Money(0)


def sold(
    line_id: int, product: int, quantity: str, left: str | None = None, *, is_divisible: bool = False
) -> ReturnLine:
    amounts = (Quantity.parse(quantity), NOTHING, Quantity.parse(left or quantity))
    return ReturnLine(line_id, product, "可乐", "", "瓶", *amounts, is_divisible)


def draft(*lines: ReturnLine) -> ReturnDraft:
    return ReturnDraft.of(1, lines, "form")


def fault(act: ReturnDraft, text: str) -> ReturnFault:
    with pytest.raises(CannotReturnError) as refused:
        act.typed(0, text)
    return refused.value.fault


def test_only_rows_with_a_quantity_come_back() -> None:
    two = draft(sold(7, 1, "3"), sold(8, 2, "1"))
    assert (two.quantities, two.typed(0, "2").quantities) == ({}, {7: Quantity.of(2)})
    assert two.typed(0, "2").typed(0, "").quantities == {}


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        (sold(1, 1, "3"), "4", ReturnFault.TOO_MUCH),
        (sold(1, 1, "3", "1"), "2", ReturnFault.TOO_MUCH),
        (sold(1, 1, "3"), "0.5", ReturnFault.NOT_WHOLE),
        (sold(1, 1, "3"), "1..", ReturnFault.NO_NUMBER),
        (sold(1, 1, "1", is_divisible=True), "0.1234", ReturnFault.NO_NUMBER),
    ],
)
def test_what_cannot_come_back_says_why(line: ReturnLine, text: str, expected: ReturnFault) -> None:
    assert fault(draft(line), text) is expected


def test_parts_of_what_is_divisible_go_back() -> None:
    assert draft(sold(1, 1, "1", is_divisible=True)).typed(0, "0.5").quantities == {1: Quantity.parse("0.5")}


def test_a_number_is_taken_while_it_is_still_being_typed() -> None:
    rice = draft(sold(1, 1, "1", is_divisible=True))
    assert [rice.typed(0, text).quantities.get(1) for text in ("0", "0.", ".", ".5", "1.")] == [
        None,
        None,
        None,
        Quantity.parse("0.5"),
        Quantity.of(1),
    ]


def test_scanned_goods_fill_their_rows_one_after_the_other() -> None:
    filled = draft(sold(7, 1, "1"), sold(8, 2, "1"), sold(9, 1, "2"))
    places = []
    for _ in range(3):
        filled, place = filled.scanned(1, Quantity.of(1))
        places.append(place)
    assert (places, filled.quantities) == ([0, 2, 2], {7: Quantity.of(1), 9: Quantity.of(2)})
    with pytest.raises(CannotReturnError):
        filled.scanned(1, Quantity.of(1))
    with pytest.raises(KeyError):
        filled.scanned(3, Quantity.of(1))


def test_everything_is_what_is_still_out() -> None:
    lines = (sold(7, 1, "3", "2"), sold(8, 2, "1", "0"), sold(9, 3, "0.5", is_divisible=True))
    assert draft(*lines).with_everything().quantities == {7: Quantity.of(2), 9: Quantity.parse("0.5")}


def test_the_refund_is_what_the_books_say_row_by_row() -> None:
    paid = draft(sold(7, 1, "3"), sold(8, 2, "1")).with_refunds({7: Money(540)})
    assert ([row.refund for row in paid.rows], paid.refund) == ([Money(540), NOTHING], Money(540))
    assert replace(paid, rows=()).refund == NOTHING
