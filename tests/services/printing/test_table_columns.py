"""How wide columns are on paper."""

from collections.abc import Iterator

import pytest

from jxc_desktop.models.values.report_paper import PaperColumn, PaperTable
from jxc_desktop.services.printing.fonts import drawing
from jxc_desktop.services.printing.paper_words import PaperWords
from jxc_desktop.services.printing.table_columns import column_needs, fit_columns

COLUMNS = (PaperColumn("商品", may_wrap=True), PaperColumn("数量", is_figure=True))


@pytest.fixture
def words() -> Iterator[PaperWords]:
    with drawing:
        yield PaperWords()


def fitted(words: PaperWords, name: str, room: float) -> list[float] | None:
    table = PaperTable(COLUMNS, [(name, "1,234")])
    return fit_columns(table, column_needs(table, words), 9, room)


def test_the_columns_are_as_wide_as_the_paper_together(words: PaperWords) -> None:
    widths = fitted(words, "可乐", 500)
    assert widths is not None
    assert sum(widths) == pytest.approx(500)
    assert widths[0] > widths[1]


def test_a_name_gives_way_before_a_figure_does(words: PaperWords) -> None:
    widths = fitted(words, "好" * 80, 200)
    assert widths is not None
    assert widths[1] >= words.width("1,234") * 9 / 1000


def test_a_paper_too_narrow_for_the_figures_is_no_paper(words: PaperWords) -> None:
    assert fitted(words, "可乐", 30) is None
