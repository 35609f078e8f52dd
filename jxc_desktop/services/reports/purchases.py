"""商品进货, 供应商进货: what came in of each product and from each supplier, less what went back."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import ColumnElement, Subquery, func, literal_column, select, union_all

from jxc_desktop.models.records import CostCorrectionLine, Document, GoodsReceiptLine, Partner, Product
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.reports.filter_words import no_supplier
from jxc_desktop.services.reports.goods import (
    FACTS,
    FIRST,
    LAST,
    NAMES,
    Narrowing,
    added_up,
    goods_columns,
    goods_of_all,
    own_category,
    rows_of,
    shown_only,
    with_goods,
)
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec, ToReport
from jxc_desktop.services.reports.sales_sums import NOTHING
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_FIGURES = ("bought_quantity", "bought_amount", "returned_quantity", "returned_amount", "corrected_amount")
_SHOWN = (*_FIGURES, "amount")


class HasPurchases(Protocol):
    """What a row bought.

    Units: quantities in 1/1000 of the base unit, amounts in fen.
    """

    @property
    def bought_quantity(self) -> int:
        """What came in."""

    @property
    def bought_amount(self) -> int:
        """What is owed for it."""

    @property
    def returned_quantity(self) -> int:
        """What went back."""

    @property
    def returned_amount(self) -> int:
        """What was credited for it."""

    @property
    def corrected_amount(self) -> int:
        """What freight and corrections added, by their own days."""


class ProductPurchases(NamedTuple):
    """What was bought of one product, or of all of them."""

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    bought_quantity: int
    bought_amount: int
    returned_quantity: int
    returned_amount: int
    corrected_amount: int


class SupplierPurchases(NamedTuple):
    """What was bought from one supplier, or from all of them; supplier_id 0: from nobody that is named."""

    supplier_id: int
    name: str
    bought_quantity: int
    bought_amount: int
    returned_quantity: int
    returned_amount: int
    corrected_amount: int


PurchasesRow = TypeVar("PurchasesRow", bound=HasPurchases)


def purchases_by_product_report() -> ReportSpec[ProductPurchases]:
    """One row a product, the one that cost most first."""
    return ReportSpec(
        name="purchases-by-product",
        title=_("商品进货"),
        columns=(*goods_columns(ProductPurchases, ("name", "category")), *_columns(ProductPurchases, _SHOWN)),
        query=_product_rows,
        totals=lambda rows: ProductPurchases._make((*goods_of_all(), *added_up(rows, FACTS, len(_FIGURES)))),
        filters=(Filter.PERIOD, Filter.SUPPLIER, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(),),
        order=Order("amount", is_descending=True),
        leads_to=_lines_of_product,
        lead_words=_("看进货明细"),
        hint=_("每种商品进了多少、退了多少、花了多少钱"),
    )


def purchases_by_supplier_report() -> ReportSpec[SupplierPurchases]:
    """One row a supplier, the one that got most first."""
    name: ReportColumn[SupplierPurchases] = ReportColumn("name", _("供应商"), ColumnKind.NAME, _supplier)
    return ReportSpec(
        name="purchases-by-supplier",
        title=_("供应商进货"),
        columns=(name, *(column for column in _columns(SupplierPurchases, _SHOWN) if column.key != "average")),
        query=_supplier_rows,
        totals=_supplier_totals,
        filters=(Filter.PERIOD, Filter.SUPPLIER, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(),),
        order=Order("amount", is_descending=True),
        leads_to=_lines_of_supplier,
        lead_words=_("看进货明细"),
        hint=_("从每个供应商进了多少货、退了多少、花了多少钱"),
    )


def amount_fen(row: HasPurchases) -> int:
    """What all of it came to, in fen."""
    return row.bought_amount - row.returned_amount + row.corrected_amount


def _columns(_rows: type[PurchasesRow], shown: Collection[str]) -> tuple[ReportColumn[PurchasesRow], ...]:
    money, quantity = ColumnKind.MONEY, ColumnKind.QUANTITY
    columns: tuple[ReportColumn[PurchasesRow], ...] = (
        ReportColumn("bought_quantity", _("进货数量"), quantity, lambda row: Quantity(row.bought_quantity)),
        ReportColumn("bought_amount", _("进货金额"), money, lambda row: Money(row.bought_amount)),
        ReportColumn("returned_quantity", _("退货数量"), quantity, lambda row: Quantity(row.returned_quantity)),
        ReportColumn("returned_amount", _("退货金额"), money, lambda row: Money(row.returned_amount)),
        ReportColumn("corrected_amount", _("价格调整"), money, lambda row: Money(row.corrected_amount)),
        ReportColumn("amount", _("实际金额"), money, lambda row: Money(amount_fen(row)), is_answer=True),
        ReportColumn("average", _("进货均价"), ColumnKind.PRICE, _average),
    )
    return shown_only(columns, shown)


def _product_rows(books: OpenTransaction, asked: Asked) -> list[ProductPurchases]:
    rows = rows_of(ProductPurchases, books, _by_product, asked)
    return sorted(rows, key=lambda row: (-amount_fen(row), row.product_id))


def _supplier_rows(books: OpenTransaction, asked: Asked) -> list[SupplierPurchases]:
    rows = rows_of(SupplierPurchases, books, _by_supplier, asked)
    return sorted(rows, key=lambda row: (-amount_fen(row), row.supplier_id))


def _supplier_totals(rows: Sequence[SupplierPurchases]) -> SupplierPurchases:
    return SupplierPurchases._make((0, _("合计"), *added_up(rows, 2, len(_FIGURES))))


@cache
def _by_product(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    came = _came_of_goods() if narrowed.supplier is None else _came(narrowed)
    sums = select(came.c.product_id, *_sums(came)).group_by(came.c.product_id).subquery("product_sums")
    figures = tuple(column for column in sums.c if column is not sums.c.product_id)
    return Query(with_goods(figures, sums, sums.c.product_id).where(*narrowed.goods), *NAMES)


@cache
def _by_supplier(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    came = _came(narrowed)
    sums = select(came.c.supplier_id, *_sums(came)).group_by(came.c.supplier_id)
    if narrowed.goods:
        sums = sums.join(Product, Product.id == came.c.product_id).where(*narrowed.goods)
    found = sums.subquery("supplier_sums")
    figures = tuple(column for column in found.c if column is not found.c.supplier_id)
    supplier = (func.coalesce(Partner.id, 0), func.coalesce(Partner.name, literal_column("''")))
    return Query(select(*supplier, *figures).outerjoin_from(found, Partner, Partner.id == found.c.supplier_id), *NAMES)


def _came(narrowed: Narrowing) -> Subquery:
    """Every line that came in, went back or was corrected, found by its document: a million lines in half a second.

    Shape: product_id, supplier_id and the five figures.
    """
    line, correction = GoodsReceiptLine, CostCorrectionLine
    went = (-line.quantity, -line.amount)
    arms: tuple[tuple[DocumentKind, Any, tuple[Any, ...]], ...] = (
        (DocumentKind.GOODS_RECEIPT, line, (line.quantity, line.amount, *_no(3))),
        (DocumentKind.SUPPLIER_RETURN, line, (*_no(2), *went, *_no(1))),
        (DocumentKind.COST_CORRECTION, correction, (*_no(4), correction.amount)),
    )
    rows = (
        select(row.product_id.label("product_id"), Document.partner_id.label("supplier_id"), *_named(figures))
        .join(Document, Document.id == row.document_id)
        .where(*_of_kind(kind), *narrowed.documents)
        for kind, row, figures in arms
    )
    return union_all(*rows).subquery("came")


def _came_of_goods() -> Subquery:
    """The same of all suppliers together: an index holds that, but not which of it went back, which is taken off.

    Shape: product_id and the five figures.
    """
    line, correction = GoodsReceiptLine, CostCorrectionLine
    every = select(line.product_id.label("product_id"), *_named((line.quantity, line.amount, *_no(3))))
    went = (-line.quantity, -line.amount)
    back = select(line.product_id, *_named((*went, *went, *_no(1)))).join(Document, Document.id == line.document_id)
    corrected = select(correction.product_id, *_named((*_no(4), correction.amount)))
    return union_all(
        every.where(line.day.between(FIRST, LAST)),
        back.where(*_of_kind(DocumentKind.SUPPLIER_RETURN)),
        corrected.where(correction.day.between(FIRST, LAST)),
    ).subquery("came")


def _of_kind(kind: DocumentKind) -> tuple[ColumnElement[bool], ...]:
    """In the index's own words."""
    return Document.kind == literal_column(f"'{kind.value}'"), Document.day.between(FIRST, LAST)


def _no(count: int) -> tuple[ColumnElement[int], ...]:
    return (NOTHING,) * count


def _named(figures: Sequence[Any]) -> tuple[ColumnElement[int], ...]:
    return tuple(figure.label(name) for name, figure in zip(_FIGURES, figures, strict=True))


def _sums(came: Subquery) -> tuple[ColumnElement[int], ...]:
    return tuple(func.sum(came.c[name]).label(name) for name in _FIGURES)


def _average(row: HasPurchases) -> UnitPrice | None:
    """What one unit came to, with everything that was added later."""
    quantity = row.bought_quantity - row.returned_quantity
    return UnitPrice(half_away_from_zero(amount_fen(row) * 100_000, quantity)) if quantity > 0 else None


def _supplier(row: SupplierPurchases) -> str:
    return row.name or no_supplier()


def _lines_of_product(row: ProductPurchases, asked: Asked) -> ToReport:
    return ToReport("purchase-lines", Asked(asked.period, None, asked.supplier_id, row.product_id))


def _lines_of_supplier(row: SupplierPurchases, asked: Asked) -> ToReport:
    narrower = Asked(asked.period, asked.category_id, row.supplier_id, asked.product_id, asked.text, asked.ticks)
    return ToReport("purchase-lines", narrower)
