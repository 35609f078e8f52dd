"""Controls side by side, in a second row where there is no room."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.wrapped_row import WrappedRow


def test_what_has_no_room_goes_into_a_second_row(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = WrappedRow(8)
    buttons = [QPushButton("按钮") for _number in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    whole.setLayout(row)
    whole.resize(400, 100)
    whole.show()
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (108, 0), (216, 0)]
    whole.resize(220, 100)
    assert [(button.x(), button.y()) for button in buttons] == [(0, 0), (108, 0), (0, 38)]
    assert row.heightForWidth(220) == 68
    buttons[1].hide()
    whole.resize(221, 100)
    assert [(button.x(), button.y()) for button in buttons[::2]] == [(0, 0), (108, 0)]


def test_lower_parts_stand_in_the_middle_of_the_row(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = WrappedRow(8)
    high, low = QPushButton("高"), QPushButton("低")
    high.setFixedSize(60, 34)
    low.setFixedSize(60, 28)
    for button in (high, low):
        row.addWidget(button)
    whole.setLayout(row)
    whole.resize(300, 40)
    whole.show()
    assert (high.y(), low.y()) == (0, 3)
