"""导入商品: a goods list from a file, in the background; its faults in a list, its outcome in the line."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.migrate_in.imports import Imports
from jxc_desktop.services.migrate_in.products import ImportResult
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.faults_dialog import FaultsDialog
from jxc_desktop.ui.widgets.file_choice import ask_file_to_read
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind


class ProductImport:
    """One import after the other, as the page asks for it."""

    def __init__(self, page: QWidget, imports: Imports, work: FileWork, line: NoticeLine) -> None:
        self._page, self._imports, self._work, self._line = page, imports, work, line

    def ask(self) -> None:
        """Ask for the file."""
        if not self._work.is_busy():
            ask_file_to_read(self._page, _("导入商品"), self.read)

    def read(self, path: Path) -> None:
        """Take the file in; Esc stops it, with nothing done."""
        imports = self._imports
        self._work.start(
            _("正在导入 {name}").format(name=path.name),
            lambda task: imports.products(path, progress=task.report),
            self._say_done,
            self._say_refused,
            can_stop=True,
        )

    def _say_done(self, result: ImportResult) -> None:
        words = _("新增 {added} 种，改了 {changed} 种，{unchanged} 种没变").format(
            added=result.added, changed=result.changed, unchanged=result.unchanged
        )
        unused = _("没用上的列：{names}").format(names=_("、").join(result.unused)) if result.unused else ""
        self._line.say(LineKind.SUCCESS, (bold(_("已导入")), plain(words), *((muted(unused),) if unused else ())))

    def _say_refused(self, words: Refusal, error: ShopError) -> None:
        self._line.say_refused(words)
        if isinstance(error, FileFaultsError):
            FaultsDialog(self._page.window(), error).open()
