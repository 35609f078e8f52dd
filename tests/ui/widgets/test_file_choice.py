"""Which file to read, where to write."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.file_choice import ask_file_to_read, ask_file_to_write
from tests.robots.counter import part_of


def choose(dialog: QFileDialog, name: Path) -> None:
    part_of(dialog, QLineEdit).setText(str(name))
    dialog.accept()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_file_that_is_chosen_is_told(window: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "商品.csv"
    file.touch()
    chosen: list[Path] = []
    choose(ask_file_to_read(window, "导入商品", chosen.append), file)
    assert chosen == [file]


def test_a_name_without_ending_becomes_a_workbook_or_what_kind_was_picked(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    choose(ask_file_to_write(window, "导出", "库存", chosen.append), tmp_path / "一")
    dialog = ask_file_to_write(window, "导出", "库存", chosen.append)
    dialog.filterSelected.emit("文本表格 (*.csv)")
    choose(dialog, tmp_path / "二")
    assert [path.name for path in chosen] == ["一.xlsx", "二.csv"]


def test_leaving_the_dialog_tells_nobody(window: QWidget) -> None:
    chosen: list[Path] = []
    ask_file_to_write(window, "导出", "库存", chosen.append).reject()
    assert chosen == []


def test_where_it_looks_and_for_what_is_said_in_our_words_too(window: QWidget) -> None:
    dialog = ask_file_to_read(window, "导入商品", lambda _path: None)
    labels = QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType
    assert [dialog.labelText(label) for label in labels] == ["位置", "类型"]
    dialog.reject()


def test_what_can_be_paper_is_offered_as_such(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_file_to_write(window, "导出", "月报", chosen.append, with_paper=True, ending="pdf")
    assert "PDF 文件 (*.pdf)" in dialog.nameFilters()
    choose(dialog, tmp_path / "月报")
    assert [path.name for path in chosen] == ["月报.pdf"]
