"""A report's columns on the screen, by what they are: every report is shown by the same rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.reports.report import ColumnKind, ReportColumn
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, digits_width, text_width
from jxc_desktop.ui.widgets.badge import Badge, badge_width
from jxc_desktop.ui.widgets.columns import Align, Column

MEASURED_ROWS = 300
# Of more rows than these only so many are looked at, evenly; then numbers have room for one more digit and its comma.
MOST_LOOKED_AT = 5_000
ONE_MORE = "0,"
MOST_WORDS, LEAST_NAME = 22, 16
# The width of a digit is a fraction of a pixel: many are measured.
MANY, SPARE = 100, 0.3
NOTHING = (0, Money(), Quantity())
QUIET = frozenset({ColumnKind.TEXT, ColumnKind.CODE, ColumnKind.UNIT})
NUMBERS = frozenset({ColumnKind.COUNT, ColumnKind.QUANTITY, ColumnKind.PRICE, ColumnKind.MONEY, ColumnKind.PERCENT})
# Goods that were sold for less than they cost: a row that says so stands out.
LOSS = "loss"
# Whoever reads on recognises a row by these.
KNOWN_BY = frozenset({ColumnKind.NAME, ColumnKind.CODE, ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.MOMENT})


@dataclass(frozen=True, slots=True)
class Widest:
    """The texts that need the most room in a column.

    Attributes:
        texts: of its cells. total: of its total.
    """

    texts: tuple[str, ...] = ()
    total: str = ""


def widest_texts(columns: Sequence[ReportColumn[Any]], rows: Sequence[Any], totals: Any) -> dict[str, Widest]:
    """What the columns must have room for: numbers by their greatest and least, words by the first rows."""
    some = rows if len(rows) <= MOST_LOOKED_AT else rows[:: len(rows) // MOST_LOOKED_AT + 1]
    more = "" if some is rows else ONE_MORE
    return {column.key: _widest(column, some, totals, more) for column in columns}


def report_columns(
    columns: Sequence[ReportColumn[Any]],
    widest: Mapping[str, Widest],
    tone: Callable[[Any], Tone] = lambda _row: Tone.TEXT,
) -> list[Column[Any]]:
    """The columns from left to right; the first name, else the first words, takes the room that is left.

    Before it stands a sign where the row is one to look at.
    """
    wide = stretching(columns)
    shown = [_column(column, widest.get(column.key, Widest()), column is wide) for column in columns]
    return [replace(column, icon=_sign_of(tone)) if column.stretches else column for column in shown]


def stretching(columns: Sequence[ReportColumn[Any]]) -> ReportColumn[Any]:
    """The column that takes the room that is left, under which the word 合计 stands."""
    words = [column for column in columns if column.kind not in NUMBERS]
    return next((column for column in words if column.kind is ColumnKind.NAME), words[0] if words else columns[0])


def shown_totals(columns: Sequence[ReportColumn[Any]], totals: Any, count: int) -> dict[str, str]:
    """The totals by name of column; under the first words stands how many rows there are."""
    texts = {column.key: cell_words(column.cell(totals)) for column in columns if column.kind in NUMBERS}
    first = columns[0] if columns[0].kind not in NUMBERS else stretching(columns)
    return texts | {first.key: _("合计 {count} 行").format(count=f"{count:,}")}


def identity(columns: Sequence[ReportColumn[Any]]) -> Callable[[Any], tuple[object, ...]]:
    """What a row is known by when the report is read again."""
    cells = [column.cell for column in columns if column.kind in KNOWN_BY]
    return lambda row: tuple(cell(row) for cell in cells)


def tone_of(columns: Sequence[ReportColumn[Any]]) -> Callable[[Any], Tone]:
    """Whether a row is one to look at."""
    cells = [column.cell for column in columns if column.key == LOSS]
    return lambda row: Tone.WARNING if any(cell(row) for cell in cells) else Tone.TEXT


def rank(cell: Callable[[Any], Any]) -> Callable[[Any], tuple[bool, Any]]:
    """What rows are sorted by: empty cells come before all others."""

    def key(row: Any) -> tuple[bool, Any]:
        value = cell(row)
        is_there = value is not None and value != ""
        return is_there, value if is_there else 0

    return key


def _column(column: ReportColumn[Any], widest: Widest, stretches: bool) -> Column[Any]:
    cell, kind = column.cell, column.kind
    pixels = [text_width(ANSWER if column.is_answer else BODY, text) for text in widest.texts]
    pixels.append(text_width(CAPTION, column.heading + " ↑"))
    if kind in NUMBERS:
        pixels.append(text_width(ANSWER, widest.total))
    if column.key == LOSS:
        pixels.append(max((badge_width(Badge(text, "alert-triangle")) for text in widest.texts if text), default=0))
    width = max(pixels) * MANY / digits_width(MANY) + SPARE
    most = LEAST_NAME if stretches else MOST_WORDS if kind in (ColumnKind.NAME, ColumnKind.TEXT) else width
    quiet = Tone.MUTED if kind in QUIET else Tone.TEXT
    return Column(
        column.key,
        column.heading,
        lambda row: cell_words(cell(row)),
        min(width, most),
        _align(kind),
        sort=rank(cell),
        style=ANSWER if column.is_answer else BODY,
        tone=(lambda row: Tone.MUTED if cell(row) in NOTHING else Tone.TEXT) if kind in NUMBERS else quiet,
        badge=_loss_badge(cell) if column.key == LOSS else None,
        stretches=stretches,
    )


def _sign_of(tone: Callable[[Any], Tone]) -> Callable[[Any], str]:
    return lambda row: "alert-triangle" if tone(row) is Tone.WARNING else ""


def _loss_badge(cell: Callable[[Any], Any]) -> Callable[[Any], Badge | None]:
    def badge(row: Any) -> Badge | None:
        word = cell_words(cell(row))
        return Badge(word, "alert-triangle", Tone.WARNING) if word else None

    return badge


def _align(kind: ColumnKind) -> Align:
    if kind in NUMBERS:
        return Align.RIGHT
    return Align.CENTRE if kind is ColumnKind.UNIT else Align.LEFT


def _widest(column: ReportColumn[Any], rows: Sequence[Any], totals: Any, more: str) -> Widest:
    total = cell_words(column.cell(totals))
    if column.kind not in NUMBERS:
        texts = {cell_words(column.cell(row)) for row in rows[:MEASURED_ROWS]}
        return Widest(tuple(sorted(texts, key=len)[-8:]), total)
    cells: list[Any] = [cell for row in rows if (cell := column.cell(row)) is not None and cell != ""]
    if not cells:
        return Widest((), total)
    texts = {cell_words(cell) for cell in (*cells[:MEASURED_ROWS], max(cells), min(cells))}
    return Widest((max(texts, key=len) + more,), total)
