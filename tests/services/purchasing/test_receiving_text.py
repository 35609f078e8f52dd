"""A delivery written down and read again is the same delivery."""

import json
from dataclasses import replace
from datetime import date

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.purchasing.errors import UnreadableDraftError
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, Lot, ReceivingDraft, UnknownGoods
from jxc_desktop.services.purchasing.receiving_text import draft_from_text, draft_to_text

COLA = FoundProduct(
    product_id=1,
    name="可乐“大”\n瓶",
    code="6901234567892",
    unit_name="箱",
    unit_factor=Quantity.of(24),
    price=UnitPrice.parse("99999999.9999"),
    lowest_price=None,
    is_weighed=False,
    on_hand=Quantity(-1),
)
LOT = Lot("L1", date(2026, 2, 28), 180, date(2026, 8, 27))
FULL = ReceivingDraft(
    "token",
    7,
    "城南批发",
    (
        GoodsLine(COLA, Quantity.parse("0.001"), UnitPrice.parse("2.9333"), UnitPrice(0), None, LOT),
        UnknownGoods("6955487561862", 2),
        GoodsLine(replace(COLA, is_weighed=True), Quantity.of(999_999), None, None, Money.parse("9999999.99")),
        GoodsLine(COLA, Quantity.of(1)),
    ),
)


def test_everything_comes_back() -> None:
    assert draft_from_text(draft_to_text(FULL)) == FULL


def test_an_empty_delivery_without_a_supplier_comes_back() -> None:
    draft = ReceivingDraft()
    assert draft_from_text(draft_to_text(draft)) == draft


def test_no_float_is_written() -> None:
    def refuse(number: str) -> float:
        raise AssertionError(number)

    json.loads(draft_to_text(FULL), parse_float=refuse)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "{}", "null", '"text"'),
        '{"token":"a","supplier":null,"lines":[]}',
        '{"token":"a","supplier":[1,"x"],"lines":[{"product":1}]}',
        '{"token":"a","supplier":[1,"x"],"lines":[5]}',
    ],
)
def test_what_no_delivery_wrote_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDraftError):
        draft_from_text(text)


def test_a_day_there_is_not_is_refused() -> None:
    text = draft_to_text(FULL).replace("2026-02-28", "2026-02-30")
    with pytest.raises(UnreadableDraftError):
        draft_from_text(text)
