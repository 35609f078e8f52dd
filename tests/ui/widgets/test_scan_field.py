"""The scan field as a cashier meets it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodQueryEvent, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.ui.look.current import Look, look, wear
from jxc_desktop.ui.widgets.scan_field import ScanField, typed_code
from jxc_desktop.ui.widgets.scan_filter import ScanFilter

if TYPE_CHECKING:
    from tests.ui.widgets.conftest import Keyboard

EAN = "6901234567892"


class Page(QWidget):
    """A page with one scan field, writing down all it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.layouts = 0
        self.field = ScanField("扫条码，或输入名称、拼音首字母")
        QVBoxLayout(self).addWidget(self.field)
        self.resize(900, 120)
        self.scanned: list[tuple[str, str]] = []
        self.searched: list[str] = []
        self.searches: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.keys: list[Qt.Key] = []
        self.field.scanned.connect(lambda code: self.scanned.append((code, self.field.text())))
        self.field.searched.connect(self.searched.append)
        self.field.search_changed.connect(self.searches.append)
        self.field.refused.connect(lambda reason, code: self.refused.append((reason, code)))
        self.field.key_pressed.connect(lambda key: self.keys.append(Qt.Key(key)))

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.layouts += 1
        return super().event(event)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() == page.windowHandle())
    page.field.setFocus()
    return page


@pytest.fixture
def look_kept() -> Iterator[Look]:
    """The look as it is before and after the test."""
    former = look()
    wear(Look())
    yield look()
    wear(former)


def typed(page: Page, text: str) -> None:
    QTest.keyClicks(page.field, text)


def press(page: Page, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.field, key, modifiers)


def held_down(page: Page, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier, "", True, 1)
    QCoreApplication.sendEvent(page.field, event)


# Codes


def test_the_page_hears_when_somebody_comes_back_to_the_field(page: Page, qtbot: QtBot) -> None:
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    with qtbot.waitSignal(page.field.entered):
        QTest.mouseClick(page.field, Qt.MouseButton.LeftButton)


def test_a_typed_code_is_handed_over_after_the_field_is_empty(page: Page) -> None:
    typed(page, EAN)
    press(page, Qt.Key.Key_Return)
    assert page.scanned == [(EAN, "")]
    assert page.searched == []


def test_a_code_that_was_taken_does_not_come_back_with_undo(page: Page) -> None:
    typed(page, EAN)
    press(page, Qt.Key.Key_Enter)
    page.field.undo()
    assert page.field.text() == ""


@pytest.mark.parametrize(
    "pasted",
    [
        "690 1234 567892",
        "6901234567892\t",
        "\ufeff6901234567892",
        "690123456\u200b7892 ",
        "６９０１２３４５６７８９２",
        " 6901234567892\r\n",
    ],
)
def test_a_pasted_code_is_found_whatever_came_with_it(page: Page, pasted: str) -> None:
    page.field.insert(pasted)
    press(page, Qt.Key.Key_Return)
    assert page.scanned == [(EAN, "")]


def test_a_wrong_check_digit_is_a_code_and_never_a_search(page: Page) -> None:
    typed(page, "6901234567890")
    press(page, Qt.Key.Key_Return)
    assert page.scanned == [("6901234567890", "")]
    assert (page.searched, page.searches[-1]) == ([], "")


@pytest.mark.parametrize(("text", "code"), [("12345678", "12345678"), ("1234567", None), ("690123456789X", None)])
def test_eight_digits_are_a_code(text: str, code: str | None) -> None:
    assert typed_code(text) == code


def test_a_scan_from_elsewhere_leaves_the_typed_text_alone(page: Page) -> None:
    typed(page, "nfsq")
    page.field.setSelection(1, 2)
    page.field.take_scan(EAN)
    assert page.scanned == [(EAN, "nfsq")]
    assert (page.field.text(), page.field.selectedText()) == ("nfsq", "fs")
    assert page.searches == ["n", "nf", "nfs", "nfsq"]


def test_scan_2_scan_2_is_never_22(page: Page) -> None:
    for _ in range(2):
        page.field.take_scan(EAN)
        typed(page, "2")
    assert page.field.text() == "2"
    assert [code for code, _ in page.scanned] == [EAN, EAN]


def test_scan_2_scan_2_is_never_22_with_real_keys(page: Page, scan_filter: ScanFilter, keyboard: "Keyboard") -> None:
    scan_filter.scanned.connect(page.field.take_scan)
    for _ in range(2):
        keyboard.scan(EAN)
        keyboard.type("2")
    keyboard.key(Qt.Key.Key_F5)
    assert page.field.text() == "2"
    assert [code for code, _ in page.scanned] == [EAN, EAN]


def test_a_name_being_typed_goes_on_after_a_scan(page: Page) -> None:
    typed(page, "nong")
    page.field.take_scan(EAN)
    typed(page, "fu")
    assert page.field.text() == "nongfu"


# How many


def test_5_and_a_star_make_the_next_scan_five(page: Page) -> None:
    typed(page, "5*")
    assert (page.field.text(), page.field.multiplier) == ("", 5)
    page.field.take_scan(EAN)
    assert page.field.use_multiplier() == 5
    assert page.field.use_multiplier() == 1


def test_12_star_then_a_real_scan_is_twelve(page: Page, scan_filter: ScanFilter, keyboard: "Keyboard") -> None:
    scan_filter.scanned.connect(page.field.take_scan)
    taken: list[int] = []
    page.field.scanned.connect(lambda: taken.append(page.field.use_multiplier()))
    keyboard.type("12*")
    keyboard.scan(EAN)
    keyboard.scan(EAN)
    assert taken == [12, 1]


def test_a_later_multiplier_replaces_the_one_before(page: Page) -> None:
    typed(page, "5*3*")
    assert page.field.multiplier == 3


@pytest.mark.parametrize(("text", "reason"), [("0*", "件数从 1 开始"), ("10000*", "一次最多 9999 件")])
def test_a_multiplier_nobody_means_is_refused(page: Page, text: str, reason: str) -> None:
    typed(page, text)
    assert page.refused == [(reason, "")]
    assert (page.field.text(), page.field.multiplier) == ("", 1)


def test_a_star_after_a_word_is_part_of_the_word(page: Page) -> None:
    typed(page, "a4*")
    assert (page.field.text(), page.field.multiplier) == ("a4*", 1)


def test_escape_takes_the_text_first_then_the_multiplier(page: Page) -> None:
    typed(page, "5*")
    typed(page, "abc")
    press(page, Qt.Key.Key_Escape)
    assert (page.field.text(), page.field.multiplier) == ("", 5)
    press(page, Qt.Key.Key_Escape)
    assert page.field.multiplier == 1


def test_the_multiplier_shows_at_the_right_end_without_laying_out_the_page(page: Page) -> None:
    QApplication.processEvents()
    page.layouts = 0
    before = page.field.grab().toImage()
    typed(page, "5*")
    QApplication.processEvents()
    after = page.field.grab().toImage()
    changed = [
        x
        for x in range(before.width())
        if any(QColor(before.pixel(x, y)) != QColor(after.pixel(x, y)) for y in range(before.height()))
    ]
    assert changed
    assert min(changed) > before.width() // 2
    assert page.layouts == 0


# Search


def test_letters_and_few_digits_are_a_search_as_they_are_typed(page: Page) -> None:
    typed(page, "9")
    typed(page, "2")
    press(page, Qt.Key.Key_Backspace)
    assert page.searches == ["9", "92", "9"]


def test_eight_digits_are_no_search_any_more(page: Page) -> None:
    typed(page, "69012345")
    assert page.searches[-1] == ""


def test_enter_on_a_search_keeps_the_text_until_the_page_has_found_it(page: Page) -> None:
    typed(page, "nfsq")
    press(page, Qt.Key.Key_Return)
    assert (page.searched, page.field.text(), page.scanned) == (["nfsq"], "nfsq", [])
    page.field.clear_entry()
    assert (page.field.text(), page.searches[-1]) == ("", "")


def test_four_digits_and_enter_are_a_search_and_four_digits_scanned_are_a_code(
    page: Page, scan_filter: ScanFilter, keyboard: "Keyboard"
) -> None:
    scan_filter.scanned.connect(page.field.take_scan)
    keyboard.type("1234\r")
    assert page.searched == ["1234"]
    page.field.clear_entry()
    keyboard.scan("1234")
    assert page.scanned == [("1234", "")]


# Keys for the page


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_Asterisk,
        Qt.Key.Key_Period,
        Qt.Key.Key_Slash,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Return,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_Delete,
        Qt.Key.Key_F3,
        Qt.Key.Key_F12,
    ],
)
def test_an_empty_field_hands_the_key_to_the_page(page: Page, key: Qt.Key) -> None:
    press(page, key)
    assert page.keys == [key]
    assert page.field.text() == ""


def test_while_something_is_typed_only_row_and_function_keys_go_to_the_page(page: Page) -> None:
    typed(page, "a")
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_F9):
        press(page, key)
    assert page.keys == [Qt.Key.Key_Down, Qt.Key.Key_F9]
    assert page.field.text() == "-"


def test_the_enter_of_the_number_block_is_an_enter(page: Page) -> None:
    press(page, Qt.Key.Key_Enter)
    assert page.keys == [Qt.Key.Key_Return]


def test_held_down_only_row_keys_repeat(page: Page) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_Minus, Qt.Key.Key_Delete, Qt.Key.Key_Down):
        held_down(page, key)
    assert page.keys == [Qt.Key.Key_Down]


def test_keys_with_ctrl_are_not_the_fields(page: Page) -> None:
    press(page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert page.keys == []


@pytest.mark.parametrize("keys", ["Delete", "Ctrl+Delete", "Ctrl+Z", "Esc"])
def test_an_empty_field_leaves_shortcuts_to_the_page(page: Page, qtbot: QtBot, keys: str) -> None:
    shortcut = QShortcut(keys, page)
    with qtbot.waitSignal(shortcut.activated):
        QTest.keySequence(page.windowHandle(), keys)


def test_escape_is_the_fields_own_while_something_is_typed(page: Page, qtbot: QtBot) -> None:
    shortcut = QShortcut("Esc", page)
    typed(page, "abc")
    with qtbot.assertNotEmitted(shortcut.activated):
        QTest.keyClick(page.windowHandle(), Qt.Key.Key_Escape)
    assert page.field.text() == ""


# Refusing


def test_a_field_that_refuses_says_why_and_keeps_the_code(page: Page) -> None:
    page.field.refuse_because("还没交班")
    page.field.take_scan(EAN)
    typed(page, EAN)
    press(page, Qt.Key.Key_Return)
    typed(page, "nfsq")
    press(page, Qt.Key.Key_Return)
    assert page.refused == [("还没交班", EAN), ("还没交班", EAN), ("还没交班", "")]
    assert (page.scanned, page.searched, page.field.isEnabled()) == ([], [], True)


def test_a_field_takes_scans_again_when_the_reason_is_gone(page: Page) -> None:
    page.field.refuse_because("还没交班")
    page.field.refuse_because("")
    page.field.take_scan(EAN)
    assert page.scanned == [(EAN, "")]


# The part itself


def test_no_input_method_works_in_the_field(page: Page) -> None:
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(page.field, query)
    assert query.value(Qt.InputMethodQuery.ImEnabled) is False


@pytest.mark.parametrize("size", [48, 52])
def test_the_field_has_one_height(qtbot: QtBot, size: int) -> None:
    field = ScanField("扫条码", size=size)
    qtbot.addWidget(field)
    field.show()
    assert field.height() == size
    assert field.placeholderText() == "扫条码"


def test_a_larger_look_makes_the_field_and_its_writing_larger(look_kept: Look, page: Page) -> None:
    assert (page.field.height(), page.field.font().pixelSize()) == (48, 16)
    wear(replace(look_kept, base=18))
    QApplication.sendEvent(page.field, QEvent(QEvent.Type.FontChange))
    assert (page.field.height(), page.field.font().pixelSize()) == (round(48 * 18 / 14), round(16 * 18 / 14))


def test_each_page_has_its_own_words_for_the_multiplier(qtbot: QtBot, page: Page) -> None:
    counting = ScanField("扫条码，或输入名称、拼音首字母", multiplier_words="每扫一次 +{pieces}")
    qtbot.addWidget(counting)
    counting.resize(page.field.size())
    assert counting.grab().toImage() != page.field.grab().toImage()
