"""Zipped workbooks that mean no good are refused before they are read."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import (
    NotASheetError,
    SheetDamagedError,
    SheetFileError,
    SheetLockedError,
    SheetTooLargeError,
)
from jxc_desktop.services.exchange.limits import SHEET_LIMITS, SheetLimits
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.zip_guard import flaws_of_zip
from tests.services.exchange.sheet_files import (
    FIRST_SHEET,
    MANIFEST,
    SHEET_HEAD,
    SHEET_TAIL,
    ods_file,
    xlsx_file,
    xlsx_with_cells,
    xlsx_with_parts,
)

MEBIBYTE = 1024 * 1024


def refused_as_too_large(path: Path, limits: SheetLimits = SHEET_LIMITS) -> str:
    with pytest.raises(SheetTooLargeError) as refusal:
        read_sheet(path, limits=limits)
    return refusal.value.what


def zip_file(path: Path, parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def test_a_small_file_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    path = xlsx_with_parts(tmp_path / "bomb.xlsx", {"xl/media/a.bin": bytes(20 * MEBIBYTE)})
    assert refused_as_too_large(path) == "expansion_ratio"


def test_more_than_the_limit_unpacked_is_refused(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "x.xlsx", [["a"]])
    assert refused_as_too_large(path, SheetLimits(expanded_bytes=3000)) == "expanded_bytes"


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = xlsx_with_parts(tmp_path / "liar.xlsx", {"xl/media/a.bin": b"x" * 500_000})
    content = path.read_bytes()
    assert content.count(struct.pack("<I", 500_000)) == 2
    path.write_bytes(content.replace(struct.pack("<I", 500_000), struct.pack("<I", 500)))
    with pytest.raises(SheetDamagedError):
        read_sheet(path)


def test_one_endless_text_is_refused(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "0123456789" * 300_000 + "</t></is></c></row>"
    assert refused_as_too_large(xlsx_with_cells(tmp_path / "x.xlsx", cell), SheetLimits(expansion_ratio=2000)) == "text"


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bomb = SHEET_HEAD.replace("?>", "?>" + entities, 1) + SHEET_TAIL
    with pytest.raises(SheetDamagedError):
        read_sheet(xlsx_with_parts(tmp_path / "x.xlsx", {FIRST_SHEET: bomb}))


def test_entities_that_multiply_are_refused_in_ods_too(tmp_path: Path) -> None:
    path = ods_file(tmp_path / "x.ods", "", head='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><office:document-content>')
    with pytest.raises(SheetDamagedError):
        read_sheet(path)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"/></row><row r="1"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c t="n" r="A1"><v>1</v></c></row><row r="1048576"><c t="n" r="XFD1048576"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c s=">" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c x="/>" r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_two_cells_at_the_far_corners_are_refused_however_they_are_written(tmp_path: Path, cells: str) -> None:
    assert refused_as_too_large(xlsx_with_cells(tmp_path / "far.xlsx", cells)) == "cells"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" r="XFD1048576"><v>1</v></c>',
        '<c r="A1" x="&gt;" r="XFD1048576"><v>1</v></c>',
        '<c r="nowhere"><v>1</v></c>',
    ],
)
def test_a_cell_with_two_references_or_a_wrong_one_is_refused(tmp_path: Path, cell: str) -> None:
    with pytest.raises(SheetDamagedError):
        read_sheet(xlsx_with_cells(tmp_path / "x.xlsx", f'<row r="1"><c r="A1"><v>1</v></c>{cell}</row>'))


def test_a_far_sheet_that_calls_itself_a_picture_is_refused(tmp_path: Path) -> None:
    far = SHEET_HEAD + '<row r="1"><c r="XFD1048576"><v>1</v></c></row>' + SHEET_TAIL
    with pytest.raises(SheetFileError):
        read_sheet(xlsx_with_parts(tmp_path / "x.xlsx", {"xl/media/a.png": "PNG" + far}))


def test_four_billion_texts_that_are_only_claimed_are_refused(tmp_path: Path) -> None:
    texts = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="4000000000">'
        "<si><t>a</t></si></sst>"
    )
    with pytest.raises(SheetDamagedError):
        read_sheet(xlsx_with_parts(tmp_path / "x.xlsx", {"xl/sharedStrings.xml": texts}))


def test_a_million_formatted_empty_rows_are_two_rows(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(3, 1_048_577))
    data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    sheet = read_sheet(xlsx_with_cells(tmp_path / "million.xlsx", data + empty))
    assert [list(row) for row in sheet.rows] == [["1", ""], ["", "2"]]


def test_an_ods_cell_that_stands_for_a_sheet_is_refused(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>a</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell></table:table-row>'
    assert refused_as_too_large(ods_file(tmp_path / "far.ods", row)) == "cells"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"word/document.xml": b"<a/>"}, "document"),
        ({"ppt/presentation.xml": b"<a/>"}, "slides"),
        ({"xl/workbook.bin": b"1"}, "xlsb"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "document"),
        ({"photo.jpg": b"1"}, "archive"),
        ({}, "archive"),
    ],
)
def test_a_zip_file_of_something_else_is_named(tmp_path: Path, parts: dict[str, bytes], found: str) -> None:
    with pytest.raises(NotASheetError) as refusal:
        read_sheet(zip_file(tmp_path / "x.xlsx", parts))
    assert refusal.value.found == found


def test_a_protected_ods_file_is_locked(tmp_path: Path) -> None:
    locked = MANIFEST.replace('text/xml"/>', 'text/xml"><manifest:encryption-data/></manifest:file-entry>')
    path = zip_file(
        tmp_path / "x.ods",
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": locked.encode()},
    )
    with pytest.raises(SheetLockedError):
        read_sheet(path)


def test_a_protected_zip_part_is_locked(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "x.xlsx", [["a"]])
    content = bytearray(path.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(SheetLockedError):
        read_sheet(path)


def test_unusual_packing_is_refused_because_it_unpacks_without_bound(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "x.xlsx", {"xl/workbook.xml": b"<a/>"}, zipfile.ZIP_BZIP2)
    with pytest.raises(SheetDamagedError):
        read_sheet(path)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "x.xlsx", {f"{number}": b"" for number in range(21)})
    assert refused_as_too_large(path, SheetLimits(parts=20)) == "parts"


def test_an_honest_workbook_has_no_flaws(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "x.xlsx", [["a", 1], ["b", None]])
    assert flaws_of_zip(path, io.BytesIO(path.read_bytes()), SHEET_LIMITS) == {}
