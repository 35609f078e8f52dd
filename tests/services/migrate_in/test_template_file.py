"""The empty file of a kind, and what becomes of one that is filled in."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.template_file import write_template_file
from tests.services.exchange.sheet_files import xlsx_file
from tests.services.migrate_in.goods_lists import product_count, rows_of
from tests.story import Story


def template(folder: Path, kind: ImportKind) -> Path:
    path = folder / "模板.xlsx"
    write_template_file(path, FORMS[kind])
    return path


def test_an_empty_template_takes_nothing_in(story: Story, tmp_path: Path) -> None:
    assert story.shop.imports.products(template(tmp_path, ImportKind.PRODUCTS)).added == 0
    assert story.shop.imports.partners(template(tmp_path, ImportKind.PARTNERS)).added == 0
    assert story.shop.imports.opening_stock(template(tmp_path, ImportKind.OPENING_STOCK), check_only=True).lines == 0
    assert (product_count(story), rows_of(story, "partner")) == (0, 0)


def test_the_examples_are_right_once_they_are_no_examples_any_more(story: Story, tmp_path: Path) -> None:
    def filled_in(kind: ImportKind) -> Path:
        rows = [[cell.removeprefix("例：") for cell in row] for row in read_sheet(template(tmp_path, kind)).rows]
        return xlsx_file(tmp_path / "填好.xlsx", rows)

    assert story.shop.imports.products(filled_in(ImportKind.PRODUCTS)).added == 2
    assert story.shop.imports.partners(filled_in(ImportKind.PARTNERS)).added == 2


def test_every_column_is_explained_on_a_page_of_its_own(tmp_path: Path) -> None:
    (notes,) = read_sheet(template(tmp_path, ImportKind.PRODUCTS)).others
    assert notes.name == "说明"
    explained = {row[0] for row in notes.rows}
    assert {field.word() for field in FORMS[ImportKind.PRODUCTS].fields} <= explained


def test_only_a_workbook_keeps_codes_as_text(tmp_path: Path) -> None:
    with pytest.raises(TableKindError):
        write_template_file(tmp_path / "模板.csv", FORMS[ImportKind.PRODUCTS])
