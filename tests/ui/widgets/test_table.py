"""The table of every page."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True)
class Line:
    code: str
    name: str
    count: int
    is_unknown: bool = False


OIL = Line("6948195801696", "香满园大豆油", 8)
RICE = Line("6933961100028", "东北香大米", 12)
UNKNOWN = Line("6955487561862", "未识别", 1, True)


@pytest.fixture
def table(qtbot: QtBot, dress: Callable[..., None]) -> Table[Line]:
    dress()
    columns: list[Column[Line]] = [
        Column("name", "商品", lambda line: line.name, beside=lambda line: line.code, stretches=True),
        Column("count", "数量", lambda line: str(line.count), 6, Align.RIGHT, sort=lambda line: line.count),
    ]
    model = TableModel(columns, lambda line: line.code, lambda line: Tone.DANGER if line.is_unknown else Tone.TEXT)
    made = Table(model, RowHeight.COUNTER)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_rows([OIL, RICE, UNKNOWN])
    made.show()
    return made


def _ground(table: Table[Line], row: int, x: int = 300) -> str:
    image = table.viewport().grab().toImage()
    return image.pixelColor(x, table.rowViewportPosition(row) + 3).name()


def test_enter_opens_the_current_row(table: Table[Line], qtbot: QtBot) -> None:
    table.choose(1)

    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert opened.args == [RICE]


def test_f4_sorts_by_the_column_the_cursor_is_in_and_again_the_other_way(table: Table[Line]) -> None:
    table.setCurrentIndex(table.model().index(0, 1))

    QTest.keyClick(table, Qt.Key.Key_F4)
    assert [line.count for line in table.model_of_rows().rows()] == [1, 8, 12]

    QTest.keyClick(table, Qt.Key.Key_F4)
    assert [line.count for line in table.model_of_rows().rows()] == [12, 8, 1]


def test_the_current_row_stays_the_current_one_when_sorted_and_when_read_anew(table: Table[Line]) -> None:
    table.choose(1)
    table.sort_by("count", descending=True)
    assert table.current_row() == RICE

    table.show_rows([UNKNOWN, OIL, RICE])
    assert table.current_row() == RICE


def test_copy_puts_the_row_on_the_clipboard_as_tab_separated_text(table: Table[Line]) -> None:
    table.choose(0)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "香满园大豆油\t8"


def test_hidden_columns_are_not_copied(table: Table[Line]) -> None:
    table.choose(0)
    table.setColumnHidden(1, True)

    assert table.copy_as_text() == "香满园大豆油"


def test_rows_have_one_height_that_grows_with_the_shops_choice(table: Table[Line], dress: Callable[..., None]) -> None:
    assert [table.rowHeight(row) for row in range(3)] == [38, 38, 38]
    assert table.horizontalHeader().height() == 32

    dress(base=16)
    assert [table.rowHeight(row) for row in range(3)] == [43, 43, 43]


def test_only_the_name_takes_the_room_that_is_left(table: Table[Line]) -> None:
    modes = [table.horizontalHeader().sectionResizeMode(column) for column in range(2)]

    assert modes == [QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive]


def test_the_chosen_row_is_blue_where_the_focus_is_and_neutral_where_it_is_not(
    table: Table[Line], qtbot: QtBot
) -> None:
    table.choose(0)
    table.clearFocus()
    assert _ground(table, 0) == look().colours.neutral_soft.name()
    assert _ground(table, 0, x=1) == look().colours.border_strong.name()

    table.keep_lit()
    assert _ground(table, 0) == look().colours.selection.name()
    assert _ground(table, 0, x=1) == look().colours.accent.name()


def test_an_unknown_row_stays_red_when_it_is_the_chosen_one(table: Table[Line]) -> None:
    for chosen in (0, 2):
        table.choose(chosen)
        assert _ground(table, 2) == look().colours.danger_soft.name()
        assert _ground(table, 2, x=1) == look().colours.danger.name()


def test_plain_keys_are_left_to_the_page(table: Table[Line], qtbot: QtBot) -> None:
    table.choose(0)

    QTest.keyClick(table, Qt.Key.Key_D)

    assert table.current_row() == OIL


def test_a_row_that_becomes_the_current_one_is_told_once(table: Table[Line]) -> None:
    told: list[Line] = []
    table.row_chosen.connect(told.append)

    table.choose(1)
    table.setCurrentIndex(table.model().index(1, 1))

    assert told == [RICE]


def test_the_loading_bar_comes_only_if_the_reading_takes_long(table: Table[Line], qtbot: QtBot) -> None:
    accent = look().colours.accent.name()
    table.set_stale(True)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(300, 0).name() != accent

    qtbot.waitUntil(lambda: table.viewport().grab().toImage().pixelColor(300, 0).name() == accent, timeout=2000)

    table.show_rows([OIL])
    assert table.viewport().grab().toImage().pixelColor(300, 0).name() != accent


def test_an_empty_table_says_that_nothing_was_found(table: Table[Line]) -> None:
    table.show_rows([])
    before = table.viewport().grab().toImage()

    table.set_nothing_found("没有符合的商品")

    assert table.viewport().grab().toImage() != before


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_every_row_has_one_ground_from_its_first_column_to_its_last(table: Table[Line], chosen: int) -> None:
    table.keep_lit()
    table.choose(chosen)
    for row in range(3):
        grounds = {_ground(table, row, x) for x in (5, 300, table.viewport().width() - 3)}
        assert len(grounds) == 1
    expected = look().colours.danger_soft if chosen == 2 else look().colours.selection
    assert _ground(table, chosen, table.viewport().width() - 3) == expected.name()


def test_without_rows_the_focus_is_where_the_first_row_would_be(table: Table[Line], qtbot: QtBot) -> None:
    table.show_rows([])
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    image, colours = table.viewport().grab().toImage(), look().colours
    assert (image.pixelColor(1, 19), image.pixelColor(100, 3)) == (colours.accent, colours.selection)
    assert {image.pixelColor(x, 100).name() for x in (1, 100, table.viewport().width() - 2)} == {colours.surface.name()}
    table.clearFocus()
    assert table.viewport().grab().toImage().pixelColor(1, 19).name() == colours.surface.name()


def test_a_filter_that_leaves_nothing_names_the_key_out_of_it(table: Table[Line]) -> None:
    table.show_rows([])
    table.set_nothing_found("没有符合的商品")
    without = table.viewport().grab().toImage()

    table.set_nothing_found("没有符合的商品", (KeyHint("Esc", "清除筛选"),))

    assert table.nothing_words() == "没有符合的商品 Esc 清除筛选"
    assert table.viewport().grab().toImage() != without


def test_where_it_is_narrow_columns_give_way_to_the_name(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    columns: list[Column[Line]] = [
        Column("name", "商品", lambda line: line.name, 20, stretches=True),
        Column("code", "条码", lambda line: line.code, 14, gives_way=True),
        Column("price", "零售价", lambda line: line.code[:4], 8, gives_way=True),
        Column("count", "数量", lambda line: str(line.count), 6, Align.RIGHT),
    ]
    made: Table[Line] = Table(TableModel(columns))
    qtbot.addWidget(made)
    made.show()
    pixels = [column.pixels() for column in columns]

    def hidden(width: int) -> list[str]:
        made.resize(width, 300)
        return [column.name for number, column in enumerate(columns) if made.isColumnHidden(number)]

    edge = made.width() - made.viewport().width()
    assert hidden(sum(pixels) + edge) == []
    assert hidden(sum(pixels) + edge - 1) == ["code"]
    assert hidden(pixels[0] + pixels[2] + pixels[3] + edge - 1) == ["code", "price"]
    assert made.columnWidth(0) >= pixels[0]
    assert hidden(sum(pixels) + edge) == []
