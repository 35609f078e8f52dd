"""A line of words in several weights and meanings, painted in one stroke."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, TextStyle, font, metrics, text_width


@dataclass(frozen=True, slots=True)
class Part:
    """A few words of a line."""

    text: str
    style: TextStyle = BODY
    tone: Tone = Tone.TEXT


def plain(text: str) -> Part:
    """Ordinary words."""
    return Part(text)


def bold(text: str, tone: Tone = Tone.TEXT) -> Part:
    """The words that answer."""
    return Part(text, ANSWER, tone)


def muted(text: str) -> Part:
    """Words that explain."""
    return Part(text, BODY, Tone.MUTED)


def small(text: str) -> Part:
    """Small words that explain."""
    return Part(text, CAPTION, Tone.MUTED)


def words_of(parts: Iterable[Part]) -> str:
    """The line as plain text."""
    return " ".join(part.text for part in parts)


def parts_width(parts: Sequence[Part], gap: int) -> int:
    """How wide the line is.

    Units: pixels.
    """
    return sum(text_width(part.style, part.text) for part in parts) + gap * max(len(parts) - 1, 0)


def shortened(parts: Sequence[Part], gap: int, width: int) -> list[Part]:
    """The line cut to the width: only the longest of its parts loses its end."""
    excess = parts_width(parts, gap) - width
    if excess <= 0 or not parts:
        return list(parts)
    longest = max(parts, key=lambda part: text_width(part.style, part.text))
    room = max(text_width(longest.style, longest.text) - excess, 0)
    cut = metrics(longest.style).elidedText(longest.text, Qt.TextElideMode.ElideRight, room)
    return [replace(part, text=cut) if part is longest else part for part in parts]


def paint_parts(painter: QPainter, parts: Sequence[Part], place: QRect, gap: int, colour: QColor | None = None) -> int:
    """Write the line from the left, all parts on one baseline, and say where it ended.

    Units: pixels; colour replaces every part's own.
    """
    x, baseline = place.x(), baseline_in(place, parts[0].style if parts else BODY)
    for part in shortened(parts, gap, place.width()):
        paint_words(painter, part.text, part.style, colour or ink(part.tone), x, baseline)
        x += text_width(part.style, part.text) + gap
    return x


def paint_words(painter: QPainter, text: str, style: TextStyle, colour: QColor, x: int, baseline: int) -> None:
    """Write one text at its baseline."""
    painter.setFont(font(style))
    painter.setPen(colour)
    painter.drawText(QPoint(x, baseline), text)


def paint_right(painter: QPainter, part: Part, place: QRect) -> int:
    """Write a text against the right edge of the place, and say where it begins."""
    x = place.x() + place.width() - text_width(part.style, part.text)
    paint_words(painter, part.text, part.style, ink(part.tone), x, baseline_in(place, part.style))
    return x


def paint_centred(painter: QPainter, part: Part, place: QRect, colour: QColor | None = None) -> None:
    """Write a text in the middle of the place."""
    x = place.x() + (place.width() - text_width(part.style, part.text)) // 2
    paint_words(painter, part.text, part.style, colour or ink(part.tone), x, baseline_in(place, part.style))


def baseline_in(place: QRect, style: TextStyle) -> int:
    """Where the writing of a style stands when it is centred in the height of the place."""
    measured = metrics(style)
    return place.y() + (place.height() - measured.height()) // 2 + measured.ascent()
