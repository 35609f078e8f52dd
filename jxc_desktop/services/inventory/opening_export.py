"""The documents of opening stock as a table to be written."""

from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.inventory.opening_list import OpeningRow, opening_rows
from jxc_desktop.services.people.document_list import state_word
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def opening_table(books: OpenTransaction) -> Table:
    """All of them, the newest first."""
    return listed(_("期初库存"), _columns(), lambda offset, limit: opening_rows(books, offset, limit))


def _columns() -> list[ListColumn[OpeningRow]]:
    return [
        ListColumn(_("单号"), lambda row: row.number),
        ListColumn(_("日期"), lambda row: row.day),
        ListColumn(_("种类"), lambda row: row.lines),
        ListColumn(_("数量"), lambda row: row.quantity),
        ListColumn(_("金额"), lambda row: row.amount),
        ListColumn(_("经手"), lambda row: row.operator),
        ListColumn(_("红冲原因"), lambda row: row.note),
        ListColumn(_("状态"), state_word),
    ]
