"""What cases expect of the stock: quantities, values, costs; and what of it holds by any cost method."""

from fractions import Fraction
from itertools import groupby
from typing import Any

from tests.conformance.driver import After, World, expects, expects_by_any_method, is_same, number

OUT_OF_STOCK = ("sell", "return_to_supplier")


def is_equal(wanted: Any, found: Any) -> None:
    assert is_same(wanted, found), f"{wanted} wanted, {found} found"


def cost_of(world: World, after: After) -> Fraction:
    """What the goods of the step's sale took out of the stock, in booked fen; a return brings back."""
    (fen,) = world.one("SELECT sum(cost) FROM sale_line WHERE document_id = ?", after.document)
    return Fraction(fen, 100)


def refused(world: World, op: str) -> None:
    """The step was refused as a whole: no document, no row, nothing changed."""
    (after,) = [after for after in world.after(op) if after.is_refused]
    before = world.before(after)
    assert (before.quantity, before.value, before.rows) == (after.quantity, after.value, after.rows)
    world.unexplained.remove(op)


@expects("qty", "final_at_3_places")
def quantity_is(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-1].quantity)


@expects("value")
def value_is(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-1].value)


@expects_by_any_method("value")
def nothing_is_worth_nothing(world: World, wanted: Any) -> None:
    last = world.history[-1]
    assert last.quantity or last.value == 0


@expects("unit_cost")
def unit_cost_is(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-1].unit_cost)


@expects("unit_cost_after_each_receipt")
def unit_cost_after_receipts(world: World, wanted: Any) -> None:
    is_equal(wanted, [after.unit_cost for after in world.after("receive")])


@expects("unit_cost_after_each_step")
def unit_cost_after_steps(world: World, wanted: Any) -> None:
    is_equal(wanted, [after.unit_cost for after in world.history[1:]])


@expects_by_any_method("avg_unit_cost_after", "avg_unit_cost_per_kg_after")
def average_until_something_leaves(world: World, wanted: Any) -> None:
    ops = [after.op for after in world.history[1:]]
    still_whole = ops.index("sell") if "sell" in ops else len(ops)
    is_equal(wanted[:still_whole], [after.unit_cost for after in world.history[1 : still_whole + 1]])


@expects("qty_after_sell")
def quantity_after_sale(world: World, wanted: Any) -> None:
    is_equal([wanted], [after.quantity for after in world.after("sell")])


@expects("after_second")
def quantity_after_second_step(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[2].quantity)


@expects("after_third")
def quantity_after_third_step(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[3].quantity)


@expects("sale_of_100_at_3_places")
def last_sale_goes_through(world: World, wanted: Any) -> None:
    assert (wanted, world.after("sell")[-1].is_refused) == ("accepted", False)


@expects("refused_inputs")
def inputs_are_refused(world: World, wanted: Any) -> None:
    assert world.refused_inputs == wanted
    for _ in set(wanted) - world.case.read_as.keys():
        world.unexplained.pop()


@expects("value_after_third_receipt")
def value_after_third_receipt(world: World, wanted: Any) -> None:
    is_equal(wanted, world.after("receive")[2].value)


@expects("value_before_sale")
def value_before_sale(world: World, wanted: Any) -> None:
    is_equal(wanted, world.before(world.after("sell")[0]).value)


@expects("cost_of_sale", "cost_of_sale_when_sold")
def cost_of_sale(world: World, wanted: Any) -> None:
    (sale,) = world.after("sell")
    is_equal(wanted, cost_of(world, sale))


@expects("costs_of_sales")
def costs_of_sales(world: World, wanted: Any) -> None:
    is_equal(wanted, [cost_of(world, sale) for sale in world.after("sell")])


@expects_by_any_method("costs_of_sales", "cost_of_sales_per_kg")
def sales_cost_what_came_in(world: World, wanted: Any) -> None:
    """Where all is sold, the costs of the sales add up to the same by any method."""
    costs = [cost_of(world, sale) for sale in world.after("sell")]
    assert len(costs) == len(wanted)
    if world.history[-1].quantity == 0:
        is_equal(sum(map(number, wanted)), sum(costs))


@expects("cost_difference", "cost_corrected_on_receipt")
def difference_is(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-1].differences)


@expects("displayed_unit_cost")
def shown_unit_cost(world: World, wanted: Any) -> None:
    """Ours has more places: rounded to theirs it is the same."""
    shown = world.before(world.after("sell")[0]).unit_cost
    assert f"{float(round(shown, 2)):.2f}" == wanted


@expects("rounding_adjustment_on_sale")
def adjustment_is_not_needed(world: World, wanted: Any) -> None:
    """What a unit cost of two places would leave over is in the cost of the sale already."""
    (sale,) = world.after("sell")
    before = world.before(sale)
    shown = round(before.unit_cost, 2) * (before.quantity - sale.quantity)
    is_equal(wanted, shown - cost_of(world, sale))


@expects("cost_out_equals_cost_back")
def comes_back_as_it_left(world: World, wanted: Any) -> None:
    (sale,), (back,) = world.after("sell"), world.after("return_from_customer")
    assert (cost_of(world, sale) == -cost_of(world, back)) is wanted


@expects_by_any_method("value_of_return")
def return_brings_back_what_its_sale_took(world: World, wanted: Any) -> None:
    sale, back = world.after("sell")[-1], world.after("return_from_customer")[-1]
    assert cost_of(world, back) == -cost_of(world, sale)


@expects_by_any_method("revaluation_entry")
def reference_cost_changes_no_value(world: World, wanted: Any) -> None:
    """A moving average is not set by hand: 进价 is only what goods are thought to cost before any came."""
    last = world.after("set_cost")[-1]
    assert (world.before(last).quantity, world.before(last).value) == (last.quantity, last.value)


@expects("return_unit_cost")
def supplier_credits_the_price(world: World, wanted: Any) -> None:
    (back,) = world.after("return_to_supplier")
    amount, quantity = world.one("SELECT amount, quantity FROM goods_receipt_line WHERE document_id = ?", back.document)
    is_equal(wanted, Fraction(amount * 10, quantity))


@expects("value_change", "value_change_of_return", "stock_value_change")
def value_changed_by_return(world: World, wanted: Any) -> None:
    (back,) = world.after("return_to_supplier")
    is_equal(wanted, back.value - world.before(back).value)


@expects("payable_change")
def payable_changed_by_return(world: World, wanted: Any) -> None:
    (back,) = world.after("return_to_supplier")
    (fen,) = world.one("SELECT sum(amount) FROM partner_entry WHERE document_id = ?", back.document)
    is_equal(wanted, Fraction(-fen, 100))


@expects_by_any_method("queue", "lots_left")
def layers_are_the_stock(world: World, wanted: Any) -> None:
    assert sum(number(quantity) for quantity, _ in wanted) == world.history[-1].quantity


@expects_by_any_method("lots_used")
def layers_are_what_was_sold(world: World, wanted: Any) -> None:
    (sale,) = world.after("sell")
    assert sum(number(quantity) for quantity, _ in wanted) == world.before(sale).quantity - sale.quantity


@expects_by_any_method("queue_after_first_sale")
def layers_after_first_sale(world: World, wanted: Any) -> None:
    assert sum(number(quantity) for quantity, _ in wanted) == world.after("sell")[0].quantity


@expects_by_any_method("after_receiving_only_1_instead")
def layers_if_less_had_come(world: World, wanted: Any) -> None:
    """One receipt of 1 in place of the last one: the same goods, so the shop is asked by what it had before."""
    before = world.before(world.after("receive")[-1])
    assert sum(number(quantity) for quantity, _ in wanted) == before.quantity + 1


@expects("lots_unchanged", "no_leftover_jobs_or_rows")
def refusal_left_nothing(world: World, wanted: Any) -> None:
    last = world.history[-1]
    assert (last.is_refused and world.before(last).rows == last.rows) is wanted


@expects("running_qty_over_time")
def running_quantity(world: World, wanted: Any) -> None:
    """By business date and, within a day, in the order of posting; of what counts at the time of asking."""
    alike = [list(steps) for _, steps in groupby(world.history[1:], key=lambda after: after.op)]
    is_equal(wanted, [steps[-1].running for steps in alike])


@expects("cached_qty_before")
def cached_before_last_step(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-2].quantity)


@expects("cached_qty_after")
def cached_after_last_step(world: World, wanted: Any) -> None:
    is_equal(wanted, world.history[-1].quantity)


@expects("error")
def no_error(world: World, wanted: Any) -> None:
    assert [after.op for after in world.history if after.is_refused] == []
    assert wanted is None


@expects("sale")
def sale_is_refused(world: World, wanted: Any) -> None:
    assert wanted == "refused"
    refused(world, "sell")


@expects("count")
def count_is_refused(world: World, wanted: Any) -> None:
    assert wanted == "refused"
    refused(world, "count")


@expects("cancel")
def cancelling_is_refused(world: World, wanted: Any) -> None:
    assert wanted == "refused"
    refused(world, "cancel")


@expects("odoo_shows")
def source_shows(world: World, wanted: Any) -> None:
    """What the source itself shows, told beside ours for comparison; nothing to check."""
