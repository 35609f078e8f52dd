"""Reading a report off the window's thread."""

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.reports.report_question import ReportQuestion, Stopped


def test_only_the_newest_answer_counts_and_the_older_question_hears_it(qtbot: QtBot) -> None:
    background, whole, answers = Background(), QObject(), list[str]()
    question, goes_on, heard = ReportQuestion(background, whole), Event(), list[bool]()

    def slow(stopped: Stopped) -> str:
        goes_on.wait(5)
        heard.append(stopped())
        return "old"

    question.ask(slow, answers.append)
    question.ask(lambda _stopped: "new", answers.append)
    goes_on.set()
    qtbot.waitUntil(lambda: answers == ["new"])
    assert heard in ([True], [])  # [] where it had not begun yet
    assert not question.is_asking()


def test_a_question_that_is_stopped_has_no_answer(qtbot: QtBot) -> None:
    background, whole, answers = Background(), QObject(), list[str]()
    question, goes_on = ReportQuestion(background, whole), Event()

    def slow(_stopped: Stopped) -> str:
        goes_on.wait(5)
        return "old"

    question.ask(slow, answers.append)
    assert question.is_asking()
    assert question.stop()
    assert not question.stop()
    goes_on.set()
    background.wait()
    qtbot.wait(0)
    assert answers == []


def test_a_question_hears_that_its_page_has_gone(qtbot: QtBot) -> None:
    page, begun, heard = QObject(), Event(), Event()

    def slow(stopped: Stopped) -> None:
        begun.set()
        while not stopped():
            pass
        heard.set()

    ReportQuestion(Background(page), page).ask(slow, lambda _answer: None)
    assert begun.wait(5)
    delete(page)
    assert heard.wait(5)


def test_a_refusal_is_told_in_words(qtbot: QtBot) -> None:
    background, whole = Background(), QObject()
    question = ReportQuestion(background, whole)

    def bad(_stopped: Stopped) -> str:
        raise InvalidInputError("period", "ends_before_it_begins")

    with qtbot.waitSignal(question.refused) as refused:
        question.ask(bad, lambda _answer: None)
    assert refused.args is not None
    assert "止日期" in refused.args[0].fact
    assert not question.is_asking()
