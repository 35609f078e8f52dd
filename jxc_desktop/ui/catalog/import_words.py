"""The quiet words of the import page, and what is dropped on it."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.key_cap import KeyHint


def dropped_file(event: QDropEvent) -> Path | None:
    """The first file that is held over the page."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)


def encoding_word(encoding: str) -> str:
    """How a text file is written; nothing for a workbook."""
    return _("文字编码 {encoding}").format(encoding=encoding) if encoding else ""


def start_hints() -> list[KeyHint]:
    """The keys before there is a file."""
    return [
        KeyHint("← →", _("换一种")),
        KeyHint("Ctrl+O", _("选文件")),
        KeyHint("F6", _("下载模板")),
        KeyHint("", _("全部对了才导入，导入前先备份")),
    ]


def file_hints() -> list[KeyHint]:
    """The keys over a file."""
    return [
        KeyHint("Tab", _("到列的选择")),
        KeyHint("← →", _("换列")),
        KeyHint("↑ ↓", _("换字段")),
        KeyHint("F5", _("改了文件再读一次")),
        KeyHint("F6", _("下载模板")),
        KeyHint("Esc", _("不导了")),
    ]
