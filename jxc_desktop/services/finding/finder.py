"""Finding goods, documents and suppliers by whatever one remembers of them."""

from collections.abc import Sequence

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.finding.documents import documents_by_number, documents_holding, documents_of
from jxc_desktop.services.finding.found import DocumentFound, Findings, ProductFound
from jxc_desktop.services.finding.products import products_found, products_of
from jxc_desktop.services.finding.suppliers import suppliers_found
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.permission_table import OPENED_BY
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

# One letter fits so many products that what the first of them is on says nothing.
FEWEST_LETTERS = 2


class Finder:
    """Looks through the whole shop; what the operator may not open is not found, and no cost is told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, text: str, most: int = 3) -> Findings:
        """At most so many of each: products, documents by number or by the best product, suppliers."""
        with self._desk.question("finder.find") as books:
            products = products_found(books, text, most)
            suppliers = suppliers_found(books, text, most) if self._desk.may("partners.suppliers") else []
            documents = self._documents(books, text, products, most)
        return Findings(tuple(products), tuple(documents), tuple(suppliers))

    def recall(self, products: Sequence[int], documents: Sequence[int]) -> Findings:
        """What these products and documents are by now; what is gone, or not for this operator, is left out."""
        with self._desk.question("finder.recall") as books:
            found = products_of(books, products)
            return Findings(tuple(found), tuple(documents_of(books, documents, self._kinds())))

    def _documents(
        self, books: OpenTransaction, text: str, products: Sequence[ProductFound], most: int
    ) -> list[DocumentFound]:
        kinds = self._kinds()
        found = documents_by_number(books, text, kinds, most)
        if products and len(found) < most and len(text.strip()) >= FEWEST_LETTERS:
            known = {document.document_id for document in found}
            holding = documents_holding(books, products[0], kinds, most)
            found += [document for document in holding if document.document_id not in known]
        return found[:most]

    def _kinds(self) -> list[DocumentKind]:
        return [kind for kind, call in OPENED_BY.items() if self._desk.may(call)]
