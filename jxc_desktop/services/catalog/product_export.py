"""The list of products as a table to be written: the columns that are seen, the rows that are listed."""

from collections.abc import Callable

from jxc_desktop.services.catalog.product_list import ProductFilter, ProductRow, product_rows
from jxc_desktop.services.exchange.table import Cell, Column, Table, all_rows
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _


def product_table(books: OpenTransaction, wanted: ProductFilter, *, with_cost: bool) -> Table:
    """The list as it is searched, filtered and sorted; without costs none is read.

    The headings are those the import of goods understands, so a list that was written can be mended and read again.
    """
    rows = all_rows(lambda offset, limit: product_rows(books, wanted, offset, limit, with_cost=with_cost))
    columns = _columns(with_cost=with_cost)
    cells = (tuple(cell(row) for _heading, cell in columns) for row in rows)
    return Table(_("商品"), tuple(Column(heading) for heading, _cell in columns), cells)


def _columns(*, with_cost: bool) -> list[tuple[str, Callable[[ProductRow], Cell]]]:
    cost: list[tuple[str, Callable[[ProductRow], Cell]]] = [(_("进价"), lambda row: row.reference_cost)]
    return [
        (_("货号"), lambda row: row.code),
        (_("商品名称"), lambda row: row.name),
        (_("条码"), lambda row: row.barcode),
        (_("单位"), lambda row: row.unit),
        (_("类别"), lambda row: row.category),
        (_("规格"), lambda row: row.spec),
        (_("零售价"), lambda row: row.retail_price),
        (_("会员价"), lambda row: row.member_price),
        (_("批发价"), lambda row: row.wholesale_price),
        (_("最低售价"), lambda row: row.lowest_price),
        *(cost if with_cost else []),
        (_("状态"), lambda row: _("正常") if row.is_active else _("停用")),
    ]
