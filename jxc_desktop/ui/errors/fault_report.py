"""One text file for whoever helps: what happened, the program, the system, and the end of the log."""

import os
import platform
import shutil
from pathlib import Path

from jxc_desktop.services.words import _
from jxc_desktop.ui.errors.log_file import log_tail, version

LOG_LINES = 400
BYTES_A_MEGABYTE = 1_000_000


def report_text(details: str, shop: Path | None, log_folder: Path) -> str:
    """The report: nothing of anybody's customers or passwords, and no folder that may be named after somebody."""
    from importlib.metadata import version as installed

    from PySide6 import __version__ as qt

    parts = (
        details,
        _("程序 {version}，系统 {system}，Python {python}，Qt {qt}，SQLAlchemy {database}").format(
            version=version(),
            system=platform.platform(),
            python=platform.python_version(),
            qt=qt,
            database=installed("sqlalchemy"),
        ),
        _sizes(shop),
        _("日志的最后 {count} 行：").format(count=LOG_LINES),
        log_tail(log_folder, LOG_LINES),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def save_report(text: str, path: Path) -> bool:
    """Write it; False: the system refuses to write there, and nothing half written is left."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        return False
    return True


def _sizes(shop: Path | None) -> str:
    """How large the shop file and its log are, and how much room there is."""
    if shop is None:
        return ""
    sizes = [_size(shop), _size(shop.with_name(shop.name + "-wal"))]
    try:
        free = f"{shutil.disk_usage(shop.parent).free // BYTES_A_MEGABYTE:,} MB"
    except OSError:
        free = "?"
    return _("店铺文件 {file}，写前日志 {log}，磁盘还剩 {free}").format(file=sizes[0], log=sizes[1], free=free)


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size:,} B"
    except OSError:
        return "-"
