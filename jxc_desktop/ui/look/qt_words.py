"""Qt's own words, in its file dialogs and the menus of its fields, in the language of the program."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from jxc_desktop.services.words import SOURCE, language

NAME = "qt-words"


def follow_language(application: QApplication) -> None:
    """Let Qt speak as the program does now. Qt is English by itself; every widget hears of a change, so not at once."""
    before = application.findChild(QTranslator, NAME)
    if (before is not None) == (language() == SOURCE):
        return
    if before is not None:
        application.removeTranslator(before)
        before.setParent(None)
        return
    words = QTranslator(application)
    words.setObjectName(NAME)
    if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(words)
