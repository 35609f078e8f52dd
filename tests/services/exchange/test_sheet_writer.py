"""Tables written as files that other programs open."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl.reader.excel
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.faults import FileNotWrittenError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.exchange.sheet_writer import write_csv, write_xlsx
from jxc_desktop.services.exchange.table import Column, Table

HEADINGS = ("品名", "条码", "件数", "金额", "单价", "数量", "日期")
ROW = ("可乐", "00123", 6901234567892, Money(-1230), UnitPrice(29333), Quantity(1500), date(2026, 3, 5))
TOTALS = ("合计", None, 1, Money(5), None, None, datetime(2026, 3, 5, 9, 7))
DANGEROUS = ("=1+1", "@SUM(A1)", "-2+3", "+cmd", "\tx", "＝1+1", "#N/A")

Writer = Callable[[Path, Table], None]


def table(*rows: tuple[object, ...], totals: tuple[object, ...] | None = None, title: str = "月报") -> Table:
    width = len(rows[0]) if rows else len(HEADINGS)
    return Table(title, tuple(Column(heading) for heading in HEADINGS[:width]), rows, totals)


def opened(path: Path) -> Any:
    load: Any = openpyxl.reader.excel.load_workbook
    return load(path).active


def test_csv_is_marked_utf8_with_windows_line_ends(tmp_path: Path) -> None:
    write_csv(tmp_path / "x.csv", table(ROW, totals=TOTALS))
    assert (tmp_path / "x.csv").read_bytes() == (
        "\ufeff品名,条码,件数,金额,单价,数量,日期\r\n"
        "可乐,00123,6901234567892,-12.30,2.9333,1.5,2026-03-05\r\n"
        "合计,,1,0.05,,,2026-03-05 09:07:00\r\n"
    ).encode()


def test_in_csv_only_what_could_run_gets_an_apostrophe(tmp_path: Path) -> None:
    write_csv(tmp_path / "x.csv", table(("=1+1", "-5"), ("'n Sync", "+86 138")))
    assert (tmp_path / "x.csv").read_bytes().decode("utf-8-sig") == "品名,条码\r\n'=1+1,-5\r\n'n Sync,'+86 138\r\n"


def test_xlsx_cells_have_their_own_types(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", table(ROW, totals=TOTALS))
    sheet = opened(tmp_path / "x.xlsx")
    values = [cell.value for cell in sheet[2]]
    assert values == ["可乐", "00123", 6901234567892, -12.3, 2.9333, 1.5, datetime(2026, 3, 5)]
    formats = [cell.number_format for cell in sheet[2]]
    assert formats == ["General", "General", "0", "#,##0.00", "#,##0.00##", "General", "yyyy-mm-dd"]
    assert sheet["G3"].number_format == "yyyy-mm-dd hh:mm:ss"


def test_the_head_of_an_xlsx_sheet_stays_in_sight_and_totals_are_bold(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", table(ROW, ROW, totals=TOTALS))
    sheet = opened(tmp_path / "x.xlsx")
    assert sheet.freeze_panes == "A2"
    assert [sheet[f"A{row}"].font.b for row in range(1, 5)] == [True, False, False, True]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_xlsx(tmp_path: Path, text: str) -> None:
    write_xlsx(tmp_path / "x.xlsx", table((text,), (text,), totals=(text,)))
    for (cell,) in opened(tmp_path / "x.xlsx").iter_rows(min_row=2):
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.quotePrefix == (text != "#N/A")


def test_text_columns_side_by_side_keep_their_own_texts(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", table(("甲", "乙"), ("丙", "")))
    assert [[cell.value for cell in row] for row in opened(tmp_path / "x.xlsx").iter_rows(min_row=2)] == [
        ["甲", "乙"],
        ["丙", None],
    ]


def test_columns_are_as_wide_as_their_chinese_texts(tmp_path: Path) -> None:
    given_width = Table("x", (Column("名"), Column("b", width=33), Column("c")), [("农夫山泉天然水", "", "x" * 90)])
    write_xlsx(tmp_path / "x.xlsx", given_width)
    widths = opened(tmp_path / "x.xlsx").column_dimensions
    assert [widths[letter].width for letter in "ABC"] == [16, 33, 50]


@pytest.mark.parametrize(
    ("title", "shown"), [("销售/月报", "销售 月报"), ("", "Sheet1"), ("长" * 40, "长" * 31), ("'x'", "x")]
)
def test_a_title_that_cannot_name_a_sheet_is_made_to(tmp_path: Path, title: str, shown: str) -> None:
    write_xlsx(tmp_path / "x.xlsx", table(ROW, title=title))
    assert opened(tmp_path / "x.xlsx").title == shown


def test_control_characters_and_halves_of_characters_do_not_break_a_file(tmp_path: Path) -> None:
    for writer, name in ((write_csv, "x.csv"), (write_xlsx, "x.xlsx")):
        writer(tmp_path / name, table(("a\x01b\ud800c", "1")))
        assert read_sheet(tmp_path / name).rows[1][1] == "1"


def test_a_number_too_long_for_a_spreadsheet_keeps_its_digits(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", table((12345678901234567890, "a")))
    assert read_sheet(tmp_path / "x.xlsx").rows[1][0] == "12345678901234567890"


@pytest.mark.parametrize(("writer", "name"), [(write_csv, "x.csv"), (write_xlsx, "x.xlsx")])
def test_equal_tables_give_equal_bytes(
    tmp_path: Path, writer: Writer, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer(tmp_path / name, table(ROW, totals=TOTALS))
    first = (tmp_path / name).read_bytes()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    writer(tmp_path / name, table(ROW, totals=TOTALS))
    assert (tmp_path / name).read_bytes() == first


def test_an_xlsx_file_carries_no_moment_of_writing(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "x.xlsx", table(ROW))
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize(("writer", "name"), [(write_csv, "x.csv"), (write_xlsx, "x.xlsx")])
def test_rows_that_fail_half_way_leave_the_old_file(tmp_path: Path, writer: Writer, name: str) -> None:
    def rows() -> Iterator[tuple[object, ...]]:
        for _ in range(500):
            yield ("a",)
        raise ZeroDivisionError

    (tmp_path / name).write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        writer(tmp_path / name, Table("x", (Column("a"),), rows()))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize(("writer", "name"), [(write_csv, "x.csv"), (write_xlsx, "x.xlsx")])
def test_a_folder_that_is_gone_is_said(tmp_path: Path, writer: Writer, name: str) -> None:
    with pytest.raises(FileNotWrittenError) as refusal:
        writer(tmp_path / "gone" / name, table(ROW))
    assert refusal.value.reason == "no_folder"


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
HARD_TEXT = st.text(st.sampled_from("=+-@'\"\t\r\n,;1a０＝药"), max_size=8)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(ANY_TEXT | HARD_TEXT, ANY_TEXT | HARD_TEXT), min_size=1, max_size=6))
def test_what_was_written_to_csv_reads_back_the_same(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    rows = [(f"行{number}", *pair) for number, pair in enumerate(pairs)]
    columns = (Column("行"), Column("甲"), Column("乙"))
    write_csv(tmp_path / "x.csv", Table("x", columns, [*rows, ("末", "x", "y")]))
    assert [tuple(row) for row in read_sheet(tmp_path / "x.csv").rows[1:-1]] == rows


def test_the_hardest_names_read_back_the_same(shared: Path, tmp_path: Path) -> None:
    names = [line for line in (shared / "data/text/blns.txt").read_text("utf-8").split("\n") if line.strip()]
    rows = [("甲", name) for name in names]
    write_csv(tmp_path / "x.csv", table(*rows))
    assert [tuple(row) for row in read_sheet(tmp_path / "x.csv").rows[1:]] == [
        (first, name.replace("\0", "")) for first, name in rows
    ]


def test_several_tables_stand_one_below_the_other_under_their_titles(tmp_path: Path) -> None:
    first = Table("甲", (Column("名称"),), [("可乐",)], ("合计",))
    write_csv(tmp_path / "x.csv", first, Table("乙", (Column("数量"),), [(1,)]))
    text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert text.split("\n")[:-1] == ["甲", "名称", "可乐", "合计", "", "乙", "数量", "1"]
