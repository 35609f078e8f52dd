"""The stock list as a table to be written: the columns that are seen, the rows that are listed, their totals."""

from collections.abc import Callable

from jxc_desktop.services.exchange.table import Cell, Column, Table, all_rows
from jxc_desktop.services.inventory.stock_list import StockFilter, StockRow, StockSummary, stock_rows, stock_summary
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_Columns = list[tuple[str, Callable[[StockRow], Cell], Callable[[StockSummary], Cell]]]


def stock_table(books: OpenTransaction, wanted: StockFilter, *, with_cost: bool) -> Table:
    """The list as it is searched, filtered and sorted, with its totals; without costs none is read."""
    rows = all_rows(lambda offset, limit: stock_rows(books, wanted, offset, limit, with_cost=with_cost))
    columns = _columns(with_cost=with_cost)
    summary = stock_summary(books, wanted, with_cost=with_cost)
    cells = (tuple(cell(row) for _h, cell, _t in columns) for row in rows)
    totals = tuple(total(summary) for _heading, _cell, total in columns)
    return Table(_("库存"), tuple(Column(heading) for heading, _cell, _total in columns), cells, totals)


def _columns(*, with_cost: bool) -> _Columns:
    cost: _Columns = [
        (_("成本"), lambda row: row.average_cost.to_price() if row.average_cost else None, _nothing),
        (_("库存金额"), lambda row: row.value, lambda summary: summary.value),
    ]
    return [
        (_("商品"), lambda row: row.name, lambda _summary: _("合计")),
        (_("条码"), lambda row: row.barcode, _nothing),
        (_("货号"), lambda row: row.code, _nothing),
        (_("规格"), lambda row: row.spec, _nothing),
        (_("单位"), lambda row: row.unit, _nothing),
        (_("现存"), lambda row: row.quantity, lambda summary: summary.quantity),
        (_("零售价"), lambda row: row.retail_price, _nothing),
        *(cost if with_cost else []),
    ]


def _nothing(_summary: StockSummary) -> Cell:
    return None
