"""One question at a time in the line over a page."""

from jxc_desktop.ui.widgets.line_questions import LineQuestions


class Asked:
    """A question that notes what reaches it."""

    def __init__(self, key: str) -> None:
        self.key, self.is_open, self.heard = key, False, list[str]()

    def is_asking(self) -> bool:
        return self.is_open

    def answer(self, text: str) -> None:
        self.heard.append(text)

    def remind(self) -> None:
        self.heard.append("reminded")

    def leave(self) -> None:
        self.is_open = False


def test_only_the_open_question_hears_what_is_typed_and_scanned() -> None:
    undo, freight = Asked("F7"), Asked("F3")
    questions = LineQuestions(undo)
    questions.add(freight)
    assert (questions.key(), questions.remind(), questions.leave()) == ("", False, False)
    freight.is_open = True
    questions.answer("12.50")
    assert (questions.key(), questions.remind()) == ("F3", True)
    assert (undo.heard, freight.heard) == ([], ["12.50", "reminded"])
    assert questions.leave()
    assert questions.key() == ""
