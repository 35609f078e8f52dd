"""Workbooks made on the fly, honest and dishonest ones."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl.workbook import workbook as openpyxl_workbook

SHEET_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
SHEET_TAIL = "</sheetData></worksheet>"
FIRST_SHEET = "xl/worksheets/sheet1.xml"

ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="商品">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def new_workbook() -> Any:
    """An openpyxl workbook with one empty sheet."""
    maker: Any = openpyxl_workbook.Workbook
    return maker()


def xlsx_file(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook of one sheet with these rows."""
    workbook = new_workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


def xlsx_with_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A workbook in which these parts replace or join the ordinary ones."""
    plain = xlsx_file(path.with_suffix(".plain"), [["条码", "品名"]])
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, parts.get(name, source.read(name)))
        for name in parts.keys() - set(source.namelist()):
            target.writestr(name, parts[name])
    return path


def xlsx_with_cells(path: Path, cells: str) -> Path:
    """A workbook whose only sheet has these rows, written as XML."""
    return xlsx_with_parts(path, {FIRST_SHEET: SHEET_HEAD + cells + SHEET_TAIL})


def ods_file(path: Path, rows: str, head: str = ODS_HEAD) -> Path:
    """An ods file whose only sheet has these rows, written as XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        target.writestr("content.xml", head + rows + ODS_TAIL)
        target.writestr("META-INF/manifest.xml", MANIFEST)
    return path


def record(kind: int, content: bytes) -> bytes:
    """One record of an xls workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def number_record(row: int, column: int, number: float) -> bytes:
    """A cell of an xls sheet that holds a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, number))


def xls_stream(cells: bytes, before_sheet: bytes = b"") -> bytes:
    """An xls workbook of one sheet called A with these cells."""
    start = record(0x0809, struct.pack("<HHII", 0x0600, 0x0005, 0, 0)) + before_sheet
    sheet_at = len(start) + len(record(0x0085, b"\0" * 9)) + len(record(0x000A, b""))
    name = record(0x0085, struct.pack("<IBBBB", sheet_at, 0, 0, 1, 0) + b"A")
    sheet = record(0x0809, struct.pack("<HHII", 0x0600, 0x0010, 0, 0)) + cells + record(0x000A, b"")
    return start + name + record(0x000A, b"") + sheet
