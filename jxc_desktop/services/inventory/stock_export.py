"""The stock list as a table to be written: the columns that are seen, the rows that are listed, their totals."""

from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.inventory.stock_list import StockFilter, StockRow, StockSummary, stock_rows, stock_summary
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def stock_table(books: OpenTransaction, wanted: StockFilter, *, with_cost: bool) -> Table:
    """The list as it is searched, filtered and sorted, with its totals; without costs none is read."""
    return listed(
        _("库存"),
        _columns(stock_summary(books, wanted, with_cost=with_cost), with_cost=with_cost),
        lambda offset, limit: stock_rows(books, wanted, offset, limit, with_cost=with_cost),
    )


def _columns(summary: StockSummary, *, with_cost: bool) -> list[ListColumn[StockRow]]:
    cost: list[ListColumn[StockRow]] = [
        ListColumn(_("成本"), lambda row: row.average_cost.to_price() if row.average_cost else None),
        ListColumn(_("库存金额"), lambda row: row.value, summary.value),
    ]
    return [
        ListColumn(_("商品"), lambda row: row.name, _("合计")),
        ListColumn(_("条码"), lambda row: row.barcode),
        ListColumn(_("货号"), lambda row: row.code),
        ListColumn(_("规格"), lambda row: row.spec),
        ListColumn(_("单位"), lambda row: row.unit),
        ListColumn(_("现存"), lambda row: row.quantity, summary.quantity),
        ListColumn(_("零售价"), lambda row: row.retail_price),
        *(cost if with_cost else []),
    ]
