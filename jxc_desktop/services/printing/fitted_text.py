"""Text fitted to columns: the font's Latin letters are not half as wide as its Chinese ones, on a receipt they must be.

Units: widths in 1/1000 of the font's size; a column is 500 wide.
"""

from functools import lru_cache
from itertools import groupby
from math import floor
from typing import NamedTuple

from jxc_desktop.models.values.text_width import character_columns
from jxc_desktop.services.printing.fonts import has_glyph, natural_width

COLUMN = 500
# Stands for a character the font does not have: a box is seen to be missing, an empty place is not.
REPLACEMENT = "□"


class FittedRun(NamedTuple):
    """Characters drawn at one horizontal scale."""

    text: str
    percent: float


class FittedText(NamedTuple):
    """A text as it is drawn, with `word_space`: never wider than its columns."""

    runs: tuple[FittedRun, ...]
    width: float


@lru_cache(maxsize=4096)
def fit(text: str, font_name: str) -> FittedText:
    """The text in runs of wide and of narrow characters, each narrowed to its columns where it is wider.

    Digits, points and signs are always narrowed alike, so that amounts stand below each other.
    """
    full_percent = {2: 100.0, 1: 100 * COLUMN / natural_width("0", font_name)}
    runs, width = [], 0.0
    for columns, cells in groupby(_cells(text), key=lambda cell: cell[1]):
        run = [characters for characters, _columns in cells]
        natural = _width_with_digit_spaces("".join(run), font_name)
        percent = min(full_percent[columns], 100 * columns * COLUMN * len(run) / natural)
        percent = floor(percent * 100) / 100
        runs.append(FittedRun("".join(run), percent))
        width += natural * percent / 100
    return FittedText(tuple(runs), width)


def word_space(font_name: str) -> float:
    """What a space must be widened by to be as wide as a digit."""
    return natural_width("0", font_name) - natural_width(" ", font_name)


def _width_with_digit_spaces(text: str, font_name: str) -> float:
    return natural_width(text, font_name) + text.count(" ") * word_space(font_name)


def _cells(text: str) -> list[tuple[str, int]]:
    """What is drawn, with its columns: a character and the marks upon it, or the replacement."""
    cells: list[tuple[str, int]] = []
    for character in text:
        columns = character_columns(character)
        if columns:
            cells.append((character if has_glyph(character) else REPLACEMENT, columns))
        elif cells and has_glyph(character):
            characters, columns = cells.pop()
            cells.append((characters + character, columns))
    return cells
