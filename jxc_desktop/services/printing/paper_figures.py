"""The figures that a report is read for, side by side, each with a bar at its left.

Units: points of 1/72 inch.
"""

from collections.abc import Iterable

from jxc_desktop.models.values.report_paper import PaperFigure, PaperFigures
from jxc_desktop.services.printing.fonts import BOLD, REGULAR
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen, Place
from jxc_desktop.services.printing.paper_words import PaperWords

FIGURES_HEIGHT = 46.0
INSET, GAP, WORDS_GAP = 9.0, 10.0, 4.0
LABEL, VALUE, NOTE = 8.5, 14.5, 8.0
SMALLEST_VALUE, SMALLEST_WORDS = 8.0, 6.5
STROKE = 1.5


def draw_figures(pen: PaperPen, figures: PaperFigures, left: float, right: float, top: float) -> None:
    """All of them in equal parts of the width."""
    share = (right - left) / max(len(figures.figures), 1)
    room, words_room = share - INSET - GAP, share - INSET - WORDS_GAP
    value = fitting_size(pen.words, (figure.value for figure in figures.figures), VALUE, room, BOLD)
    label = fitting_size(pen.words, (figure.label for figure in figures.figures), LABEL, words_room)
    note = fitting_size(pen.words, (figure.note for figure in figures.figures), NOTE, words_room)
    for number, figure in enumerate(figures.figures):
        _draw_figure(pen, figure, (left + number * share, top), words_room, (label, value, note))


def fitting_size(words: PaperWords, texts: Iterable[str], size: float, room: float, font: str = REGULAR) -> float:
    """As large as all of them go; a figure is never cut, its words only where they would be too small to read."""
    smallest = SMALLEST_VALUE if font == BOLD else SMALLEST_WORDS
    widest = max((words.width(text, font) for text in texts), default=0.0) * size / 1000
    return size if widest <= room else max(smallest, size * room / widest)


def _draw_figure(
    pen: PaperPen, figure: PaperFigure, at: Place, words_room: float, sizes: tuple[float, float, float]
) -> None:
    left, top = at
    label, value, note = sizes
    pen.block(left, top, STROKE, FIGURES_HEIGHT, Ink.DARK)
    x = left + INSET
    pen.write(_cut(pen.words, figure.label, words_room, label), (x, top + 9), label, Ink.MUTED)
    pen.write(figure.value, (x, top + 28), value, font=BOLD)
    pen.write(_cut(pen.words, figure.note, words_room, note), (x, top + 43), note, Ink.MUTED)


def _cut(words: PaperWords, text: str, room: float, size: float) -> str:
    return words.cut(text, room * 1000 / size + 1)
