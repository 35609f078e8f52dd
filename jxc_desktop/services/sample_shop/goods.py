"""What the sample shop sells, and the names in it: read from the table beside the program."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.words import SOURCE

# Numbers that every shop may give to goods of its own begin with 2; those with 20 stand for no label of a scale.
OWN_PIECE, OWN_CASE = "2000000", "2000001"
# A label of a scale: 21, which goods, how heavy.
OWN_WEIGHED = "21"
CASE_NAMES = {SOURCE: "箱", "en": "case"}


class Nature(StrEnum):
    """What is worth seeing about an article.

    DATED keeps only so long. DEARER: its supplier raised the price, and it is sold at a loss since. FEW: almost gone.
    OVERSOLD: more was sold than the books have. SLOW: hardly ever sold. ASLEEP: never sold. STOPPED: not sold any more.
    """

    PLAIN = ""
    DATED = "dated"
    DEARER = "dearer"
    FEW = "few"
    OVERSOLD = "oversold"
    SLOW = "slow"
    ASLEEP = "asleep"
    STOPPED = "stopped"
    WEIGHED = "weighed"


@dataclass(frozen=True, slots=True)
class SampleGoods:
    """An article of the sample shop.

    Attributes:
        number: its place in the table, from 1. weekly: how many base units go in a week.
        case_size: base units in a case; 0: it comes in no case. supplier: which of the suppliers, from 1.
    """

    number: int
    details: ProductDetails
    cost: UnitPrice
    weekly: int
    case_size: int
    supplier: int
    nature: Nature


@dataclass
class Shelf:
    """What stands in the shop.

    Attributes:
        keys: each article's product, by its number in the table. left: how much of each product there is.

    Units: left in 1/1000 of the base unit.
    """

    keys: dict[int, int]
    left: dict[int, int]

    def left_of(self, goods: SampleGoods) -> int:
        """How much of an article there is."""
        return self.left[self.keys[goods.number]]


@dataclass(frozen=True, slots=True)
class SampleNames:
    """Who is who in the sample shop, and what they write on its documents."""

    shop: str
    suppliers: tuple[str, ...]
    clerk: str
    stockkeeper: str
    freight: str
    mistake: str
    held: str


class SampleTable:
    """The table in one language."""

    def __init__(self, language: str) -> None:
        self._ending = "" if language == SOURCE else f"_{language}"
        self._case_name = CASE_NAMES[language]

    @cached_property
    def goods(self) -> tuple[SampleGoods, ...]:
        """Every article."""
        return tuple(self._goods(number, row) for number, row in enumerate(_rows("goods.csv"), 1))

    @cached_property
    def names(self) -> SampleNames:
        """The shop, its suppliers and its people."""
        named = [(row["kind"], self._said(row, "name")) for row in _rows("names.csv")]
        single = {kind: name for kind, name in named if kind != "supplier"}
        return SampleNames(suppliers=tuple(name for kind, name in named if kind == "supplier"), **single)

    def _goods(self, number: int, row: Mapping[str, str]) -> SampleGoods:
        nature = Nature(row["nature"])
        return SampleGoods(
            number=number,
            details=self._details(number, row, nature),
            cost=UnitPrice.parse(row["cost"]),
            weekly=int(row["weekly"]),
            case_size=int(row["case"] or 0),
            supplier=int(row["supplier"]),
            nature=nature,
        )

    def _details(self, number: int, row: Mapping[str, str], nature: Nature) -> ProductDetails:
        price = UnitPrice.parse(row["price"])
        return ProductDetails(
            name=self._said(row, "name"),
            codes=(_code(number, nature),),
            unit=self._said(row, "unit"),
            packs=self._packs(number, int(row["case"] or 0), price),
            category=tuple(self._said(row, "category").split("/")),
            spec=row["spec"],
            retail_price=price,
            reference_cost=UnitPrice.parse(row["cost"]),
            tax_rate=TaxRate.R9 if nature is Nature.WEIGHED else TaxRate.R13,
            is_weighed=nature is Nature.WEIGHED,
        )

    def _packs(self, number: int, size: int, price: UnitPrice) -> tuple[Pack, ...]:
        """The case: a whole one costs a twentieth less."""
        if not size:
            return ()
        whole = UnitPrice(price.parts * size * 95 // 100 // 1000 * 1000)
        code = with_check_digit(f"{OWN_CASE}{number:05d}")
        return (Pack(self._case_name, Quantity.of(size), whole, (code,)),)

    def _said(self, row: Mapping[str, str], column: str) -> str:
        return row[f"{column}{self._ending}"]


def _code(number: int, nature: Nature) -> str:
    if nature is Nature.WEIGHED:
        return with_check_digit(f"{OWN_WEIGHED}{number:05d}00000")
    return with_check_digit(f"{OWN_PIECE}{number:05d}")


def _rows(name: str) -> list[dict[str, str]]:
    with resource_path("sample_shop", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
