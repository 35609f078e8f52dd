"""What the keys do on a page."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width

HINTS = (KeyHint("Enter", "打开"), KeyHint("", "也可以扫码"), KeyHint("Esc", "清除筛选"))


def painted_width(line: HintLine) -> int:
    """Where the last pixel that differs from the ground lies."""
    image = line.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    columns = range(image.width() - 1, -1, -1)
    return next((x for x in columns if any(image.pixel(x, y) != ground for y in range(image.height()))), 0)


def test_keys_and_words_are_read_out_in_order(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = HintLine(HINTS)
    qtbot.addWidget(line)
    assert (line.words(), line.accessibleName()) == ("Enter 打开  也可以扫码  Esc 清除筛选",) * 2


def test_a_hint_without_room_is_left_out_whole(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = HintLine(HINTS)
    qtbot.addWidget(line)
    line.resize(hints_width(HINTS[:2]) + 10, 18)
    assert 0 < painted_width(line) <= hints_width(HINTS[:2])
    line.resize(hints_width(HINTS) + 10, 18)
    assert painted_width(line) > hints_width(HINTS[:2])
