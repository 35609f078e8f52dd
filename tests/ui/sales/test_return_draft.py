"""What of a sale is about to come back."""

from dataclasses import replace

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.sales.sale_list import SoldLine
from jxc_desktop.ui.sales.return_draft import CannotReturnError, ReturnDraft, ReturnFault, ReturnRow

NOTHING = Money(0)


def sold(line_id: int, product: int, quantity: str, left: str | None = None, *, is_weighed: bool = False) -> SoldLine:
    return SoldLine(
        line_id=line_id,
        product_id=product,
        name="可乐",
        barcode="",
        base_unit="瓶",
        unit_name="瓶",
        unit_factor=Quantity.of(1),
        quantity=Quantity.parse(quantity),
        price=UnitPrice.parse("3"),
        list_amount=NOTHING,
        line_discount=NOTHING,
        ticket_discount=NOTHING,
        rounding_off=NOTHING,
        net=NOTHING,
        left=Quantity.parse(left or quantity),
        is_weighed=is_weighed,
    )


def draft(*lines: SoldLine) -> ReturnDraft:
    return ReturnDraft(1, "form", tuple(ReturnRow(line) for line in lines))


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
        (sold(1, 1, "1", is_weighed=True), "0.1234", ReturnFault.NO_NUMBER),
    ],
)
def test_what_cannot_come_back_says_why(line: SoldLine, text: str, expected: ReturnFault) -> None:
    assert fault(draft(line), text) is expected


@pytest.mark.parametrize("line", [sold(1, 1, "1", is_weighed=True), sold(1, 1, "2.5")])
def test_parts_of_what_is_weighed_or_was_sold_in_parts_come_back(line: SoldLine) -> None:
    assert draft(line).typed(0, "0.5").quantities == {1: Quantity.parse("0.5")}


def test_a_number_is_taken_while_it_is_still_being_typed() -> None:
    rice = draft(sold(1, 1, "1", is_weighed=True))
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
    lines = (sold(7, 1, "3", "2"), sold(8, 2, "1", "0"), sold(9, 3, "0.5", is_weighed=True))
    assert draft(*lines).with_everything().quantities == {7: Quantity.of(2), 9: Quantity.parse("0.5")}


def test_the_refund_is_what_the_books_say_row_by_row() -> None:
    paid = draft(sold(7, 1, "3"), sold(8, 2, "1")).with_refunds({7: Money(540)})
    assert ([row.refund for row in paid.rows], paid.refund) == ([Money(540), NOTHING], Money(540))
    assert replace(paid, rows=()).refund == NOTHING
