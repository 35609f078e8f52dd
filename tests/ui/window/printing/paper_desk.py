"""Printers that write down what they are given, and a report to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from jxc_desktop.models.values.report_paper import PaperOptions
from jxc_desktop.services.ports.printer import PrinterFault
from jxc_desktop.services.printing.report_pdf import report_pdf
from jxc_desktop.ui.devices.pdf_pages import page_sizes, page_view
from jxc_desktop.ui.widgets.print_preview_request import PreviewOf
from jxc_desktop.ui.window.printing.paper_devices import PaperJob
from tests.services.printing.a_report import a_report, a_table

TAKEN_AT = datetime(2026, 3, 4, 14, 32)


@dataclass
class PaperDesk:
    """The devices of a test.

    Attributes:
        printed: the documents with how they were to be printed. fault: what printing ends in.
        goes_on: cleared, the printer is slow.
    """

    names: tuple[str, ...] = ("办公室 A4 激光", "前台针式")
    printed: list[tuple[bytes, PaperJob]] = field(default_factory=list)
    fault: PrinterFault | None = None
    goes_on: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.goes_on.set()

    def printer_names(self) -> Sequence[str]:
        return self.names

    def print_job(self, document: bytes, job: PaperJob) -> None:
        self.goes_on.wait(10)
        if self.fault is not None:
            raise self.fault
        self.printed.append((document, job))

    def page_sizes(self, document: bytes) -> Sequence[QSizeF]:
        return page_sizes(document)

    def page_picture(self, document: bytes, number: int, dpi: float) -> QImage:
        return page_view(document, number, dpi)


def a_paper(options: PaperOptions) -> bytes:
    return report_pdf(a_report(a_table(100)), options)


def a_preview() -> PreviewOf:
    return PreviewOf("商品销售 2026 年 2 月", "商品销售 2026-02", a_paper, TAKEN_AT)
