"""Printing through the system, seen from a printer that writes into a file."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from jxc_desktop.services.ports.printer import Printer, PrinterOfflineError, PrinterUnknownError
from jxc_desktop.services.printing.receipt_pdf import receipt_pdf
from jxc_desktop.ui.devices.pdf_pages import page_picture
from jxc_desktop.ui.devices.system_printer import SystemPrinter, print_pages, printer_names
from tests.services.printing.a_receipt import a_sale


@pytest.fixture
def into_a_file(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(203)
    return printer


@pytest.mark.parametrize("paper", [80, 58])
def test_a_receipt_is_printed_on_paper_of_its_own_size(into_a_file: QPrinter, paper: int) -> None:
    document = receipt_pdf(a_sale(paper))
    print_pages(document, into_a_file, f"{paper}mm")
    wanted = PdfReader(BytesIO(document)).pages[0].mediabox
    printed = PdfReader(into_a_file.outputFileName()).pages
    assert len(printed) == 1
    assert float(printed[0].mediabox.width) == pytest.approx(float(wanted.width), abs=1)
    assert float(printed[0].mediabox.height) == pytest.approx(float(wanted.height), abs=1)


def test_what_is_printed_looks_like_the_document(into_a_file: QPrinter) -> None:
    document = receipt_pdf(a_sale(80))
    print_pages(document, into_a_file, "80mm")
    printed = page_picture(Path(into_a_file.outputFileName()).read_bytes(), 0, 50)
    wanted = page_picture(document, 0, 50)
    places = [(x, y) for x in range(0, wanted.width() - 2, 3) for y in range(0, wanted.height() - 2, 3)]
    apart = [abs(printed.pixelColor(*at).lightness() - wanted.pixelColor(*at).lightness()) for at in places]
    assert sum(apart) / len(apart) < 12


def test_a_printer_that_is_not_installed_is_offline(qtbot: QtBot) -> None:
    printer: Printer = SystemPrinter("没有这台")
    with pytest.raises(PrinterOfflineError) as refused:
        printer.print_pdf(b"%PDF", title="XS", paper="80mm")
    assert refused.value.printer == "没有这台"


def test_what_is_no_pdf_is_not_printed(into_a_file: QPrinter) -> None:
    with pytest.raises(PrinterUnknownError):
        print_pages(b"nothing", into_a_file, "80mm")


def test_a_place_that_cannot_be_written_is_reported(into_a_file: QPrinter, tmp_path: Path) -> None:
    into_a_file.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(PrinterUnknownError):
        print_pages(receipt_pdf(a_sale(80)), into_a_file, "80mm")


def test_installed_printers_are_listed_by_name(qtbot: QtBot) -> None:
    assert all(isinstance(name, str) and name for name in printer_names())
