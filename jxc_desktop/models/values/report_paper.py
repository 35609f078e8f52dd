"""A report as it stands on A4 paper: every text as it is printed, from the heading to the last note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Direction(StrEnum):
    """How the paper lies; FITTING: upright, and across where the columns need it."""

    FITTING = "fitting"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How somebody wants a report on paper.

    Attributes:
        has_notes: whether what narrowed it, who asked and when stand on it.
        is_black_only: no greys, for printers that make dots of them.
    """

    direction: Direction = Direction.FITTING
    has_notes: bool = True
    is_black_only: bool = False


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column of a table on paper.

    Attributes:
        is_figure: it stands at the right of its column. may_wrap: it may go on in a second line, and be cut there.
    """

    heading: str
    is_figure: bool = False
    may_wrap: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows under a heading that is repeated on every page; the totals stand below the last row only.

    Shape: one tuple of texts per row, as long as the columns.
    """

    columns: tuple[PaperColumn, ...]
    rows: Sequence[tuple[str, ...]]
    totals: tuple[str, ...] | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """One figure that the report is read for: what it is, and beside what it is seen."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """Figures side by side."""

    figures: tuple[PaperFigure, ...]


@dataclass(frozen=True, slots=True)
class PaperChart:
    """One bar per day, and a dashed line of other days to compare them with.

    Units: amounts in fen.

    Attributes:
        days, line_days: the word for each bar, and for each point of the line. bar_word, line_word: what they are.
        bars, line: the amounts; None: that day does not exist, or has not come yet.
    """

    title: str
    unit: str
    days: tuple[str, ...]
    bar_word: str
    bars: tuple[int | None, ...]
    line_word: str = ""
    line: tuple[int | None, ...] = ()
    line_days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A sentence in small letters."""

    text: str


@dataclass(frozen=True, slots=True)
class PaperBreak:
    """What follows begins a page, unless most of this one is free."""


PaperBlock = PaperTable | PaperFigures | PaperChart | PaperNote | PaperBreak


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report with everything that is printed of it.

    Attributes:
        subject: what stands beside the title, such as the month.
        filter_words: what narrowed it. made_by, made_at: who asked, and when.
    """

    shop_name: str
    title: str
    filter_words: tuple[str, ...]
    made_by: str
    made_at: datetime
    blocks: tuple[PaperBlock, ...]
    subject: str = ""
