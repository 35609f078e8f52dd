"""A table on paper: rules instead of boxes, its heading on every page, its totals below the last row.

Units: points of 1/72 inch.
"""

from collections.abc import Iterator, Sequence

from jxc_desktop.models.values.report_paper import PaperTable
from jxc_desktop.services.printing.fonts import BOLD, REGULAR
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen
from jxc_desktop.services.printing.paper_words import PaperWords
from jxc_desktop.services.printing.table_columns import INSET, SET_OFF, is_set_off

THICK, MIDDLE, THIN = 1.2, 0.6, 0.5
TITLE_SIZE, TITLE_ROOM = 10.0, 15.0
# What a row is higher than its letters, and each further line of it.
ROW_AIR, LINE_HEIGHT = 7.5, 1.25

Lines = tuple[str, ...]
# A row's cells as lines of text; and what it says how many lines are the most of them.
LaidRow = tuple[Sequence[str | Lines], int]


class LaidTable:
    """A table whose texts have their places.

    Attributes:
        table: what is drawn. heading_height: of the title and the row of headings.
    """

    def __init__(self, table: PaperTable, widths: Sequence[float], size: float, left: float, words: PaperWords) -> None:
        self.table, self._size, self._words = table, size, words
        self._lefts = [left + sum(widths[:place]) for place in range(len(widths))]
        self._rights = [start + width for start, width in zip(self._lefts, widths, strict=True)]
        self._ends = (left, left + sum(widths))
        self._row_height = size + ROW_AIR
        self._line_height = size * LINE_HEIGHT
        gaps = [SET_OFF * size / 1000 * is_set_off(table.columns, place) for place in range(len(widths))]
        self._rooms = [(width - gap - 2 * INSET + 0.01) * 1000 / size for width, gap in zip(widths, gaps, strict=True)]
        self._text_lefts = [start + INSET + gap for start, gap in zip(self._lefts, gaps, strict=True)]
        self._rows: list[LaidRow] = [self._laid(row, REGULAR) for row in table.rows]
        self._totals = None if table.totals is None else self._laid(table.totals, BOLD)
        self.heading_height = self._row_height + (TITLE_ROOM if table.title else 0)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def fitting(self, first: int, room: float) -> int:
        """How many rows from the first one on fit into the room below the heading, the last one with the totals."""
        room -= self.heading_height
        number = first
        while number < self.count and room >= self._needed(number):
            room -= self._height(self._rows[number])
            number += 1
        return number - first

    def height(self, first: int, count: int) -> float:
        """How high these rows are with the heading, and with the totals where they are the last ones."""
        rows = sum(self._height(row) for row in self._rows[first : first + count])
        return self.heading_height + rows + (self._totals_height if first + count == self.count else 0)

    def draw(self, pen: PaperPen, top: float, first: int, count: int) -> None:
        """The heading and these rows from there down, then the totals where they are the last ones."""
        y = self._draw_heading(pen, top)
        y = self._draw_rows(pen, y, self._rows[first : first + count])
        if first + count == self.count and self._totals is not None:
            self._draw_totals(pen, y, self._totals)

    @property
    def _totals_height(self) -> float:
        return self._height(self._totals) if self._totals is not None else 0.0

    def _height(self, row: LaidRow) -> float:
        return self._row_height + (row[1] - 1) * self._line_height

    def _needed(self, number: int) -> float:
        return self._height(self._rows[number]) + (self._totals_height if number == self.count - 1 else 0.0)

    def _laid(self, row: Sequence[str], font: str) -> LaidRow:
        """Figures were measured before and fit; a text that is too long becomes two lines."""
        width, rooms = self._words.width, self._rooms
        cells: list[str | Lines] = list(row)
        most = 1
        for place, text in enumerate(row):
            if text and width(text, font) > rooms[place]:
                lines = self._words.lines(text, rooms[place], font)
                cells[place] = lines
                most = max(most, len(lines))
        return cells, most

    def _draw_heading(self, pen: PaperPen, top: float) -> float:
        if self.table.title:
            pen.write(self.table.title, (self._ends[0], top + TITLE_SIZE), TITLE_SIZE, font=BOLD)
            top += TITLE_ROOM
        pen.rule(*self._ends, top, THICK)
        headings = [column.heading for column in self.table.columns]
        pen.write_all(list(self._placed((headings, 1), top, BOLD)), self._size, BOLD)
        pen.rule(*self._ends, top + self._row_height, MIDDLE)
        return top + self._row_height

    def _draw_rows(self, pen: PaperPen, top: float, rows: Sequence[LaidRow]) -> float:
        texts: list[tuple[str, float, float]] = []
        rules = []
        for row in rows:
            texts += self._placed(row, top, REGULAR)
            top += self._height(row)
            rules.append(top)
        pen.rules(*self._ends, rules, THIN, Ink.LIGHT)
        pen.write_all(texts, self._size)
        return top

    def _draw_totals(self, pen: PaperPen, top: float, totals: LaidRow) -> None:
        pen.rule(*self._ends, top, MIDDLE)
        pen.write_all(list(self._placed(totals, top, BOLD)), self._size, BOLD)
        pen.rule(*self._ends, top + self._height(totals), THICK)

    def _placed(self, row: LaidRow, top: float, font: str) -> Iterator[tuple[str, float, float]]:
        """The texts of a row with their places."""
        cells, _lines = row
        baseline = top + (self._row_height + self._size * 0.72) / 2
        for place, cell in enumerate(cells):
            if not cell:
                continue
            if isinstance(cell, tuple):
                for number, line in enumerate(cell):
                    yield line, self._left(place, line, font), baseline + number * self._line_height
            else:
                yield cell, self._left(place, cell, font), baseline

    def _left(self, place: int, text: str, font: str) -> float:
        if self.table.columns[place].is_figure:
            return self._rights[place] - INSET - self._words.width(text, font) * self._size / 1000
        return self._text_lefts[place]
