"""A list with what stands round it: title and buttons, what happens, the rows, the keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.paged_list import PagedList
from jxc_desktop.ui.widgets.progress_line import ProgressLine


class ListSide(QWidget):
    """An empty list says itself what to do: then neither buttons nor keys are offered.

    Attributes:
        line: what the last act came to. work: an export that runs behind the page.

    Signals:
        cleared: Esc, and the whole list is there again.
    """

    cleared = Signal()

    def __init__(
        self,
        surroundings: Surroundings,
        title: str,
        buttons: Sequence[KeyButton],
        listing: PagedList[Any],
        hints: Sequence[KeyHint],
        body: QWidget | None = None,
    ) -> None:
        """`body` fills the middle where the list is only a part of what lies there."""
        super().__init__()
        self.line, progress = NoticeLine(), ProgressLine()
        self.work = FileWork(surroundings.background, self.line, progress)
        self.header, self.hints = PageHeader(title, buttons), HintLine(hints)
        self._list, self._buttons, self._keys = listing, tuple(buttons), tuple(hints)
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        for part in (self.header, self.line, progress):
            column.addWidget(part)
        column.addWidget(body or listing, 1)
        column.addWidget(self.hints)
        listing.refused.connect(self.line.say_refused)
        listing.failed.connect(surroundings.background.failed)
        listing.emptied.connect(self._on_emptied)

    def press(self, event: QKeyEvent) -> bool:
        """Esc goes one step back, letters and digits typed over the rows go to the search; False: another key."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
            return True
        return self._list.search.take_typed(event)

    def refuse(self, words: Refusal, _error: ShopError) -> None:
        """Why something was not done, in the line."""
        self.line.say_refused(words)

    def _step_back(self) -> None:
        if self.work.stop():
            return
        if self.line.is_saying():
            self.line.clear()
        else:
            self._list.clear_filter()
            self._list.search.take_focus()
            self.cleared.emit()

    def _on_emptied(self, is_empty: bool) -> None:
        for button in self._buttons:
            button.setVisible(not is_empty)
        self.hints.show_hints(() if is_empty else self._keys)
