"""Which file to read, where to write: asked in a dialog of the system that blocks nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from jxc_desktop.services.words import _


def ask_file_to_read(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a sheet; `chosen` is told which."""
    dialog = _dialog(parent, title, [_("表格 (*.xlsx *.xls *.ods *.csv *.txt)"), _("所有文件 (*)")])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def ask_file_to_write(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a table, proposing a name without its ending; `chosen` is told where."""
    dialog = _dialog(parent, title, [_("Excel 表格 (*.xlsx)"), _("文本表格 (*.csv)")])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx"))
    dialog.selectFile(name)
    return _opened(dialog, chosen)


def fill_in_words(dialog: QFileDialog) -> None:
    """The two words that Qt's own Chinese lacks."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("位置"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("类型"))


def _dialog(parent: QWidget, title: str, kinds: list[str]) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents)
    dialog.setNameFilters(kinds)
    fill_in_words(dialog)
    return dialog


def _opened(dialog: QFileDialog, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
