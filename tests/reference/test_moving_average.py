"""The second reckoning of cost agrees with a whole shop, with other systems' numbers, and with itself."""

import contextlib
import csv
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.reference.moving_average import (
    Line,
    MovingAverage,
    Outcome,
    RefusedError,
    broken_rules,
    whole_fen,
)
from tests.reference.random_history import ACTS, History

# A whole shop, day by day


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def reference_costs(path: Path) -> dict[str, Fraction]:
    title, *products = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    barcode, cost = title.index("条码"), title.index("进价")
    return {str(row[barcode]): Fraction(str(row[cost] or 0)) * 100 for row in products}


@dataclass
class HardShop:
    """The shop's history told again: costs and cost differences by day, in booked fen."""

    products: dict[str, MovingAverage]
    sold: dict[tuple[str, str], Line] = field(default_factory=dict)
    cost: Counter[str] = field(default_factory=Counter)
    adjustment: Counter[str] = field(default_factory=Counter)
    bought: int = 0

    def tell(self, row: dict[str, str]) -> None:
        product, day = self.products[row["barcode"]], row["datetime"][:10]
        before = whole_fen(product.value)
        outcome = self._act(product, row)
        differences = sum((difference.amount for difference in outcome.differences), Fraction(0))
        after_the_row = product.value + differences
        self.adjustment[day] += whole_fen(after_the_row) - whole_fen(product.value)
        if "unit_cost" not in row:
            self.cost[day] += before - whole_fen(after_the_row)

    def _act(self, product: MovingAverage, row: dict[str, str]) -> Outcome:
        quantity = Fraction(row["qty"])
        if "unit_cost" in row:
            owed = whole_fen(quantity * Fraction(row["unit_cost"]) * 100)
            self.bought += owed
            return product.receive(quantity, owed)
        if row["return_of"]:
            return product.return_from_customer(self.sold[row["return_of"], row["barcode"]], -quantity)
        outcome = product.sell(quantity)
        self.sold[row["receipt_id"], row["barcode"]] = outcome.line
        return outcome


def goods_in_first(row: dict[str, str]) -> tuple[str, bool]:
    return row["datetime"], not ("unit_cost" in row or row["return_of"])


@pytest.fixture(scope="module")
def hard_shop(shared: Path) -> HardShop:
    folder = shared / "data" / "shop"
    costs = reference_costs(folder / "cn_hard_products.xlsx")
    shop = HardShop({barcode: MovingAverage(cost) for barcode, cost in costs.items()})
    history = rows_of(folder / "cn_hard_purchases.csv") + rows_of(folder / "cn_hard_sales.csv")
    for row in sorted(history, key=goods_in_first):
        shop.tell(row)
    return shop


def test_the_hard_shop_ends_with_the_published_stock(shared: Path, hard_shop: HardShop) -> None:
    published = rows_of(shared / "data" / "shop" / "cn_hard_expected_closing.csv")
    wrong = {
        row["barcode"]: (product.quantity, product.value)
        for row in published
        if (product := hard_shop.products[row["barcode"]]).quantity != Fraction(row["closing_qty"])
        or whole_fen(product.value) != Fraction(row["closing_value"]) * 100
    }
    assert len(published) > 400
    assert not wrong


@pytest.mark.parametrize(("column", "ours"), [("cost", "cost"), ("cost_adjustment", "adjustment")])
def test_every_day_of_the_hard_shop_costs_what_was_published(
    shared: Path, hard_shop: HardShop, column: str, ours: str
) -> None:
    published = rows_of(shared / "data" / "shop" / "cn_hard_expected_days.csv")
    expected = {row["day"]: Fraction(row[column]) * 100 for row in published}
    days: Counter[str] = getattr(hard_shop, ours)
    wrong = {day: (days[day], expected.get(day)) for day in expected.keys() | days if days[day] != expected.get(day, 0)}
    assert len(expected) > 100
    assert not wrong


def test_the_hard_shop_sold_or_kept_what_it_bought(hard_shop: HardShop) -> None:
    kept = sum(whole_fen(product.value) for product in hard_shop.products.values())
    assert hard_shop.bought == hard_shop.cost.total() + hard_shop.adjustment.total() + kept
    assert [code for code, product in hard_shop.products.items() if broken_rules(product)] == []


# Numbers of other systems


@dataclass
class Told:
    """One step of a case and how the product stood after it."""

    operation: str
    outcome: Outcome | None
    quantity: Fraction
    value: Fraction
    unit_cost: Fraction


@dataclass
class Case:
    """The steps of a case told to one product."""

    product: MovingAverage = field(default_factory=MovingAverage)
    named: dict[str, Line] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def tell(self, step: dict[str, Any]) -> None:
        if step["op"] == "repeat":
            for _ in range(step["times"]):
                self.tell(step["step"])
            return
        outcome: Outcome | None = getattr(self, f"_{step['op']}")(step)
        if outcome and "ref" in step:
            self.named[step["ref"]] = outcome.line
        product = self.product
        self.told.append(Told(step["op"], outcome, product.quantity, product.value / 100, product.unit_cost / 100))

    def after(self, operation: str) -> list[Told]:
        return [step for step in self.told if step.operation == operation]

    def worth(self, operation: str) -> Fraction:
        return sum((step.outcome.value for step in self.after(operation) if step.outcome), Fraction(0)) / 100

    def dearer(self) -> Fraction:
        return self.product.totals.get("differences", Fraction(0)) / 100

    def _receive(self, step: dict[str, Any]) -> Outcome:
        quantity = Fraction(step["qty"])
        return self.product.receive(quantity, whole_fen(quantity * Fraction(step["unit_cost"]) * 100))

    def _sell(self, step: dict[str, Any]) -> Outcome:
        return self.product.sell(Fraction(step["qty"]))

    def _set_cost(self, step: dict[str, Any]) -> None:
        self.product.reference_cost = Fraction(step["unit_cost"]) * 100

    def _return_from_customer(self, step: dict[str, Any]) -> Outcome:
        return self.product.return_from_customer(self.named[step["of"]], Fraction(step["qty"]))

    def _undo_return(self, step: dict[str, Any]) -> Outcome:
        returned = self.after("return_from_customer")[-1].outcome
        assert returned is not None
        assert step["of"] == "last"
        return self.product.reverse_customer_return(returned)

    def _return_to_supplier(self, step: dict[str, Any]) -> Outcome:
        quantity = Fraction(step["qty"])
        if "of" in step:
            return self.product.return_to_supplier(self.named[step["of"]], quantity)
        return self.product.return_to_supplier_without_receipt(quantity)

    def _correct_posted_qty(self, step: dict[str, Any]) -> Outcome:
        line = self.named[step["of"]]
        more = Fraction(step["new_qty"]) - line.quantity
        return self.product.sell(more) if more > 0 else self.product.return_from_customer(line, -more)


EXPECTED: dict[str, Callable[[Case], Any]] = {
    "qty": lambda case: case.product.quantity,
    "value": lambda case: case.product.value / 100,
    "unit_cost": lambda case: case.product.unit_cost / 100,
    "displayed_unit_cost": lambda case: Fraction(whole_fen(case.product.unit_cost), 100),
    "unit_cost_after_each_receipt": lambda case: [step.unit_cost for step in case.after("receive")],
    "unit_cost_after_each_step": lambda case: [step.unit_cost for step in case.told],
    "cost_of_sale": lambda case: case.worth("sell"),
    "cost_of_sale_when_sold": lambda case: case.worth("sell"),
    "cost_difference": Case.dearer,
    "cost_corrected_on_receipt": Case.dearer,
    "cost_out_equals_cost_back": lambda case: case.worth("sell") == case.worth("return_from_customer"),
    "qty_after_sell": lambda case: case.after("sell")[-1].quantity,
    "value_after_third_receipt": lambda case: case.after("receive")[2].value,
    "value_before_sale": lambda case: case.told[-2].value,
}
# The cases say themselves that this depends on how many places a unit cost has: with ours nothing is left to adjust.
OF_A_COST_IN_TWO_PLACES = {"rounding_adjustment_on_sale"}


def in_fractions(expected: Any) -> Any:
    if isinstance(expected, list):
        return [in_fractions(one) for one in expected]
    return expected if isinstance(expected, bool) else Fraction(expected)


def disagreements(row: dict[str, Any]) -> Iterator[str]:
    case = Case()
    for step in row["steps"]:
        case.tell(step)
    for name, expected in row["expect"].items():
        if name not in OF_A_COST_IN_TWO_PLACES and (ours := EXPECTED[name](case)) != in_fractions(expected):
            yield f"{row['id']} {name}: {ours} instead of {expected}"
    yield from (f"{row['id']} {rule}" for rule in broken_rules(case.product))


def test_costs_are_those_of_other_systems_where_they_must_be(shared: Path) -> None:
    text = (shared / "conformance" / "cases.json").read_text(encoding="utf-8")
    rows = json.loads(text, parse_float=Fraction)
    must = [row for row in rows if row["area"].startswith("cost.") and row["kind"] == "must"]
    assert len(must) > 15
    assert [wrong for row in must for wrong in disagreements(row)] == []


# Worked by hand


def two_prices() -> tuple[MovingAverage, Line]:
    """8 of 20 pieces left, worth 8.00 yuan, and the dearer receipt."""
    product = MovingAverage()
    product.receive(Fraction(10), 500)
    dearer = product.receive(Fraction(10), 1500).line
    product.sell(Fraction(12))
    return product, dearer


def test_a_dear_return_leaves_at_the_average_when_the_rest_would_be_worth_less_than_nothing() -> None:
    product, dearer = two_prices()
    returned = product.return_to_supplier(dearer, Fraction(7))
    assert [returned.line.amount, returned.value, product.value] == [1050, 700, 100]
    assert [difference.amount for difference in returned.differences] == [-350]
    product.reverse_supplier_return(returned.line)
    assert [product.quantity, product.value, product.totals["differences"]] == [8, 800, 0]


def test_credits_of_a_receipt_returned_bit_by_bit_add_up() -> None:
    product = MovingAverage()
    receipt = product.receive(Fraction(3), 100).line
    assert [product.return_to_supplier(receipt, Fraction(1)).line.amount for _ in range(3)] == [33, 34, 33]


def test_freight_stays_with_the_goods_still_here_and_goes_as_it_came() -> None:
    product = MovingAverage()
    receipt = product.receive(Fraction(10), 10_000).line
    product.sell(Fraction(4))
    product.return_to_supplier(receipt, Fraction(1))
    freight = product.correct(receipt, 501)
    assert [freight.value, product.value, product.totals["differences"]] == [250, 5250, 251]
    product.reverse_correction(freight)
    assert [product.value, product.totals["differences"]] == [5000, 0]


def test_a_found_piece_covers_what_was_oversold() -> None:
    product = MovingAverage(Fraction(300))
    product.sell(Fraction(2))
    found = product.gain(Fraction(3))
    assert [found.value, product.value] == [900, 300]
    assert not found.differences
    assert not product.open_parts


def test_a_receipt_whose_goods_are_gone_is_not_reversed() -> None:
    product, dearer = two_prices()
    with pytest.raises(RefusedError) as refused:
        product.reverse_receipt(dearer)
    assert [refused.value.asked, refused.value.available, product.value] == [10, 8, 800]


# Histories nobody planned


def live(seed: int, acts: int) -> None:
    chance = random.Random(seed)
    history = History(chance, MovingAverage(Fraction(chance.randint(0, 5000))))
    for number in range(acts):
        act = chance.choice(ACTS)
        with contextlib.suppress(RefusedError):
            act(history)
        assert history.unsound() == [], f"history {seed}, act {number}: {act.__name__}"


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_whatever_happens_the_value_stays_sound(first: int) -> None:
    for seed in range(first, first + 250):
        live(seed, acts=60)
