"""The pages of a PDF as pictures, for the preview and for printers of the system.

The only place that reads PDFs: the library behind it serves one thread at a time, so everybody waits here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
# Below this, letters are drawn larger and made smaller afterwards: drawn at once they crowd and their commas vanish.
CLEAR_DPI = 160
_reading = Lock()


class NotAPdfError(ValueError):
    """The bytes are no PDF that can be read; a fault of whoever drew it."""


def page_sizes(document: bytes) -> tuple[QSizeF, ...]:
    """The size of each page.

    Units: points.

    Raises:
        NotAPdfError: the document cannot be read.
    """
    with _opened(document) as pages:
        return tuple(QSizeF(*pages.get_page_size(number)) for number in range(len(pages)))


def page_picture(document: bytes, number: int, dpi: float) -> QImage:
    """The page of that number, counted from 0, in greys at that resolution.

    Raises:
        NotAPdfError: the document cannot be read.
    """
    with _opened(document) as pages:
        page = pages[number]
        bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
        borrowed = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8)
        picture = borrowed.copy()
        bitmap.close()
        page.close()
        return picture


def page_view(document: bytes, number: int, dpi: float) -> QImage:
    """The page as it is read on a screen: small letters stay clear.

    Raises:
        NotAPdfError: the document cannot be read.
    """
    if dpi >= CLEAR_DPI:
        return page_picture(document, number, dpi)
    large = page_picture(document, number, dpi * 2)
    mode = Qt.TransformationMode.SmoothTransformation
    return large.scaled(large.size() / 2, Qt.AspectRatioMode.IgnoreAspectRatio, mode)


@contextmanager
def _opened(document: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _reading:
        try:
            pages = pypdfium2.PdfDocument(document)
        except pypdfium2.PdfiumError as error:
            raise NotAPdfError(str(error)) from error
        try:
            yield pages
        finally:
            pages.close()
