"""A4 paper on this computer: its printers, and PDF pages as pictures, for the print preview."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from jxc_desktop.services.ports.printer import PrinterOfflineError
from jxc_desktop.ui.devices.pdf_pages import page_sizes, page_view
from jxc_desktop.ui.devices.system_printer import A4, print_pages, printer_names


class Job(Protocol):
    """What is printed of a document.

    Units: left_mm, down_mm in millimetres.
    """

    @property
    def printer(self) -> str:
        """Its name in the system."""

    @property
    def title(self) -> str:
        """What the print queue calls it."""

    @property
    def pages(self) -> tuple[int, ...]:
        """Counted from 0."""

    @property
    def copies(self) -> int:
        """How often all of them."""

    @property
    def left_mm(self) -> float:
        """Moved to the left."""

    @property
    def down_mm(self) -> float:
        """Moved down."""


class SystemPaper:
    """The printers of the system."""

    def printer_names(self) -> Sequence[str]:
        """The installed printers, the system's default one first."""
        return printer_names()

    def print_job(self, document: bytes, job: Job) -> None:
        """Send it to the print queue; the system keeps it there when paper runs out.

        Raises:
            PrinterOfflineError: no printer of that name is installed.
            PrinterUnknownError: the system refused the document.
        """
        found = QPrinterInfo.printerInfo(job.printer)
        if found.isNull():
            raise PrinterOfflineError(job.printer)
        send(document, job, QPrinter(found, QPrinter.PrinterMode.HighResolution))

    def page_sizes(self, document: bytes) -> Sequence[QSizeF]:
        """The size of each page.

        Units: points.
        """
        return page_sizes(document)

    def page_picture(self, document: bytes, number: int, dpi: float) -> QImage:
        """The page of that number, counted from 0, in greys."""
        return page_view(document, number, dpi)


def send(document: bytes, job: Job, printer: QPrinter) -> None:
    """Print these pages as often as wanted: by the printer itself where it can, else one copy after the other.

    Raises:
        PrinterUnknownError: the printer refused, or the document is no PDF.
    """
    printer.setDocName(job.title)
    pages = job.pages
    if printer.supportsMultipleCopies():
        printer.setCopyCount(job.copies)
    else:
        pages = pages * job.copies
    print_pages(document, printer, A4, pages, (-job.left_mm, job.down_mm))
