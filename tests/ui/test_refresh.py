"""Pages hear what an act changed, on the window's thread."""

from threading import Thread

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.services.changes import Change
from jxc_desktop.ui.refresh import Refresh
from tests.story import Story


class Page(QObject):
    """Notes what it hears, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[frozenset[Change]] = []
        self.threads: list[bool] = []

    def hear(self, changes: frozenset[Change]) -> None:
        self.heard.append(changes)
        self.threads.append(QThread.currentThread() is self.thread())


def test_a_page_hears_once_what_an_act_of_the_shop_changed(qapp: QApplication, story: Story) -> None:
    refresh, page = Refresh(), Page()
    refresh.changed.connect(page.hear)
    story.desk.on_change(refresh.tell)
    story.supplier()
    assert page.heard == [frozenset({Change.PARTNERS})]


def test_an_act_on_another_thread_is_heard_on_that_of_the_window(qtbot: QtBot) -> None:
    refresh, page = Refresh(), Page()
    refresh.changed.connect(page.hear)
    worker = Thread(target=refresh.tell, args=(frozenset({Change.STOCK}),))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(page.heard))
    assert (page.heard, page.threads) == ([frozenset({Change.STOCK})], [True])
