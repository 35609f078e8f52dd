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


def ask_file_to_write(
    parent: QWidget,
    title: str,
    name: str,
    chosen: Callable[[Path], None],
    with_paper: bool = False,
    ending: str = "xlsx",
) -> QFileDialog:
    """Ask where to write a table, or its paper, proposing a name without its ending; `chosen` is told where.

    `ending` is the kind that is proposed.
    """
    kinds = {"xlsx": _("Excel 表格 (*.xlsx)"), "csv": _("文本表格 (*.csv)")}
    if with_paper:
        kinds["pdf"] = _("PDF 文件 (*.pdf)")
    dialog = _saving(parent, title, list(kinds.values()), name, ending)
    endings = {word: ending for ending, word in kinds.items()}
    dialog.selectNameFilter(kinds[ending])
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "xlsx")))
    return _opened(dialog, chosen)


def ask_paper_to_write(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a PDF, proposing a name without its ending; `chosen` is told where."""
    return _opened(_saving(parent, title, [_("PDF 文件 (*.pdf)")], name, "pdf"), chosen)


def ask_text_to_write(parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a text, proposing a name; `chosen` is told where."""
    return _opened(_saving(parent, title, [_("文本文件 (*.txt)")], name, "txt"), chosen)


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder; `chosen` is told which."""
    dialog = _dialog(parent, title, [])
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
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


def _saving(parent: QWidget, title: str, kinds: list[str], name: str, ending: str) -> QFileDialog:
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return dialog


def _opened(dialog: QFileDialog, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
