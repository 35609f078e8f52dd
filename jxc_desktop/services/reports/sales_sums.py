"""What sales come to, and what is left of them: the same columns for a day, a product, a category and a document.

Units: quantities in 1/1000 of the base unit, amounts in fen.
"""

from collections.abc import Collection
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Subquery, func, literal_column, null, select

from jxc_desktop.models.records import CostEntry, SaleLine, StockMove
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.reports.goods import FIRST, LAST, shown_only
from jxc_desktop.services.reports.report import Asked, ColumnKind, ReportColumn, Tick
from jxc_desktop.services.storage.prepared import AnySelect
from jxc_desktop.services.words import _

# How many sums there are: quantity, sales, cost, adjustment.
SUMS = 4
ONLY_LOSSES = "losses"
NOTHING: ColumnElement[int] = literal_column("0")
# The index holds differences only; the store uses it where the question says so in the index's own words.
IS_DIFFERENCE = CostEntry.kind != literal_column("'move'")
IS_OF_SALES = CostEntry.kind == literal_column(f"'{CostKind.SALE_DIFFERENCE.value}'")


class HasSums(Protocol):
    """What a row sold."""

    @property
    def quantity(self) -> int:
        """How much, in 1/1000 of the base unit."""

    @property
    def sales(self) -> int:
        """What customers paid, less what they were given back."""

    @property
    def cost(self) -> int:
        """What those goods cost."""

    @property
    def adjustment(self) -> int:
        """What goods sold before they came in turned out to cost more, by the day they came in."""


SumsRow = TypeVar("SumsRow", bound=HasSums)


def profit_fen(row: HasSums) -> int:
    """What is left of the sales, in fen."""
    return row.sales - row.cost - row.adjustment


def margin(row: HasSums) -> Percent | None:
    """Profit in percent of the sales; None where nothing was sold."""
    return Percent.of(profit_fen(row), row.sales)


def loss_words(row: HasSums) -> str:
    """The mark of what was sold for less than it cost."""
    return _("亏本") if profit_fen(row) < 0 else ""


def only_losses() -> Tick:
    """Leaves out what was not sold for less than it cost."""
    return Tick(ONLY_LOSSES, _("只看亏本的"))


def losses_if_asked(rows: list[SumsRow], asked: Asked) -> list[SumsRow]:
    """All of them, or only what was sold for less than it cost."""
    return [row for row in rows if profit_fen(row) < 0] if ONLY_LOSSES in (asked.ticks or ()) else rows


def sums_columns(_rows: type[SumsRow], shown: Collection[str]) -> tuple[ReportColumn[SumsRow], ...]:
    """What was sold, what it cost, what is left."""
    money, percent = ColumnKind.MONEY, ColumnKind.PERCENT
    columns: tuple[ReportColumn[SumsRow], ...] = (
        ReportColumn("quantity", _("数量"), ColumnKind.QUANTITY, lambda row: Quantity(row.quantity)),
        ReportColumn("average", _("均价"), ColumnKind.PRICE, _average),
        ReportColumn("sales", _("销售金额"), money, lambda row: Money(row.sales)),
        ReportColumn("cost", _("成本"), money, lambda row: Money(row.cost)),
        ReportColumn("adjustment", _("成本调整"), money, lambda row: Money(row.adjustment)),
        ReportColumn("profit", _("毛利"), money, lambda row: Money(profit_fen(row)), is_answer=True),
        ReportColumn("margin", _("毛利率"), percent, margin),
        ReportColumn("loss", _("亏本"), ColumnKind.TEXT, loss_words),
    )
    return shown_only(columns, shown)


def sold_and_differences() -> Subquery:
    """Every line that was sold in the period, and every difference that its cost turned out to have.

    Read from indexes alone, for sums over long times; ``lines_of_documents`` knows more of each line.

    Shape: day, product_id, quantity, sales, cost, adjustment.
    """
    lines = select(
        SaleLine.day.label("day"),
        SaleLine.product_id.label("product_id"),
        SaleLine.quantity.label("quantity"),
        SaleLine.net.label("sales"),
        SaleLine.cost.label("cost"),
        NOTHING.label("adjustment"),
    ).where(SaleLine.day.between(FIRST, LAST))
    differences = select(CostEntry.day, CostEntry.product_id, NOTHING, NOTHING, NOTHING, -CostEntry.booked).where(
        IS_DIFFERENCE, IS_OF_SALES, CostEntry.day.between(FIRST, LAST)
    )
    return lines.union_all(differences).subquery("sold")


def lines_of_documents() -> Subquery:
    """The same lines, each with its document; a difference belongs to the sale whose cost it changed.

    Shape: product_id, quantity, sales, cost, adjustment, discount, price, day, is_difference, document_id, line_no.
    """
    sold = select(
        SaleLine.product_id,
        SaleLine.quantity.label("quantity"),
        SaleLine.net.label("sales"),
        SaleLine.cost.label("cost"),
        NOTHING.label("adjustment"),
        (SaleLine.list_amount - SaleLine.net).label("discount"),
        SaleLine.price.label("price"),
        SaleLine.day.label("day"),
        NOTHING.label("is_difference"),
        SaleLine.document_id.label("document_id"),
        SaleLine.line_no.label("line_no"),
    ).where(SaleLine.day.between(FIRST, LAST))
    differences: AnySelect = (
        select(
            CostEntry.product_id,
            *(NOTHING, NOTHING, NOTHING),
            -CostEntry.booked,
            NOTHING,
            null(),
            CostEntry.day,
            literal_column("1"),
            func.coalesce(StockMove.document_id, CostEntry.document_id),
            func.coalesce(StockMove.line_no, CostEntry.line_no),
        )
        .outerjoin(StockMove, StockMove.id == CostEntry.root_move_id)
        .where(IS_DIFFERENCE, IS_OF_SALES, CostEntry.day.between(FIRST, LAST))
    )
    return sold.union_all(differences).subquery("sold_lines")


def _average(row: HasSums) -> UnitPrice | None:
    """What one unit was sold for."""
    if row.quantity <= 0:
        return None
    return UnitPrice(half_away_from_zero(row.sales * 100_000, row.quantity))


def sums_of(source: Subquery) -> tuple[Any, ...]:
    """The four sums of a group of such rows."""
    return tuple(func.sum(source.c[name]).label(name) for name in ("quantity", "sales", "cost", "adjustment"))
