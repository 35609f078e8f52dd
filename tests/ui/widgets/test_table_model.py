"""Rows and columns as Qt wants to see them."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.table_model import TableModel

DOWN = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Piece:
    name: str
    count: int


OIL, RICE, SALT = Piece("香满园大豆油", 8), Piece("东北香大米", 12), Piece("海盐", 8)


@pytest.fixture
def model(qapp: object) -> TableModel[Piece]:
    columns: list[Column[Piece]] = [
        Column("name", "商品", lambda piece: piece.name, sort=lambda piece: piece.name, stretches=True),
        Column("count", "现存", lambda piece: str(piece.count), 6, Align.RIGHT, sort=lambda piece: piece.count),
        Column("state", "状态", lambda _piece: "", badge=lambda piece: Badge("偏低") if piece.count < 10 else None),
    ]
    made = TableModel(columns, key_of=lambda piece: piece.name)
    made.replace_rows([OIL, RICE, SALT])
    return made


def _names(model: TableModel[Piece]) -> list[str]:
    return [piece.name for piece in model.rows()]


def test_the_model_keeps_every_promise_to_qt_while_rows_come_and_go(model: TableModel[Piece]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.insert_row(3, Piece("糖", 3))
    model.insert_row(0, Piece("醋", 4))
    model.change_row(1, Piece("香满园大豆油", 9))
    model.sort(1, DOWN)
    model.remove_row(2)
    model.replace_rows([])
    model.replace_rows([OIL])

    assert tester.model() is model
    assert _names(model) == ["香满园大豆油"]


def test_a_cell_shows_the_text_of_its_column_and_a_badge_its_word(model: TableModel[Piece]) -> None:
    shown = [[model.index(row, column).data() for column in range(3)] for row in range(2)]

    assert shown == [["香满园大豆油", "8", "偏低"], ["东北香大米", "12", ""]]


def test_a_title_stands_as_its_numbers_do(model: TableModel[Piece]) -> None:
    right = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)

    assert right == model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_equal_rows_keep_their_order_when_sorted_both_ways(model: TableModel[Piece]) -> None:
    model.sort(1)
    assert _names(model) == ["香满园大豆油", "海盐", "东北香大米"]

    model.sort(1, DOWN)
    assert _names(model) == ["东北香大米", "香满园大豆油", "海盐"]


def test_an_arrow_follows_the_word_of_the_sorted_column(model: TableModel[Piece]) -> None:
    model.sort(1, DOWN)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]

    assert titles == ["商品", "现存 ↓", "状态"]
    assert model.sorted_by() == ("count", True)


def test_new_rows_come_in_the_order_chosen_before(model: TableModel[Piece]) -> None:
    model.sort(1)
    model.replace_rows([RICE, Piece("糖", 3)])

    assert _names(model) == ["糖", "东北香大米"]


def test_rows_that_come_in_order_are_taken_as_they_are(model: TableModel[Piece]) -> None:
    model.sort(1, DOWN)
    model.replace_rows([SALT, RICE], is_in_order=True)
    assert _names(model) == ["海盐", "东北香大米"]
    assert model.sorted_by() == ("count", True)


def test_a_marked_row_is_followed_to_its_new_place(model: TableModel[Piece]) -> None:
    rice = QPersistentModelIndex(model.index(1, 0))

    model.sort(1)

    assert rice.row() == 2


def test_a_column_that_cannot_be_sorted_changes_nothing(model: TableModel[Piece]) -> None:
    model.sort(2)

    assert model.sorted_by() is None


def test_rows_have_no_children_and_a_foreign_index_no_text(model: TableModel[Piece]) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_an_unknown_column_is_refused(model: TableModel[Piece]) -> None:
    with pytest.raises(ValueError, match="price"):
        model.column_named("price")


def test_a_row_without_a_meaning_of_its_own_is_plain(model: TableModel[Piece]) -> None:
    assert model.tone_of(OIL) is Tone.TEXT


def test_rows_that_are_mostly_the_same_tell_only_what_differs(model: TableModel[Piece]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    heard: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, _last: heard.append(f"+{first}"))
    model.rowsRemoved.connect(lambda _parent, first, _last: heard.append(f"-{first}"))
    model.dataChanged.connect(lambda first, _last: heard.append(f"={first.row()}"))
    model.modelReset.connect(lambda: heard.append("all"))
    fewer = Piece("海盐", 7)
    for rows in ([OIL, RICE, fewer], [OIL, RICE, fewer, SALT], [RICE, fewer, SALT], [RICE, fewer, SALT], [OIL]):
        model.update_rows(rows)
        assert list(model.rows()) == rows
    assert heard == ["=2", "+3", "-0", "all"]
    assert tester.model() is model
