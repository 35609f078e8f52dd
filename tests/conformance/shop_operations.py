"""Steps that trade: goods come in, are sold, come back, are counted, and documents are undone."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.inventory.errors import GoodsGoneError
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import SoldTicket, TenderGiven, Ticket, TicketLine
from jxc_desktop.services.shop import Shop
from tests.conformance.cases import Step
from tests.conformance.driver import UnknownWordError, World, measure, operation


@operation("note")
def nothing_happens(world: World, step: Step) -> None:
    """The case only says something."""


@operation("set_currency_unit")
def money_is_always_fen(world: World, step: Step) -> None:
    """There is one currency, and it has fen: nothing to set."""


@operation("config")
def choose(world: World, step: Step) -> None:
    (choice,) = step.keys() - {"op"}
    if choice != "allow_negative":
        raise UnknownWordError(f"config {choice}")
    world.story.allow_overselling(OversoldRule.ALLOW if step[choice] else OversoldRule.FORBID)
    world.remember("config")


@operation("set_cost")
def set_cost(world: World, step: Step) -> None:
    world.at(step)
    world.story.shop.catalog.set_reference_cost(world.product, UnitPrice.parse(str(step["unit_cost"])))
    world.remember("set_cost")


@operation("receive")
def receive(world: World, step: Step) -> None:
    world.posted(step, _receive(world, step, step["qty"]))


def _receive(world: World, step: Step, written: Any) -> int:
    day = world.at(step).date()
    price = UnitPrice.parse(str(step.get("unit_cost", 0)))
    unit = measure(written)[1] or world.unit
    line = ReceivedLine(world.product, unit, world.factor(written), world.quantity(written), price)
    receipt = Receipt(world.story.token(), world.story.supplier(), (line,), day=day)
    return world.story.shop.purchasing.receive_goods(receipt)


@operation("opening")
def open_with(world: World, step: Step) -> None:
    day = world.at(step).date()
    price, quantity = UnitPrice.parse(str(step.get("unit_cost", 0))), world.quantity(step["qty"])
    if quantity.milli < 0:  # goods that were sold before the books began
        world.story.shop.catalog.set_reference_cost(world.product, price)
        world.posted(step, world.story.difference(world.product, str(quantity)))
        return
    line = OpeningLine(world.product, quantity, price.times(quantity))
    world.posted(step, world.story.shop.inventory.post_opening_stock([line], day, world.story.token()))


@operation("sell")
def sell(world: World, step: Step) -> None:
    if world.at(step).date() < world.story.clock.moment.date():
        raise UnknownWordError("a sale dated back: the counter sells today")
    world.posted(step, _sell(world.story.shop, world, step["qty"]).document_id)


def _sell(shop: Shop, world: World, written: Any) -> SoldTicket:
    factor = world.factor(written)
    price = UnitPrice(shop.catalog.find_by_id(world.product).price.parts * factor.milli // 1000)
    item = PricedItem(world.quantity(written), price)
    line = TicketLine(world.product, _unit_sold(shop, world, measure(written)[1], factor), factor, item)
    return shop.sales.checkout(
        Ticket(world.story.token(), (line,), (TenderGiven(CASH, item.list_amount),), prints_receipt=False)
    )


def _unit_sold(shop: Shop, world: World, unit: str, factor: Quantity) -> str:
    """The unit's name in the shop, which sells in the units it has written down."""
    product = shop.catalog.product(world.product)
    if factor == Quantity.of(1):
        return product.unit
    if unit not in [pack.name for pack in product.packs]:
        shop.catalog.save_product(replace(product, packs=(*product.packs, Pack(unit, factor))))
    return unit


@operation("race")
def sell_at_once(world: World, step: Step) -> None:
    """The same goods at two counters at the same moment."""
    verb, quantity, each = step["two_processes"].split()
    if (verb, each) != ("sell", "each"):
        raise UnknownWordError(f"race {verb}")

    def counter(shop: Shop) -> int:
        with shop:
            return _sell(shop, world, quantity).document_id

    shops = [Shop.open(world.story.shop.path, world.story.clock) for _ in range(2)]
    with ThreadPoolExecutor() as both:
        sold = set(both.map(counter, shops))
    world.tell("successes", len(sold))
    world.remember("race")


@operation("sale")
def sell_for(world: World, step: Step) -> None:
    """A sale of so much money, paid in cash."""
    total, tendered = Money.parse(str(step["total"])), Money.parse(str(step["tendered"]))
    details = world.story.shop.catalog.product(world.product)
    world.story.shop.catalog.save_product(replace(details, retail_price=UnitPrice.of(total)))
    item = PricedItem(Quantity.of(1), UnitPrice.of(total))
    line = TicketLine(world.product, world.unit, Quantity.of(1), item)
    sold = world.story.shop.sales.checkout(Ticket(world.story.token(), (line,), (TenderGiven(CASH, tendered),)))
    assert sold.change == Money.parse(str(step["change"]))
    world.tell(f"hash of {step['ref']}", _sealed(world, sold.document_id))
    world.posted(step, sold.document_id)


@operation("submit_ticket")
def submit(world: World, step: Step) -> None:
    item = PricedItem(Quantity.of(1), world.story.shop.catalog.find_by_id(world.product).price)
    line = TicketLine(world.product, world.unit, Quantity.of(1), item)
    ticket = Ticket(step["uuid"], (line,), (TenderGiven(CASH, item.list_amount),), prints_receipt=False)
    document = world.story.shop.sales.checkout(ticket).document_id
    world.posted(step, document)
    world.tell("tickets", world.one("SELECT count(*) FROM document")[0])
    world.tell("lines", world.one("SELECT count(*) FROM sale_line")[0])
    world.tell("stock_change_once", world.history[-1].quantity == -1)


@operation("close_shift")
def close_shift(world: World, step: Step) -> None:
    """What closing writes down about a shift: when it ended."""
    with world.story.desk.storage.writing() as work:
        closed = work.connection.exec_driver_sql("UPDATE shift SET closed_at = '2026-03-02 18:00:00.000'")
        assert closed.rowcount == 1
        work.commit()


@operation("recompute_hash")
def recompute_hash(world: World, step: Step) -> None:
    of_sale = _sealed(world, world.done[step["of"]][1])
    is_whole = world.story.shop.health.verify() == ()
    world.tell("hash_unchanged", is_whole and of_sale == world.told[f"hash of {step['of']}"])


def _sealed(world: World, document: int) -> Any:
    return tuple(world.one("SELECT digest, hash FROM audit_entry WHERE document_id = ?", document))


@operation("return_from_customer")
def take_back(world: World, step: Step) -> None:
    _, sale = world.done[step["of"]]
    world.posted(step, world.story.take_back(sale, str(world.quantity(step["qty"]))))


@operation("return_to_supplier")
def send_back(world: World, step: Step) -> None:
    quantity = world.quantity(step["qty"])
    if "of" in step:
        world.posted(step, world.story.send_back(world.done[step["of"]][1], str(quantity)))
        return
    buying, goods = world.story.shop.purchasing, {world.product: quantity}
    world.posted(step, buying.return_without_receipt(world.story.supplier(), goods, {}, world.story.token()))


@operation("add_freight")
def add_freight(world: World, step: Step) -> None:
    line = world.story.receipt_line(world.done[step["of"]][1])
    amount = Money.parse(str(step["amount"]))
    world.posted(step, world.story.shop.purchasing.correct_cost(line, amount, world.story.token()))


@operation("count")
def count(world: World, step: Step) -> None:
    day, counted = world.at(step).date(), world.quantity(step["qty"])
    price = UnitPrice.parse(str(step["unit_cost"])) if "unit_cost" in step else None
    line = CountedLine(world.product, counted, None if price is None else price.times(counted))
    document = world.story.shop.inventory.post_count([line], day, world.story.token())
    if document is None:
        world.remember("count")
    else:
        world.posted(step, document)


@operation("cancel", "void", "undo_return")
def undo(world: World, step: Step) -> None:
    what, document = world.done[step["of"]]
    world.posted(step, _reverse(world, what, document))
    world.tell("qty_after", [after.quantity for after in world.history[1:]])


def _reverse(world: World, what: Step, document: int) -> int:
    shop = world.story.shop
    services: dict[str, Callable[[int, str], int]] = {
        "receive": shop.purchasing.reverse,
        "return_to_supplier": shop.purchasing.reverse,
        "add_freight": shop.purchasing.reverse_correction,
        "sell": shop.sales.reverse,
        "return_from_customer": shop.sales.reverse,
        "count": shop.inventory.reverse,
        "opening": shop.inventory.reverse,
    }
    return services[what["op"]](document, "写错了")


@operation("correct_posted_qty")
def correct_quantity(world: World, step: Step) -> None:
    """Undone and posted again; a receipt whose goods are gone by what was missing or too much on it."""
    what, document = world.done[step["of"]]
    if what["op"] == "sell":
        world.story.shop.sales.reverse(document, "写错了")
        world.posted(step, _sell(world.story.shop, world, step["new_qty"]).document_id)
        return
    try:
        world.story.shop.purchasing.reverse(document, "写错了")
    except GoodsGoneError:
        more = world.quantity(step["new_qty"]) - world.quantity(what["qty"])
        if more.milli > 0:
            world.tell("corrected_by", "a further receipt")
            world.posted(step, _receive(world, what, more))
        else:
            world.tell("corrected_by", "a return to the supplier")
            world.posted(step, world.story.send_back(document, str(-more)))
    else:
        world.tell("corrected_by", "reversed and posted again")
        world.posted(step, _receive(world, what, step["new_qty"]))


@operation("change_cost_method")
def no_other_method(world: World, step: Step) -> None:
    """Nothing the shop can be asked for chooses a cost method."""
    assert not [call for call in MAY_CALL if "method" in call]
    world.tell("cost_methods", ["moving average"])
