"""What this PC remembers."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from jxc_desktop.ui.window.this_pc import DAMAGED, PDF_FOLDER, ThisPc, another_shop, proposed_shop

SHOP, OTHER = Path("/shop/店.db"), Path("/shop/二店.db")
TODAY = date(2026, 3, 4)


@pytest.fixture
def ini(tmp_path: Path) -> str:
    return str(tmp_path / "window.ini")


def pc(ini: str) -> ThisPc:
    return ThisPc(QSettings(ini, QSettings.Format.IniFormat))


def test_a_new_pc_knows_nothing(ini: str) -> None:
    fresh = pc(ini)
    assert (fresh.shop(), fresh.printer(), fresh.operator()) == (None, PDF_FOLDER, "")
    assert fresh.place().isEmpty()
    assert fresh.checked_on(SHOP) is None
    assert fresh.trouble_with(SHOP) == ""


def test_everything_is_there_at_the_next_start(ini: str) -> None:
    first = pc(ini)
    first.remember_shop(SHOP)
    first.remember_operator("小王")
    first.choose_printer("EPSON TM-T82")
    first.remember_place(QByteArray(b"\x01\x02"))
    first.remember_checked(SHOP, TODAY)
    del first
    again = pc(ini)
    assert (again.shop(), again.operator(), again.printer()) == (SHOP, "小王", "EPSON TM-T82")
    assert again.place() == QByteArray(b"\x01\x02")
    assert again.checked_on(SHOP) == TODAY


def test_what_was_found_of_one_shop_says_nothing_of_another(ini: str) -> None:
    known = pc(ini)
    known.remember_checked(SHOP, TODAY)
    known.remember_trouble(SHOP, DAMAGED)
    assert known.checked_on(OTHER) is None
    assert known.trouble_with(OTHER) == ""
    known.remember_trouble(OTHER, "")
    assert known.trouble_with(SHOP) == DAMAGED


def test_books_that_do_not_hold_are_not_remembered_as_checked(ini: str) -> None:
    known = pc(ini)
    known.remember_checked(SHOP, TODAY)
    known.remember_checked(SHOP, None)
    assert known.checked_on(SHOP) is None


def test_a_new_shop_never_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jxc_desktop.ui.window.this_pc.proposed_shop", lambda: tmp_path / "店.db")
    assert another_shop() == tmp_path / "店.db"
    (tmp_path / "店.db").touch()
    (tmp_path / "店2.db").touch()
    assert another_shop() == tmp_path / "店3.db"


def test_the_first_shop_lies_among_the_documents() -> None:
    assert proposed_shop().parts[-2:] == ("进销存", "店.db")
