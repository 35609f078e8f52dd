"""A scan leaves no trace in whatever has the focus: seventeen kinds of it, at every pace and with every ending."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QDoubleValidator, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QDialog,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

if TYPE_CHECKING:
    from tests.ui.widgets.conftest import Keyboard

CODES = (
    "6901234567892",
    "6922577702825",
    "690011",
    "69001177",
    "123456789012345678",
    "ABC-1234",
    "ab.12 34",
    "]C10106901234567892\x1d10LOT7",
)
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control)


@dataclass
class Target:
    """What has the focus, how to read all a scan could change in it, and what it said."""

    window: QWidget
    focus: QWidget
    read: Callable[[], object]
    said: list[object] = field(default_factory=list)
    open: Callable[[], object] = lambda: None


class Arrivals(QObject):
    """Writes down each key that arrives; Shift and Ctrl may."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if is_key and isinstance(event, QKeyEvent) and event.key() not in MODIFIERS:
            self.keys.append(event.text())
        return False


class DigitEater(QWidget):
    """Does something with each digit, as the tender list in a payment does."""

    def __init__(self) -> None:
        super().__init__()
        self.digits = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self.digits += event.text()


def line_target(line: QLineEdit) -> Target:
    target = Target(
        line,
        line,
        lambda: (
            line.text(),
            line.cursorPosition(),
            line.selectedText(),
            line.isUndoAvailable(),
            line.isRedoAvailable(),
        ),
    )
    line.textEdited.connect(target.said.append)
    line.textChanged.connect(target.said.append)
    line.returnPressed.connect(lambda: target.said.append("Enter"))
    line.editingFinished.connect(lambda: target.said.append("finished"))
    return target


def name_field() -> Target:
    line = QLineEdit()
    line.insert("ab cd")
    line.setCursorPosition(2)
    return line_target(line)


def selected_text() -> Target:
    line = QLineEdit("12.00")
    line.selectAll()
    return line_target(line)


def amount_field() -> Target:
    line = QLineEdit("3.5")
    line.setValidator(QDoubleValidator(0, 99999, 2, line))
    line.setMaxLength(8)
    line.setProperty("number", True)
    return line_target(line)


def read_only_field() -> Target:
    line = QLineEdit("CGRK0001")
    line.setReadOnly(True)
    return line_target(line)


def spin_box() -> Target:
    spin = QSpinBox(maximum=99999, value=7)
    target = Target(spin, spin, lambda: (spin.value(), spin.text(), spin.lineEdit().cursorPosition()))
    spin.valueChanged.connect(target.said.append)
    spin.textChanged.connect(target.said.append)
    return target


def combo(editable: bool = False) -> Target:
    box = QComboBox(editable=editable)
    box.addItems(["农夫山泉", "6 瓶", "9 箱", "ABC", "12"])
    target = Target(box, box, lambda: (box.currentIndex(), box.currentText()))
    box.activated.connect(target.said.append)
    box.currentIndexChanged.connect(target.said.append)
    box.editTextChanged.connect(target.said.append)
    return target


def table() -> Target:
    cells = QTableWidget(12, 2)
    for row in range(12):
        cells.setItem(row, 0, QTableWidgetItem(f"{row} 件"))
        cells.setItem(row, 1, QTableWidgetItem("x"))
    cells.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
    cells.setCurrentCell(3, 0)
    target = Target(cells, cells, lambda: (cells.currentRow(), cells.currentColumn(), cells.state().name))
    cells.currentCellChanged.connect(lambda *_: target.said.append("row"))
    cells.cellChanged.connect(lambda *_: target.said.append("cell"))
    return target


def open_cell_editor() -> Target:
    target = table()
    cells = target.window
    assert isinstance(cells, QTableWidget)
    cells.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
    cells.setCurrentCell(3, 1)
    cells.show()
    cells.editItem(cells.currentItem())
    editor = cells.findChild(QLineEdit)
    assert editor is not None
    return Target(cells, editor, lambda: (target.read(), editor.text(), editor.selectedText()), target.said)


def buttons() -> Target:
    window = QWidget()
    layout = QVBoxLayout(window)
    target = Target(window, window, lambda: [button.isDown() for button in window.findChildren(QPushButton)])
    for words in ("&6 现金", "&9 微信", "&A 支付宝"):
        button = QPushButton(words)
        button.clicked.connect(lambda *_, words=words: target.said.append(words))
        layout.addWidget(button)
    for digit in "0123456789":
        QShortcut(digit, window).activated.connect(lambda digit=digit: target.said.append(digit))
    target.focus = button
    return target


def long_text() -> Target:
    text = QPlainTextEdit()
    text.insertPlainText("备注")
    target = Target(
        text,
        text,
        lambda: (text.toPlainText(), text.textCursor().position(), text.document().availableUndoSteps()),
    )
    text.textChanged.connect(lambda: target.said.append("text"))
    return target


def digit_eater() -> Target:
    eater = DigitEater()
    return Target(eater, eater, lambda: eater.digits)


def dialog(has_default: bool = False) -> Target:
    window = QDialog(modal=True)
    layout = QVBoxLayout(window)
    line = QLineEdit("经办人")
    layout.addWidget(line)
    target = line_target(line)
    for words in ("确定", "删除"):
        button = QPushButton(words, autoDefault=has_default)
        button.setDefault(has_default and words == "删除")
        button.clicked.connect(lambda *_, words=words: target.said.append(words))
        button.clicked.connect(window.accept)
        layout.addWidget(button)
    window.finished.connect(target.said.append)
    return Target(window, line, lambda: (target.read(), window.isVisible()), target.said)


def message_box() -> Target:
    box = QMessageBox(QMessageBox.Icon.Question, "清空购物车", "清空购物车？")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    target = Target(box, box, lambda: (box.isVisible(), box.result()))
    box.buttonClicked.connect(lambda button: target.said.append(button.text()))
    box.finished.connect(target.said.append)
    target.focus = box.button(QMessageBox.StandardButton.Yes)
    return target


def completer_popup() -> Target:
    line = QLineEdit()
    completer = QCompleter(["69 元店", "6 月", "690"], line)
    line.setCompleter(completer)
    popup = QListView()
    completer.setPopup(popup)
    target = line_target(line)
    completer.activated.connect(target.said.append)
    read = target.read
    target.read = lambda: (read(), popup.isVisible(), popup.currentIndex().row())
    target.open = lambda: QTest.keyClicks(line, "6")
    return target


def open_menu() -> Target:
    window = QWidget()
    menu = QMenu(window)
    target = Target(window, window, lambda: (menu.isVisible(), menu.activeAction() is None))
    for words in ("&6 复制", "&9 删除", "&A 红冲"):
        action = QAction(words, menu)
        action.triggered.connect(lambda *_, words=words: target.said.append(words))
        menu.addAction(action)
    target.open = lambda: menu.popup(window.mapToGlobal(window.rect().center()))
    return target


TARGETS: dict[str, Callable[[], Target]] = {
    "name field": name_field,
    "selected text": selected_text,
    "amount": amount_field,
    "read-only": read_only_field,
    "spin box": spin_box,
    "combo": combo,
    "editable combo": lambda: combo(editable=True),
    "table": table,
    "cell editor": open_cell_editor,
    "buttons and digit shortcuts": buttons,
    "long text": long_text,
    "digit eater": digit_eater,
    "dialog": dialog,
    "dialog with default": lambda: dialog(has_default=True),
    "message box": message_box,
    "completer popup": completer_popup,
    "menu": open_menu,
}


@pytest.fixture
def arrivals() -> Arrivals:
    return Arrivals()


@pytest.fixture(params=TARGETS, ids=str)
def target(request: pytest.FixtureRequest, qtbot: QtBot, arrivals: Arrivals) -> Iterator[Target]:
    built = TARGETS[request.param]()
    qtbot.addWidget(built.window)
    built.window.show()
    built.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is built.window)
    built.focus.setFocus()
    built.open()
    QApplication.processEvents()
    for receiver in {built.focus, QApplication.focusWidget(), QApplication.activePopupWidget()}:
        if receiver is not None:
            receiver.installEventFilter(arrivals)
    built.said.clear()
    popup = QApplication.activePopupWidget()
    assert (popup is not None) == (request.param in ("menu", "completer popup"))
    yield built
    if popup is not None:
        popup.close()


@pytest.mark.parametrize("gap", [0.6, 1, 5, 20])
def test_a_scan_is_whole_and_leaves_no_trace(
    target: Target, arrivals: Arrivals, gap: float, keyboard: "Keyboard", heard: list[str]
) -> None:
    before = target.read()
    for end in ("\r", "\r\n", "\r\r"):
        for code in CODES:
            keyboard.scan(code, gap, end)
            QApplication.processEvents()
    assert heard == [*CODES] * 3
    assert target.said == []
    assert target.read() == before
    assert arrivals.keys == []


def test_without_the_filter_the_keys_of_a_scan_arrive(target: Target, arrivals: Arrivals, keyboard: "Keyboard") -> None:
    keyboard.scan("6901234567892")
    assert arrivals.keys
