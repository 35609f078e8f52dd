"""Which shop file, which backup: asked in a dialog of the system that blocks nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.file_choice import fill_in_words


def ask_shop_file(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file of a shop; `chosen` is told which."""
    _ask(parent, _("打开哪家店"), _("店铺文件 (*.db)"), chosen)


def ask_backup(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for a backup of a shop; `chosen` is told which."""
    _ask(parent, _("用哪一份备份"), _("备份 (*.jxcbackup *.db)"), chosen)


def _ask(parent: QWidget, title: str, kind: str, chosen: Callable[[Path], object]) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setNameFilters([kind, _("所有文件 (*)")])
    fill_in_words(dialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
