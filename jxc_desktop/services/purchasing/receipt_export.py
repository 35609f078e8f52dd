"""The list of receipts as a table to be written: the rows that are listed, their totals."""

from collections.abc import Callable

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.exchange.table import Cell, Column, Table, all_rows
from jxc_desktop.services.purchasing.receipt import ReceiptRow, ReceiptTotals
from jxc_desktop.services.purchasing.receipt_list import receipt_rows, receipt_totals
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _

_Columns = list[tuple[str, Callable[[ReceiptRow], Cell], Callable[[ReceiptTotals], Cell]]]


def receipt_table(books: OpenTransaction, wanted: DocumentFilter) -> Table:
    """The list as it is filtered, with its totals."""
    rows = all_rows(lambda offset, limit: receipt_rows(books, wanted, offset, limit))
    columns = _columns()
    totals = receipt_totals(books, wanted)
    return Table(
        _("采购入库单"),
        tuple(Column(heading) for heading, _cell, _total in columns),
        (tuple(cell(row) for _heading, cell, _total in columns) for row in rows),
        tuple(total(totals) for _heading, _cell, total in columns),
    )


def _columns() -> _Columns:
    return [
        (_("单号"), lambda row: row.number, lambda _totals: _("合计")),
        (_("日期"), lambda row: row.day, _nothing),
        (_("类型"), _kind, _nothing),
        (_("供应商"), lambda row: row.supplier, _nothing),
        (_("品种"), lambda row: row.product_count, lambda totals: totals.products),
        (_("数量"), lambda row: row.quantity, lambda totals: totals.quantity),
        (_("金额"), lambda row: row.amount, lambda totals: totals.amount),
        (_("状态"), _state, _nothing),
        (_("付款"), lambda row: row.paid_from, _nothing),
        (_("经手"), lambda row: row.operator, _nothing),
    ]


def _kind(row: ReceiptRow) -> str:
    return _("退货") if row.kind is DocumentKind.SUPPLIER_RETURN else _("入库")


def _state(row: ReceiptRow) -> str:
    if row.is_mirror:
        return _("红冲单")
    return _("已红冲") if row.state is DocumentState.REVERSED else _("已过账")


def _nothing(_totals: ReceiptTotals) -> Cell:
    return None
