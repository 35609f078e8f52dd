"""Troubles reach whoever listens."""

from jxc_desktop.services.words.refusals import bug
from jxc_desktop.ui.errors.troubles import Trouble, listen, stop_listening, tell

TROUBLE = Trouble(bug("BUG-0001"))


def test_who_listens_is_told_until_he_stops() -> None:
    heard: list[Trouble] = []
    listen(heard.append)
    tell(TROUBLE)
    stop_listening(heard.append)
    tell(TROUBLE)
    assert heard == [TROUBLE]


def test_without_a_window_nobody_is_told_and_nothing_breaks() -> None:
    tell(TROUBLE)
