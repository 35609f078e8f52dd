"""Any printer installed in the system: the PDF's pages are drawn as pictures at the printer's own resolution."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from jxc_desktop.services.ports.printer import PrinterOfflineError, PrinterUnknownError
from jxc_desktop.ui.devices.pdf_pages import NotAPdfError, page_picture, page_sizes

# Above this a page of A4 takes hundreds of megabytes and looks no better.
FINEST_DPI = 600
MM_PER_INCH = 25.4
A4 = "A4"


def printer_names() -> tuple[str, ...]:
    """The names of the installed printers, the system's default one first."""
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name)))


class SystemPrinter:
    """An installed printer; may be used from a worker.

    Attributes:
        name: its name in the system.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:
        """Send every page to the print queue.

        The system does not tell when paper runs out: it keeps the document in its own queue then.

        Raises:
            PrinterOfflineError: no printer of that name is installed.
            PrinterUnknownError: the system refused the document, or the document is no PDF.
        """
        found = QPrinterInfo.printerInfo(self.name)
        if found.isNull():
            raise PrinterOfflineError(self.name)
        printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        print_pages(document, printer, paper)


def print_pages(
    document: bytes,
    printer: QPrinter,
    paper: str,
    pages: Sequence[int] | None = None,
    moved_mm: tuple[float, float] = (0.0, 0.0),
) -> None:
    """Draw pages of the PDF, all of them unless some are named, each on a page of its own size.

    Units: moved_mm in millimetres to the right and down, for printers that do not begin where the paper does.

    Raises:
        PrinterUnknownError: the printer refused, or the document is no PDF.
    """
    painter = QPainter()
    try:
        sizes = page_sizes(document)
        for number in range(len(sizes)) if pages is None else pages:
            picture = page_picture(document, number, min(_dpi(printer), FINEST_DPI))
            _start_page(painter, printer, sizes[number], paper)
            place = _place(printer, picture)
            place.translate(*(round(mm * _dpi(printer) / MM_PER_INCH) for mm in moved_mm))
            painter.drawImage(place, picture)
    except NotAPdfError as error:
        raise PrinterUnknownError(printer.printerName(), str(error)) from error
    if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error:
        raise PrinterUnknownError(printer.printerName(), "the system did not finish the document")


def _dpi(printer: QPrinter) -> float:
    """Receipt printers say 203 and mean 8 dots a mm: taken at their word, the bars of a barcode would blur."""
    return 203.2 if printer.resolution() == 203 else printer.resolution()


def _place(printer: QPrinter, picture: QImage) -> QRect:
    """The picture's place on the page: dot by dot, unless the printer is finer than the picture."""
    scale = max(1.0, _dpi(printer) / FINEST_DPI)
    return QRect(0, 0, round(picture.width() * scale), round(picture.height() * scale))


def _start_page(painter: QPainter, printer: QPrinter, size: QSizeF, paper: str) -> None:
    _set_paper(printer, size, paper)
    ready = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not ready:
        raise PrinterUnknownError(printer.printerName(), "the system refused the document")


def _set_paper(printer: QPrinter, size: QSizeF, paper: str) -> None:
    """The page's own size, named so that a driver's form of that name is found; no margins, the page has its own.

    A sheet that lies across is the upright sheet turned: no driver has a form for it. A roll is never turned.
    """
    is_across = paper == A4 and size.width() > size.height()
    upright = size.transposed() if is_across else size
    page_size = QPageSize(upright, QPageSize.Unit.Point, paper, QPageSize.SizeMatchPolicy.FuzzyMatch)
    direction = QPageLayout.Orientation.Landscape if is_across else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(page_size, direction, QMarginsF()))
