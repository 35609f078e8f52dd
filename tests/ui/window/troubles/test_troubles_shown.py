"""Troubles are shown one at a time, never in the middle of a scan, never twice within a minute."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.services.words.refusals import bug
from jxc_desktop.ui.errors.troubles import Trouble
from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.window.troubles.trouble_dialog import TroubleDialog
from jxc_desktop.ui.window.troubles.troubles_shown import TroublesShown


class Scanner:
    """Says when it is idle, and what o'clock it is."""

    def __init__(self) -> None:
        self.now = 0
        self.is_idle = True
        self.waiting: list[Callable[[], None]] = []

    def when_idle(self, callback: Callable[[], None]) -> None:
        if self.is_idle:
            callback()
        else:
            self.waiting.append(callback)

    def clock(self) -> int:
        return self.now


@pytest.fixture
def scanner() -> Scanner:
    return Scanner()


@pytest.fixture
def window(qtbot: QtBot, dress: Callable[..., None]) -> QWidget:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    return window


@pytest.fixture
def shown(window: QWidget, scanner: Scanner) -> TroublesShown:
    return TroublesShown(window, scanner.when_idle, scanner.clock)


def dialogs(window: QWidget) -> list[TroubleDialog]:
    return [dialog for dialog in window.findChildren(TroubleDialog) if dialog.isVisible()]


def close(window: QWidget) -> None:
    for dialog in dialogs(window):
        dialog.reject()


def trouble(code: str = "BUG-0001", is_awaited: bool = False, again: Callable[[], None] | None = None) -> Trouble:
    return Trouble(bug(code), is_awaited=is_awaited, again=again)


def test_it_is_shown_a_moment_later_and_not_in_the_middle_of_what_failed(
    qtbot: QtBot, window: QWidget, shown: TroublesShown
) -> None:
    shown.show(trouble())
    assert dialogs(window) == []
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_it_waits_until_the_scanner_is_idle(
    qtbot: QtBot, window: QWidget, shown: TroublesShown, scanner: Scanner
) -> None:
    scanner.is_idle = False
    shown.show(trouble())
    qtbot.waitUntil(lambda: bool(scanner.waiting))
    assert dialogs(window) == []
    scanner.waiting.pop()()
    assert len(dialogs(window)) == 1


def test_one_at_a_time(qtbot: QtBot, window: QWidget, shown: TroublesShown) -> None:
    shown.show(trouble("BUG-0001"))
    shown.show(trouble("BUG-0002"))
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    shown.show(trouble("BUG-0003", is_awaited=True))
    QApplication.processEvents()
    assert len(dialogs(window)) == 1


@pytest.mark.parametrize(("is_bug", "quiet_ms"), [(True, 10_000), (False, 60_000)])
def test_what_comes_by_itself_again_soon_after_it_was_read_is_not_shown(
    qtbot: QtBot, window: QWidget, shown: TroublesShown, scanner: Scanner, is_bug: bool, quiet_ms: int
) -> None:
    came = Trouble(bug("CODE"), is_logged=is_bug)
    shown.show(came)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    scanner.now = 300_000
    close(window)
    scanner.now += quiet_ms - 1
    shown.show(came)
    QApplication.processEvents()
    assert dialogs(window) == []
    scanner.now += quiet_ms
    shown.show(came)
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_what_somebody_waits_for_is_said_every_time(qtbot: QtBot, window: QWidget, shown: TroublesShown) -> None:
    for _press in range(2):
        shown.show(trouble("DISK-FULL", is_awaited=True))
        qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
        close(window)


def test_doing_it_again_can_fail_again_and_is_said_again(qtbot: QtBot, window: QWidget, shown: TroublesShown) -> None:
    tries: list[int] = []

    def again() -> None:
        tries.append(1)
        shown.show(trouble("DISK-FULL", is_awaited=True, again=again))

    shown.show(trouble("DISK-FULL", is_awaited=True, again=again))
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    dialogs(window)[0].do_again()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert tries == [1]


def test_it_lies_over_a_dialog_that_is_open(qtbot: QtBot, window: QWidget, shown: TroublesShown) -> None:
    below = Dialog(window, "收款")
    below.open()
    shown.show(trouble())
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)
    assert QApplication.activeModalWidget() is dialogs(window)[0]
    close(window)
    assert below.isVisible()
    below.reject()
