"""What the print preview needs of the system: printers, and the pages of a PDF as pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class PaperJob:
    """What is printed of a document, and where on the paper.

    Units: left_mm, down_mm in millimetres, moved to the left and down; either may be below 0.

    Attributes:
        pages: the numbers of the pages, counted from 0, in the order they are printed.
    """

    printer: str
    title: str
    pages: tuple[int, ...]
    copies: int = 1
    left_mm: float = 0.0
    down_mm: float = 0.0


class PaperDevices(Protocol):
    """Made real by the wiring alone; everything but `printer_names` may be called from a worker."""

    def printer_names(self) -> Sequence[str]:
        """The installed printers, the system's default one first."""

    def print_job(self, document: bytes, job: PaperJob) -> None:
        """Send it to the print queue.

        Raises:
            PrinterFault: why the system did not take it.
        """

    def page_sizes(self, document: bytes) -> Sequence[QSizeF]:
        """The size of each page.

        Units: points.
        """

    def page_picture(self, document: bytes, number: int, dpi: float) -> QImage:
        """The page of that number, counted from 0, in greys."""
