"""What stands behind a line of a report: the act that wrote it, in a word, and its document."""

from collections.abc import Callable
from typing import Protocol

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.reports.report import Asked, ToDocument
from jxc_desktop.services.words import _

_ACTS: dict[DocumentKind, Callable[[], str]] = {
    DocumentKind.SALE: lambda: _("零售"),
    DocumentKind.CUSTOMER_RETURN: lambda: _("零售退货"),
    DocumentKind.GOODS_RECEIPT: lambda: _("采购入库"),
    DocumentKind.SUPPLIER_RETURN: lambda: _("采购退货"),
    DocumentKind.COUNT: lambda: _("盘点"),
    DocumentKind.OPENING_STOCK: lambda: _("期初"),
    DocumentKind.COST_CORRECTION: lambda: _("价格调整"),
}


class HasDocument(Protocol):
    """A row that stands for a document, or for a line of one."""

    @property
    def document_id(self) -> int:
        """The document's key."""

    @property
    def kind(self) -> str:
        """Its kind, as the books store it."""

    @property
    def is_mirror(self) -> bool:
        """Whether it undoes another."""


def act_word(row: HasDocument) -> str:
    """What was done."""
    act = _ACTS[DocumentKind(row.kind)]()
    return _("{act}红冲").format(act=act) if row.is_mirror else act


def document_of(row: HasDocument, _asked: Asked) -> ToDocument | None:
    """Where Enter on the row goes; nowhere from a row of totals."""
    return ToDocument(DocumentKind(row.kind), row.document_id) if row.kind else None
