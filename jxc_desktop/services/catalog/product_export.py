"""The list of products as a table to be written: the columns that are seen, the rows that are listed."""

from jxc_desktop.services.catalog.product_list import ProductFilter, ProductRow, product_rows
from jxc_desktop.services.exchange.table import ListColumn, Table, listed
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def product_table(books: OpenTransaction, wanted: ProductFilter, *, with_cost: bool) -> Table:
    """The list as it is searched, filtered and sorted; without costs none is read.

    The headings are those the import of goods understands, so a list that was written can be mended and read again.
    """
    return listed(
        _("商品"),
        _columns(with_cost=with_cost),
        lambda offset, limit: product_rows(books, wanted, offset, limit, with_cost=with_cost),
    )


def _columns(*, with_cost: bool) -> list[ListColumn[ProductRow]]:
    cost: list[ListColumn[ProductRow]] = [ListColumn(_("进价"), lambda row: row.reference_cost)]
    return [
        ListColumn(_("货号"), lambda row: row.code),
        ListColumn(_("商品名称"), lambda row: row.name),
        ListColumn(_("条码"), lambda row: row.barcode),
        ListColumn(_("单位"), lambda row: row.unit),
        ListColumn(_("类别"), lambda row: row.category),
        ListColumn(_("规格"), lambda row: row.spec),
        ListColumn(_("零售价"), lambda row: row.retail_price),
        ListColumn(_("会员价"), lambda row: row.member_price),
        ListColumn(_("批发价"), lambda row: row.wholesale_price),
        ListColumn(_("最低售价"), lambda row: row.lowest_price),
        *(cost if with_cost else []),
        ListColumn(_("状态"), lambda row: _("正常") if row.is_active else _("停用")),
    ]
