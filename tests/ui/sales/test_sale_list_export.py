"""The list of sales goes into a file as it is seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.robots.counter import part_of
from tests.robots.sale_list import CONTROL, SaleList
from tests.services.sales.at_counter import cash, line, sell
from tests.story import Story


def test_what_is_listed_is_written_to_a_file(
    qtbot: QtBot, dress: Callable[..., None], story: Story, tmp_path: Path
) -> None:
    dress()
    cola = story.product("可乐", "3.00")
    story.receive(cola, "10", "1.00")
    sell(story, [line(cola)], cash("3"))
    story.clock.go_on(days=1)
    sell(story, [line(cola)], cash("3"))
    page = SaleList(qtbot, story)
    page.key(Qt.Key.Key_E, CONTROL)
    dialog = part_of(page.page, QFileDialog)
    part_of(dialog, QLineEdit).setText(str(tmp_path / "零售单.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: "已导出 零售单.csv" in page.said())
    written = (tmp_path / "零售单.csv").read_text(encoding="utf-8-sig")
    assert "XS20260303-0001" in written
    assert "XS20260302-0001" not in written
    page.background.wait()
