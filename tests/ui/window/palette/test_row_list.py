"""The rows of the search over everything: drawn, scrolled, clicked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.window.palette.row_list import PaletteList
from jxc_desktop.ui.window.palette.rows import Group, PaletteRow
from jxc_desktop.ui.window.visited import Place

LONG = "黄鹤楼（硬1916）中支烟三十二个字的名字再长一点也要放得下不许压到右边的键上"


def rows(count: int, name: str = "好丽友派") -> list[PaletteRow]:
    half = count // 2
    groups = [Group.PAGES] * half + [Group.PRODUCTS] * (count - half)
    return [
        PaletteRow(group, "tag", f"{name}{number}", ("6920907800654", "零售 12.00", "现存 9"), Place("a"), (0, 3))
        for number, group in enumerate(groups)
    ]


@pytest.fixture
def shown(qtbot: QtBot, dress: Callable[..., None]) -> Iterator[PaletteList]:
    dress()
    over = QWidget()
    qtbot.addWidget(over)
    made = PaletteList(over)
    made.resize(680, 300)
    made.show_rows(rows(12), "没有")
    over.show()
    yield made
    over.close()


def selected_lines(shown: PaletteList) -> list[int]:
    """The heights at which the ground of the chosen row is seen."""
    image: QImage = shown.grab().toImage()
    wanted = look().colours.selection.name()
    return [y for y in range(image.height()) if image.pixelColor(600, y).name() == wanted]


def test_titles_stand_over_their_groups(shown: PaletteList) -> None:
    words = shown.words()
    assert [place for place, word in enumerate(words) if word in ("页面", "商品")] == [0, 7]
    assert words[1] == "好丽友派0  6920907800654  零售 12.00  现存 9"


def test_the_chosen_row_is_always_seen_whole(shown: PaletteList) -> None:
    for _row in range(11):
        shown.move_choice(1)
        assert len(selected_lines(shown)) >= 38
    for _row in range(11):
        shown.move_choice(-1)
        assert len(selected_lines(shown)) >= 38
    assert selected_lines(shown)[0] > 28  # the first row stands below its title, scrolled back into sight


def test_other_rows_begin_at_the_top_again(shown: PaletteList) -> None:
    shown.move_choice(11)
    shown.show_rows(rows(12), "没有")
    chosen = shown.chosen()
    assert chosen is not None
    assert chosen.name == "好丽友派0"
    assert selected_lines(shown)[0] < 60


def test_a_click_tells_the_row_and_a_title_is_none(shown: PaletteList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.picked) as picked:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(200, 8 + 28 + 40 + 20))
    assert picked.args == [1]
    with qtbot.assertNotEmitted(shown.picked):
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(200, 16))


def test_a_long_name_leaves_the_key_at_the_right_alone(shown: PaletteList) -> None:
    shown.show_rows(rows(2), "")
    short = shown.grab().toImage()
    shown.show_rows(rows(2, LONG), "")
    long = shown.grab().toImage()
    right = range(680 - 8 - 12 - 44, 680)
    first = range(8 + 28, 8 + 28 + 40)
    assert [(x, y) for x in right for y in first if short.pixel(x, y) != long.pixel(x, y)] == []


def test_without_rows_it_says_so(shown: PaletteList) -> None:
    shown.show_rows((), "没有找到")
    assert shown.words() == ["没有找到"]
    assert shown.chosen() is None
    assert shown.accessibleName() == "没有找到"
