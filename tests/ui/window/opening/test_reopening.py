"""From the backups to the shop as it was: the window closes, and opens again on what was restored."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.settings.backup_rows import BackupState
from jxc_desktop.ui.settings.backups_page import BackupsPage
from jxc_desktop.ui.window.opening.practice import Leaving, Practice, go_on
from jxc_desktop.ui.window.opening.practice_sign import PracticeSign
from jxc_desktop.ui.window.opening.reopening import take_the_place
from tests.robots.whole_window import ALT, COLA, WholeWindow
from tests.story import TestClock
from tests.ui.window.conftest import Start, opened


def sales_in(path: Path) -> int:
    with Shop.open(path, TestClock()) as shop:
        assert shop.health.verify() == ()
        return shop.sales.sale_totals(DocumentFilter())[0]


@pytest.fixture
def page(window: WholeWindow) -> BackupsPage:
    """The owner at the backups, with one of the moment before a sale."""
    window.wait(lambda: window.window.findChild(Practice) is not None)
    window.shop.backups.make()
    window.show("settings.backups")
    page = window.page
    assert isinstance(page, BackupsPage)
    window.wait(lambda: page.rows() and all(row.state is not BackupState.UNREAD for row in page.rows()))
    return page


def test_a_shop_is_taken_back_to_its_backup_and_opened_again(window: WholeWindow, page: BackupsPage) -> None:
    path, sales = window.shop.path, window.shop.sales.sale_totals(DocumentFilter())[0]
    page._prepare_over(page.rows()[0])
    window.wait(lambda: not window.window.isVisible())
    practice = window.window.findChild(Practice)
    assert practice is not None
    assert practice.leaving == Leaving(path, is_restored=True)
    started: list[object] = []
    go_on(practice.leaving, started.append)
    assert started == [("--shop", str(path))]
    assert [kept.name.startswith("shop-replaced-") for kept in path.parent.glob("*replaced*.db")] == [True]
    assert sales_in(path) == sales


def test_a_shop_beside_is_opened_and_this_one_stays(window: WholeWindow, page: BackupsPage) -> None:
    path, sales = window.shop.path, window.shop.sales.sale_totals(DocumentFilter())[0]
    page._open_beside(page.rows()[0])
    window.wait(lambda: not window.window.isVisible())
    practice = window.window.findChild(Practice)
    assert practice is not None
    assert practice.leaving is not None
    assert practice.leaving.shop != path
    assert (sales_in(practice.leaving.shop), sales_in(path)) == (sales, sales)


def test_a_backup_that_is_open_says_so_leads_back_and_is_not_what_the_next_start_opens(
    qtbot: QtBot, window: WholeWindow, page: BackupsPage, start: Start
) -> None:
    path = window.shop.path
    page._open_beside(page.rows()[0])
    window.wait(lambda: not window.window.isVisible())
    practice = window.window.findChild(Practice)
    assert practice is not None
    assert practice.leaving is not None
    program = start(practice.leaving.shop)
    opened(qtbot, program)
    there = WholeWindow(qtbot, program)
    there.wait(lambda: there.window.findChild(PracticeSign) is not None)
    assert "备份" in there.window.windowTitle()
    assert program._pc.shop() == path
    there.key(Qt.Key.Key_0, ALT)
    there.wait(lambda: not there.window.isVisible())
    assert program._practice is not None
    assert program._practice.leaving == Leaving(path)


def test_typed_work_keeps_the_window_and_says_so(
    window: WholeWindow, page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "may_leave", lambda: False)
    page.leave_wanted.emit(window.shop.path, False)
    assert window.window.isVisible()
    assert "先办完" in page.line.shown_words()
    practice = window.window.findChild(Practice)
    assert practice is not None
    assert practice.leaving is None


def test_what_cannot_be_renamed_leaves_the_shop_as_it_was(tmp_path: Path, story_path: Path) -> None:
    before = story_path.read_bytes()
    take_the_place(story_path)  # nothing lies ready
    assert story_path.read_bytes() == before


@pytest.fixture
def story_path(window: WholeWindow) -> Path:
    path = window.shop.path
    window.window.close()
    return path


def test_nothing_is_scanned_away(window: WholeWindow, page: BackupsPage) -> None:
    window.scan(COLA)
    assert "不用扫码" in page.line.shown_words()
