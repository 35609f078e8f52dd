"""进货明细: every line that came in or went back, and every correction of what one cost."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Subquery, null, select

from jxc_desktop.models.records import CostCorrectionLine, Document, GoodsReceiptLine, Partner, Product
from jxc_desktop.models.values.days import day_if_any, moment_if_any
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.reports.acts import act_word, document_of
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
    with_goods,
)
from jxc_desktop.services.reports.line_limit import counting, refuse_too_long
from jxc_desktop.services.reports.report import Asked, ColumnKind, Filter, Order, ReportColumn, ReportSpec
from jxc_desktop.services.reports.sales_sums import NOTHING
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_SUMS = 4


class BoughtLine(NamedTuple):
    """One line of a receipt or supplier return, one correction, or all of them.

    Units: quantity in 1/1000 of the base unit, price in 1/10000 yuan per unit bought, amounts in fen.

    Attributes:
        amount: what is owed for it. tax: the part that may be deducted; the rest went into stock.
        day, expires_on: numbers of days.
    """

    product_id: int
    code: str
    name: str
    barcode: str
    category: str
    spec: str
    unit: str
    quantity: int
    discount: int
    amount: int
    tax: int
    price: int | None
    lot_number: str | None
    expires_on: int | None
    day: int
    document_id: int
    number: str
    kind: str
    is_mirror: bool
    moment: str
    supplier: str | None


def purchase_lines_report() -> ReportSpec[BoughtLine]:
    """One row a line, in the order they came in."""
    return ReportSpec(
        name="purchase-lines",
        title=_("进货明细"),
        columns=_columns(),
        query=_rows,
        totals=_totals,
        filters=(Filter.PERIOD, Filter.SUPPLIER, Filter.CATEGORY, Filter.TEXT, Filter.PRODUCT),
        ticks=(own_category(),),
        order=Order("day"),
        leads_to=document_of,
        lead_words=_("看单据"),
        hint=_("每一行进了什么、从谁那里、多少钱"),
    )


def _columns() -> tuple[ReportColumn[BoughtLine], ...]:
    money = ColumnKind.MONEY
    return (
        ReportColumn("day", _("日期"), ColumnKind.DATE, lambda row: day_if_any(row.day)),
        ReportColumn("moment", _("时间"), ColumnKind.MOMENT, lambda row: moment_if_any(row.moment), is_shown=False),
        ReportColumn("act", _("类型"), ColumnKind.TEXT, lambda row: act_word(row) if row.kind else ""),
        ReportColumn("number", _("单号"), ColumnKind.NUMBER, lambda row: row.number),
        ReportColumn("supplier", _("供应商"), ColumnKind.TEXT, _supplier),
        *goods_columns(BoughtLine, ("name",)),
        ReportColumn("quantity", _("数量"), ColumnKind.QUANTITY, lambda row: Quantity(row.quantity)),
        ReportColumn("price", _("进价"), ColumnKind.PRICE, _price),
        ReportColumn("discount", _("优惠"), money, lambda row: Money(row.discount), is_shown=False),
        ReportColumn("amount", _("金额"), money, lambda row: Money(row.amount), is_answer=True),
        ReportColumn("tax", _("可抵扣税额"), money, lambda row: Money(row.tax), is_shown=False),
        ReportColumn("lot", _("批号"), ColumnKind.CODE, lambda row: row.lot_number, is_shown=False),
        ReportColumn(
            "expires_on", _("到期日"), ColumnKind.DATE, lambda row: day_if_any(row.expires_on), is_shown=False
        ),
    )


def _rows(books: OpenTransaction, asked: Asked) -> list[BoughtLine]:
    refuse_too_long(books, _count, asked)
    return rows_of(BoughtLine, books, _question, asked)


def _totals(rows: Sequence[BoughtLine]) -> BoughtLine:
    sums = added_up(rows, FACTS, _SUMS)
    return BoughtLine._make((*goods_of_all(), *sums, None, None, None, 0, 0, "", "", False, "", ""))


@cache
def _question(narrowed: Narrowing) -> Query[tuple[Any, ...]]:
    lines = _bought_lines()
    names = ("quantity", "discount", "amount", "tax", "price", "lot_number", "expires_on", "day")
    head = (Document.id, Document.number, Document.kind, Document.reverses_id.is_not(None), Document.moment)
    source = lines.join(Document, Document.id == lines.c.document_id)
    rows = with_goods((*(lines.c[name] for name in names), *head, Partner.name), source, lines.c.product_id)
    rows = rows.outerjoin(Partner, Partner.id == Document.partner_id)
    wanted = rows.where(*narrowed.goods, *narrowed.documents)
    return Query(wanted.order_by(lines.c.day, Document.id, lines.c.line_no), *NAMES)


@cache
def _count(narrowed: Narrowing) -> Query[tuple[int]]:
    lines = _bought_lines()
    rows = (
        select(lines.c.product_id)
        .join(Document, Document.id == lines.c.document_id)
        .join(Product, Product.id == lines.c.product_id)
    )
    return counting(rows.where(*narrowed.goods, *narrowed.documents))


def _bought_lines() -> Subquery:
    """Every line of the period; a correction is one without goods.

    Shape: product_id, quantity, amount and more; what was corrected is in the amount too.
    """
    line, correction = GoodsReceiptLine, CostCorrectionLine
    received = select(
        line.product_id.label("product_id"),
        line.quantity.label("quantity"),
        line.discount.label("discount"),
        line.amount.label("amount"),
        line.tax.label("tax"),
        line.price.label("price"),
        line.lot_number.label("lot_number"),
        line.expires_on.label("expires_on"),
        line.day.label("day"),
        line.document_id.label("document_id"),
        line.line_no.label("line_no"),
    ).where(line.day.between(FIRST, LAST))
    corrected = select(
        correction.product_id,
        *(NOTHING, NOTHING),
        correction.amount,
        NOTHING,
        *(null(), null(), null()),
        correction.day,
        correction.document_id,
        correction.line_no,
    ).where(correction.day.between(FIRST, LAST))
    return received.union_all(corrected).subquery("bought_lines")


def _supplier(row: BoughtLine) -> str:
    return no_supplier() if row.supplier is None else row.supplier


def _price(row: BoughtLine) -> UnitPrice | None:
    return None if row.price is None else UnitPrice(row.price)
