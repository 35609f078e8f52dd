"""The figures that a report is read for, side by side, each with a bar at its left.

Units: points of 1/72 inch.
"""

from jxc_desktop.models.values.report_paper import PaperFigure, PaperFigures
from jxc_desktop.services.printing.fonts import BOLD
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen, Place
from jxc_desktop.services.printing.paper_words import PaperWords

FIGURES_HEIGHT = 46.0
INSET, GAP = 9.0, 5.0
LABEL, VALUE, NOTE = 8.5, 14.5, 8.0
SMALLEST_VALUE = 8.0
STROKE = 1.5


def draw_figures(pen: PaperPen, figures: PaperFigures, left: float, right: float, top: float) -> None:
    """All of them in equal parts of the width."""
    share = (right - left) / max(len(figures.figures), 1)
    room = share - INSET - GAP
    size = min((value_size(pen.words, figure.value, room) for figure in figures.figures), default=VALUE)
    for number, figure in enumerate(figures.figures):
        _draw_figure(pen, figure, (left + number * share, top), room, size)


def _draw_figure(pen: PaperPen, figure: PaperFigure, at: Place, room: float, size: float) -> None:
    left, top = at
    pen.block(left, top, STROKE, FIGURES_HEIGHT, Ink.DARK)
    x = left + INSET
    pen.write(_cut(pen.words, figure.label, room, LABEL), (x, top + 9), LABEL, Ink.MUTED)
    pen.write(figure.value, (x, top + 28), size, font=BOLD)
    pen.write(_cut(pen.words, figure.note, room, NOTE), (x, top + 43), NOTE, Ink.MUTED)


def value_size(words: PaperWords, value: str, room: float) -> float:
    """As large as it goes: a figure is never cut."""
    width = words.width(value, BOLD) * VALUE / 1000
    return VALUE if width <= room else max(SMALLEST_VALUE, VALUE * room / width)


def _cut(words: PaperWords, text: str, room: float, size: float) -> str:
    return words.cut(text, room * 1000 / size)
