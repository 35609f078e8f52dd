"""Steps without trade: rounding, barcodes, scale labels, GS1 codes, scans at the counter."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from jxc_desktop.models.values.barcode import check_digit, gtin_fault
from jxc_desktop.models.values.number_text import parse_scaled, show_scaled
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import down_to_step, to_step, up_to_step
from jxc_desktop.models.values.scan_text import GROUP_SEPARATOR
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.models.values.weighed_code import LabelMeaning, WeighedRule, read_label
from jxc_desktop.services.catalog.lookup import FIRST_WEIGHED_RULES, NoGoods, ScanFault, find_by_code
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.sales.cart import Cart
from tests.conformance.cases import Step
from tests.conformance.driver import World, operation

PLACES = 6
TO_STEP: dict[str, Callable[[int, int], int]] = {"nearest": to_step, "up": up_to_step, "down": down_to_step}


def _to_step(mode: str, value: object, step: object) -> str:
    rounded = TO_STEP[mode](parse_scaled(str(value), PLACES), parse_scaled(str(step), PLACES))
    return show_scaled(rounded, PLACES, at_least=2)


@operation("round")
def round_values(world: World, step: Step) -> None:
    """Half up is the one rounding of prices; the other modes are those of 抹零."""
    mode, unit = step.get("mode"), Decimal(1).scaleb(-step["places"])
    for value in step["values"]:
        if mode is None:
            world.add("results", str(_product(value)))
        else:
            world.add(mode, _to_step(mode, value, unit))


def _product(written: str) -> object:
    """``6.6*0.175``: a quantity at a price; a single number is the price of one."""
    quantity, _, price = written.rpartition("*")
    return UnitPrice.parse(price).times(Quantity.parse(quantity or "1"))


@operation("round_to_step")
def round_to_step(world: World, step: Step) -> None:
    for value, unit in step["cases"]:
        world.add("results", _to_step("nearest", value, unit))
        for mode in TO_STEP:
            world.add(mode, Fraction(_to_step(mode, value, unit)))


@operation("show")
def show(world: World, step: Step) -> None:
    for value in step["values"]:
        world.add("ours", str(_product(value)))


@operation("gtin_check_digit")
def tell_check_digits(world: World, step: Step) -> None:
    world.tell("digits", [check_digit(partial) for partial in step["partials"]])


@operation("validate_gtin")
def tell_faults(world: World, step: Step) -> None:
    world.tell("reason", [gtin_fault(code) for code in step["codes"]])


@operation("rule", "rules", "rules_ordered")
def set_rules(world: World, step: Step) -> None:
    """Patterns of scale labels; ``… = kg`` says what the number is."""
    rules = []
    for written in step.get("patterns") or [step["pattern"]]:
        pattern, _, meaning = written.partition(" = ")
        rules.append(WeighedRule(pattern, (LabelMeaning(meaning or "kg"),)))
    world.tell("rules", rules)


@operation("swap_rule_order")
def swap_rule_order(world: World, step: Step) -> None:
    world.told["rules"].reverse()


@operation("item")
def make_item(world: World, step: Step) -> None:
    packs: tuple[Pack, ...] = ()
    if "box_code" in step:
        packs = (Pack("箱", Quantity.of(step["pieces_per_box"]), codes=(step["box_code"],)),)
    details = ProductDetails(
        f"商品 {len(world.told)}",
        codes=(step.get("code") or step["gtin"],),
        packs=packs,
        retail_price=UnitPrice.parse(str(step.get("price", 1))),
        is_weighed="rules" in world.told,
    )
    world.story.shop.catalog.save_product(details)
    world.tell("cart", Cart())


@operation("scan")
def scan(world: World, step: Step) -> None:
    if "stored_as" in step:
        _store_as(world, step["stored_as"])
    for code in step.get("codes") or [step["code"]]:
        if "rules" in world.told and "cart" not in world.told:
            _read_label(world, code)
        else:
            _scan_at_counter(world, code)


def _store_as(world: World, code: str) -> None:
    details = world.story.shop.catalog.product(world.product)
    world.story.shop.catalog.save_product(replace(details, codes=(code,)))


def _read_label(world: World, code: str) -> None:
    label = read_label(world.told["rules"], code)
    world.add("base_code", None if label is None else label.base_code)
    world.add("value", None if label is None else str(label.numbers[0]))


def _scan_at_counter(world: World, code: str) -> None:
    rules = tuple(world.told.get("rules", FIRST_WEIGHED_RULES))
    with world.story.desk.question("catalog.find_by_code") as books:
        found = find_by_code(books, code, rules)
    world.add("found", not isinstance(found, NoGoods))
    if isinstance(found, NoGoods):
        assert found.fault is ScanFault.EMPTY_LABEL, found
        world.add("qty_kg", 0)
        return
    cart, _ = world.told.get("cart", Cart()).add(found)
    world.tell("cart", cart)
    quantity = sum(line.in_base_unit.milli for line in cart.goods_lines)
    world.tell("lines", len(cart.lines))
    world.tell("qty", Fraction(quantity, 1000))
    world.add("qty_running", Fraction(quantity, 1000))
    world.add("qty_kg", Fraction(found.quantity.milli, 1000))


@operation("parse_gs1")
def read_gs1(world: World, step: Step) -> None:
    from jxc_desktop.models.values.gs1_code import parse_gs1

    code = parse_gs1(step["code"].replace("<GS>", GROUP_SEPARATOR))
    world.tell("01", code.gtin)
    world.tell("10", code.lot)
    world.tell("15", None if code.best_before is None else code.best_before.isoformat())
    if code.printed_weight is not None:
        world.tell(f"310{code.printed_weight.places}_kg", str(code.printed_weight))


@operation("gs1_date")
def read_gs1_dates(world: World, step: Step) -> None:
    from jxc_desktop.models.values.gs1_code import parse_gs1

    world.tell("dates", [str(parse_gs1(f"15{value}").best_before) for value in step["values"]])


@operation("gs1_decimal")
def read_gs1_decimals(world: World, step: Step) -> None:
    from jxc_desktop.models.values.gs1_code import parse_gs1

    world.tell("values", [str(parse_gs1(ai + value).printed_weight) for ai, value in step["ai_value"]])
