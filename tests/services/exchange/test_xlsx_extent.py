"""How far an xlsx sheet reaches."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import SheetDamagedError
from jxc_desktop.services.exchange.xlsx_extent import UnusualXmlError, measure_by_parsing, measure_parts, whole_cells
from tests.services.exchange.sheet_files import SHEET_HEAD, SHEET_TAIL

PATH = Path("x.xlsx")


def sheet(cells: str) -> list[bytes]:
    return [(SHEET_HEAD + cells + SHEET_TAIL).encode()]


def test_far_cells_are_measured_exactly() -> None:
    extent = measure_parts(
        PATH, sheet('<row r="100000"><c r="AB100000" s="1"><v>1</v></c><c r="AC100000" s="1"/></row>')
    )
    assert (extent.rows, extent.columns) == (100_000, 28)


def test_near_cells_are_taken_for_the_whole_of_the_near_area() -> None:
    extent = measure_parts(PATH, sheet('<row r="7"><c r="B7"><v>1</v></c></row>'))
    assert extent.rows * extent.columns == 99_999 * 26


def test_formatted_empty_cells_reach_nowhere() -> None:
    assert measure_parts(PATH, sheet('<row r="1048576"><c r="XFD1048576" s="3"/></row>')).columns <= 26


@pytest.mark.parametrize("cells", ["<row><c><v>1</v></c></row>", '<x:row r="1"><x:c r="B9"><x:v>1</x:v></x:c></x:row>'])
def test_xml_written_in_another_way_has_to_be_parsed(cells: str) -> None:
    with pytest.raises(UnusualXmlError):
        measure_parts(PATH, sheet(cells))


def test_cells_without_references_follow_each_other() -> None:
    cells = "<row><c/><c/></row><row/><row><c/></row>" + '<row r="9"><c r="D9"/><c/></row>'
    extent = measure_by_parsing(PATH, sheet(cells))
    assert (extent.rows, extent.columns) == (9, 5)


def test_broken_xml_is_a_damaged_file() -> None:
    with pytest.raises(SheetDamagedError):
        measure_by_parsing(PATH, [b"<a><b></a>"])


@pytest.mark.parametrize("length", range(1, 60, 7))
def test_no_cell_is_cut_in_two_whatever_the_pieces_are(length: int) -> None:
    (whole,) = sheet('<row r="100000"><c r="AB100000"><v>1</v></c></row>' * 3)
    pieces = [whole[start : start + length] for start in range(0, len(whole), length)]
    cells = list(whole_cells(PATH, pieces))
    assert b"".join(cells) == whole
    assert sum(piece.count(b'<c r="AB100000">') for piece in cells) == 3
