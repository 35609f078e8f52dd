"""The visible sheets of workbooks."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange import workbook as workbook_module
from jxc_desktop.services.exchange.faults import SheetDamagedError, SheetTooLargeError
from jxc_desktop.services.exchange.file_kind import FileKind
from jxc_desktop.services.exchange.limits import SHEET_LIMITS, SheetLimits
from jxc_desktop.services.exchange.workbook import workbook_sheets
from tests.services.exchange.sheet_files import (
    FIRST_SHEET,
    SHEET_HEAD,
    SHEET_TAIL,
    new_workbook,
    ods_file,
    xlsx_file,
    xlsx_with_cells,
    xlsx_with_parts,
)

TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def rows(path: Path, limits: SheetLimits = SHEET_LIMITS) -> list[list[str]]:
    (sheet, *_others) = workbook_sheets(path, FileKind.ZIP, limits)
    return [list(row) for row in sheet.rows]


def test_a_category_merged_over_its_products_holds_for_each_of_them(tmp_path: Path) -> None:
    workbook = new_workbook()
    for row in (
        ["类", "品名"],
        ["饮料", "可乐"],
        [None, "茶"],
        [None, None],
        [None, "水"],
        [None, "盐"],
        ["注", "以上"],
    ):
        workbook.active.append(row)
    workbook.active.merge_cells("A2:A5")
    workbook.active.merge_cells("A7:B9")
    workbook.save(tmp_path / "goods.xlsx")
    assert rows(tmp_path / "goods.xlsx") == [
        ["类", "品名"],
        ["饮料", "可乐"],
        ["饮料", "茶"],
        ["饮料", "水"],
        ["", "盐"],
        ["注", ""],
    ]


def test_a_column_merged_to_the_last_row_makes_no_rows(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>类</t></is></c></row>'
    merged = SHEET_TAIL.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>')
    path = xlsx_with_parts(tmp_path / "goods.xlsx", {FIRST_SHEET: SHEET_HEAD + cell + merged})
    assert rows(path) == [["类"]]


def test_errors_stay_visible_and_calculated_formulas_give_their_value(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>A1&amp;"x"</f></c>'
        '<c r="C1" t="str"><f>A1</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c>'
        '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    assert rows(xlsx_with_cells(tmp_path / "x.xlsx", cells)) == [["#N/A", '=A1&"x"', "2", "#DIV/0!"]]


def test_an_ods_file_reads_like_an_xlsx_file(tmp_path: Path) -> None:
    path = ods_file(
        tmp_path / "goods.ods",
        f"<table:table-row>{TEXT_CELL.format('条码')}{TEXT_CELL.format('价')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/>'
        f"</table:table-row><table:table-row>{TEXT_CELL.format('00123')}"
        '<table:table-cell office:value-type="float" office:value="2.50"><text:p>2.50</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>',
    )
    (sheet,) = workbook_sheets(path, FileKind.ZIP, SHEET_LIMITS)
    assert [list(row) for row in sheet.rows] == [["条码", "价"], ["00123", "2.5"]]
    assert list(sheet.numbers) == [1, 5]


@pytest.mark.parametrize(("what", "limits"), [("rows", SheetLimits(rows=2)), ("columns", SheetLimits(columns=1))])
def test_too_many_rows_or_columns_are_refused(tmp_path: Path, what: str, limits: SheetLimits) -> None:
    path = xlsx_file(tmp_path / "x.xlsx", [["a", "b"], [1, 2], [3, 4]])
    with pytest.raises(SheetTooLargeError) as refusal:
        rows(path, limits)
    assert refusal.value.what == what


def test_a_workbook_without_its_sheet_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(SheetDamagedError):
        rows(xlsx_with_parts(tmp_path / "x.xlsx", {"xl/_rels/workbook.xml.rels": "<Relationships/>"}))


def test_a_reader_that_gives_up_in_its_own_way_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        pass

    def panic(*_details: object) -> None:
        raise PanicException

    monkeypatch.setattr(workbook_module, "_sheets", panic)
    with pytest.raises(SheetDamagedError):
        rows(xlsx_file(tmp_path / "x.xlsx", [["a"]]))


def test_stopping_the_program_is_no_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_details: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbook_module, "_sheets", stop)
    with pytest.raises(KeyboardInterrupt):
        rows(xlsx_file(tmp_path / "x.xlsx", [["a"]]))
