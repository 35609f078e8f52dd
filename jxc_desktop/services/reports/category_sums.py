"""Sales put together by category: each category with all those under it, as one row."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import select

from jxc_desktop.models.records import Category
from jxc_desktop.services.reports.report import NO_CATEGORY
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_TREE = Query[tuple[int, int | None, str]](select(Category.id, Category.parent_id, Category.name))
# Quantity, sales, cost, adjustment.
Sums = Iterable[int]


class CategorySales(NamedTuple):
    """What the goods of one category sold, or all of them.

    Units: quantity in 1/1000 of base units, amounts in fen.

    Attributes:
        category_id: NO_CATEGORY for goods that are in none.
        is_own: without the categories under it, though it has some.
        is_parent: whether there are categories under it that the row holds too.
        whole: the sales of all rows together.
    """

    category_id: int
    name: str
    is_own: bool
    is_parent: bool
    quantity: int
    sales: int
    cost: int
    adjustment: int
    whole: int


class CategoryTree:
    """Which category lies in which."""

    def __init__(self, rows: Iterable[tuple[int, int | None, str]]) -> None:
        self._parent: dict[int, int | None] = {}
        self._name: dict[int, str] = {}
        for key, parent, name in rows:
            self._parent[key], self._name[key] = parent, name
        self._parents = set(self._parent.values())

    @classmethod
    def read(cls, books: OpenTransaction) -> "CategoryTree":
        """The shop's categories."""
        return cls(books.rows(_TREE))

    def roll_up(self, sums: Mapping[int | None, Sums], within: int | None) -> list[CategorySales]:
        """Sums of categories by themselves, put together under those right below one; None: those at the root.

        The one that sold for most comes first.
        """
        together: dict[int, list[int]] = {}
        for key, figures in sums.items():
            row = together.setdefault(self._row_of(key, within), [0, 0, 0, 0])
            row[:] = map(int.__add__, row, figures)
        whole = sum(figures[1] for figures in together.values())
        rows = [self._row(key, figures, within, whole) for key, figures in together.items()]
        return sorted(rows, key=lambda row: (-row.sales, row.category_id))

    def _row_of(self, key: int | None, within: int | None) -> int:
        """The category whose row it belongs to."""
        if key is None:
            return NO_CATEGORY
        while key != within and (above := self._parent.get(key)) not in (None, within):
            key = above if above is not None else key
        return key

    def _row(self, key: int, figures: Iterable[int], within: int | None, whole: int) -> CategorySales:
        has_children = key in self._parents
        is_own = key == within and has_children
        name = self._name.get(key, "") if key != NO_CATEGORY else _("未分类")
        shown = _("{name}（不含下级）").format(name=name) if is_own else name
        return CategorySales._make((key, shown, is_own, has_children and not is_own, *figures, whole))
