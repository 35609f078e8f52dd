"""The list of sales as a table to be written: the rows that are listed, their total. No cost is among them."""

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.people.document_list import state_word
from jxc_desktop.services.sales.sale_list import SaleRow, sale_rows, sale_totals
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def sale_table(books: OpenTransaction, wanted: DocumentFilter) -> Table:
    """The list as it is filtered, with what it comes to."""
    _count, amount = sale_totals(books, wanted)
    return listed(_("零售单"), _columns(amount), lambda offset, limit: sale_rows(books, wanted, offset, limit))


def _columns(amount: Money) -> list[ListColumn[SaleRow]]:
    return [
        ListColumn(_("单号"), lambda row: row.number, _("合计")),
        ListColumn(_("时间"), lambda row: row.moment),
        ListColumn(_("类型"), lambda row: _("退货") if row.kind is DocumentKind.CUSTOMER_RETURN else _("销售")),
        ListColumn(_("行数"), lambda row: row.line_count),
        ListColumn(_("金额"), lambda row: row.amount, amount),
        ListColumn(_("状态"), state_word),
        ListColumn(_("付款"), lambda row: "+".join(row.ways_of_paying)),
        ListColumn(_("会员"), lambda row: row.member_code),
        ListColumn(_("收银员"), lambda row: row.operator),
    ]
