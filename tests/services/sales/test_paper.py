"""Receipts on paper."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from jxc_desktop.services.people.settings import RECEIPT_WIDTH
from tests.services.sales.at_counter import cash, line, ticket
from tests.story import Story

POINTS_PER_MM = 72 / 25.4


class Printed:
    """A printer that keeps what it was given."""

    def __init__(self) -> None:
        self.papers: list[tuple[bytes, str, str]] = []

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:
        self.papers.append((document, title, paper))


@pytest.mark.parametrize("width", ["58", "80"])
def test_a_test_page_is_as_wide_as_a_receipt_and_is_in_no_book(story: Story, width: str) -> None:
    story.shop.settings.change(RECEIPT_WIDTH, width)
    printer = Printed()
    story.shop.paper.print_test(printer)
    ((document, title, paper),) = printer.papers
    assert (title, paper) == ("TEST20260302-0900", f"{width}mm")
    page = PdfReader(BytesIO(document)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(int(width) * POINTS_PER_MM, abs=0.5)
    assert "测试页，不是小票" in page.extract_text()
    assert story.shop.paper.waiting_count() == 0
    assert story.shop.sales.last_sale() is None


def test_receipts_given_up_are_not_printed_any_more(story: Story) -> None:
    for _ in range(2):
        made = ticket(story, [line(story.product())], cash("3"))
        story.shop.sales.checkout(replace(made, prints_receipt=True))
    assert (story.shop.paper.give_up_waiting(), story.shop.paper.waiting_count()) == (2, 0)
    printer = Printed()
    assert (story.shop.paper.print_waiting(printer), printer.papers) == (0, [])


def test_the_receipt_of_a_sale_that_was_undone_says_so(story: Story) -> None:
    made = ticket(story, [line(story.product())], cash("3"))
    sale = story.shop.sales.checkout(replace(made, prints_receipt=True)).document_id
    story.shop.sales.reverse(sale, "打错了")
    story.shop.paper.reprint(sale)
    printer = Printed()
    story.shop.paper.print_waiting(printer)
    texts = [PdfReader(BytesIO(document)).pages[0].extract_text() for document, _title, _paper in printer.papers]
    assert [text.split()[0] for text in texts] == ["已红冲", "已红冲"]
