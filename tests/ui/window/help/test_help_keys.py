"""The keys in the help: those of the page, and those that work everywhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.window.help.help_keys import KeysPanel, window_keys
from tests.ui.window.conftest import Start, opened

KEYS = [KeyHint("F3", "数量"), KeyHint("F4", "单价"), KeyHint("F5", "折扣"), KeyHint("F6", "挂单")]


def spelled_out(key: str) -> set[str]:
    """Alt+1…5 is five keys."""
    before, dots, last = key.partition("…")
    if not dots:
        return {key}
    return {f"{before[:-1]}{digit}" for digit in range(int(before[-1]), int(last) + 1)}


def test_every_key_of_the_window_is_told_and_no_other(qtbot: QtBot, start: Start, shop_file: Path) -> None:
    program = start(shop_file)
    opened(qtbot, program)
    qtbot.waitUntil(lambda: program._lock is not None)  # it can be locked a moment later
    parts = program.window.children()
    working = {part.key().toString() for part in parts if isinstance(part, QShortcut)}
    told = {one for hint in window_keys() for one in spelled_out(hint.key)}
    assert told - {"Esc"} == working


def test_the_panel_says_each_key_with_its_word_under_its_title(dress: Callable[..., None]) -> None:
    dress()
    panel = KeysPanel([("收银台的按键", KEYS[:2]), ("每一页都能按", KEYS[2:3])], 372)
    assert panel.words() == ["收银台的按键", "F3 数量", "F4 单价", "每一页都能按", "F5 折扣"]


def test_short_words_stand_in_two_columns_and_long_ones_in_one(dress: Callable[..., None]) -> None:
    dress()
    short = KeysPanel([("按键", KEYS)], 372)
    long = KeysPanel([("按键", [*KEYS[:3], KeyHint("F6", "这一句话比半个面板还要宽，所以要占一整行")])], 372)
    assert short.sizeHint().height() < long.sizeHint().height()
