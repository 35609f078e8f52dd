"""Receipts on paper."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from jxc_desktop.models.values.receipt_page import ReceiptPaper
from jxc_desktop.services.people.settings import (
    IS_PRACTICE,
    RECEIPT_FOOTER,
    RECEIPT_HEADING,
    RECEIPT_NOTE,
    RECEIPT_WIDTH,
)
from jxc_desktop.services.sales.paper import print_test_page
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


@pytest.mark.parametrize("paper", ReceiptPaper)
def test_a_sample_shows_the_shops_own_words_on_either_paper(story: Story, paper: ReceiptPaper) -> None:
    story.shop.settings.change(RECEIPT_HEADING, "人民路 1 号")
    story.shop.settings.change(RECEIPT_FOOTER, "欢迎再来")
    page = PdfReader(BytesIO(story.shop.paper.sample(paper))).pages[0]
    assert float(page.mediabox.width) == pytest.approx(paper.value * POINTS_PER_MM, abs=0.5)
    text = page.extract_text()
    assert [
        words for words in ("惠民便利店", "人民路 1 号", "欢迎再来", "本小票不作发票凭证") if words not in text
    ] == []


def test_the_line_on_invoices_is_there_only_where_the_shop_wants_it(story: Story) -> None:
    story.shop.settings.change(RECEIPT_NOTE, "no")
    made = ticket(story, [line(story.product())], cash("3"))
    story.shop.sales.checkout(replace(made, prints_receipt=True))
    printer = Printed()
    story.shop.paper.print_waiting(printer)
    texts = [PdfReader(BytesIO(document)).pages[0].extract_text() for document, _title, _paper in printer.papers]
    sample = PdfReader(BytesIO(story.shop.paper.sample(ReceiptPaper.MM_58))).pages[0].extract_text()
    assert [text for text in (*texts, sample) if "不作发票凭证" in text] == []


def test_a_receipt_of_a_shop_to_practise_in_says_so_under_its_name(story: Story) -> None:
    story.shop.settings.change(IS_PRACTICE, "yes")
    story.shop.settings.change(RECEIPT_HEADING, "电话 123")
    story.shop.sales.checkout(replace(ticket(story, [line(story.product())], cash("3")), prints_receipt=True))
    printer = Printed()
    story.shop.paper.print_waiting(printer)
    ((document, _title, _paper),) = printer.papers
    words = PdfReader(BytesIO(document)).pages[0].extract_text().splitlines()
    assert [words[1], words[2]] == ["练习小票，不是真的买卖", "电话 123"]


def test_a_test_page_can_be_printed_for_a_shop_that_is_not_there_yet() -> None:
    printer = Printed()
    print_test_page(printer, "58", "晨光便利店", "老板", datetime(2026, 3, 2, 9, 0))
    ((document, title, paper),) = printer.papers
    assert (title, paper) == ("TEST20260302-0900", "58mm")
    assert "晨光便利店" in PdfReader(BytesIO(document)).pages[0].extract_text()
