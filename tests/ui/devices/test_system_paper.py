"""A4 paper through the system, seen from a printer that writes into a file."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.report_paper import Direction, PaperOptions
from jxc_desktop.services.ports.printer import PrinterOfflineError
from jxc_desktop.services.printing.report_pdf import report_pdf
from jxc_desktop.ui.devices.pdf_pages import page_picture
from jxc_desktop.ui.devices.system_paper import SystemPaper, send
from jxc_desktop.ui.window.printing.paper_devices import PaperDevices, PaperJob
from tests.services.printing.a_report import a_report, a_table

DPI = 100


@pytest.fixture
def into_a_file(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(DPI)
    return printer


def printed(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def first_ink(picture: QImage) -> tuple[int, int]:
    """How far the first ink is from the left and the top."""
    dark = [
        (x, y) for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y).value() < 80
    ]
    return min(x for x, _y in dark), min(y for _x, y in dark)


def test_these_pages_are_printed_as_often_as_wanted(into_a_file: QPrinter) -> None:
    document = report_pdf(a_report(a_table(100)))
    send(document, PaperJob("HP", "商品销售", (1, 2), copies=2), into_a_file)
    pages = PdfReader(BytesIO(printed(into_a_file))).pages
    assert len(pages) in (2, 4)  # a printer that makes the copies itself is given the pages once
    second = page_picture(document, 1, 20)
    made = page_picture(printed(into_a_file), 0, 20)
    assert abs(second.width() - made.width()) <= 1


@pytest.mark.parametrize("direction", [Direction.PORTRAIT, Direction.LANDSCAPE])
def test_a_sheet_lies_as_its_page_does(into_a_file: QPrinter, direction: Direction) -> None:
    document = report_pdf(a_report(a_table(3)), PaperOptions(direction))
    send(document, PaperJob("HP", "x", (0,)), into_a_file)
    page = PdfReader(BytesIO(printed(into_a_file))).pages[0]
    turned = page_picture(printed(into_a_file), 0, 20)
    assert (turned.width() > turned.height()) == (direction is Direction.LANDSCAPE)
    assert {round(float(page.mediabox.width)), round(float(page.mediabox.height))} == {595, 842}


def test_the_picture_is_moved_to_the_left_and_down(into_a_file: QPrinter, tmp_path: Path) -> None:
    document = report_pdf(a_report(a_table(3)))
    places = []
    for left_mm, down_mm in ((0.0, 0.0), (5.0, 10.0)):
        send(document, PaperJob("HP", "x", (0,), left_mm=left_mm, down_mm=down_mm), into_a_file)
        places.append(first_ink(page_picture(printed(into_a_file), 0, DPI)))
    (x, y), (moved_x, moved_y) = places
    assert x - moved_x == pytest.approx(5 / 25.4 * DPI, abs=2)
    assert moved_y - y == pytest.approx(10 / 25.4 * DPI, abs=2)


def test_a_printer_that_is_not_installed_is_offline(qtbot: QtBot) -> None:
    devices: PaperDevices = SystemPaper()
    with pytest.raises(PrinterOfflineError):
        devices.print_job(b"%PDF", PaperJob("没有这台", "x", (0,)))


def test_the_pages_of_a_document_are_known_by_size_and_picture(qtbot: QtBot) -> None:
    document = report_pdf(a_report(a_table(100)))
    sizes = SystemPaper().page_sizes(document)
    assert [round(size.width()) for size in sizes] == [595] * 3
    picture = SystemPaper().page_picture(document, 2, 60)
    assert (picture.width(), picture.height()) == pytest.approx((595 * 60 / 72, 842 * 60 / 72), abs=2)
