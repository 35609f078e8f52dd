"""A receiving draft as text and back, so that it survives a power cut."""

import json
from datetime import date
from typing import Any

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice, price_or_none
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.purchasing.errors import UnreadableDraftError
from jxc_desktop.services.purchasing.receiving_draft import DraftLine, GoodsLine, Lot, ReceivingDraft, UnknownGoods

VERSION = 1


def draft_to_text(draft: ReceivingDraft) -> str:
    """The draft as JSON of whole numbers and words."""
    content = {
        "version": VERSION,
        "token": draft.token,
        "supplier": [draft.supplier_id, draft.supplier],
        "lines": [_line_facts(line) for line in draft.lines],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def draft_from_text(text: str) -> ReceivingDraft:
    """The draft that was written.

    Raises:
        UnreadableDraftError: the text is none this program wrote.
    """
    try:
        content = json.loads(text)
        supplier_id, supplier = content["supplier"]
        return ReceivingDraft(content["token"], supplier_id, supplier, tuple(map(_line, content["lines"])))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableDraftError from error


def _line_facts(line: DraftLine) -> dict[str, Any]:
    if isinstance(line, UnknownGoods):
        return {"unknown": line.code, "count": line.count}
    goods, lot = line.goods, line.lot
    return {
        "product": goods.product_id,
        "name": goods.name,
        "code": goods.code,
        "unit": goods.unit_name,
        "factor": goods.unit_factor.milli,
        "retail": goods.price.parts,
        "weighed": bool(goods.is_weighed),
        "on_hand": goods.on_hand.milli,
        "count": line.count.milli,
        "last": None if line.last_price is None else line.last_price.parts,
        "price": None if line.price is None else line.price.parts,
        "amount": None if line.amount is None else line.amount.fen,
        "lot": [lot.number, _day_text(lot.produced_on), lot.shelf_days, _day_text(lot.expires_on)],
    }


def _line(facts: dict[str, Any]) -> DraftLine:
    if "unknown" in facts:
        return UnknownGoods(facts["unknown"], facts["count"])
    goods = FoundProduct(
        product_id=facts["product"],
        name=facts["name"],
        code=facts["code"],
        unit_name=facts["unit"],
        unit_factor=Quantity(facts["factor"]),
        price=UnitPrice(facts["retail"]),
        lowest_price=None,
        is_weighed=facts["weighed"],
        on_hand=Quantity(facts["on_hand"]),
    )
    number, produced_on, shelf_days, expires_on = facts["lot"]
    return GoodsLine(
        goods=goods,
        count=Quantity(facts["count"]),
        last_price=price_or_none(facts["last"]),
        price=price_or_none(facts["price"]),
        amount=None if facts["amount"] is None else Money(facts["amount"]),
        lot=Lot(number, _day(produced_on), shelf_days, _day(expires_on)),
    )


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
