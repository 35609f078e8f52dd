"""Texts as A4 paper shows them: nothing invisible, a box for what the font does not have, lines that fit their room.

Units: widths in 1/1000 of the font's size.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from jxc_desktop.models.values.text_width import SPACES, TOKEN, character_columns, one_line
from jxc_desktop.services.printing.fitted_text import REPLACEMENT
from jxc_desktop.services.printing.fonts import BOLD, REGULAR, paper_font

CUT = "…"
MOST_LINES = 2


class PaperWords:
    """The texts of one document. Made and used while holding `drawing`.

    Attributes:
        missing: the characters that were printed as a box, and how often.
    """

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()
        self._has_glyph = paper_font(REGULAR).face.charToGlyph.__contains__
        faces: dict[str, Any] = {name: paper_font(name).face for name in (REGULAR, BOLD)}
        self._widths: dict[str, dict[int, float]] = {name: face.charWidths for name, face in faces.items()}
        self._other: dict[str, float] = {name: face.defaultWidth for name, face in faces.items()}

    def clean(self, text: str) -> str:
        """The text with everything in it drawable."""
        if text.isascii() and text.isprintable():
            return text
        if self._is_plain(text):
            return text
        return "".join(self._shown(one_line(text)))

    def width(self, text: str, font: str = REGULAR) -> float:
        """How wide the text is drawn."""
        widths, other = self._widths[font], self._other[font]
        return sum([widths.get(ord(character), other) for character in text])

    def cut(self, text: str, room: float, font: str = REGULAR) -> str:
        """As much of the text as there is room for; what was cut ends in dots."""
        if self.width(text, font) <= room:
            return text
        room -= self.width(CUT, font)
        kept = ""
        for character in text:
            room -= self.width(character, font)
            if room < 0:
                break
            kept += character
        return kept.rstrip(SPACES) + CUT

    def lines(self, text: str, room: float, font: str = REGULAR) -> tuple[str, ...]:
        """The text in at most two lines, the second one cut where that is not enough; words stay whole."""
        if self.width(text, font) <= room:
            return (text,)
        first = ""
        for token in TOKEN.findall(text):
            if self.width(first + token, font) > room:
                break
            first += token
        first = first or self._as_much(text, room, font)
        rest = text[len(first) :].lstrip(SPACES)
        return (first.rstrip(SPACES), self.cut(rest, room, font)) if rest else (first.rstrip(SPACES),)

    def _as_much(self, text: str, room: float, font: str) -> str:
        """The beginning of a word that is wider than the line; at least one character of it."""
        count = 1
        while count < len(text) and self.width(text[: count + 1], font) <= room:
            count += 1
        return text[:count]

    def _is_plain(self, text: str) -> bool:
        return (
            text.isprintable()
            and all(map(self._has_glyph, map(ord, text)))
            and "¥" not in text
            and unicodedata.is_normalized("NFC", text)
        )

    def _shown(self, text: str) -> Iterator[str]:
        for character in text:
            if self._has_glyph(ord(character)):
                yield character
            elif character_columns(character):  # a mark upon another character that the font lacks is left out
                self.missing[character] += 1
                yield REPLACEMENT
