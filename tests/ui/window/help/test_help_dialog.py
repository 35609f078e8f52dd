"""F1 over a page, as somebody at the keyboard meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.ui.sales.checkout_page import CheckoutPage
from jxc_desktop.ui.widgets.key_bar import KeyBar
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.window.help.help_dialog import HelpDialog
from jxc_desktop.ui.window.pages import PAGES
from tests.robots.counter import part_of
from tests.robots.whole_window import WholeWindow

F1, ESCAPE = Qt.Key.Key_F1, Qt.Key.Key_Escape


def opened(window: WholeWindow) -> HelpDialog:
    window.key(F1)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), HelpDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HelpDialog)
    window.wait(dialog.isActiveWindow)
    return dialog


def is_closed() -> bool:
    return QApplication.activeModalWidget() is None


@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_f1_opens_on_every_page_with_the_keys_of_that_page(window: WholeWindow, page: str) -> None:
    window.show(page)
    window.settle()
    dialog = opened(window)
    said = dialog.keys.words()
    hints = window.page.keys()
    own = [f"{hint.key} {hint.word}" for hint in hints]
    assert own
    assert said[: said.index("每一页都能按")] == [f"{window.page.title()}的按键", *own]
    chapter = dialog.chapter()
    assert chapter is not None
    assert dialog.text.words().startswith(chapter.title())


def test_at_the_counter_the_keys_of_the_bar_and_of_the_rows_are_told(window: WholeWindow) -> None:
    said = opened(window).keys.words()
    for key in ("F3 * 数量", "F9 收款", "Ctrl+Delete 整单取消", "Ctrl+N 建商品", "Ctrl+K 找任何东西"):
        assert key in said
    assert not [line for line in said if "会员" in line]  # there are none yet


def test_the_help_cell_at_the_counter_opens_it_with_the_mouse(window: WholeWindow) -> None:
    page = window.page
    assert isinstance(page, CheckoutPage)
    assert isinstance(page.foot, KeyBar)
    page.foot.pressed.emit("F1")
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), HelpDialog))


@pytest.mark.parametrize("key", [ESCAPE, F1])
def test_esc_and_f1_lead_back_to_where_one_was(window: WholeWindow, key: Qt.Key) -> None:
    opened(window)
    window.key(key)
    window.wait(is_closed)
    window.wait(lambda: window.focus() is part_of(window.page, ScanField))


def test_down_goes_on_to_the_next_chapter(window: WholeWindow) -> None:
    dialog = opened(window)
    window.key(Qt.Key.Key_Down)
    chapter = dialog.chapter()
    assert chapter is not None
    assert chapter.name == "returns"
    assert dialog.text.words().startswith(chapter.title())


def test_a_search_leaves_the_chapters_that_hold_it_and_esc_brings_all_back(window: WholeWindow) -> None:
    dialog = opened(window)
    dialog.search.setText("红冲")
    titles = dialog.list.words()
    assert 0 < len(titles) < 11
    assert dialog.text.extraSelections()
    window.key(ESCAPE)
    assert not is_closed()
    assert len(dialog.list.words()) == 11
    window.key(ESCAPE)
    window.wait(is_closed)


def test_what_is_in_no_chapter_is_said(window: WholeWindow) -> None:
    dialog = opened(window)
    dialog.search.setText("宇宙飞船")
    assert dialog.chapter() is None
    assert dialog.text.words() == ""
    assert "手册里没有这几个字" in dialog.list.accessibleName()


def test_a_click_on_a_chapter_opens_it(window: WholeWindow) -> None:
    dialog = opened(window)
    wanted = next(chapter for chapter in dialog._all if chapter.name == "trouble")
    dialog.list.picked.emit(wanted)
    assert dialog.chapter() == wanted


def test_the_search_over_everything_knows_the_help(window: WholeWindow) -> None:
    window.find("bz", "帮助")
    window.key(Qt.Key.Key_Return)
    window.wait(lambda: isinstance(QApplication.activeModalWidget(), HelpDialog))


def test_a_clerk_finds_no_chapter_of_the_owner(window: WholeWindow) -> None:
    dialog = HelpDialog(window.window, window.page, Role.CLERK)
    assert not [words for words in dialog.list.words() if "老板" in words or "库管" in words]
    dialog.deleteLater()
