"""Pages of a PDF as pictures."""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from jxc_desktop.ui.devices.pdf_pages import NotAPdfError, page_picture, page_sizes


def blank_pages(*sizes: tuple[float, float]) -> bytes:
    writer, file = PdfWriter(), BytesIO()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    writer.write(file)
    return file.getvalue()


def test_every_page_says_its_size() -> None:
    sizes = page_sizes(blank_pages((144, 288), (72, 72)))
    assert [(size.width(), size.height()) for size in sizes] == [(144, 288), (72, 72)]


def test_a_page_is_drawn_at_the_resolution_asked_for() -> None:
    picture = page_picture(blank_pages((72, 72), (144, 72)), 1, 200)
    assert (picture.width(), picture.height()) == (400, 200)
    assert picture.pixelColor(10, 10).name() == "#ffffff"


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(NotAPdfError):
        page_sizes(b"not a pdf")
