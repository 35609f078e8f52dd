"""Qt's own dialogs and menus speak the shop's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from jxc_desktop.services.words import SOURCE, choose_language
from jxc_desktop.ui.look.qt_words import follow_language


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, English by itself before and after."""
    choose_language("en")
    follow_language(qapp)
    yield qapp
    choose_language("en")
    follow_language(qapp)
    choose_language(SOURCE)


def cancel_word() -> str:
    return QApplication.translate("QPlatformTheme", "Cancel")


def test_a_chinese_shop_is_asked_in_chinese_where_a_file_lies(application: QApplication, qtbot: QtBot) -> None:
    choose_language(SOURCE)
    follow_language(application)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = [button.text() for button in dialog.findChildren(QPushButton)]
    assert words == ["打开(&O)", "取消"]


def test_an_english_shop_is_not(application: QApplication) -> None:
    follow_language(application)
    assert cancel_word() == "Cancel"


def test_whoever_signs_in_to_an_english_shop_finds_english(application: QApplication) -> None:
    choose_language(SOURCE)
    follow_language(application)
    choose_language("en")
    follow_language(application)
    follow_language(application)
    assert cancel_word() == "Cancel"
