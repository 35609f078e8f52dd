"""The pages of a tab."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.page_list import PageEntry, PageList

PAGES = [PageEntry("counter", "收银台", "cash-register"), PageEntry("sales", "零售单", "receipt")]


@pytest.fixture
def pages(qtbot: QtBot, dress: Callable[..., None]) -> PageList:
    dress()
    made = PageList()
    qtbot.addWidget(made)
    made.show_pages(PAGES, "sales")
    made.show()
    return made


def test_the_open_page_is_marked_and_another_tab_opens_its_first(pages: PageList) -> None:
    assert pages.current_name() == "sales"

    pages.show_pages([PageEntry("stock", "库存查询", "packages")])
    assert pages.current_name() == "stock"


def test_a_digit_opens_its_page_and_one_without_a_page_does_nothing(pages: PageList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.chosen) as chosen:
        pages.open_number(1)
    assert chosen.args == ["counter"]

    with qtbot.assertNotEmitted(pages.chosen):
        pages.open_number(9)


def test_the_list_is_148_wide_never_takes_the_focus_and_keeps_its_promises(pages: PageList) -> None:
    view = pages.findChild(QListView)
    assert isinstance(view, QListView)
    tester = QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    pages.show_pages(PAGES)

    assert tester.model().rowCount() == 2
    assert pages.sizeHint().width() == 148
    pages.setFocus()
    assert not view.hasFocus()
