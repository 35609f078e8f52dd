"""Which part is which sheet."""

import zipfile
from pathlib import Path

from jxc_desktop.services.exchange.xlsx_parts import sheet_parts
from tests.services.exchange.sheet_files import new_workbook, xlsx_with_parts


def test_the_parts_come_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    workbook = new_workbook()
    workbook.create_sheet("二")
    workbook.move_sheet("二", -1)
    workbook.save(tmp_path / "x.xlsx")
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        assert sheet_parts(archive) == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]


def test_places_may_be_given_from_the_top_or_from_beside_the_workbook(tmp_path: Path) -> None:
    relations = (
        '<Relationships><Relationship Id="rId1" Target="/xl/a.xml"/><Relationship Id="rId2" Target="../b.xml"/>'
        "</Relationships>"
    )
    sheets = '<w xmlns="m" xmlns:r="r"><sheets><sheet r:id="rId2"/><sheet r:id="rId1"/><sheet r:id="?"/></sheets></w>'
    path = xlsx_with_parts(tmp_path / "x.xlsx", {"xl/workbook.xml": sheets, "xl/_rels/workbook.xml.rels": relations})
    with zipfile.ZipFile(path) as archive:
        assert sheet_parts(archive) == ["b.xml", "xl/a.xml", ""]


def test_a_workbook_that_does_not_say_has_none(tmp_path: Path) -> None:
    path = xlsx_with_parts(tmp_path / "x.xlsx", {"xl/workbook.xml": "<a>"})
    with zipfile.ZipFile(path) as archive:
        assert sheet_parts(archive) == []
