"""What is higher than the screen is scrolled, and nothing of it is lost."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.scrolled import scrolled


def part(rows: int) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(rows):
        label = QLabel(f"{number}")
        label.setFixedHeight(40)
        column.addWidget(label)
    return inside


def test_what_fits_has_no_bar_and_what_does_not_has_one(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    for rows, has_bar in ((3, False), (30, True)):
        area = scrolled(part(rows))
        qtbot.addWidget(area)
        area.resize(300, 400)
        area.show()
        assert area.verticalScrollBar().isVisible() is has_bar
        assert not area.horizontalScrollBar().isVisible()
        assert area.minimumSizeHint().height() < 400
