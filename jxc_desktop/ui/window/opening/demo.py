"""The shop that vanishes: its folder is locked while it is open, and what a crash left is removed at the next start."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QSettings

from jxc_desktop.ui.widgets.pc_choices import (
    SCAN_END,
    SCAN_GAP,
    SCAN_PREFIX,
    SCAN_SUFFIX,
    SOUNDS,
    TEXT_SIZE,
    THEME,
    VOLUME,
)

PREFIX = "jxc-desktop-demo-"
LOCK = "open.lock"
SHOP = "练习店.db"
# What belongs to this PC and holds in the practice shop too; not its printer, its shop or where its window stood.
TAKEN = (TEXT_SIZE, THEME, SOUNDS, VOLUME, SCAN_GAP, SCAN_END, SCAN_PREFIX, SCAN_SUFFIX)


@contextmanager
def demo_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, with everything in it."""
    clear_left_over()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    lock.tryLock(0)
    try:
        yield folder
    finally:
        lock.unlock()
        shutil.rmtree(folder, ignore_errors=True)


def clear_left_over() -> None:
    """Remove the folders of those that ended without doing it themselves."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        lock = QLockFile(str(folder / LOCK))
        lock.setStaleLockTime(0)
        if folder.is_dir() and _is_ours(folder) and lock.tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


def is_demo(shop: Path) -> bool:
    """Whether a shop file lies in such a folder."""
    return shop.name == SHOP and shop.parent.name.startswith(PREFIX)


def demo_settings(folder: Path, usual: QSettings) -> QSettings:
    """This PC's choices for the practice shop: the same as always, in a file of their own."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    for choice in TAKEN:
        if usual.contains(choice.key):
            settings.setValue(choice.key, usual.value(choice.key))
    return settings


def _is_ours(folder: Path) -> bool:
    """Other people of this PC have practice shops too."""
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
