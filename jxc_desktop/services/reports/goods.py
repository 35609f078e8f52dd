"""What reports say of goods, and what they are narrowed by: the same columns and filters wherever goods are listed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import ColumnElement, FromClause, bindparam, func, select

from jxc_desktop.models.records import Barcode, Document, Product
from jxc_desktop.models.values.days import day_number
from jxc_desktop.services.catalog.category_tree import category_paths, is_within
from jxc_desktop.services.catalog.main_barcode import BARCODE, IS_MAIN_BARCODE
from jxc_desktop.services.catalog.search import as_pattern
from jxc_desktop.services.reports.report import NO_CATEGORY, NO_SUPPLIER, Asked, ColumnKind, ReportColumn, Tick
from jxc_desktop.services.storage.prepared import AnySelect, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

FIRST: Any = bindparam("first")
LAST: Any = bindparam("last")
NAMES = ("first", "last", "category", "supplier", "product", "text")
# How many values of a row say which product it is about.
FACTS = 7
OWN_CATEGORY = "own_category"


class HasGoods(Protocol):
    """A row about one product."""

    @property
    def code(self) -> str:
        """The shop's own code."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def barcode(self) -> str:
        """Its main barcode; "" where it has none."""

    @property
    def category(self) -> str:
        """Its category with those above it; "" where it has none."""

    @property
    def spec(self) -> str:
        """Its size or strength."""

    @property
    def unit(self) -> str:
        """What it is counted in."""


GoodsRow = TypeVar("GoodsRow", bound=HasGoods)
RowT = TypeVar("RowT", bound=tuple[Any, ...])
NamedRow = TypeVar("NamedRow", bound=tuple[Any, ...])
AnyRow = TypeVar("AnyRow")


class Branch(Enum):
    """Which categories are meant."""

    ALL = "all"
    WITHIN = "within"
    ONLY = "only"
    NONE = "none"


class Narrowing(NamedTuple):
    """Which filters are used: what a statement is prepared for.

    Attributes:
        supplier: None: any; False: none.
    """

    branch: Branch = Branch.ALL
    supplier: bool | None = None
    product: bool = False
    text: bool = False

    @property
    def goods(self) -> list[ColumnElement[bool]]:
        """What a product must be."""
        category: Any = bindparam("category")
        conditions: list[ColumnElement[bool]] = []
        if self.branch is Branch.WITHIN:
            conditions.append(is_within(category))
        elif self.branch is Branch.ONLY:
            conditions.append(Product.category_id == category)
        elif self.branch is Branch.NONE:
            conditions.append(Product.category_id.is_(None))
        if self.product:
            conditions.append(Product.id == bindparam("product"))
        if self.text:
            conditions.append(Product.search_text.like(bindparam("text"), escape="\\"))
        return conditions

    @property
    def documents(self) -> list[ColumnElement[bool]]:
        """What a document must be."""
        if self.supplier is None:
            return []
        return [Document.partner_id == bindparam("supplier") if self.supplier else Document.partner_id.is_(None)]


def own_category() -> Tick:
    """Without the categories below the one that is asked for."""
    return Tick(OWN_CATEGORY, _("不含下级类别"))


def narrowing(asked: Asked) -> Narrowing:
    """Which filters somebody uses."""
    supplier = None if asked.supplier_id is None else asked.supplier_id != NO_SUPPLIER
    return Narrowing(_branch(asked), supplier, asked.product_id is not None, bool(asked.text.strip()))


def answers(books: OpenTransaction, question: Callable[[Narrowing], Query[RowT]], asked: Asked) -> list[RowT]:
    """The rows of a question that is prepared once for each set of filters."""
    return books.rows(question(narrowing(asked)), *values_of(asked))


def rows_of(
    kind: type[NamedRow], books: OpenTransaction, question: Callable[[Narrowing], Query[Any]], asked: Asked
) -> list[NamedRow]:
    """The same with the values' names; the question has them in the order of the names."""
    # As _make does it, without looking at every row: a third of its time.
    return list(map(partial(tuple.__new__, kind), answers(books, question, asked)))


def values_of(asked: Asked) -> tuple[Any, ...]:
    """What the statements' parameters stand for, in the order of NAMES."""
    text = f"%{as_pattern(asked.text)}%"
    return (
        day_number(asked.days.first),
        day_number(asked.until),
        asked.category_id,
        asked.supplier_id,
        asked.product_id,
        text,
    )


def with_goods(figures: Sequence[Any], source: FromClause, product_id: ColumnElement[int]) -> AnySelect:
    """The rows of a source, each with the seven facts of its product before the figures."""
    paths = category_paths()
    facts = (
        Product.id,
        Product.code,
        Product.name,
        BARCODE,
        func.coalesce(paths.c.path, ""),
        Product.spec,
        Product.unit,
    )
    return (
        select(*facts, *figures)
        .select_from(source)
        .join(Product, Product.id == product_id)
        .outerjoin(Barcode, IS_MAIN_BARCODE)
        .outerjoin(paths, paths.c.id == Product.category_id)
    )


def goods_of_all() -> tuple[int, str, str, str, str, str, str]:
    """What a row of totals says where others name their product."""
    return 0, "", _("合计"), "", "", "", ""


def added_up(rows: Sequence[tuple[Any, ...]], first: int, count: int) -> list[int]:
    """The sums of so many figures of the rows, from a place on."""
    return [sum(map(itemgetter(place), rows)) for place in range(first, first + count)]


def goods_columns(_rows: type[GoodsRow], shown: Collection[str]) -> tuple[ReportColumn[GoodsRow], ...]:
    """What says which product a row is about."""
    columns: tuple[ReportColumn[GoodsRow], ...] = (
        ReportColumn("name", _("商品名称"), ColumnKind.NAME, lambda row: row.name),
        ReportColumn("barcode", _("条码"), ColumnKind.CODE, lambda row: row.barcode),
        ReportColumn("code", _("商品编码"), ColumnKind.CODE, lambda row: row.code),
        ReportColumn("category", _("类别"), ColumnKind.TEXT, lambda row: row.category),
        ReportColumn("spec", _("规格"), ColumnKind.TEXT, lambda row: row.spec),
        ReportColumn("unit", _("单位"), ColumnKind.UNIT, lambda row: row.unit),
    )
    return shown_only(columns, shown)


def shown_only(columns: tuple[ReportColumn[AnyRow], ...], shown: Collection[str]) -> tuple[ReportColumn[AnyRow], ...]:
    """The columns, of which those are seen at first that are named."""
    return tuple(replace(column, is_shown=column.key in shown) for column in columns)


def _branch(asked: Asked) -> Branch:
    if asked.category_id is None:
        return Branch.ALL
    if asked.category_id == NO_CATEGORY:
        return Branch.NONE
    return Branch.ONLY if OWN_CATEGORY in (asked.ticks or ()) else Branch.WITHIN
