"""A report's columns on the screen, made from what its cells hold: every report is shown by the same rules."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.percent import Percent
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.exchange.table import Table as ReportTable
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, digits_width, text_width
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text

Row = tuple[object, ...]
MEASURED_ROWS = 300
MOST_DIGITS = 30
NOTHING = (0, Money(), Quantity())


def report_columns(table: ReportTable, rows: Sequence[Row]) -> list[Column[Row]]:
    """The columns from left to right: numbers right, words left, the widest words take the rest of the room."""
    shown: list[Column[Row]] = []
    for place in range(len(table.columns)):
        shown.append(_column(table, rows, place, shown[-1].align if shown else Align.LEFT))
    widest = max(range(len(shown)), key=lambda place: (shown[place].align is Align.LEFT, shown[place].width, -place))
    return [
        Column(
            column.name,
            column.title,
            column.text,
            column.width,
            column.align,
            column.sort,
            column.style,
            column.tone,
            stretches=place == widest,
        )
        for place, column in enumerate(shown)
    ]


def shown_totals(table: ReportTable) -> dict[str, str]:
    """The totals by name of column."""
    totals = table.totals or ()
    return {str(place): cell_text(cell) for place, cell in enumerate(totals)}


def cell_text(cell: object) -> str:
    """A cell as the screen writes it."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return money_text(cell)
    if isinstance(cell, UnitPrice):
        return price_text(cell)
    if isinstance(cell, Quantity):
        return quantity_text(cell)
    if isinstance(cell, int):
        return f"{cell:,}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _column(table: ReportTable, rows: Sequence[Row], place: int, beside: Align) -> Column[Row]:
    """One column; where it holds nothing to go by, it stands as the one left of it."""
    title = table.columns[place].heading
    cells = [row[place] for row in rows[:MEASURED_ROWS] if row[place] not in (None, "")]
    total = [cell for cell in (table.totals or ())[place : place + 1] if cell not in (None, "")]
    telling = cells or total
    is_number = all(map(_is_number, telling)) if telling else beside is Align.RIGHT
    widest = max([text_width(ANSWER, cell_text(cell)) for cell in (*cells, *total)], default=0)
    pixels = max(widest, text_width(CAPTION, title + " ↑"))
    return Column(
        str(place),
        title,
        lambda row: cell_text(row[place]),
        min(pixels / digits_width(1) + 0.5, MOST_DIGITS),
        Align.RIGHT if is_number else Align.LEFT,
        sort=_sort_of(place),
        style=ANSWER if telling and isinstance(telling[0], Money) else BODY,
        tone=lambda row: Tone.MUTED if row[place] in NOTHING else Tone.TEXT,
    )


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | Money | UnitPrice | Quantity | Percent)


def _sort_of(place: int) -> Callable[[Row], Any]:
    """Empty cells come first."""

    def key(row: Row) -> tuple[bool, Any]:
        cell = row[place]
        is_there = cell is not None and cell != ""
        return is_there, cell if is_there else 0

    return key
