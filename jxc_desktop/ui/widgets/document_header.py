"""The first line of a page of documents: of the list itself, or of the document that is open, with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.page_header import PageHeader


class DocumentHeader(QWidget):
    """Title, note, badge, and the acts that can be done now.

    Signals:
        back: the way back was clicked. pressed: the key of the button that was clicked.
    """

    back = Signal()
    pressed = Signal(str)

    def __init__(self, of_list: Sequence[KeyButton], of_document: Sequence[KeyButton]) -> None:
        super().__init__()
        self._of_list, self._of_document = tuple(of_list), tuple(of_document)
        self._list = PageHeader(buttons=of_list)
        self._document = PageHeader(buttons=of_document, has_back=True)
        self._document.back.connect(self.back)
        self._heads = QStackedLayout(self)
        self._heads.addWidget(self._list)
        self._heads.addWidget(self._document)
        for button in (*self._of_list, *self._of_document):
            button.clicked.connect(lambda _checked=False, key=button.key: self.pressed.emit(key))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say_list(self, title: str, note: str) -> None:
        """The list, and what it shows."""
        self._list.show_title(title, note)
        self._heads.setCurrentWidget(self._list)

    def say_document(self, title: str, note: str = "", badge: Badge | None = None) -> None:
        """A document and its state."""
        self._document.show_title(title, note, badge)
        self._heads.setCurrentWidget(self._document)

    def offer(self, keys: Sequence[str]) -> None:
        """Show only the buttons of these keys: what cannot be done here at all is not on the screen."""
        for button in (*self._of_list, *self._of_document):
            button.setVisible(button.key in keys)

    def offered(self) -> list[str]:
        """The keys of the buttons on the screen, from left to right."""
        shown = self._of_list if self._heads.currentIndex() == 0 else self._of_document
        return [button.key for button in shown if not button.isHidden()]

    def words(self) -> str:
        """Title, note and badge as plain text."""
        return (self._list if self._heads.currentIndex() == 0 else self._document).words()
