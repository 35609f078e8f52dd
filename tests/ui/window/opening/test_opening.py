"""From a path to an open shop."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop, back_up_beside
from jxc_desktop.services.words.refusals import damaged
from jxc_desktop.ui.errors.troubles import Trouble
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.window.offered_scans import OfferedScans
from jxc_desktop.ui.window.opening.fault_page import FaultPage
from jxc_desktop.ui.window.sign_in_page import SignInPage
from jxc_desktop.ui.window.this_pc import DAMAGED
from tests.robots.counter import part_of
from tests.robots.first_start import ENTER, FirstMorning
from tests.robots.whole_window import COLA, WholeWindow
from tests.ui.window.conftest import Start, opened

SECRET = "secret"


@pytest.fixture
def guarded(shop_file: Path) -> Path:
    """A shop whose owner has a password."""
    with Shop.open(shop_file, SystemClock()) as shop:
        shop.people.set_password(1, SECRET)
        shop.people.add_operator("小王", Role.CLERK)
    return shop_file


def page_of(qtbot: QtBot, program: Program, kind: type) -> object:
    qtbot.waitUntil(lambda: program.window.findChild(kind) is not None, timeout=10_000)
    return program.window.findChild(kind)


def sign_in_page(qtbot: QtBot, program: Program) -> SignInPage:
    page = page_of(qtbot, program, SignInPage)
    assert isinstance(page, SignInPage)
    return page


def fault_page(qtbot: QtBot, program: Program) -> FaultPage:
    page = page_of(qtbot, program, FaultPage)
    assert isinstance(page, FaultPage)
    return page


def words_of(page: FaultPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_shop_with_a_password_asks_who_it_is_and_shows_nothing_before(
    qtbot: QtBot, start: Start, guarded: Path
) -> None:
    program = start(guarded)
    page = sign_in_page(qtbot, program)
    assert program.shop is None
    assert [page.name.itemText(row) for row in range(page.name.count())] == ["老板", "小王"]
    page.password.setText("wrong")
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert page.words().startswith("姓名和密码对不上")
    page.password.setText(SECRET)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert opened(qtbot, program).operator.role is Role.OWNER
    assert program._pc.operator() == "老板"


def test_what_was_scanned_before_is_offered_and_sold_when_it_is_taken(
    qtbot: QtBot, start: Start, guarded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    program = start(guarded)
    page = sign_in_page(qtbot, program)
    window = WholeWindow(qtbot, program)
    window.scan(COLA)
    assert page.codes == [COLA]
    assert page.password.text() == ""
    page.password.setText(SECRET)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    opened(qtbot, program)
    window.keyboard.wait(1_000)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), OfferedScans))
    window.wait(lambda: isinstance(QApplication.activeWindow(), OfferedScans))
    window.key(Qt.Key.Key_F9)
    table = part_of(window.page, CartTable)
    window.wait(lambda: table.model().rowCount() == 1)


def test_a_second_window_shows_no_backups_to_restore_over_the_first(
    qtbot: QtBot, start: Start, shop_file: Path
) -> None:
    back_up_beside(shop_file)
    opened(qtbot, start(shop_file))
    page = fault_page(qtbot, start(shop_file))
    assert "已经在另一个窗口打开" in words_of(page)
    assert page.backups.model_of_rows().rowCount() == 0


def test_the_shop_of_last_time_that_is_gone_is_not_founded_anew(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    first = start(shop_file)
    opened(qtbot, first)
    qtbot.waitUntil(lambda: first._status is not None)  # until then the counter still reads
    first.window.close()
    for path in shop_file.parent.glob("店.db*"):
        path.unlink()
    page = fault_page(qtbot, start(shop_file))
    assert "找不到店铺文件" in words_of(page)


def test_a_backup_is_put_in_the_place_of_a_file_that_cannot_be_read(
    qtbot: QtBot, start: Start, shop_file: Path
) -> None:
    back_up_beside(shop_file)
    shop_file.write_bytes(os.urandom(40_000))
    program = start(shop_file)
    page = fault_page(qtbot, program)
    chosen = page.backups.current_row()
    assert chosen is not None
    page.restore_wanted.emit(chosen.path)
    assert opened(qtbot, program).settings.shop_name() == "惠民便利店"
    assert [path.stat().st_size for path in shop_file.parent.glob("店-replaced-*.db")] == [40_000]


def test_a_file_that_was_found_damaged_offers_its_backups_at_the_next_start_and_opens_all_the_same_when_asked(
    qtbot: QtBot, start: Start, shop_file: Path
) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    program.window.close()
    program._pc.remember_trouble(shop_file, DAMAGED)
    again = start(shop_file)
    page = fault_page(qtbot, again)
    assert "可能损坏了" in words_of(page)
    assert page.backups.model_of_rows().rowCount() == 1
    page.retried.emit()
    opened(qtbot, again)


def test_damage_that_was_met_at_work_is_remembered(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    stop = damaged(shop_file).stop
    assert stop is not None
    program.show_trouble(Trouble(stop))
    assert program._pc.trouble_with(shop_file) == DAMAGED


def test_another_file_can_be_opened_instead(qtbot: QtBot, start: Start, shop_file: Path, tmp_path: Path) -> None:
    bad = tmp_path / "照片.db"
    bad.write_bytes(b"JPEG" * 1000)
    program = start(bad)
    fault_page(qtbot, program).other_chosen.emit(shop_file)
    assert opened(qtbot, program).path == shop_file
    assert list(tmp_path.glob("照片.db.*")) == []


def test_a_new_shop_can_be_begun_instead(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.ui.window.opening.opening.another_shop", lambda: tmp_path / "店2.db")
    bad = tmp_path / "照片.db"
    bad.write_bytes(b"JPEG" * 1000)
    program = start(bad)
    fault_page(qtbot, program).new_wanted.emit()
    morning = FirstMorning(qtbot, program)
    morning.answer("城南便利店")
    morning.key(ENTER)
    assert opened(qtbot, program).path == tmp_path / "店2.db"


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Counts how often the window comes forward."""
    seen = SimpleNamespace(times=0)
    monkeypatch.setattr(
        "jxc_desktop.ui.window.main_window.MainWindow.raise_", lambda _window: setattr(seen, "times", seen.times + 1)
    )
    return seen


def test_who_starts_the_program_again_finds_the_window_that_is_open(
    qtbot: QtBot, start: Start, shop_file: Path, far_away: SimpleNamespace
) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    qtbot.waitUntil(shop_file.with_name("店.db.front").exists)
    program.window.showMinimized()
    before = far_away.times
    shop_file.with_name("店.db.front").write_text("front")
    qtbot.waitUntil(lambda: far_away.times > before)
    assert not program.window.isMinimized()
    assert QGuiApplication.focusWindow() is program.window.windowHandle()
