"""Long lists read for a file, so many rows at once."""

import pytest

from jxc_desktop.services.exchange import table
from jxc_desktop.services.exchange.table import ListColumn, all_rows, listed


@pytest.mark.parametrize("count", [0, 1, 3, 4, 7])
def test_every_row_comes_once_and_in_order(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(table, "ROWS_AT_ONCE", 3)
    rows = list(range(count))
    assert list(all_rows(lambda offset, limit: rows[offset : offset + limit])) == rows


def test_no_more_is_read_than_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "ROWS_AT_ONCE", 2)
    asked: list[tuple[int, int]] = []

    def read(offset: int, limit: int) -> list[int]:
        asked.append((offset, limit))
        return list(range(offset, offset + limit))

    rows = all_rows(read)
    assert [next(rows) for _ in range(3)] == [0, 1, 2]
    assert asked == [(0, 2), (2, 2)]


def test_a_list_that_gives_less_than_it_is_asked_for_is_still_read_to_its_end() -> None:
    rows = list(range(5))
    assert list(all_rows(lambda offset, _limit: rows[offset : offset + 1])) == rows


def test_a_list_is_written_column_by_column_with_what_it_comes_to_below() -> None:
    words = ["瓶", "箱子"]
    columns: list[ListColumn[str]] = [ListColumn("词", str), ListColumn("长", len, 3)]
    made = listed("词表", columns, lambda offset, limit: words[offset : offset + limit])
    assert [column.heading for column in made.columns] == ["词", "长"]
    assert (list(made.rows), made.totals) == ([("瓶", 1), ("箱子", 2)], (None, 3))


def test_a_list_that_comes_to_nothing_has_no_last_row() -> None:
    assert listed("词表", [ListColumn("词", str)], lambda _offset, _limit: []).totals is None
