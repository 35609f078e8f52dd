"""A table becomes the kind of file its name asks for."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.exchange.faults import FileNotWrittenError, TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.table import Column, Table
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_paper, write_table

TABLE = Table("试", (Column("商品"), Column("金额")), [("大豆油", Money.parse("33"))], ("合计", Money.parse("33")))


@pytest.mark.parametrize("name", ["一.csv", "一.xlsx", "一.CSV"])
def test_the_ending_of_the_name_is_what_is_written(tmp_path: Path, name: str) -> None:
    write_table(tmp_path / name, TABLE)
    assert [row[0] for row in read_sheet(tmp_path / name).rows] == ["商品", "大豆油", "合计"]


@pytest.mark.parametrize("name", ["一.pdf", "一"])
def test_any_other_ending_is_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(TableKindError) as refusal:
        refuse_other_kinds(tmp_path / name)
    assert refusal.value.possible == (".csv", ".xlsx")
    with pytest.raises(TableKindError):
        write_table(tmp_path / name, TABLE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_long_table_says_now_and_then_how_many_rows_are_done(tmp_path: Path, ending: str) -> None:
    rows, told = [(f"商品{number}", Money(number)) for number in range(1200)], list[tuple[int, int]]()
    table = Table("试", TABLE.columns, rows)
    write_table(tmp_path / f"一{ending}", table, lambda done, total: told.append((done, total)))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    write_table(tmp_path / f"二{ending}", table)
    assert (tmp_path / f"一{ending}").read_bytes() == (tmp_path / f"二{ending}").read_bytes()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_stopped_half_way_it_leaves_the_file_that_was_there(tmp_path: Path, ending: str) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyError(done)

    file = tmp_path / f"一{ending}"
    file.write_bytes(b"old")
    with pytest.raises(KeyError):
        write_table(file, Table("试", TABLE.columns, [("商品", Money(1))] * 1200), stop)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_paper_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_paper(tmp_path / "纸.pdf", b"%PDF")
    assert (tmp_path / "纸.pdf").read_bytes() == b"%PDF"
    with pytest.raises(FileNotWrittenError):
        write_paper(tmp_path / "没有" / "纸.pdf", b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["纸.pdf"]
    refuse_other_kinds(tmp_path / "纸.PDF", with_paper=True)
