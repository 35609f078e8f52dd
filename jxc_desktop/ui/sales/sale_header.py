"""The first line of the sales list: of the list itself, or of the document that is open, with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.page_header import PageHeader


class SaleHeader(QWidget):
    """Title, note, badge, and the acts that can be done now.

    Signals:
        back: the way back was clicked. pressed: the key of the button that was clicked.
    """

    back = Signal()
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = (*_list_buttons(), *_document_buttons())
        self._list = PageHeader(buttons=self._buttons[:2])
        self._document = PageHeader(buttons=self._buttons[2:], has_back=True)
        self._document.back.connect(self.back)
        self._heads = QStackedLayout(self)
        self._heads.addWidget(self._list)
        self._heads.addWidget(self._document)
        for button in self._buttons:
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
        for button in self._buttons:
            button.setVisible(button.key in keys)

    def offered(self) -> list[str]:
        """The keys of the buttons on the screen, from left to right."""
        shown = self._buttons[:2] if self._heads.currentIndex() == 0 else self._buttons[2:]
        return [button.key for button in shown if not button.isHidden()]

    def words(self) -> str:
        """Title, note and badge as plain text."""
        return (self._list if self._heads.currentIndex() == 0 else self._document).words()


def _list_buttons() -> list[KeyButton]:
    return [
        KeyButton(_("补打"), "Ctrl+P", icon="printer"),
        KeyButton(_("退货"), "F8", icon="receipt-refund"),
    ]


def _document_buttons() -> list[KeyButton]:
    return [
        KeyButton(_("红冲"), "F7", ButtonKind.DANGER, icon="arrow-back-up"),
        *_list_buttons(),
        KeyButton(_("全部退"), "F6", icon="checks"),
        KeyButton(_("退款"), "F9", ButtonKind.PRIMARY, icon="receipt-refund"),
    ]
