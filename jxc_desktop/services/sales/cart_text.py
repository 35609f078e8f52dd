"""A cart as text and back, for the draft that survives a power cut and for carts on hold."""

import json
from typing import Any

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice, price_or_none
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import Cart, CartLine, Line, UnknownLine
from jxc_desktop.services.sales.errors import UnreadableCartError
from jxc_desktop.services.sales.pricing import PricedItem, TicketReduction

VERSION = 1


def cart_to_text(cart: Cart) -> str:
    """The cart as JSON of whole numbers and words."""
    reduction = cart.reduction
    content = {
        "version": VERSION,
        "token": cart.token,
        "lines": [_line_facts(line) for line in cart.lines],
        "reduction": [reduction.percent_off, reduction.amount_off.fen, reduction.rounding_step],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def cart_from_text(text: str) -> Cart:
    """The cart that was written.

    Raises:
        UnreadableCartError: the text is none this program wrote.
    """
    try:
        content = json.loads(text)
        percent_off, amount_off, step = content["reduction"]
        lines = tuple(_line(facts) for facts in content["lines"])
        return Cart(content["token"], lines, TicketReduction(percent_off, Money(amount_off), step))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableCartError from error


def _line_facts(line: Line) -> dict[str, Any]:
    if isinstance(line, UnknownLine):
        return {"unknown": line.code, "count": line.count, "name": line.name}
    goods, item = line.goods, line.item
    return {
        "product": goods.product_id,
        "name": goods.name,
        "code": goods.code,
        "unit": goods.unit_name,
        "factor": goods.unit_factor.milli,
        "lowest": None if goods.lowest_price is None else goods.lowest_price.parts,
        "weighed": bool(goods.is_weighed),
        "on_hand": goods.on_hand.milli,
        "count": item.count.milli,
        "list": item.list_price.parts,
        "price": None if item.price is None else item.price.parts,
        "percent_off": item.percent_off,
        "amount_off": item.amount_off.fen,
        "given": None if item.given_amount is None else item.given_amount.fen,
        "former": None if line.former_price is None else line.former_price.parts,
    }


def _line(facts: dict[str, Any]) -> Line:
    if "unknown" in facts:
        return UnknownLine(facts["unknown"], facts["count"], facts["name"])
    given = None if facts["given"] is None else Money(facts["given"])
    goods = FoundProduct(
        product_id=facts["product"],
        name=facts["name"],
        code=facts["code"],
        unit_name=facts["unit"],
        unit_factor=Quantity(facts["factor"]),
        price=UnitPrice(facts["list"]),
        lowest_price=price_or_none(facts["lowest"]),
        is_weighed=facts["weighed"],
        on_hand=Quantity(facts["on_hand"]),
    )
    item = PricedItem(
        count=Quantity(facts["count"]),
        list_price=goods.price,
        price=price_or_none(facts["price"]),
        percent_off=facts["percent_off"],
        amount_off=Money(facts["amount_off"]),
        given_amount=given,
    )
    return CartLine(goods, item, price_or_none(facts["former"]))
