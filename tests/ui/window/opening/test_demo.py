"""A shop that vanishes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.ui.widgets.pc_choices import PRINTER, THEME
from jxc_desktop.ui.window.opening.demo import LOCK, PREFIX, SHOP, clear_left_over, demo_folder, demo_settings, is_demo
from tests.ui.window.conftest import opened

# A program that has the folder in use and ends without a word.
CRASH = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
os._exit(0 if lock.tryLock(0) else 1)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where such folders are made in this test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def usual(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "usual.ini"), QSettings.Format.IniFormat)


def test_the_folder_is_gone_afterwards_with_everything_in_it(place: Path) -> None:
    with demo_folder() as folder:
        (folder / SHOP).write_text("a shop")
        (folder / "小票").mkdir()
        assert is_demo(folder / SHOP)
    assert list(place.iterdir()) == []


def test_what_a_crash_left_is_removed_at_the_next_start_and_what_is_in_use_is_not(place: Path) -> None:
    left = place / f"{PREFIX}crashed"
    left.mkdir()
    (left / SHOP).write_text("a shop")
    subprocess.run([sys.executable, "-c", CRASH, str(left / LOCK)], check=False)
    assert (left / LOCK).exists()
    with demo_folder() as open_now:
        (open_now / SHOP).write_text("another shop")
        clear_left_over()
        assert [folder for folder in place.iterdir() if folder != open_now] == []
        assert (open_now / SHOP).exists()


def test_folders_of_others_are_left_alone(place: Path) -> None:
    (place / "somebody").mkdir()
    (place / f"{PREFIX}is-a-file").write_text("no folder")
    clear_left_over()
    assert sorted(path.name for path in place.iterdir()) == [f"{PREFIX}is-a-file", "somebody"]


def test_this_pcs_look_and_scanner_hold_in_it_but_not_its_printer_and_its_shop(tmp_path: Path) -> None:
    settings = usual(tmp_path)
    for key, value in ((THEME.key, "dark"), (PRINTER.key, "XP-80C"), ("shop", "店.db")):
        settings.setValue(key, value)
    taken = demo_settings(tmp_path, settings)
    assert taken.value(THEME.key) == "dark"
    assert not taken.contains(PRINTER.key)
    assert not taken.contains("shop")


def test_a_shop_is_made_and_opened_in_it_and_nothing_is_left_behind(
    qtbot: QtBot, qapp: QApplication, place: Path, tmp_path: Path
) -> None:
    with demo_folder() as folder:
        settings = demo_settings(folder, usual(tmp_path))
        program = Program(qapp, folder / SHOP, settings=settings)
        program.window.show()
        shop = opened(qtbot, program)
        assert shop.settings.read(IS_PRACTICE) == "yes"
        qtbot.waitUntil(lambda: program._practice is not None)
        assert program.window.windowTitle().startswith("练习：")
        program.window.close()
        settings.sync()
        program.window.deleteLater()
    assert list(place.iterdir()) == []
    assert not os.path.exists(usual(tmp_path).fileName())
