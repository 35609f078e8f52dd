"""The panel at the right that follows the chosen row; on a narrow window F8 opens it over the table."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.panel import Panel

NARROW_WINDOW = 1200
GAP = 14


class SidePanel(Panel):
    """A panel of fixed width, filled from the top.

    Units: width in pixels of the design, 300 to 380.

    Raises:
        ValueError: the width is outside the design.
    """

    def __init__(self, width: int = 340, parent: QWidget | None = None) -> None:
        if not 300 <= width <= 380:
            raise ValueError(width)
        super().__init__(parent)
        self._design_width = width
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """One more part at the foot of the panel."""
        self._column.addWidget(part, stretch)

    def pixels(self) -> int:
        """The width of the panel.

        Units: pixels.
        """
        return look().px(self._design_width)


class BesidePanel(QWidget):
    """A page's main part with its side panel, which is hidden below 1200 pixels until it is opened.

    Attributes:
        main: the part that takes the rest of the room.
        panel: the side panel.
    """

    def __init__(self, main: QWidget, panel: SidePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main, self.panel = main, panel
        self._is_opened = self._is_alone = False
        main.setParent(self)
        panel.setParent(self)

    def open_panel(self) -> None:
        """Show the panel, over the table where there is no room beside it."""
        self._is_opened = True
        self._arrange()
        self.panel.raise_()

    def close_panel(self) -> None:
        """Hide the panel again where it lay over the table."""
        if self._is_opened:
            self._is_opened = False
            self._arrange()

    def show_alone(self, is_alone: bool) -> None:
        """Only the main part, over the whole width: there is nothing the panel could show."""
        self._is_alone = is_alone
        self._arrange()

    def is_over(self) -> bool:
        """Whether the panel lies over the table now."""
        return self._is_opened and not self.has_room()

    def has_room(self) -> bool:
        """Whether table and panel stand side by side."""
        return self.window().width() >= NARROW_WINDOW

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide, beside = self.panel.pixels(), self.has_room() and not self._is_alone
        left = self.width() - wide
        self.main.setGeometry(QRect(0, 0, left - look().px(GAP) if beside else self.width(), self.height()))
        self.panel.setGeometry(QRect(left, 0, wide, self.height()))
        self.panel.setVisible(not self._is_alone and (beside or self._is_opened))
