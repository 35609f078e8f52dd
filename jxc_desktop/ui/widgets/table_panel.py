"""A table in its rounded panel, with what stands below it and what it says when it is empty."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.panel import Panel, paint_head
from jxc_desktop.ui.widgets.table import Table

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.empty_page import EmptyPage


class TablePanel(Panel):
    """Table, foot and empty page in one frame.

    Attributes:
        table: the table.
    """

    def __init__(
        self,
        table: Table[Any],
        foot: QWidget | None = None,
        empty: "EmptyPage | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self._empty = empty
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(table, 1)
        if foot is not None:
            column.addWidget(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        if empty is not None:
            self._pages.addWidget(empty)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The band behind the header reaches over the scroll bar; the table itself is see-through there."""
        super().paintEvent(event)
        header = self.table.horizontalHeader()
        if header.isVisible() and not self.is_empty_shown():
            band = self.contentsRect()
            band.setHeight(header.height())
            paint_head(QPainter(self), band, look().colours.border)

    def show_empty(self, is_empty: bool) -> None:
        """Show what an empty list says in place of the table; a filter that leaves nothing is not an empty list."""
        had_focus = self.table.hasFocus()
        self._pages.setCurrentIndex(1 if is_empty and self._empty is not None else 0)
        if had_focus:
            self.focus_empty()

    def focus_empty(self) -> bool:
        """Put the focus on what an empty list says is next; False: nothing is, or the list is not empty."""
        return self._empty is not None and self.is_empty_shown() and self._empty.take_focus()

    def press_empty(self, event: QKeyEvent) -> bool:
        """Press the button of this key on the empty page, while it is seen; False: there is none."""
        return self._empty is not None and self._empty.press(event)

    def is_empty_shown(self) -> bool:
        """Whether the empty page stands in place of the table."""
        return self._pages.currentIndex() == 1
