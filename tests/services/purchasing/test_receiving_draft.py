"""A delivery being counted. Figures by hand."""

from dataclasses import replace
from datetime import date

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, Lot, ReceivingDraft

COLA = FoundProduct(
    product_id=1,
    name="可乐",
    code="6901234567892",
    unit_name="瓶",
    unit_factor=Quantity.of(1),
    price=UnitPrice.parse("3"),
    lowest_price=None,
    is_weighed=False,
    on_hand=Quantity(0),
)
CASE = replace(COLA, code="16901234567899", unit_name="箱", unit_factor=Quantity.of(24))
RICE = replace(COLA, product_id=2, name="大米", unit_name="斤")
FEBRUARY = Lot("L1", date(2026, 2, 10), None, date(2026, 8, 9))


def goods(draft: ReceivingDraft) -> list[tuple[str, str, str]]:
    return [(line.goods.unit_name, str(line.count), line.lot.number) for line in draft.goods_lines]


def counted(*found: FoundProduct) -> ReceivingDraft:
    draft = ReceivingDraft()
    for one in found:
        draft, _row = draft.add(one)
    return draft


def test_the_same_goods_count_in_their_row_and_a_case_in_its_own() -> None:
    assert goods(counted(COLA, CASE, COLA)) == [("瓶", "2", ""), ("箱", "1", "")]


def test_a_batch_is_noted_where_none_was_and_counts_there_from_then_on() -> None:
    draft = counted(COLA)
    for _ in range(2):
        draft, row = draft.add(COLA, lot=FEBRUARY)
    assert (goods(draft), row) == ([("瓶", "3", "L1")], 0)


def test_another_batch_of_the_same_goods_is_another_row() -> None:
    draft, _ = ReceivingDraft().add(COLA, lot=FEBRUARY)
    draft, row = draft.add(COLA, lot=replace(FEBRUARY, number="L2"))
    assert (goods(draft), row) == ([("瓶", "1", "L1"), ("瓶", "1", "L2")], 1)


def test_a_scan_that_tells_no_batch_counts_in_the_newest_row() -> None:
    draft, _ = ReceivingDraft().add(COLA, lot=FEBRUARY)
    draft, _ = draft.with_other_lot(0)
    draft, row = draft.add(COLA)
    assert (goods(draft), row) == ([("瓶", "1", "L1"), ("瓶", "2", "")], 1)


def test_a_fraction_of_a_piece_is_refused_and_of_a_measure_is_not() -> None:
    with pytest.raises(InvalidInputError) as refused:
        counted(COLA).with_count(0, Quantity.parse("1.5"))
    assert (refused.value.field, refused.value.reason) == ("quantity", "not_whole")
    assert goods(counted(RICE).with_count(0, Quantity.parse("1.5"))) == [("斤", "1.5", "")]
    assert goods(counted(replace(COLA, is_weighed=True)).with_count(0, Quantity.parse("0.25")))[0][1] == "0.25"


def test_half_a_case_is_whole_bottles() -> None:
    assert goods(counted(CASE).with_count(0, Quantity.parse("0.5")))[0][1] == "0.5"
    with pytest.raises(InvalidInputError):
        counted(CASE).with_count(0, Quantity.parse("0.3"))


def test_the_last_price_is_proposed_until_somebody_says_another() -> None:
    draft, _ = ReceivingDraft().add(COLA, 12, UnitPrice.parse("2.5"))
    line = draft.goods_at(0)
    assert (line.owed, line.is_proposal, line.is_dearer) == (Money.parse("30"), True, False)
    line = draft.with_price(0, UnitPrice.parse("2.6")).goods_at(0)
    assert (line.owed, line.is_proposal, line.is_dearer) == (Money.parse("31.20"), False, True)


def test_the_amount_of_a_row_is_kept_to_the_fen() -> None:
    line: GoodsLine = counted(COLA, COLA, COLA).with_amount(0, Money.parse("10")).goods_at(0)
    assert (line.owed, line.unit_price) == (Money.parse("10"), UnitPrice.parse("3.3333"))


def test_an_open_price_a_red_row_or_no_supplier_is_not_posted() -> None:
    draft = counted(COLA)
    for unready in (draft, draft.from_supplier(1, "城南批发"), draft.add_unknown("1234567890128")[0]):
        with pytest.raises(InvalidInputError):
            unready.receipt(None)
    ready = draft.with_price(0, UnitPrice.parse("2")).from_supplier(1, "城南批发").receipt(None)
    assert [line.owed for line in ready.lines] == [Money.parse("2")]
