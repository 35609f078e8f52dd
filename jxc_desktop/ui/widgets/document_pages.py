"""Which page opens a document of a kind by its key."""

from jxc_desktop.models.values.document_state import DocumentKind

PAGE_OF_KIND = {
    DocumentKind.SALE: "sales.list",
    DocumentKind.CUSTOMER_RETURN: "sales.list",
    DocumentKind.GOODS_RECEIPT: "purchasing.list",
    DocumentKind.SUPPLIER_RETURN: "purchasing.list",
    DocumentKind.OPENING_STOCK: "inventory.opening",
}
