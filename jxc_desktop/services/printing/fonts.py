"""The two weights of the font that every PDF embeds, loaded when the first one is drawn."""

from functools import lru_cache
from threading import RLock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jxc_desktop.resource_files import resource_path

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"

# A font keeps its place in the file while it writes the glyphs of a document, so two documents are never drawn at once.
drawing = RLock()


@lru_cache(maxsize=2)
def paper_font(name: str) -> TTFont:
    """The font of that name, registered, so that a canvas may set it by name. Ask for it while holding `drawing`."""
    font = TTFont(name, resource_path("fonts", f"{name}.ttf"), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def has_glyph(character: str) -> bool:
    """Whether paper can show the character; both weights have the same characters."""
    with drawing:
        return ord(character) in paper_font(REGULAR).face.charToGlyph


def natural_width(text: str, font_name: str) -> float:
    """How wide the font draws the text.

    Units: 1/1000 of the font's size.
    """
    with drawing:
        width: float = paper_font(font_name).stringWidth(text, 1000)
    return width
