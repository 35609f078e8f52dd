"""What is asked in the line over a page: one question at a time, answered by the key that asked it."""

from typing import Protocol


class LineQuestion(Protocol):
    """An act that is asked about in the line; its own key, pressed again, is the yes."""

    key: str

    def is_asking(self) -> bool:
        """Whether the question is open."""

    def answer(self, text: str) -> None:
        """Enter was pressed in its entry."""

    def remind(self) -> None:
        """Something came that is no answer."""

    def leave(self) -> None:
        """Esc: nothing is done."""


class LineQuestions:
    """The questions of a page."""

    def __init__(self, *questions: LineQuestion) -> None:
        self._questions = list(questions)

    def add(self, question: LineQuestion) -> None:
        """One more that can be asked."""
        self._questions.append(question)

    def key(self) -> str:
        """The key of the open question; "": none is open."""
        return next((question.key for question in self._questions if question.is_asking()), "")

    def answer(self, text: str) -> None:
        """Enter in the entry."""
        for question in self._open():
            question.answer(text)

    def remind(self) -> bool:
        """Say what the open question waits for; whether one is open."""
        for question in self._open():
            question.remind()
        return bool(self._open())

    def leave(self) -> bool:
        """Do nothing; whether a question was open."""
        was_open = self._open()
        for question in was_open:
            question.leave()
        return bool(was_open)

    def _open(self) -> list[LineQuestion]:
        return [question for question in self._questions if question.is_asking()]
