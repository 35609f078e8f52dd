"""Runs one case: its steps become service calls in a shop of its own, and every expectation is looked up."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.errors import GoodsGoneError, OversoldError
from tests.conformance.cases import Case, Step
from tests.story import Story

Operation = Callable[["World", Step], None]
Check = Callable[["World", Any], None]
OPERATIONS: dict[str, Operation] = {}
CHECKS: dict[str, Check] = {}
ANY_METHOD: dict[str, Check] = {}

REFUSALS = (OversoldError, GoodsGoneError, BadNumberError)
GRAMS = {"kg": 1000, "g": 1}
A_LONG_WHILE = {"y": 365, "m": 30, "d": 1}


class UnknownWordError(Exception):
    """The case uses an operation, an expectation or a moment the driver does not know: it has to learn it."""


def operation(*names: str) -> Callable[[Operation], Operation]:
    """Steps of these names are done by the function."""

    def declare(function: Operation) -> Operation:
        OPERATIONS.update(dict.fromkeys(names, function))
        return function

    return declare


def expects(*names: str) -> Callable[[Check], Check]:
    """Expectations of these names are checked by the function."""

    def declare(function: Check) -> Check:
        CHECKS.update(dict.fromkeys(names, function))
        return function

    return declare


def expects_by_any_method(*names: str) -> Callable[[Check], Check]:
    """What holds of these expectations where the figures are those of another cost method."""

    def declare(function: Check) -> Check:
        ANY_METHOD.update(dict.fromkeys(names, function))
        return function

    return declare


@dataclass(frozen=True, slots=True)
class After:
    """The shop after one step.

    Attributes:
        document: the one it posted; quantity, value, unit_cost, differences: of the goods, in base units and yuan.
        running: stock after each document that counts, by business date.
        rows: how many rows the books have; is_refused: the shop refused the step.
    """

    op: str
    document: int | None
    quantity: Fraction
    value: Fraction
    unit_cost: Fraction
    differences: Fraction
    running: list[Fraction]
    rows: int
    is_refused: bool


@dataclass
class World:
    """A shop in which one case happens.

    Attributes:
        done: what a later step names → the step and the document it posted.
        told: answers to questions that are no figures of the stock.
        refused_inputs: numbers that the shop does not take as they are written.
        unexplained: refused steps of which no expectation has spoken yet.
    """

    story: Story
    case: Case
    began: datetime = field(init=False)
    history: list[After] = field(default_factory=list)
    done: dict[str, tuple[Step, int]] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    refused_inputs: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    product: int = 0
    unit: str = ""

    def __post_init__(self) -> None:
        self.began = self.story.clock.moment
        self.story.allow_overselling()
        weights = [unit for step in self.case.steps if (unit := measure(step.get("qty", ""))[1])]
        self.unit = "kg" if weights else "个"
        self.product = self.story.product(unit=self.unit)
        self.remember("start")

    def do(self, step: Step) -> None:
        """One step; what the shop refuses leaves it as it was."""
        name = step["op"]
        if name == "repeat":
            for _ in range(step["times"]):
                self.do(step["step"])
            return
        if name not in OPERATIONS:
            raise UnknownWordError(f"operation {name}")
        try:
            OPERATIONS[name](self, step)
        except REFUSALS:
            self.unexplained.append(name)
            self.remember(name, is_refused=True)

    def posted(self, step: Step, document: int) -> None:
        """The step posted a document; later steps may name it."""
        for name in (step.get("ref"), "last"):
            if name:
                self.done[name] = (step, document)
        self.remember(step["op"], document)

    def remember(self, op: str, document: int | None = None, *, is_refused: bool = False) -> None:
        """Write down how the shop is now."""
        quantity, exact, booked, last, differences = self.one(
            "SELECT quantity, value, booked, last_price, (SELECT coalesce(sum(-booked), 0) FROM cost_entry"
            " WHERE kind LIKE '%difference') FROM cost_balance WHERE product_id = ?",
            self.product,
        ) or (0, 0, 0, None, 0)
        if quantity > 0:
            unit_cost = Fraction(exact, quantity * 1000)
        else:
            reference = self.story.shop.catalog.product(self.product).reference_cost
            unit_cost = Fraction(
                (0 if reference is None else reference.parts) * 100 if last is None else last, 1_000_000
            )
        running = self._running()
        rows = self.one(
            "SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM cost_entry)"
            " + (SELECT count(*) FROM stock_move) + (SELECT count(*) FROM audit_entry)"
        )
        self.history.append(
            After(
                op,
                document,
                Fraction(quantity, 1000),
                Fraction(booked, 100),
                unit_cost,
                Fraction(differences, 100),
                running,
                rows[0],
                is_refused,
            )
        )

    def one(self, sql: str, *values: object) -> Any:
        """The first row of an answer from the books."""
        with self.story.desk.storage.reading() as books:
            return books.connection.exec_driver_sql(sql, values).first()

    def _running(self) -> list[Fraction]:
        with self.story.desk.storage.reading() as books:
            moves = books.connection.exec_driver_sql(
                "SELECT e.quantity FROM stock_move m JOIN cost_entry e ON e.move_id = m.id JOIN document d"
                " ON d.id = m.document_id WHERE d.state = 'posted' AND d.reverses_id IS NULL ORDER BY m.day, m.id"
            ).all()
        stock = [Fraction(0)]
        for (quantity,) in moves:
            stock.append(stock[-1] + Fraction(quantity, 1000))
        return stock[1:]

    def at(self, step: Step) -> datetime:
        """When the step happens; the clock never goes back, what is earlier is dated back."""
        moment = self._moment(step.get("when"))
        self.story.clock.moment = max(self.story.clock.moment, moment)
        return moment

    def _moment(self, text: str | None) -> datetime:
        if text is None:
            return self.story.clock.moment
        if found := re.fullmatch(r"d([+-]?\d+)", text):
            return self.began + timedelta(days=int(found[1]))
        if found := re.fullmatch(r"-(\d+)([ymd])", text):
            return self.began - timedelta(days=int(found[1]) * A_LONG_WHILE[found[2]])
        if re.fullmatch(r"\d\d-\d\d", text):
            return datetime.fromisoformat(f"{self.began.year}-{text}")
        if re.match(r"\d\d:", text):
            return datetime.combine(self.began, time.fromisoformat(text))
        return datetime.fromisoformat(text)

    def quantity(self, written: object) -> Quantity:
        """The quantity as a person has to write it to be understood.

        Raises:
            BadNumberError: it is finer than the shop keeps, and the case says nothing of what is written instead.
        """
        text = measure(written)[0]
        try:
            return Quantity.parse(text)
        except BadNumberError:
            self.refused_inputs.append(text)
            if text not in self.case.read_as:
                raise
            return Quantity.parse(self.case.read_as[text])

    def factor(self, written: object) -> Quantity:
        """How much of the base unit the unit of a written quantity is."""
        unit = measure(written)[1]
        return Quantity(GRAMS[unit] if unit else 1000)

    def tell(self, name: str, answer: Any) -> None:
        """The answer to a question."""
        self.told[name] = answer

    def add(self, name: str, answer: Any) -> None:
        """One more answer to the same question."""
        self.told.setdefault(name, []).append(answer)

    def after(self, *ops: str) -> list[After]:
        """The shop after each step of these names."""
        return [after for after in self.history if after.op in ops]

    def before(self, after: After) -> After:
        """The shop before that step."""
        return next(earlier for earlier, later in pairwise(self.history) if later is after)


def measure(written: object) -> tuple[str, str]:
    """``4 kg`` → number and unit."""
    number, _, unit = str(written).partition(" ")
    return number, unit


def run(story: Story, case: Case) -> World:
    """Everything the case does, everything it expects, and what holds in every shop."""
    world = World(story, case)
    for step in case.steps:
        world.do(step)
    for name, wanted in case.expect.items():
        _check(world, name, wanted)
    assert world.unexplained == [], "the shop refused what the case takes for granted"
    return world


def _check(world: World, name: str, wanted: Any) -> None:
    by_any_method = None if world.case.is_of_our_method else ANY_METHOD.get(name)
    if name in world.told:
        assert is_same(wanted, world.told[name]), f"{name}: {wanted} wanted, {world.told[name]} found"
    elif by_any_method is not None:
        by_any_method(world, wanted)
    elif name in CHECKS:
        CHECKS[name](world, wanted)
    else:
        raise UnknownWordError(f"expectation {name}")


def is_same(wanted: Any, found: Any) -> bool:
    """Texts by their letters, numbers by their size, lists one by one."""
    if isinstance(wanted, list):
        return len(wanted) == len(found) and all(map(is_same, wanted, found))
    if None in (wanted, found) or isinstance(found, bool) or (isinstance(wanted, str) and isinstance(found, str)):
        return bool(wanted == found)
    return number(wanted) == number(found)


def number(written: Any) -> Fraction:
    """A number of the case, exactly."""
    return Fraction(written) if isinstance(written, Fraction) else Fraction(str(written))
