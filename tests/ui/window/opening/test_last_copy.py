"""When the window is closed there is a copy of the shop file, or the next start knows that there is none."""

from pathlib import Path

from PySide6.QtCore import QSettings

from jxc_desktop.services.shop import backups_beside
from jxc_desktop.ui.window.opening.last_copy import make_last_copy
from jxc_desktop.ui.window.this_pc import DAMAGED, NOT_BACKED_UP, ThisPc


def pc(tmp_path: Path) -> ThisPc:
    return ThisPc(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


def test_a_copy_is_made_and_an_earlier_trouble_is_forgotten(shop_file: Path, tmp_path: Path) -> None:
    here = pc(tmp_path)
    here.remember_trouble(shop_file, NOT_BACKED_UP)
    make_last_copy(shop_file, here)
    assert len(backups_beside(shop_file)) == 1
    assert here.trouble_with(shop_file) == ""


def test_where_no_copy_can_be_made_the_next_start_knows_it(shop_file: Path, tmp_path: Path) -> None:
    shop_file.with_name("店-backups").write_text("a file where the folder should be")
    here = pc(tmp_path)
    make_last_copy(shop_file, here)
    assert here.trouble_with(shop_file) == NOT_BACKED_UP


def test_a_damaged_file_is_told_from_a_missing_copy(shop_file: Path, tmp_path: Path) -> None:
    content = bytearray(shop_file.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    shop_file.write_bytes(content)
    here = pc(tmp_path)
    make_last_copy(shop_file, here)
    assert here.trouble_with(shop_file) == DAMAGED
