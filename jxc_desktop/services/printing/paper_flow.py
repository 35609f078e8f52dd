"""Blocks of a report one below the other, on as many pages as they need.

Units: points of 1/72 inch from the top of the page.
"""

from collections.abc import Callable

from jxc_desktop.services.printing.paper_pen import PaperPen
from jxc_desktop.services.printing.paper_table import LaidTable

Draw = Callable[[PaperPen, float], None]
GAP = 14.0


class PaperFlow:
    """What stands where.

    Attributes:
        pages: for each page what draws its parts, with the height at which each begins.
    """

    def __init__(self, first_top: float, top: float, bottom: float) -> None:
        """The first page has less room than the others: its heading is taller."""
        self.pages: list[list[tuple[float, Draw]]] = [[]]
        self._top, self._bottom = top, bottom
        self._y = first_top

    def place(self, height: float, draw: Draw, gap: float = GAP) -> None:
        """A part that stays whole, with a gap above it."""
        if self.pages[-1] and self._gap(gap) + height > self._bottom - self._y:
            self.next_page()
        self._put(height, draw, self._gap(gap))

    def place_table(self, table: LaidTable) -> None:
        """A table, cut between rows where a page ends; a heading never stands alone."""
        first = 0
        while True:
            room = self._bottom - self._y - self._gap(GAP)
            count = table.fitting(first, room)
            if not count and table.count and self.pages[-1]:
                self.next_page()
                continue
            count = count or min(1, table.count - first)
            self._put(table.height(first, count), _part(table, first, count), self._gap(GAP))
            first += count
            if first >= table.count:
                return
            self.next_page()

    def break_page(self) -> None:
        """Go on at the top of another page, unless most of this one is free."""
        if self._y > (self._top + self._bottom) / 2:
            self.next_page()

    def next_page(self) -> None:
        """Go on at the top of another page."""
        self.pages.append([])
        self._y = self._top

    def _gap(self, gap: float) -> float:
        """None at the top of a page."""
        return gap if self.pages[-1] else 0.0

    def _put(self, height: float, draw: Draw, gap: float) -> None:
        self._y += gap
        self.pages[-1].append((self._y, draw))
        self._y += height


def _part(table: LaidTable, first: int, count: int) -> Draw:
    return lambda pen, top: table.draw(pen, top, first, count)
