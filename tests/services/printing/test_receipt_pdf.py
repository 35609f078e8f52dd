"""The counter's receipt on paper."""

import csv
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from jxc_desktop.models.values.receipt_page import ReceiptPage
from jxc_desktop.services.printing.receipt_lines import receipt_lines
from jxc_desktop.services.printing.receipt_pdf import receipt_pdf
from tests.services.printing.a_receipt import GOODS, a_line, a_return, a_sale

BOTH_WIDTHS = pytest.mark.parametrize("paper", [80, 58])
PRINTER_DPI = 203.2  # 8 dots a mm


def text_of(document: bytes) -> str:
    """All text of the PDF without spaces and line ends, which a reader guesses."""
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages).split())


def picture(document: bytes) -> Image.Image:
    """The page as the printer's dots."""
    pdf = pypdfium2.PdfDocument(document)
    shown: Image.Image = pdf[0].render(scale=PRINTER_DPI / 72, grayscale=True).to_pil().copy()
    pdf.close()
    return shown


def printed_edges(document: bytes) -> tuple[int, int]:
    """The first and the last column of dots that has ink."""
    box = picture(document).point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return box[0], box[2]


def nasty(shared: Path) -> list[str]:
    with (shared / "data/text/cjk_torture.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


@BOTH_WIDTHS
def test_everything_the_shop_wants_on_the_receipt_can_be_read_from_it(paper: int) -> None:
    text = text_of(receipt_pdf(a_sale(paper)))
    for line in GOODS:
        assert line.name.replace(" ", "") in text
    for part in (
        "惠民便利店",
        "单号XS20260304-0019",
        "2026-03-0414:33",
        "收银员01",
        "会员01620320",
        "10种19件",
        "原价129.00",
        "优惠-1.20",
        "应收￥127.80",
        "微信60.00",
        "现金100.00",
        "找零32.20",
        "七天内凭小票退换扫上面的码查单",
        "谢谢惠顾",
        "本小票不作发票凭证",
    ):
        assert part in text


@BOTH_WIDTHS
def test_the_page_is_as_wide_as_the_roll_and_as_long_as_its_text(paper: int) -> None:
    def size(page: ReceiptPage) -> tuple[float, float]:
        box = PdfReader(BytesIO(receipt_pdf(page))).pages[0].mediabox
        return float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72

    short, long = size(a_sale(paper, lines=GOODS[:1])), size(a_sale(paper, lines=GOODS * 3))
    assert short[0] == long[0] == pytest.approx(paper, abs=0.01)
    # 29 lines more, two rows each: a row is 4 mm high.
    assert long[1] - short[1] == pytest.approx(29 * 2 * 4, abs=8)


@BOTH_WIDTHS
def test_a_scanner_reads_the_number_from_the_printed_dots(paper: int) -> None:
    for page, number in ((a_sale(paper), "XS20260304-0019"), (a_return(paper), "XT20260304-0001")):
        read = zxingcpp.read_barcodes(picture(receipt_pdf(page)))
        assert [(code.text, code.format) for code in read] == [(number, zxingcpp.BarcodeFormat.Code128)]


@BOTH_WIDTHS
def test_bars_are_two_dots_a_module_sharp_and_at_least_8_mm_high(paper: int) -> None:
    shown = picture(receipt_pdf(a_sale(paper)))
    bars = zxingcpp.read_barcodes(shown)[0].position
    middle = (bars.top_left.y + bars.bottom_left.y) // 2
    row = shown.crop((0, middle, shown.width, middle + 1))
    box = row.point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    assert box[2] - box[0] == 167 * 2
    assert {grey for _count, grey in row.getcolors() or []} == {0, 255}
    column = [shown.getpixel((box[0], y)) for y in range(shown.height)]
    top = middle - column[middle::-1].index(255)
    bottom = middle + column[middle:].index(255)
    assert bottom - top > 8 * 8


@BOTH_WIDTHS
def test_a_return_is_called_one_at_the_top(paper: int) -> None:
    text = text_of(receipt_pdf(a_return(paper)))
    assert text.startswith("退货惠民便利店")
    assert "-10.80" in text
    assert "应退￥10.80" in text


@BOTH_WIDTHS
def test_a_reprint_is_marked_below_the_shop(paper: int) -> None:
    text = text_of(receipt_pdf(a_sale(paper, reprinted=datetime(2026, 3, 4, 14, 40))))
    assert text.startswith("惠民便利店补打14:40")


def test_the_yen_sign_of_a_careless_name_is_printed_as_the_yuan_sign() -> None:
    text = text_of(receipt_pdf(a_sale(80, lines=(a_line("\u00a59.9特价纸巾", "1", "9.9", "9.90"),))))
    assert "￥9.9特价纸巾" in text
    assert "\u00a5" not in text


def test_the_same_receipt_gives_the_same_bytes() -> None:
    first = receipt_pdf(a_sale(80))
    receipt_pdf(a_sale(58, lines=GOODS[:2]))
    assert receipt_pdf(a_sale(80)) == first


def test_two_receipts_drawn_at_once_do_not_mix() -> None:
    pages = [a_sale(80), a_sale(58), a_return(80), a_return(58)] * 4
    alone = [receipt_pdf(page) for page in pages]
    with ThreadPoolExecutor(4) as workers:
        assert list(workers.map(receipt_pdf, pages)) == alone


def test_the_font_travels_with_the_receipt_and_only_what_is_used_of_it() -> None:
    document = receipt_pdf(a_sale(80))
    page: Any = PdfReader(BytesIO(document)).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert {font["/BaseFont"].split("+")[1] for font in fonts} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert len(document) < 60_000


def test_a_character_no_font_has_is_a_box_on_paper() -> None:
    page = a_sale(58, lines=(a_line("小羊\U0001f411\ufe0f肉串\U0002b740", "1", "5", "5.00"),))
    text = text_of(receipt_pdf(page))
    assert "小羊□肉串□" in text
    assert text.endswith("□是打不出来的字：U+1F411U+2B740")


@BOTH_WIDTHS
def test_no_ink_leaves_the_printers_width_whatever_goods_are_called(paper: int, shared: Path) -> None:
    dots, page_dots = (576, 640) if paper == 80 else (384, 464)
    edge = (page_dots - dots) // 2
    names = nasty(shared)
    for start in range(0, len(names), 250):
        lines = tuple(a_line(name, "1", "1", "1.00") for name in names[start : start + 250])
        left, right = printed_edges(receipt_pdf(a_sale(paper, lines=lines)))
        assert left >= edge - 1
        assert right <= edge + dots + 1


@BOTH_WIDTHS
def test_the_pdf_says_what_the_lines_say(paper: int) -> None:
    page = a_sale(paper, lines=GOODS * 3)
    document = text_of(receipt_pdf(page))
    for line in receipt_lines(page):
        for placed in line.texts:
            assert placed.text.replace(" ", "").replace("　", "") in document
