"""Facts from the test suites of respected systems: read, sorted by area, and joined with our answer where it is ours.

Source: the folder ``conformance`` of the shared data; its README says what `must`, `policy` and `reference` mean.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

Step = Mapping[str, Any]

# Areas the driver runs. Every area of the file is either here or in NOT_YET.
DRIVEN = frozenset(
    {
        "barcode.check_digit",
        "barcode.gs1",
        "barcode.gs1.date",
        "barcode.gs1.weight",
        "barcode.invalid",
        "barcode.package",
        "barcode.plain",
        "barcode.rules",
        "barcode.upc_equivalence",
        "barcode.weighed",
        "bin.cache",
        "cost.backdated",
        "cost.fifo",
        "cost.fifo.correction",
        "cost.fifo.lots",
        "cost.fifo_queue",
        "cost.landed_cost",
        "cost.method_change",
        "cost.moving_average",
        "cost.moving_average.correction",
        "cost.negative_stock",
        "cost.return_from_customer",
        "cost.return_to_supplier",
        "cost.rounding",
        "cost.standard",
        "cost.uom",
        "idempotent",
        "integrity.hash",
        "ledger.order",
        "money.rounding",
        "money.zero",
        "negative_stock.block",
        "quantity.precision",
        "receive.void",
        "stock.race",
        "uom.rounding",
    }
)

# Areas of what the program does not have yet, or not as a whole. Who builds one moves it up.
NOT_YET = frozenset(
    {
        "batch.cost",
        "bundle",
        "checkout.atomic",
        "document.invoice_match",
        "id.uscc",
        "member.points",
        "member.race",
        "member.tier",
        "permission.backdate",
        "permission.price",
        "pos.cash_rounding",
        "pos.cash_rounding.split",
        "pos.concurrency",
        "pos.day_report",
        "pos.discount",
        "pos.margin",
        "pos.payment",
        "pos.refund",
        "pos.return",
        "pos.rounding",
        "pos.shift",
        "pos.tax",
        "pos.tax.day_total",
        "price.combine",
        "price.markup",
        "price.min_qty",
        "price.promo",
        "price.uom",
        "report.margin",
        "report.margin_tree",
        "report.stock_as_of",
        "stocktake",
        "stocktake.backdated",
        "stocktake.concurrent",
        "stocktake.cost",
        "stocktake.scan",
        "stocktake.tolerance",
        "supply",
        "transfer",
        "transform",
        "uom",
        "uom.guard",
    }
)

OUR_METHOD = (None, "moving_average")
OUR_ANSWERS = Path(__file__).with_name("our_answers.json")


@dataclass(frozen=True, slots=True)
class Case:
    """One fact.

    Attributes:
        expect: what it leads to; of a policy case, with our own answers in place of the source's.
        read_as: what a person writes instead of a number that is refused as too fine.
    """

    id: str
    area: str
    kind: str
    method: str | None
    steps: Sequence[Step]
    expect: Mapping[str, Any]
    read_as: Mapping[str, str]

    @property
    def is_of_our_method(self) -> bool:
        """Whether our cost method must give the same figures: it is the same, or all methods agree."""
        if self.kind != "reference" or self.method in OUR_METHOD:
            return True
        prices = {Decimal(str(step["unit_cost"])) for step in self.steps if "unit_cost" in step}
        return len(prices) <= 1


def read_cases(shared: Path) -> list[Case]:
    """Every case, whatever its area."""
    text = (shared / "conformance" / "cases.json").read_text(encoding="utf-8")
    return [_case(row) for row in json.loads(text, parse_float=Decimal)]


def our_answers() -> dict[str, dict[str, Any]]:
    """Case → the decision record behind our answer, and what differs from the source's."""
    answers: dict[str, dict[str, Any]] = json.loads(OUR_ANSWERS.read_text(encoding="utf-8"), parse_float=Decimal)
    return answers


def _case(row: Mapping[str, Any]) -> Case:
    ours = our_answers().get(row["id"], {}) if row["kind"] == "policy" else {}
    return Case(
        row["id"],
        row["area"],
        row["kind"],
        row["cost_method"],
        row["steps"],
        {**row["expect"], **ours.get("expect", {})},
        ours.get("read_as", {}),
    )
