"""Looks through a zipped workbook (xlsx, ods) before it is read: no bomb, no trick, no sheet that reaches too far."""

import copy
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from jxc_desktop.services.exchange.extent import Flaws
from jxc_desktop.services.exchange.faults import (
    NotASheetError,
    SheetDamagedError,
    SheetLockedError,
    SheetTooLargeError,
)
from jxc_desktop.services.exchange.limits import MEBIBYTE, SheetLimits
from jxc_desktop.services.exchange.ods_extent import require_ods_within
from jxc_desktop.services.exchange.xlsx_extent import UnusualXmlError, measure_by_parsing, measure_parts
from jxc_desktop.services.exchange.xlsx_parts import sheet_parts

ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
OTHER_CONTENTS = {"xl/workbook.bin": "xlsb", "word/document.xml": "document", "ppt/presentation.xml": "slides"}
SMALL_PART = MEBIBYTE
IS_ENCRYPTED = 0x1
# The others unpack without a bound, and no spreadsheet program uses them.
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
SHEET_MARKS = (b"sheetData", b"uniqueCount")
# A reader makes one text of each of these, however short it is.
SHARED_TEXT = b"<si"


@dataclass(frozen=True, slots=True)
class _Package:
    """An open zip file on its way through the checks."""

    path: Path
    archive: zipfile.ZipFile
    limits: SheetLimits


def flaws_of_zip(path: Path, file: BinaryIO, limits: SheetLimits) -> dict[int, Flaws]:
    """For each sheet, by its place in the workbook, the cells that a reader would wrongly call empty.

    Raises:
        NotASheetError: it is a zip file of something else.
        SheetLockedError: it is protected by a password.
        SheetTooLargeError: it holds too much, or pretends to hold little.
        SheetDamagedError: it cannot be unpacked, or is no proper XML.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            package = _Package(path, archive, limits)
            _check_list(package)
            if _is_ods(package):
                return _check_ods(package)
            return _check_xlsx(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError) as fault:
        raise SheetDamagedError(path) from fault


def _check_list(package: _Package) -> None:
    parts = package.archive.infolist()
    limits = package.limits
    if len(parts) > limits.parts:
        raise SheetTooLargeError(package.path, "parts", limits.parts)
    if sum(part.file_size for part in parts) > limits.expanded_bytes:
        raise SheetTooLargeError(package.path, "expanded_bytes", limits.expanded_bytes)
    for part in parts:
        if part.compress_type not in READABLE:
            raise SheetDamagedError(package.path)
        if part.flag_bits & IS_ENCRYPTED:
            raise SheetLockedError(package.path)
        if part.file_size > max(SMALL_PART, part.compress_size * limits.expansion_ratio):
            raise SheetTooLargeError(package.path, "expansion_ratio", limits.expansion_ratio)
    if len(set(package.archive.namelist())) != len(parts):
        raise SheetDamagedError(package.path)


def _is_ods(package: _Package) -> bool:
    """Whether it is an ods file; what is neither that nor an xlsx file is refused."""
    names = set(package.archive.namelist())
    if "mimetype" in names:
        if package.archive.read("mimetype").startswith(ODS_TYPE):
            return True
        raise NotASheetError(package.path, "document")
    if "xl/workbook.xml" in names:
        return False
    found = next((kind for name, kind in OTHER_CONTENTS.items() if name in names), "archive")
    raise NotASheetError(package.path, found)


def _check_ods(package: _Package) -> dict[int, Flaws]:
    if _is_encrypted_ods(package):
        raise SheetLockedError(package.path)
    for part in package.archive.infolist():
        if part.filename == "content.xml":
            require_ods_within(package.path, _pieces(package, part), package.limits)
        else:
            _unpack(package, part)
    return {}


def _is_encrypted_ods(package: _Package) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in package.archive.namelist() and b"encryption-data" in package.archive.read(manifest)


def _check_xlsx(package: _Package) -> dict[int, Flaws]:
    found = {part.filename: _check_xlsx_part(package, part) for part in package.archive.infolist()}
    sheets = sheet_parts(package.archive)
    return {place: found[name] for place, name in enumerate(sheets) if found.get(name)}


def _check_xlsx_part(package: _Package, part: zipfile.ZipInfo) -> Flaws:
    """Any part may be used as a sheet, whatever its name is, so all of them are measured."""
    if not _is_markup(package, part):
        _unpack(package, part)
        return {}
    try:
        extent = measure_parts(package.path, _pieces(package, part))
    except UnusualXmlError:
        extent = measure_by_parsing(package.path, _pieces(package, part))
    extent.require_within(package.path, package.limits)
    return extent.flaws


def _is_markup(package: _Package, part: zipfile.ZipInfo) -> bool:
    with package.archive.open(part) as stream:
        return stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _unpack(package: _Package, part: zipfile.ZipInfo) -> None:
    """Unpack a picture or the like; a sheet that only pretends to be one is refused."""
    last = b""
    for piece in _pieces(package, part):
        if any(mark in last + piece for mark in SHEET_MARKS):
            raise SheetDamagedError(package.path)
        last = piece[-16:]


def _pieces(package: _Package, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a part, a mebibyte at a time, checked against the size that the list gave."""
    whole = copy.copy(part)
    # Python stops at the listed size; other readers go on to the real end, so the real end is looked for.
    whole.file_size = package.limits.expanded_bytes + 1
    done = shared_texts = 0
    with package.archive.open(whole) as stream:
        while piece := stream.read(MEBIBYTE):
            done += len(piece)
            shared_texts += piece.count(SHARED_TEXT) if "worksheets/" not in part.filename else 0
            if done > part.file_size:
                raise SheetDamagedError(package.path)
            if shared_texts > package.limits.cells:
                raise SheetTooLargeError(package.path, "cells", package.limits.cells)
            yield piece
