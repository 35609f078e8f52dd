"""The small framed key beside every act, and the word it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, KEY_CAP, TextStyle, text_width
from jxc_desktop.ui.widgets.parts import Part, paint_centred, paint_right

# Two keys that do one thing stand so close.
BETWEEN = 3


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key and what it does; "← →" are two keys, each in its cap, and a hint without a key is only words."""

    key: str
    word: str


@dataclass(frozen=True, slots=True)
class CapColours:
    """What a cap is drawn in; without a fill the ground shows through."""

    frame: QColor
    ink: QColor
    fill: QColor | None = None


def key_cap_width(key: str, style: TextStyle = KEY_CAP) -> int:
    """How wide the cap of a key is, or those of several.

    Units: pixels.
    """
    return sum(_caps(key, style)) + look().px(BETWEEN) * key.count(" ")


def paint_key_cap(painter: QPainter, key: str, place: QRect, colours: CapColours, style: TextStyle = KEY_CAP) -> None:
    """Draw the caps in the middle of the height of the place, side by side."""
    tall, x = look().px(style.size + 7), place.x()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for word, wide in zip(key.split(" "), _caps(key, style), strict=True):
        cap = QRect(x, place.y() + (place.height() - tall) // 2, wide, tall)
        painter.setPen(QPen(colours.frame, 1))
        painter.setBrush(colours.fill if colours.fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint_centred(painter, Part(word, style), cap, colours.ink)
        x += wide + look().px(BETWEEN)


def paint_quiet_cap(painter: QPainter, key: str, place: QRect) -> None:
    """Draw a cap on a plain ground."""
    colours = look().colours
    paint_key_cap(painter, key, place, CapColours(colours.border, colours.text_muted, colours.surface))


def hints_width(hints: Sequence[KeyHint]) -> int:
    """How wide a row of hints is.

    Units: pixels.
    """
    return sum(_hint_width(hint) for hint in hints) + look().px(12) * max(len(hints) - 1, 0)


def paint_hints(painter: QPainter, hints: Sequence[KeyHint], place: QRect, tone: Tone = Tone.TEXT) -> int:
    """Write keys and words against the right edge of the place, and say where they begin."""
    right = place.x() + place.width()
    for hint in reversed(hints):
        spot = QRect(place.x(), place.y(), right - place.x(), place.height())
        right = paint_right(painter, Part(hint.word, CAPTION, tone), spot)
        if hint.key:
            right -= look().px(4) + key_cap_width(hint.key)
            paint_quiet_cap(painter, hint.key, QRect(right, place.y(), place.width(), place.height()))
        right -= look().px(12)
    return right + look().px(12) if hints else right


def _caps(key: str, style: TextStyle) -> list[int]:
    """How wide each cap is."""
    return [text_width(style, word) + 2 * look().px(5) + 2 for word in key.split(" ")]


def _hint_width(hint: KeyHint) -> int:
    cap = key_cap_width(hint.key) + look().px(4) if hint.key else 0
    return cap + text_width(CAPTION, hint.word)
