"""How wide the columns of a table are on paper.

Units: widths of texts in 1/1000 of the letters' size, of columns in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jxc_desktop.models.values.report_paper import PaperColumn, PaperTable
from jxc_desktop.services.printing.fonts import BOLD, REGULAR
from jxc_desktop.services.printing.paper_words import PaperWords

# A cell's text keeps this far from the column's edges.
INSET = 4.5
EM = 1000
# Words that follow figures stand this much farther off, or they would read as part of them.
SET_OFF = 0.9 * EM
# Narrower than this a name breaks into pieces; wider than this nothing asks for room before others have theirs.
FEWEST, MOST_ASKED = 6 * EM, 13 * EM
# A code as long as this stays whole; what is longer is no code.
LONGEST_CODE = 22 * EM


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column needs: at the least, and so that nothing of it goes on in a second line."""

    least: float
    most: float


def column_needs(table: PaperTable, words: PaperWords) -> list[ColumnNeed]:
    """What each column of the table needs; its texts are clean."""
    needs = [_need(table, place, column, words) for place, column in enumerate(table.columns)]
    gaps = [SET_OFF if is_set_off(table.columns, place) else 0.0 for place in range(len(needs))]
    return [ColumnNeed(need.least + gap, need.most + gap) for need, gap in zip(needs, gaps, strict=True)]


def is_set_off(columns: Sequence[PaperColumn], place: int) -> bool:
    """Whether a column of words follows one of figures."""
    return place > 0 and columns[place - 1].is_figure and not columns[place].is_figure


def fit_columns(table: PaperTable, needs: Sequence[ColumnNeed], size: float, room: float) -> list[float] | None:
    """The columns as wide as the room, at letters of that size; None where the room is too narrow."""
    points = [(2 * INSET + need.least * size / EM, 2 * INSET + need.most * size / EM) for need in needs]
    widths = [least for least, _most in points]
    spare = room - sum(widths)
    if spare < 0:
        return None
    wanted = [most - least for least, most in points]
    share = min(1.0, spare / sum(wanted)) if sum(wanted) else 0.0
    widths = [width + share * want for width, want in zip(widths, wanted, strict=True)]
    return _spread(table.columns, widths, room - sum(widths))


def _need(table: PaperTable, place: int, column: PaperColumn, words: PaperWords) -> ColumnNeed:
    measure = words.width
    heading = measure(column.heading, BOLD)
    widest = max((measure(row[place], REGULAR) for row in table.rows), default=0.0)
    if table.totals is not None:
        widest = max(widest, measure(table.totals[place], BOLD))
    if column.is_figure:
        return ColumnNeed(max(heading, widest), max(heading, widest))
    most = max(heading, widest)
    asked = min(widest, max(FEWEST, min(widest / 2 + 2 * EM, MOST_ASKED)) if column.may_wrap else LONGEST_CODE)
    return ColumnNeed(max(heading, asked), most)


def _spread(columns: Sequence[PaperColumn], widths: list[float], rest: float) -> list[float]:
    """What is left over goes to all, to names twice as much."""
    shares = [2 if column.may_wrap else 1 for column in columns]
    return [width + rest * share / sum(shares) for width, share in zip(widths, shares, strict=True)]
