"""Faults that users of other programs found in exported files: names that another program runs instead of showing."""

import csv
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl.reader.excel
import pytest

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.sheet_writer import write_csv, write_xlsx
from jxc_desktop.services.exchange.table import Column, Table
from tests.story import Story

DANGEROUS = ("=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "＝1+1", '=HYPERLINK("x","y")')
# What the program on the other side calls a formula.
RUN = ("=", "+", "-", "@", "\t", "\r")


def seen(text: str) -> str:
    """A name as the shop keeps it: on one line, without blanks around it."""
    return " ".join(text.split())


@pytest.fixture
def exported(story: Story, tmp_path: Path) -> dict[str, Path]:
    """The stock of goods with such names, one of them sold below nothing, in both kinds of file."""
    story.allow_overselling()
    for number, name in enumerate(DANGEROUS):
        product = story.product(name, codes=(f"690123450{number:03}",))
        story.receive(product, "10", "2.00")
    story.sell(story.product("可乐"), "3")
    answer = story.shop.reports.run("stock")
    files = {ending: tmp_path / f"stock.{ending}" for ending in ("csv", "xlsx")}
    for file in files.values():
        story.shop.reports.write(answer, file)
    return files


def opened(path: Path) -> Any:
    load: Any = openpyxl.reader.excel.load_workbook
    return load(path).active


def test_a_workbook_has_texts_and_no_formula_whatever_goods_are_called(exported: dict[str, Path]) -> None:
    cells = [cell for row in opened(exported["xlsx"]).iter_rows() for cell in row if cell.value is not None]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    names = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert {seen(name) for name in DANGEROUS} <= {seen(name) for name in names}


def test_what_is_below_nothing_is_still_a_number(exported: dict[str, Path]) -> None:
    sheet = opened(exported["xlsx"])
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value]
    assert -3 in numbers
    with exported["csv"].open(encoding="utf-8-sig", newline="") as file:
        assert any("-3" in row for row in csv.reader(file))


def test_no_text_of_a_csv_file_begins_as_a_formula_does(exported: dict[str, Path]) -> None:
    with exported["csv"].open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    running = [cell for cell in cells if cell.startswith((*RUN, "＝")) and not _is_number(cell)]
    assert running == []


def test_both_files_read_back_as_they_were_written(exported: dict[str, Path]) -> None:
    for file in exported.values():
        names = {seen(cell) for row in read_sheet(file).rows for cell in row}
        assert {seen(name) for name in DANGEROUS} <= names


def test_every_name_of_the_collection_opens_as_text(shared: Path, tmp_path: Path) -> None:
    with (shared / "data/text/cjk_torture.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    table = Table(
        "名字", (Column("号"), Column("名字"), Column("末")), [(at, text, "完") for at, text in enumerate(texts)]
    )
    write_xlsx(tmp_path / "x.xlsx", table)
    write_csv(tmp_path / "x.csv", table)
    rows = list(opened(tmp_path / "x.xlsx").iter_rows(min_row=2))
    assert [row[0].value for row in rows] == list(range(len(texts)))
    assert {row[2].value for row in rows} == {"完"}
    assert {row[1].data_type for row in rows if row[1].value is not None} == {"s"}
    for name in ("x.xlsx", "x.csv"):
        assert [row[0] for row in read_sheet(tmp_path / name).rows[1:]] == list(map(str, range(len(texts))))


def test_a_text_that_looks_like_a_numbered_character_stays_what_it_is(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", Table("x", (Column("名"),), [("_x0041_可乐_x000D_",)]))
    assert read_sheet(tmp_path / "x.xlsx").rows[1][0] == "_x0041_可乐_x000D_"


def test_another_program_shows_the_names_and_runs_none(exported: dict[str, Path], tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no other spreadsheet program is installed here")
    folder = tmp_path / "seen"
    command = [office, "--headless", f"-env:UserInstallation={tmp_path.as_uri()}/office", "--convert-to", "csv"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(exported["xlsx"])], check=True, capture_output=True, timeout=120
    )
    shown = (folder / "stock.csv").read_text(encoding="utf-8")
    for name in DANGEROUS:
        assert seen(name).split("(")[0] in shown


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
