"""One of a few things, chosen from a list that cannot be typed into."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.widgets.combo import MOST_ROWS


class ListChoice(QComboBox):
    """F4 or Alt+↓ opens the list, ↑ ↓ choose the neighbour, the wheel does nothing while it is shut.

    Signals:
        picked: the key of another one, chosen by hand.
    """

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Hashable] = []
        self._chosen: Hashable | None = None
        self.setAccessibleName(name)
        self.setMaxVisibleItems(MOST_ROWS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._on_changed)

    def show_options(self, options: Sequence[tuple[Hashable, str]], chosen: Hashable) -> None:
        """Other things to choose from, key and words, and the chosen one; nobody is told."""
        self.blockSignals(True)
        self.clear()
        self._keys = [key for key, _words in options]
        self.addItems([words for _key, words in options])
        self.setCurrentIndex(self._keys.index(chosen) if chosen in self._keys else 0)
        self._chosen = self.chosen()
        self.blockSignals(False)

    def chosen(self) -> Hashable | None:
        """The key of the chosen one; None where there is nothing to choose from."""
        return self._keys[self.currentIndex()] if 0 <= self.currentIndex() < len(self._keys) else None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_changed(self, _place: int) -> None:
        if self.chosen() != self._chosen:
            self._chosen = self.chosen()
            self.picked.emit(self._chosen)
