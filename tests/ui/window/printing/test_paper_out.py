"""Receipts on their way to the printer."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.services.changes import Change
from jxc_desktop.services.ports.printer import OutOfPaperError
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.window.printing.paper_out import PaperOut
from tests.story import Story


class Printer:
    """Prints while it has paper."""

    def __init__(self) -> None:
        self.has_paper = True
        self.titles: list[str] = []

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:  # noqa: ARG002
        if not self.has_paper:
            raise OutOfPaperError("小票机")
        self.titles.append(title)


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def out(qtbot: QtBot, story: Story, printer: Printer) -> Iterator[PaperOut]:
    background = Background()
    yield PaperOut(story.shop.paper, background, lambda: printer)
    assert background.wait()


@pytest.fixture
def stood(out: PaperOut) -> list[tuple[str, int]]:
    said: list[tuple[str, int]] = []
    out.stood.connect(lambda fault, waiting: said.append((fault, waiting)))
    return said


def reprint(story: Story) -> None:
    story.shop.paper.reprint(story.sell(story.product()).document_id)


def test_what_waits_is_printed_and_nothing_waits_then(
    qtbot: QtBot, story: Story, out: PaperOut, printer: Printer, stood: list[tuple[str, int]]
) -> None:
    reprint(story)
    out.hear_changes(frozenset({Change.PAPER}))
    qtbot.waitUntil(lambda: stood == [("", 0)])
    assert printer.titles == ["XS20260302-0001"]


def test_a_printer_without_paper_says_so_and_what_waits_is_printed_later(
    qtbot: QtBot, story: Story, out: PaperOut, printer: Printer, stood: list[tuple[str, int]]
) -> None:
    printer.has_paper = False
    reprint(story)
    reprint(story)
    out.print_waiting()
    qtbot.waitUntil(lambda: stood == [("小票机没纸了", 2)])
    printer.has_paper = True
    out.print_waiting()
    qtbot.waitUntil(lambda: stood[-1] == ("", 0))
    assert len(printer.titles) == 2


def test_other_news_prints_nothing(story: Story, out: PaperOut, printer: Printer) -> None:
    reprint(story)
    out.hear_changes(frozenset({Change.STOCK}))
    assert printer.titles == []


def test_a_test_page_says_what_became_of_it(qtbot: QtBot, out: PaperOut, printer: Printer) -> None:
    said: list[str] = []
    out.print_test(printer, lambda: said.append("sent"), lambda refusal, _error: said.append(refusal.fact))
    qtbot.waitUntil(lambda: said == ["sent"])
    printer.has_paper = False
    out.print_test(printer, lambda: said.append("sent"), lambda refusal, _error: said.append(refusal.fact))
    qtbot.waitUntil(lambda: said == ["sent", "小票机没纸了"])


def test_at_the_end_nothing_more_is_asked_of_the_shop(
    story: Story, out: PaperOut, stood: list[tuple[str, int]]
) -> None:
    out.stop()
    out.print_waiting()
    assert stood == []
