"""Shops to try things in, and the way back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.services.people.settings import IS_PRACTICE, LANGUAGE
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.window.help.help_dialog import HelpDialog
from jxc_desktop.ui.window.opening.practice import Leaving, Practice, go_on, sample_beside, start_program
from jxc_desktop.ui.window.opening.practice_sign import PracticeSign
from jxc_desktop.ui.window.palette.commands import commands_of
from tests.robots.whole_window import ALT, WholeWindow
from tests.ui.window.conftest import Start, opened


@pytest.fixture
def sample(shop_file: Path) -> Path:
    """A sample shop beside the real one; its goods do not matter here."""
    path = sample_beside(shop_file)
    with Shop.found(path, "示例", SystemClock()) as shop:
        shop.settings.change(IS_PRACTICE, "yes")
    return path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the program was started with once more."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        "jxc_desktop.ui.window.opening.practice.start_program", lambda words: calls.append(tuple(words))
    )
    return calls


def practice_of(qtbot: QtBot, window: WholeWindow) -> Practice:
    qtbot.waitUntil(lambda: window.program._practice is not None)
    practice = window.program._practice
    assert practice is not None
    return practice


def words_of(window: WholeWindow) -> list[str]:
    return [command.word for command in commands_of(window.window)]


def sitting_at(qtbot: QtBot, start: Start, path: Path) -> WholeWindow:
    program = start(path)
    opened(qtbot, program)
    window = WholeWindow(qtbot, program)
    practice_of(qtbot, window)
    return window


def test_a_real_shop_has_no_sign_and_offers_to_practise_in_another_window(
    qtbot: QtBot, start: Start, shop_file: Path, started: list[tuple[str, ...]]
) -> None:
    window = sitting_at(qtbot, start, shop_file)
    assert window.window.findChild(PracticeSign) is None
    (practise,) = [command for command in commands_of(window.window) if command.word == "练习店"]
    practise.act()
    assert started == [("--demo",)]
    assert window.shop.path == shop_file


def test_f6_in_the_help_opens_the_shop_to_practise_in_beside_the_real_one(
    qtbot: QtBot, start: Start, shop_file: Path, started: list[tuple[str, ...]]
) -> None:
    window = sitting_at(qtbot, start, shop_file)
    window.key(Qt.Key.Key_F1)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), HelpDialog))
    window.wait(lambda: QApplication.focusWindow() is not window.window.windowHandle())
    window.key(Qt.Key.Key_F6)
    window.wait(lambda: QApplication.activeModalWidget() is None)
    assert started == [("--demo",)]


def test_f7_among_the_operators_opens_it_too_but_not_where_one_practises_already(
    qtbot: QtBot, start: Start, shop_file: Path, sample: Path, started: list[tuple[str, ...]]
) -> None:
    for path, expected in ((sample, []), (shop_file, [("--demo",)])):
        window = sitting_at(qtbot, start, path)
        window.show("settings.operators")
        window.key(Qt.Key.Key_F7)
        assert started == expected
        window.window.close()


def test_the_sign_stands_over_every_page_of_a_sample_shop(qtbot: QtBot, start: Start, sample: Path) -> None:
    window = sitting_at(qtbot, start, sample)
    sign = window.window.findChild(PracticeSign)
    assert sign is not None
    for page in ("sales.list", "inventory.stock", "catalog.products"):
        window.show(page)
        assert sign.isVisible()
    assert window.window.windowTitle() == "练习：示例"
    assert "上线清单" not in words_of(window)


def test_the_sign_is_told_in_another_language_and_the_shop_keeps_its_name(
    qtbot: QtBot, start: Start, sample: Path
) -> None:
    window = sitting_at(qtbot, start, sample)
    sign = window.window.findChild(PracticeSign)
    assert sign is not None
    before = sign.words()
    window.shop.settings.change(LANGUAGE, "en")
    window.wait(lambda: sign.words() != before)
    window.shop.settings.change(LANGUAGE, "zh")
    window.wait(lambda: sign.words() == before)
    assert window.window.tab_line.shop_name.name() == "示例"
    assert window.window.windowTitle() == "练习：示例"


def test_from_the_sample_shop_one_goes_back_to_ones_own_and_it_stays(
    qtbot: QtBot, start: Start, shop_file: Path, sample: Path, started: list[tuple[str, ...]]
) -> None:
    window = sitting_at(qtbot, start, sample)
    window.program._pc.remember_own_shop(shop_file)
    practice = Practice(window.window, window.shop, window.program._pc)
    practice.leave()
    assert practice.leaving == Leaving(shop_file)
    go_on(practice.leaving)
    assert started == [("--shop", str(shop_file))]
    assert sample.exists()


def test_a_sample_shop_is_deleted_when_one_leaves_it_for_good(
    qtbot: QtBot, start: Start, shop_file: Path, sample: Path, started: list[tuple[str, ...]]
) -> None:
    window = sitting_at(qtbot, start, sample)
    window.program._pc.remember_own_shop(shop_file)
    practice = Practice(window.window, window.shop, window.program._pc)
    assert {"回到自己的店", "删掉示例店"} <= {command.word for command in practice.commands()}
    practice.leave_for_good()
    assert practice.leaving is not None
    go_on(practice.leaving)
    assert not sample.exists()
    assert shop_file.exists()
    assert started == [("--shop", str(shop_file))]


def test_a_sample_shop_that_was_kept_can_be_opened_again(
    qtbot: QtBot, start: Start, shop_file: Path, sample: Path
) -> None:
    window = sitting_at(qtbot, start, shop_file)
    (again,) = [command for command in commands_of(window.window) if command.word == "打开示例店"]
    again.act()
    assert practice_of(qtbot, window).leaving == Leaving(sample)
    assert window.program._pc.own_shop() == shop_file


def test_without_a_shop_of_ones_own_the_key_on_the_sign_only_closes(qtbot: QtBot, start: Start, sample: Path) -> None:
    window = sitting_at(qtbot, start, sample)
    window.key(Qt.Key.Key_0, ALT)
    qtbot.waitUntil(lambda: not window.window.isVisible())
    assert practice_of(qtbot, window).leaving is None


def test_a_sale_in_a_practice_shop_is_in_no_other_file(
    qtbot: QtBot, start: Start, shop_file: Path, sample: Path
) -> None:
    before = shop_file.read_bytes()
    window = sitting_at(qtbot, start, sample)
    window.shop.settings.change(IS_PRACTICE, "yes")
    assert window.shop.path == sample
    assert shop_file.read_bytes() == before


def test_another_start_is_this_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Sequence[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, words: seen.append(words))
    start_program(("--demo",))
    assert [list(words) for words in seen] == [["-m", "jxc_desktop", "--demo"]]
