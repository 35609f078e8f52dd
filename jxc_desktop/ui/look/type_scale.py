"""The sizes of writing: one hero figure, the rest quiet."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from jxc_desktop.ui.look.current import look


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A size of the design for base 14, and whether it is bold: the shop's font has no other weights."""

    size: int
    is_bold: bool = False


TOTAL = TextStyle(60, True)
TOTAL_SIGN = TextStyle(28)
BIG = TextStyle(44, True)
ENTRY = TextStyle(32, True)
FIGURE = TextStyle(24, True)
FIGURE_QUIET = TextStyle(24)
TITLE = TextStyle(18, True)
HEADING = TextStyle(16)
BODY = TextStyle(14)
ANSWER = TextStyle(14, True)
QTY = TextStyle(16, True)
CAPTION = TextStyle(12)
KEY_CAP = TextStyle(11)

# A control is never lower than its writing and this.
ROOM_AROUND_TEXT = 8
# One digit alone is rounded up to whole pixels; many show how wide one really is.
MANY_DIGITS = "0" * 20


def font(style: TextStyle) -> QFont:
    """The font of a style, in the families and the size of the look worn now."""
    return _font(look().px(style.size), style.is_bold)


def metrics(style: TextStyle) -> QFontMetrics:
    """How much room the writing of a style takes."""
    return _metrics(look().px(style.size), style.is_bold)


def text_width(style: TextStyle, text: str) -> int:
    """How wide a text is in a style.

    Units: pixels.
    """
    return metrics(style).horizontalAdvance(text)


def height(size: float) -> int:
    """The height of a control or row of the design, grown to the look, but never too low for its writing."""
    return max(look().px(size), metrics(BODY).height() + ROOM_AROUND_TEXT)


def digits_width(count: float) -> int:
    """The width of so many digits of body text: column widths are given so."""
    return round(text_width(BODY, MANY_DIGITS) * count / len(MANY_DIGITS))


def forget_fonts() -> None:
    """Make the fonts anew: the application has another family."""
    _font.cache_clear()
    _metrics.cache_clear()


@lru_cache(maxsize=64)
def _font(pixels: int, is_bold: bool) -> QFont:
    made = QFont(QGuiApplication.font())
    made.setPixelSize(pixels)
    made.setBold(is_bold)
    return made


@lru_cache(maxsize=64)
def _metrics(pixels: int, is_bold: bool) -> QFontMetrics:
    return QFontMetrics(_font(pixels, is_bold))
