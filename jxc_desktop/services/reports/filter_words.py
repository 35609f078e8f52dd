"""What narrowed a report, in words: above the table and on the paper."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Category, Partner, Product
from jxc_desktop.services.reports.report import NO_CATEGORY, NO_SUPPLIER, Asked, Period, ReportSpec
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_CATEGORY = Query[tuple[str]](select(Category.name).where(Category.id == bindparam("id")), "id")
_PARTNER = Query[tuple[str]](select(Partner.name).where(Partner.id == bindparam("id")), "id")
_PRODUCT = Query[tuple[str]](select(Product.name).where(Product.id == bindparam("id")), "id")


def filter_words(books: OpenTransaction, spec: ReportSpec[Any], asked: Asked) -> tuple[str, ...]:
    """Everything that narrows the report, the period first."""
    return tuple(_words(books, spec, asked))


def no_supplier() -> str:
    """What stands for the supplier of purchases that name none."""
    return _("没写供应商")


def period_words(period: Period) -> str:
    """A period with its ends; an end that is open is left out."""
    if period.first == period.last:
        return str(period.first)
    if period.first == date.min:
        return _("截至 {last}").format(last=period.last) if period.last != date.max else _("全部日期")
    if period.last == date.max:
        return _("{first} 起").format(first=period.first)
    return _("{first} 至 {last}").format(first=period.first, last=period.last)


def _words(books: OpenTransaction, spec: ReportSpec[Any], asked: Asked) -> Iterator[str]:
    if asked.period is not None:
        yield period_words(asked.period)
    if asked.category_id == NO_CATEGORY:
        yield _("未分类")
    if asked.supplier_id == NO_SUPPLIER:
        yield no_supplier()
    for query, key in ((_CATEGORY, asked.category_id), (_PARTNER, asked.supplier_id), (_PRODUCT, asked.product_id)):
        row = None if key is None else books.row(query, key)
        if row is not None:
            yield row[0]
    if asked.text:
        yield _("含“{text}”").format(text=asked.text)
    on = {tick.name for tick in spec.ticks if tick.is_on} if asked.ticks is None else asked.ticks
    yield from (tick.word for tick in spec.ticks if tick.name in on)
