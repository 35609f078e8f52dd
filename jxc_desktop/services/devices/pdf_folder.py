"""A folder as a printer: each document becomes a PDF file there, for shops without paper and for keeping copies."""

import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import NamedTemporaryFile

from jxc_desktop.services.ports.printer import PrinterOfflineError, PrinterUnknownError

# What Windows refuses in a name, and what no file list shows.
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]')
# Devices to Windows, whatever follows the first point.
DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?=\.|$)", re.IGNORECASE)
LONGEST_NAME = 200  # bytes; 255 is the most, and a number and .pdf still follow


class PdfFolder:
    """Files every document under its title and never overwrites one.

    Attributes:
        folder: where they go; it is made when the first one is printed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def print_pdf(self, document: bytes, *, title: str, paper: str) -> None:  # noqa: ARG002  a file has any size
        """File the document; the file is there whole or not at all.

        Raises:
            PrinterOfflineError: the folder is not there and cannot be made, such as on a stick that was pulled out.
            PrinterUnknownError: it cannot be written to: it is full or protected.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PrinterOfflineError(str(self.folder), str(error)) from error
        try:
            self._file(document, title)
        except OSError as error:
            raise PrinterUnknownError(str(self.folder), str(error)) from error

    def _file(self, document: bytes, title: str) -> None:
        written = self._write_aside(document)
        try:
            for name in _names(title):
                if _took_name(written, self.folder / name):
                    return
        finally:
            written.unlink(missing_ok=True)

    def _write_aside(self, document: bytes) -> Path:
        """The whole document under a name nobody looks for."""
        with NamedTemporaryFile(dir=self.folder, prefix=".", suffix=".part", delete=False) as file:
            aside = Path(file.name)
            try:
                file.write(document)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.close()
                aside.unlink(missing_ok=True)
                raise
        return aside


def _took_name(written: Path, wanted: Path) -> bool:
    """Give the written file the wanted name, unless another file has it: in one step, so that nobody comes between."""
    try:
        if os.name == "nt":
            written.rename(wanted)
        else:
            wanted.hardlink_to(written)
    except FileExistsError:
        return False
    return True


def _names(title: str) -> Iterator[str]:
    """File names for a title: itself, then with (2), (3) …."""
    stem = file_stem(title)
    yield f"{stem}.pdf"
    for number in count(2):
        yield f"{stem} ({number}).pdf"


def file_stem(title: str) -> str:
    """The title as a name that every system accepts, without the ending."""
    stem = REFUSED.sub("_", title).encode()[:LONGEST_NAME].decode(errors="ignore").strip(" .")
    return DEVICES.sub(r"_\g<0>", stem, count=1) if DEVICES.match(stem) else stem or "_"
