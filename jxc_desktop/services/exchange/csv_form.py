"""How a text file is written: its encoding, and what stands between its cells."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.services.exchange.faults import NotASheetError, SheetTooLargeError, UnknownEncodingError
from jxc_desktop.services.exchange.file_kind import reading
from jxc_desktop.services.exchange.limits import MEBIBYTE

SAMPLE_BYTES = 256 * 1024
SAMPLE_ROWS = 100
# The one that is least often part of a text comes first: it wins where two fit equally well.
DELIMITERS = "\t;,"
# Some programs end each cell with a tab, so that spreadsheets keep the zeros of a code.
TAB_IN_A_CELL = re.compile(r"\t(?=[,;])")
# A cell in quotation marks: what is inside it says nothing about what stands between cells.
QUOTED_CELL = re.compile(r'(?:(?<=[\t;,\r\n])|^)"(?:[^"]|"")*"(?=[\t;,\r\n]|$)')

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Guessers take short Chinese files for anything. GB18030 accepts nearly all bytes, so it comes last.
TRIED_IN_TURN = ("utf-8", "gb18030")
# What `cell_text.as_seen` has to look at; a file without any of it is passed on as it is.
BEFORE_A_CELL = re.compile(rb"(?:^|[,;\t\"\r\n])'")
CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\0\t\n\v\f\r\x1a\x1b")
DELIMITER_HINT = re.compile(r"sep=([,;\t])\r?\n?")


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a text file is to be read.

    Attributes:
        encoding: the name Python gives it.
        delimiter: what stands between two cells.
        has_hint: the first line only names the delimiter.
        needs_care: some cells may not be shown as they are written.
    """

    encoding: str
    delimiter: str
    has_hint: bool
    needs_care: bool


def csv_form(path: Path) -> CsvForm:
    """How the text file is written, after looking at all of its bytes once.

    Raises:
        NoSuchFileError, FileNotReadableError: it cannot be read.
        NotASheetError: it is no text.
        SheetTooLargeError: one line goes on for more than a mebibyte.
        UnknownEncodingError: its bytes are neither UTF-8, nor UTF-16 or UTF-32 with a mark, nor GB18030.
    """
    with reading(path):
        encoding = _encoding(path)
        is_wide = encoding.startswith(("utf-16", "utf-32"))
        needs_care = _needs_care(path, check_lines=not is_wide) or is_wide
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            sample = file.read(SAMPLE_BYTES)
    hint = DELIMITER_HINT.match(sample)
    if hint:
        return CsvForm(encoding, hint[1], True, needs_care)
    return CsvForm(encoding, _delimiter(sample), False, needs_care)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        sample = file.read(SAMPLE_BYTES)
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if sample.startswith(mark):
            return encoding
    wide = _wide_without_mark(sample)
    if wide:
        return wide
    if sample.count(b"\0") * 4 > len(sample) or _control_share(sample) > 0.01:
        raise NotASheetError(path, "unknown")
    return _narrow_encoding(path)


def _control_share(sample: bytes) -> float:
    return (len(sample) - len(sample.translate(None, CONTROL_BYTES))) / len(sample) if sample else 0.0


def _wide_without_mark(sample: bytes) -> str:
    """UTF-16 without its mark: ASCII characters leave a NUL at every second byte, and never at the others."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _narrow_encoding(path: Path) -> str:
    position = 0
    for encoding in TRIED_IN_TURN:
        try:
            _decode_all(path, encoding)
        except UnicodeDecodeError as fault:
            position = fault.start
        else:
            return encoding
    raise UnknownEncodingError(path, position)


def _decode_all(path: Path, encoding: str) -> None:
    """Decode the file strictly; half a character at its very end is let pass, the file was cut off there."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    done = 0
    for part in _parts(path):
        try:
            decoder.decode(part)
        except UnicodeDecodeError as fault:
            fault.start += done
            raise
        done += len(part)


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(MEBIBYTE):
            yield part


def _needs_care(path: Path, check_lines: bool) -> bool:
    found = False
    last = b""
    for part in _parts(path):
        if check_lines and len(part) == MEBIBYTE and b"\n" not in part and b"\r" not in part:
            raise SheetTooLargeError(path, "text", MEBIBYTE)
        found = found or _has_cells_to_clean(last + part)
        last = part[-1:]
    return found


def _has_cells_to_clean(part: bytes) -> bool:
    return b"\0" in part or b'="' in part or (b"'" in part and BEFORE_A_CELL.search(part) is not None)


def _delimiter(sample: str) -> str:
    """The delimiter that gives the most rows of one and the same width, of equal ones the widest.

    A comma where none gives such rows for half of the sample: then it stands inside the texts.
    """
    sample = QUOTED_CELL.sub("x", TAB_IN_A_CELL.sub("", sample))
    best = max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    rows, width = _evenness(sample, best)
    is_even = 2 * rows >= len(_sample_rows(sample, best))
    return best if is_even and width else ","


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in _sample_rows(sample, delimiter) if len(row) > 1)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return rows, width


def _sample_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows = []
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    return rows
