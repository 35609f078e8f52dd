"""Compares a goods list with the shop: which rows are new, which change a product, which say nothing new."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.migrate_in.faults import FaultList
from jxc_desktop.services.migrate_in.known_products import KnownProducts
from jxc_desktop.services.migrate_in.product_rows import ProductRow
from jxc_desktop.services.words.initials import initials

USUAL_UNIT = ProductDetails(name="").unit


@dataclass(slots=True)
class ProductPlan:
    """What is to be written.

    Attributes:
        new: rows that become products; changed: products as they are to be.
        unchanged: how many rows say nothing new.
    """

    new: list[ProductRow] = field(default_factory=list)
    changed: list[ProductDetails] = field(default_factory=list)
    unchanged: int = 0


def plan_products(rows: Iterable[ProductRow], known: KnownProducts, faults: FaultList) -> ProductPlan:
    """What the rows mean for this shop; what cannot be becomes a fault."""
    plan = ProductPlan()
    planner = _Planner(known, faults)
    for row in rows:
        product = planner.product_of(row)
        if product is None:
            plan.new.append(row)
            continue
        before = known.details(product)
        after = planner.changed(before, row)
        if after == before:
            plan.unchanged += 1
        else:
            plan.changed.append(after)
    return plan


def new_details(row: ProductRow) -> ProductDetails:
    """The product that a row becomes."""
    fields: dict[str, Any] = row.fields
    return ProductDetails(code=row.code, codes=row.codes, packs=row.packs, **fields)


class _Planner:
    """Finds the shop's product for each row, and what the row makes of it."""

    def __init__(self, known: KnownProducts, faults: FaultList) -> None:
        self._known = known
        self._faults = faults
        self._rows: dict[int, int] = {}

    def product_of(self, row: ProductRow) -> int | None:
        """The product a row is about: by barcode, else by 货号, else, without either, by name and spec."""
        product = self._by_barcode(row)
        if product is None and row.code:
            product = self._known.by_code.get(row.code)
        if product is None and not (row.code or row.codes):
            product = self._by_name(row)
        self._refuse_others(row, product)
        if product is None:
            self._refuse_without_unit(row)
        else:
            self._refuse_twice(row, product)
        return product

    def _by_barcode(self, row: ProductRow) -> int | None:
        for key in row.keys:
            owner, unit = self._known.by_key.get(key, (None, None))
            if owner is not None and unit is None:
                return owner
        return None

    def _by_name(self, row: ProductRow) -> int | None:
        name, spec = row.name_and_spec
        found = self._known.by_name.get((str(name), str(spec)), [])
        if len(found) > 1:
            self._faults.add(row.number, "name", "name_ambiguous", str(name), count=len(found))
        return found[0] if found else None

    def _refuse_others(self, row: ProductRow, product: int | None) -> None:
        """No code of the row may stand for anything else already."""
        owner = self._known.by_code.get(row.code) if row.code else None
        if owner is not None and owner != product:
            self._add(row, "code", "code_of_other", row.code, name=self._known.name(owner))
        for code, key in zip(row.codes, row.keys, strict=True):
            if key in self._known.by_key:
                self._refuse_taken(row, "barcode", code, key, product, None)
        for pack in row.packs:
            for code in pack.codes:
                if (key := match_key(code)) in self._known.by_key:
                    self._refuse_taken(row, "pack_barcode", code, key, product, pack.name)

    def _refuse_taken(
        self, row: ProductRow, column: str, code: str, key: str, product: int | None, pack: str | None
    ) -> None:
        owner, unit_id = self._known.by_key[key]
        name, unit = self._known.name(owner), self._known.unit_name(owner, unit_id)
        if owner != product and unit_id is None:
            self._add(row, column, "code_of_other", code, name=name)
        elif owner != product or (None if unit_id is None else unit) != pack:
            self._add(row, column, "code_of_unit", code, name=name, unit=unit)

    def _refuse_twice(self, row: ProductRow, product: int) -> None:
        first = self._rows.setdefault(product, row.number)
        if first != row.number:
            self._add(row, "name", "same_product", "", first=first, name=self._known.name(product))

    def _refuse_without_unit(self, row: ProductRow) -> None:
        """A price of goods sold by weight means nothing without what is weighed in."""
        if row.fields.get("is_weighed") and not row.fields.get("unit"):
            self._add(row, "unit", "weighed_without_unit")
        self._refuse_same_unit(row, str(row.fields.get("unit", USUAL_UNIT)), row.packs)

    def _refuse_same_unit(self, row: ProductRow, unit: str, packs: Iterable[Pack]) -> None:
        if any(pack.name == unit for pack in packs):
            self._add(row, "pack_unit", "same_unit_twice", unit, unit=unit)

    def changed(self, before: ProductDetails, row: ProductRow) -> ProductDetails:
        """The product as the row wants it; what the row does not say stays."""
        fields: dict[str, Any] = dict(row.fields)
        if fields.get("initials") and fields["initials"] == initials(fields.get("name", before.name)):
            fields["initials"] = ""
        after = replace(
            before,
            code=row.code or before.code,
            codes=_with(before.codes, row.codes),
            packs=_merged(before.packs, row.packs),
            **fields,
        )
        if after.unit != before.unit and self._known.has_moved(before.id or 0):
            self._add(row, "unit", "unit_fixed", after.unit, name=before.name, unit=before.unit)
        self._refuse_same_unit(row, after.unit, after.packs)
        return after

    def _add(self, row: ProductRow, column: str, reason: str, value: str = "", **details: object) -> None:
        self._faults.add(row.number, column, reason, value, **details)


def _with(known: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """The codes a product has and those it gets: a list that names one of them takes none away."""
    if not said:
        return known
    keys = set(map(match_key, known))
    return known + tuple(code for code in said if match_key(code) not in keys)


def _merged(known: tuple[Pack, ...], said: tuple[Pack, ...]) -> tuple[Pack, ...]:
    if not said:
        return known
    packs = {pack.name: pack for pack in known}
    for pack in said:
        old = packs.get(pack.name, pack)
        price = old.retail_price if pack.retail_price is None else pack.retail_price
        packs[pack.name] = Pack(pack.name, pack.factor, price, _with(old.codes, pack.codes))
    return tuple(packs.values())
