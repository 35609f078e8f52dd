"""The print preview over the page that asked for it: opened in its place, closed to where one was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from jxc_desktop.ui.widgets.print_preview_request import PRINT_PREVIEW, PreviewOf
from jxc_desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from jxc_desktop.ui.background import Background
    from jxc_desktop.ui.widgets.pc_choices import PcChoices
    from jxc_desktop.ui.window.printing.paper_devices import PaperDevices
    from jxc_desktop.ui.window.printing.print_preview import PrintPreview


class PreviewShown(QObject):
    """At most one preview at a time.

    Attributes:
        preview: the one that lies over the page; None where there is none.
    """

    def __init__(
        self,
        window: MainWindow,
        pc: "PcChoices",
        background: "Callable[[], Background]",
        devices: "Callable[[], PaperDevices]",
    ) -> None:
        super().__init__(window)
        self._window, self._pc, self._background, self._devices = window, pc, background, devices
        self._drawing: Background | None = None
        self._codes: list[str] = []
        self._page: QWidget | None = None
        self._focus: QWidget | None = None
        self.preview: PrintPreview | None = None

    def show_page(self, key: str, item: object = None) -> None:
        """Bring a page to the front, or the preview over the one that is there."""
        if key == PRINT_PREVIEW and isinstance(item, PreviewOf):
            self.open(item)
        else:
            self._window.show_page(key, item)

    def open(self, wanted: PreviewOf) -> None:
        """Lay the preview over the page in front."""
        from jxc_desktop.ui.window.printing.print_preview import PrintPreview

        page, stack = self._window.current_page(), self._stack()
        if page is None or stack is None or self.preview is not None:
            return
        self._page, self._focus = page, QApplication.focusWidget()
        self.preview = PrintPreview(self._devices(), self._pc, wanted, self._background(), self._worker())
        self.preview.left.connect(self.close)
        stack.addWidget(self.preview)
        stack.setCurrentWidget(self.preview)
        stack.currentChanged.connect(self._on_changed)
        self.preview.setFocus()

    def close(self) -> None:
        """Back to the page, with the focus where it was."""
        stack, page, focus = self._stack(), self._page, self._focus
        if stack is None or page is None:
            return
        stack.setCurrentWidget(page)  # which lets go of the preview
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus()

    def keep_scan(self, code: str) -> bool:
        """Keep a scan for the page below; False where no preview lies over it."""
        if self.preview is None:
            return False
        self._codes.append(code)
        self.preview.say_kept(len(self._codes))
        return True

    def _worker(self) -> "Background":
        """One for all previews, of its own: a page turns while an import runs."""
        if self._drawing is None:
            from jxc_desktop.ui.background import Background

            self._drawing = Background(self)
            self._drawing.failed.connect(self._background().failed)
            self._window.closing.connect(self._drawing.wait)
        return self._drawing

    def _stack(self) -> QStackedWidget | None:
        page = self._page or self._window.current_page()
        stack = page.parentWidget() if page is not None and shiboken6.isValid(page) else None
        return stack if isinstance(stack, QStackedWidget) else None

    def _on_changed(self) -> None:
        """Whatever took its place: the preview is over, and what was scanned meanwhile reaches the page."""
        stack, preview = self._stack(), self.preview
        if stack is None or preview is None or stack.currentWidget() is preview:
            return
        stack.currentChanged.disconnect(self._on_changed)
        self.preview = self._page = None
        stack.removeWidget(preview)
        preview.deleteLater()
        codes, self._codes = self._codes, []
        for code in codes:
            self._window.take_scan(code)
