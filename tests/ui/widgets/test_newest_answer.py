"""Of several questions only the newest one's answer counts."""

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer


def test_an_older_answer_is_not_given_and_a_waiting_question_is_not_even_asked(qtbot: QtBot) -> None:
    owner = QObject()
    answers = NewestAnswer(Background(owner), owner)
    go_on = Event()
    asked: list[str] = []
    came: list[str] = []

    def question(name: str) -> str:
        asked.append(name)
        go_on.wait(5)
        return name

    answers.ask(lambda: question("first"), came.append)
    qtbot.waitUntil(lambda: asked == ["first"])
    answers.ask(lambda: question("second"), came.append)
    answers.ask(lambda: question("third"), came.append)
    go_on.set()
    qtbot.waitUntil(lambda: came == ["third"])
    assert asked == ["first", "third"]


def test_a_forgotten_question_is_not_answered(qtbot: QtBot) -> None:
    owner = QObject()
    answers = NewestAnswer(Background(owner), owner)
    came: list[int] = []
    answers.ask(lambda: 1, came.append)
    answers.forget()
    answers.ask(lambda: 2, came.append)
    qtbot.waitUntil(lambda: came == [2])


def test_a_refusal_is_told_in_words(qtbot: QtBot) -> None:
    owner = QObject()
    answers = NewestAnswer(Background(owner), owner)

    def question() -> None:
        raise NotFoundError("product", 7)

    with qtbot.waitSignal(answers.refused) as refused:
        answers.ask(question, lambda _answer: None)
    assert refused.args[0].fact == "这个商品已经停用或不存在"
