"""The search of a list: it asks when one pauses, never at each key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_names import ENTERS

PAUSE_MS = 120
WIDTH = 220


class SearchLine(InputLine):
    """A line whose text is searched for.

    Signals:
        searched: another text to search for, without blanks around it.
        left_downwards: ↓ or Enter: on to the rows.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(icon="search", key="Ctrl+F", parent=parent)
        self._searched = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(look().px(WIDTH))
        self.textChanged.connect(self._pause.start)

    def search_for(self, text: str) -> None:
        """Another text, searched for at once."""
        self.setText(text)
        self.search_now()

    def take_focus(self) -> None:
        """Ready for another text in place of what is written."""
        self.setFocus()
        self.selectAll()

    def take_typed(self, event: QKeyEvent) -> bool:
        """A letter or digit typed elsewhere on the page begins a search; whether the key was one."""
        text = event.text()
        if not text or not text.isprintable() or self.hasFocus():
            return False
        self.setFocus()
        self.setText(text)
        return True

    def search_now(self) -> None:
        """Search for what is written, if that is not what is shown already."""
        self._pause.stop()
        text = self.text().strip()
        if text != self._searched:
            self._searched = text
            self.searched.emit(text)

    def searched_text(self) -> str:
        """What is searched for."""
        return self._searched

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down or event.key() in ENTERS:
            self.search_now()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
