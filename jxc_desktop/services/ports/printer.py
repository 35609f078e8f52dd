"""What a printer is to the shop: it is given a finished document, and says so when it cannot print it."""

from typing import Protocol

from jxc_desktop.services.errors import ShopError


class PrinterFault(ShopError):  # noqa: N818  a fault is a state of the device, which the shop person mends
    """The document was not printed; what was sold or booked stays so.

    Attributes:
        printer: the printer's name.
        detail: what the device or the system said, for the log.
    """

    def __init__(self, printer: str, detail: str = "") -> None:
        super().__init__(printer, detail)
        self.printer = printer
        self.detail = detail


class OutOfPaperError(PrinterFault):
    """The printer has no paper; it prints again when there is some."""


class PrinterOfflineError(PrinterFault):
    """The printer is switched off, unplugged, or not installed any more."""


class PrinterUnknownError(PrinterFault):
    """The printer refused the document and nobody says why."""


class Printer(Protocol):
    """A device, a system printer or a folder that takes documents; used by one worker at a time."""

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:
        """Print the document and come back when the printer has taken it.

        Args:
            document: a PDF of pages that have the size of the paper.
            title: what the print queue calls it, such as the document's number.
            paper: the name of the paper in the shop's settings, such as ``80mm``, ``A4`` or ``241x140``.

        Raises:
            PrinterFault: it was not printed; one of the subclasses says why.
        """
