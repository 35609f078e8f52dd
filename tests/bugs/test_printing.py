"""Faults that users of other programs found in what is printed."""

from io import BytesIO
from pathlib import Path
from threading import Event
from time import perf_counter

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import TTFError

from jxc_desktop.models.values.receipt_text import Side
from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.services.changes import Change
from jxc_desktop.services.ports.printer import PrinterOfflineError
from jxc_desktop.services.printing import fonts
from jxc_desktop.services.printing.receipt_lines import receipt_lines
from jxc_desktop.services.printing.receipt_pdf import receipt_pdf
from jxc_desktop.services.printing.report_pdf import report_pdf
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.window.printing.paper_out import PaperOut
from tests.services.printing.a_receipt import a_line, a_sale
from tests.services.printing.a_report import a_report, a_table, page_texts
from tests.services.printing.test_receipt_pdf import PRINTER_DPI, text_of
from tests.story import Story

BOTH_WIDTHS = pytest.mark.parametrize("paper", [80, 58])
LONGEST_WAIT = 0.2


class BrokenPrinter:
    """Answers when it is told to, or only after it broke down so many times."""

    def __init__(self, faults: int = 0) -> None:
        self.may_go_on = Event()
        self.faults = faults
        self.documents: list[bytes] = []

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:  # noqa: ARG002
        self.may_go_on.wait(10)
        if self.faults:
            self.faults -= 1
            raise PrinterOfflineError("小票机", "no route to host")
        self.documents.append(document)


def wait_to_be_printed(story: Story) -> str:
    """A sale whose receipt waits; its number."""
    sale = story.sell(story.product())
    story.shop.paper.reprint(sale.document_id)
    return sale.number


def test_a_printer_that_does_not_answer_holds_up_no_sale(qtbot: QtBot, story: Story) -> None:
    printer, background = BrokenPrinter(), Background()
    out = PaperOut(story.shop.paper, background, lambda: printer)
    wait_to_be_printed(story)
    began = perf_counter()
    for _press in range(10):
        out.hear_changes(frozenset({Change.PAPER}))
    assert perf_counter() - began < LONGEST_WAIT
    began = perf_counter()
    story.sell(story.product("雪碧"))
    assert perf_counter() - began < 10 * LONGEST_WAIT
    assert story.shop.paper.waiting_count() == 1
    printer.may_go_on.set()
    assert background.wait()
    assert len(printer.documents) == 1


def test_a_receipt_that_broke_off_is_printed_whole_before_the_next_one(story: Story) -> None:
    printer = BrokenPrinter(faults=1)
    printer.may_go_on.set()
    numbers = [wait_to_be_printed(story) for _sale in range(2)]
    with pytest.raises(PrinterOfflineError):
        story.shop.paper.print_waiting(printer)
    assert story.shop.paper.waiting_count() == 2
    assert story.shop.paper.print_waiting(printer) == 2
    assert [text_of(document).count(number) for document, number in zip(printer.documents, numbers, strict=True)] == [
        2,
        2,
    ]
    assert numbers[0] not in text_of(printer.documents[1])


@BOTH_WIDTHS
def test_chinese_and_the_sign_of_the_yuan_are_printed_and_what_is_not_is_seen(paper: int) -> None:
    name = "中文 ¥5 ￥6 𠮷 㐱 镕 喆 \U0001f600　全角"
    text = text_of(receipt_pdf(a_sale(paper, lines=(a_line(name, "1", "5", "5.00"),))))
    for part in ("中文", "￥5", "￥6", "㐱", "镕", "喆", "□", "全角", "U+1F600"):
        assert part in text
    assert "?" not in text
    assert "¥" not in text


@BOTH_WIDTHS
@pytest.mark.parametrize("length", [1, 15, 16, 17, 60])
@pytest.mark.parametrize("amount", ["0.01", "999999.99"])
def test_amounts_end_at_the_right_whatever_the_name_is(paper: int, length: int, amount: str) -> None:
    for name in ("好" * length, ("a好" * length)[:length], "W" * length):
        page = a_sale(paper, lines=(a_line(name, "1", amount, amount),))
        lines = receipt_lines(page)
        (figures,) = {
            line
            for line in lines
            if line.texts and line.texts[-1].side is Side.RIGHT and line.texts[-1].text == f"{float(amount):,.2f}"
        }
        assert figures.texts[-1].column == figures.columns == page.paper.columns
        assert all(text_columns(line.text) <= line.columns for line in lines)
        assert name in "".join(line.text for line in lines).replace(" ", "")


def test_without_its_font_nothing_is_printed_in_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that cannot show Chinese would print black squares, and nobody would be told."""
    fonts.paper_font.cache_clear()
    monkeypatch.setattr(fonts, "resource_path", lambda *parts: tmp_path.joinpath(*parts))
    try:
        with pytest.raises(TTFError):
            receipt_pdf(a_sale(80))
    finally:
        monkeypatch.undo()
        fonts.paper_font.cache_clear()


def test_chinese_signs_are_printed_and_read_back_from_a_report() -> None:
    name = "，。《》：￥【】、；“”！？（）…—·"
    (page,) = page_texts(report_pdf(a_report(a_table(1, name))))
    assert name in page
    assert "□" not in page


@BOTH_WIDTHS
def test_the_bars_scan_back_to_exactly_the_number_above_them(paper: int) -> None:
    for number in ("XS20260304-0001", "XS20261231-9999", "690123456789"):
        document = receipt_pdf(a_sale(paper, number=number))
        pdf = pypdfium2.PdfDocument(document)
        picture = pdf[0].render(scale=PRINTER_DPI / 72, grayscale=True).to_pil().copy()
        pdf.close()
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [number]
        assert number in "".join(PdfReader(BytesIO(document)).pages[0].extract_text().split())
