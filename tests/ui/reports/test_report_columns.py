"""A report's columns on the screen."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.services.reports.report import ColumnKind, ReportColumn
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, text_width
from jxc_desktop.ui.reports.report_columns import (
    identity,
    report_columns,
    shown_totals,
    stretching,
    tone_of,
    widest_texts,
)
from jxc_desktop.ui.widgets.columns import Align, Column, cell_inset


class Sold(NamedTuple):
    """One row."""

    number: str
    name: str
    unit: str
    sales: Money
    rate: Percent | None
    loss: str = ""


COLUMNS: tuple[ReportColumn[Sold], ...] = (
    ReportColumn("number", "单号", ColumnKind.NUMBER, lambda row: row.number),
    ReportColumn("name", "商品", ColumnKind.NAME, lambda row: row.name),
    ReportColumn("unit", "单位", ColumnKind.UNIT, lambda row: row.unit),
    ReportColumn("sales", "销售额", ColumnKind.MONEY, lambda row: row.sales, is_answer=True),
    ReportColumn("rate", "毛利率", ColumnKind.PERCENT, lambda row: row.rate),
    ReportColumn("loss", "亏本", ColumnKind.TEXT, lambda row: row.loss),
)
ROWS = [
    Sold("XS1", "可乐", "瓶", Money.parse("3"), Percent(100)),
    Sold("XS2", "绿茶", "瓶", Money.parse("-1234.5"), None, "亏本"),
]
ALL = Sold("", "合计", "", Money.parse("-1231.5"), Percent(95))


@pytest.fixture
def shown(dress: Callable[..., None]) -> list[Column[Sold]]:
    dress()
    return report_columns(COLUMNS, widest_texts(COLUMNS, ROWS, ALL))


def test_words_stand_left_numbers_right_and_units_in_the_middle(shown: list[Column[Sold]]) -> None:
    assert [column.align for column in shown] == [
        Align.LEFT, Align.LEFT, Align.CENTRE, Align.RIGHT, Align.RIGHT, Align.LEFT,
    ]  # fmt: skip


def test_the_name_takes_the_room_that_is_left(shown: list[Column[Sold]]) -> None:
    assert [column.title for column in shown if column.stretches] == ["商品"]
    assert stretching(COLUMNS[3:5]).key == "sales"


def test_what_the_report_is_read_for_is_bold(shown: list[Column[Sold]]) -> None:
    assert [column.title for column in shown if column.style == ANSWER] == ["销售额"]


def test_a_number_far_down_still_has_room(dress: Callable[..., None]) -> None:
    dress()
    far = [ROWS[0]] * 1000 + [ROWS[0]._replace(sales=Money.parse("9999999.99"))]
    sales = report_columns(COLUMNS, widest_texts(COLUMNS, far, ALL))[3]
    assert sales.pixels() - 2 * cell_inset() >= text_width(ANSWER, "9,999,999.99")


def test_empty_cells_sort_before_all_others(shown: list[Column[Sold]]) -> None:
    key = shown[4].sort
    assert key is not None
    assert [row.rate for row in sorted(ROWS, key=key)] == [None, Percent(100)]


def test_the_word_for_all_stands_under_the_first_words_with_the_count() -> None:
    assert shown_totals(COLUMNS, ALL, 2) == {"number": "合计 2 行", "sales": "−1,231.50", "rate": "9.5%"}
    assert shown_totals(COLUMNS[3:4] + COLUMNS[1:2], ALL, 2)["name"] == "合计 2 行"


def test_goods_sold_at_a_loss_stand_out_and_say_so(shown: list[Column[Sold]]) -> None:
    assert [tone_of(COLUMNS)(row) for row in ROWS] == [Tone.TEXT, Tone.WARNING]
    sign = report_columns(COLUMNS[:3], {}, tone_of(COLUMNS))[1].icon
    assert sign is not None
    assert [sign(row) for row in ROWS] == ["", "alert-triangle"]
    badge = shown[5].badge
    assert badge is not None
    found = badge(ROWS[1])
    assert found is not None
    assert (badge(ROWS[0]), found.word, found.icon) == (None, "亏本", "alert-triangle")


def test_a_row_is_known_by_its_number_and_name() -> None:
    assert identity(COLUMNS)(ROWS[0]) == ("XS1", "可乐")
