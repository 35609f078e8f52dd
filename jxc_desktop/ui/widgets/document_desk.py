"""What a desk gives its page of documents: what it lists, how one of them is shown, and what can be done with it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic

from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.document_list import Listing, Row
from jxc_desktop.ui.widgets.document_view import DocumentSheet, Line
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.return_form import ReturnDesk


class DocumentDesk(ABC, Generic[Row, Line]):
    """The services of a desk and its words.

    Attributes:
        reverse_call: the name of the call that undoes a document, as the table of permissions has it.
        scan_hint: what a scan does in the list.
    """

    reverse_call: str
    scan_hint: str

    @abstractmethod
    def listing(self) -> Listing[Row]:
        """The list."""

    @abstractmethod
    def line_columns(self) -> list[Column[Line]]:
        """The columns of a document's lines."""

    @abstractmethod
    def sections(self) -> tuple[str, ...]:
        """What the figures beside a document are called."""

    @abstractmethod
    def buttons(self) -> tuple[Sequence[KeyButton], Sequence[KeyButton]]:
        """The buttons over the list, and those over a document and the form of a return."""

    @abstractmethod
    def list_keys(self, has_rows: bool, is_empty: bool) -> list[str]:
        """The keys of the buttons that are of use over the list; has_rows: the filter leaves some."""

    @abstractmethod
    def sheet_of(self, document_id: int) -> DocumentSheet[Line]:
        """One document, read.

        Raises:
            NotFoundError: there is none.
        """

    @abstractmethod
    def key_of_number(self, number: str) -> int | None:
        """The document of this number; None: it is none of this desk."""

    @abstractmethod
    def reverse(self, document_id: int, reason: str) -> int:
        """Undo a document; the key of its mirror."""

    @abstractmethod
    def return_desk(self) -> ReturnDesk:
        """What the form of a return works with."""

    @abstractmethod
    def returned_words(self, document_id: int) -> tuple[str, str]:
        """What is said of a return that was posted: the fact, and what was paid for it."""

    @abstractmethod
    def begin_first(self) -> None:
        """F9 over an empty list: go where the first document is made."""
