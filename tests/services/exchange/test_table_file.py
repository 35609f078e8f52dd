"""A table becomes the kind of file its name asks for."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.table import Column, Table
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table

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
