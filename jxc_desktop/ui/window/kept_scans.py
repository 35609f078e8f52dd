"""Scans that come while a dialog lies over the page: none is lost, and none does anything before it is closed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog

from jxc_desktop.ui.widgets.dialog import Dialog


class KeptScans(QObject):
    """Keeps scans until the dialog over the page is gone.

    Signals:
        handed_on: a scan, as soon as the page can take it.
    """

    handed_on = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._over: QDialog | None = None

    def keep(self, code: str) -> bool:
        """Keep a scan; False where nothing lies over the page, or only what its page hands scans to itself."""
        over = QApplication.activeModalWidget()
        if not isinstance(over, QDialog) or (isinstance(over, Dialog) and over.page_takes_scans):
            return False
        if self._over is None:
            self._over = over
            over.finished.connect(self._hand_on)
        self._codes.append(code)
        for dialog in {over, self._over}:
            if isinstance(dialog, Dialog):
                dialog.show_kept(len(self._codes))
        return True

    def _hand_on(self) -> None:
        over, self._over = self._over, None
        codes, self._codes = self._codes, []
        if over is not None:
            over.finished.disconnect(self._hand_on)
        if isinstance(over, Dialog):
            over.show_kept(0)
        for code in codes:
            self.handed_on.emit(code)
