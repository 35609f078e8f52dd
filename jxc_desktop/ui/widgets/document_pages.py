"""Which page opens a document of a kind by its key."""

from collections.abc import Callable

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.people.permission_table import OPENED_BY
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.page import Surroundings

PAGE_OF_KIND = {
    DocumentKind.SALE: "sales.list",
    DocumentKind.CUSTOMER_RETURN: "sales.list",
    DocumentKind.GOODS_RECEIPT: "purchasing.list",
    DocumentKind.SUPPLIER_RETURN: "purchasing.list",
    DocumentKind.OPENING_STOCK: "inventory.opening",
}


def open_document(
    surroundings: Surroundings, kind: DocumentKind, document_id: int, say: Callable[[str], object]
) -> None:
    """Go to the document's page; where there is none for whoever asks, `say` is given why."""
    page = PAGE_OF_KIND.get(kind)
    if page is None:
        say(_("这是盘点或成本调整，没有单独的页面"))
    elif not surroundings.shop.may(OPENED_BY[kind]):
        say(_("没有权限看这张单，请老板来看"))
    else:
        surroundings.show_page(page, document_id)
