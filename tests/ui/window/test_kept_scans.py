"""Scans wait for the page while dialogs lie over it, however many."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.window.kept_scans import KeptScans


class Knowing(Dialog):
    """A dialog whose page hands scans to it."""

    page_takes_scans = True


@pytest.fixture
def page(qtbot: QtBot, dress: Callable[..., None]) -> Iterator[QWidget]:
    dress()
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    yield page
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


@pytest.fixture
def kept(page: QWidget) -> KeptScans:
    return KeptScans(page)


def test_without_a_dialog_nothing_is_kept(kept: KeptScans) -> None:
    assert not kept.keep("1")


def test_a_dialog_whose_page_hands_scans_to_it_keeps_nothing(page: QWidget, kept: KeptScans) -> None:
    Knowing(page, "收款").open()
    assert not kept.keep("1")


def test_scans_come_in_their_order_when_the_dialog_is_closed_and_only_once(page: QWidget, kept: KeptScans) -> None:
    heard: list[str] = []
    kept.handed_on.connect(heard.append)
    dialog = Dialog(page, "有 3 处要改")
    for _round in range(2):
        dialog.open()
        assert kept.keep("1")
        assert kept.keep("2")
        assert heard == []
        dialog.reject()
        assert heard == ["1", "2"]
        heard.clear()


def test_a_dialog_over_a_dialog_holds_them_until_both_are_closed(page: QWidget, kept: KeptScans) -> None:
    heard: list[str] = []

    def take(code: str) -> None:
        if not kept.keep(code):
            heard.append(code)

    kept.handed_on.connect(take)
    below, above = Dialog(page, "导入"), Dialog(page, "哪个文件")
    below.open()
    above.open()
    kept.keep("1")
    above.reject()
    assert heard == []
    below.reject()
    assert heard == ["1"]
