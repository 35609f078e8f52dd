"""Draws on A4 paper: words, rules and bars in greys, from the top down.

Units: points of 1/72 inch; x from the left edge of the paper, y from its top.
"""

from collections.abc import Sequence
from enum import Enum
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from jxc_desktop.services.printing.fonts import REGULAR
from jxc_desktop.services.printing.paper_words import PaperWords

Place = tuple[float, float]


class Ink(Enum):
    """How dark: 0 is black, 1 the paper."""

    BLACK = 0.0
    DARK = 0.1
    BAR = 0.4
    MUTED = 0.36
    LIGHT = 0.78
    PALE = 0.9


PALE_INKS = (Ink.LIGHT, Ink.PALE)
OUTLINE = 0.7


class PaperPen:
    """One document being drawn. Made and used while holding `drawing`.

    Attributes:
        words: measures and cleans its texts. width, height: of the page.
    """

    def __init__(self, file: BytesIO, size: tuple[float, float], words: PaperWords, is_black_only: bool) -> None:
        self.words = words
        self.width, self.height = size
        self._is_black_only = is_black_only
        self.canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1, initialFontName=REGULAR)

    def write(self, text: str, at: Place, size: float, ink: Ink = Ink.DARK, font: str = REGULAR) -> None:
        """A clean text that begins there, standing on that line."""
        self.canvas.setFillGray(self._grey(ink))
        self.canvas.setFont(font, size)
        self.canvas.drawString(at[0], self.height - at[1], text)

    def write_right(self, text: str, at: Place, size: float, ink: Ink = Ink.DARK, font: str = REGULAR) -> None:
        """A clean text that ends there."""
        self.write(text, (at[0] - self.words.width(text, font) * size / 1000, at[1]), size, ink, font)

    def write_middle(self, text: str, at: Place, size: float, ink: Ink = Ink.DARK, font: str = REGULAR) -> None:
        """A clean text with its middle there."""
        self.write(text, (at[0] - self.words.width(text, font) * size / 2000, at[1]), size, ink, font)

    def write_all(self, texts: Sequence[tuple[str, float, float]], size: float, font: str = REGULAR) -> None:
        """Many clean texts, each with its x and y: faster than one by one."""
        self.canvas.setFillGray(self._grey(Ink.DARK))
        pen = self.canvas.beginText()
        pen.setFont(font, size)
        for text, x, y in texts:
            pen.setTextOrigin(x, self.height - y)
            pen.textOut(text)
        self.canvas.drawText(pen)

    def rule(self, left: float, right: float, y: float, thick: float, ink: Ink = Ink.DARK) -> None:
        """A line across."""
        self.rules(left, right, (y,), thick, ink)

    def rules(self, left: float, right: float, ys: Sequence[float], thick: float, ink: Ink) -> None:
        """Lines across, one below the other."""
        self.canvas.setStrokeGray(self._grey(ink))
        # Where there are no greys, what is pale is thin.
        self.canvas.setLineWidth(thick / 2 if self._is_black_only and ink in PALE_INKS else thick)
        self.canvas.lines([(left, self.height - y, right, self.height - y) for y in ys])

    def block(self, left: float, top: float, width: float, height: float, ink: Ink) -> None:
        """A filled rectangle; a bar is an outline where there are no greys, so that a line over it is seen."""
        is_outline = self._is_black_only and ink is Ink.BAR
        self.canvas.setFillGray(self._grey(ink))
        self.canvas.setStrokeGray(self._grey(ink))
        self.canvas.setLineWidth(OUTLINE)
        self.canvas.rect(left, self.height - top - height, width, height, stroke=is_outline, fill=not is_outline)

    def dashes(self, points: Sequence[Place], thick: float) -> None:
        """A dashed line through the points."""
        self.canvas.setStrokeGray(self._grey(Ink.DARK))
        self.canvas.setLineWidth(thick)
        self.canvas.setDash(2.4, 1.8)
        path = self.canvas.beginPath()
        for number, (x, y) in enumerate(points):
            (path.lineTo if number else path.moveTo)(x, self.height - y)
        self.canvas.drawPath(path)
        self.canvas.setDash()

    def next_page(self) -> None:
        """This page is done."""
        self.canvas.showPage()

    def finish(self, title: str, author: str) -> None:
        """The document is done."""
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.save()

    def _grey(self, ink: Ink) -> float:
        return Ink.BLACK.value if self._is_black_only else ink.value
