"""The list of receipts as a table to be written: the rows that are listed, their totals."""

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.people.document_list import state_word
from jxc_desktop.services.purchasing.receipt import ReceiptRow, ReceiptTotals
from jxc_desktop.services.purchasing.receipt_list import receipt_rows, receipt_totals
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def receipt_table(books: OpenTransaction, wanted: DocumentFilter) -> Table:
    """The list as it is filtered, with its totals."""
    columns = _columns(receipt_totals(books, wanted))
    return listed(_("采购入库单"), columns, lambda offset, limit: receipt_rows(books, wanted, offset, limit))


def _columns(totals: ReceiptTotals) -> list[ListColumn[ReceiptRow]]:
    return [
        ListColumn(_("单号"), lambda row: row.number, _("合计")),
        ListColumn(_("日期"), lambda row: row.day),
        ListColumn(_("类型"), _kind),
        ListColumn(_("供应商"), lambda row: row.supplier),
        ListColumn(_("品种"), lambda row: row.product_count, totals.products),
        ListColumn(_("数量"), lambda row: row.quantity, totals.quantity),
        ListColumn(_("金额"), lambda row: row.amount, totals.amount),
        ListColumn(_("状态"), state_word),
        ListColumn(_("付款"), lambda row: row.paid_from),
        ListColumn(_("经手"), lambda row: row.operator),
    ]


def _kind(row: ReceiptRow) -> str:
    return _("退货") if row.kind is DocumentKind.SUPPLIER_RETURN else _("入库")
