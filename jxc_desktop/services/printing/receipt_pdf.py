"""The counter's receipt as a PDF as wide as the roll and as long as its text: for preview, files and system printers.

Units: dots of 1/8 mm inside, as receipt printers have them, so that bars and columns fall on whole dots.
"""

from io import BytesIO
from math import floor

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from jxc_desktop.models.values.receipt_page import ReceiptPage
from jxc_desktop.models.values.receipt_text import LineLook, PlacedText, ReceiptTextLine, Side
from jxc_desktop.services.printing.bars import MODULE_DOTS, code_128
from jxc_desktop.services.printing.fitted_text import fit, word_space
from jxc_desktop.services.printing.fonts import BOLD, REGULAR, drawing, paper_font
from jxc_desktop.services.printing.missing_glyphs import missing_in, missing_words
from jxc_desktop.services.printing.receipt_lines import receipt_lines
from jxc_desktop.services.printing.text_sheet import TextSheet

DOTS_PER_MM = 8
POINTS_PER_DOT = 72 / 25.4 / DOTS_PER_MM
COLUMN_DOTS = 12
EDGE = 32  # above the first and below the last line
BAR_HEIGHT = 72  # 9 mm; below 8 mm a hand scanner misses it
DASH = 7
HEIGHT = {
    LineLook.PLAIN: 32,
    LineLook.STRONG: 32,
    LineLook.DOUBLE: 68,
    LineLook.RULE: 32,
    LineLook.BARCODE: BAR_HEIGHT + 20,
}
# How far below the top of its line a text stands, how tall it is, and its font.
BASELINE = {LineLook.PLAIN: 25, LineLook.STRONG: 25, LineLook.DOUBLE: 50}
SIZE = {LineLook.PLAIN: 24, LineLook.STRONG: 24, LineLook.DOUBLE: 48}
FONT = {LineLook.PLAIN: REGULAR, LineLook.STRONG: BOLD, LineLook.DOUBLE: BOLD}


def receipt_pdf(page: ReceiptPage) -> bytes:
    """The receipt as a PDF of one page; the same receipt gives the same bytes."""
    lines = _with_missing_named(page)
    width, height = page.paper.value * DOTS_PER_MM, 2 * EDGE + sum(HEIGHT[line.look] for line in lines)
    file = BytesIO()
    with drawing:
        canvas = _new_canvas(file, width, height)
        canvas.setTitle(page.number)
        canvas.setAuthor(page.shop_name)
        canvas.translate((width - page.paper.dots) / 2, 0)
        _draw(canvas, lines, height - EDGE)
        canvas.save()
    return file.getvalue()


def _with_missing_named(page: ReceiptPage) -> list[ReceiptTextLine]:
    """The receipt's lines; below them what its boxes stand for, where there are any."""
    lines = receipt_lines(page)
    named = missing_words(missing_in(placed.text for line in lines for placed in line.texts))
    if not named:
        return lines
    sheet = TextSheet(page.paper.columns)
    sheet.left(named)
    return [*lines, *sheet.lines]


def _new_canvas(file: BytesIO, width: int, height: int) -> Canvas:
    paper_font(REGULAR)
    paper_font(BOLD)
    # Rounded down: a hair more than whole dots makes whoever prints it stretch the page by one dot, and blur the bars.
    size = tuple(floor(dots * POINTS_PER_DOT * 1000) / 1000 for dots in (width, height))
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1, initialFontName=REGULAR)
    canvas.scale(POINTS_PER_DOT, POINTS_PER_DOT)
    return canvas


def _draw(canvas: Canvas, lines: list[ReceiptTextLine], top: int) -> None:
    """All lines from the top down: the texts in one text object, rules and bars as rectangles."""
    pen = canvas.beginText()
    for line in lines:
        if line.look is LineLook.RULE:
            _draw_rule(canvas, line, top - HEIGHT[line.look] // 2)
        elif line.look is LineLook.BARCODE:
            _draw_bars(canvas, line, top - (HEIGHT[line.look] + BAR_HEIGHT) // 2)
        else:
            _write(pen, line, top - BASELINE[line.look])
        top -= HEIGHT[line.look]
    canvas.drawText(pen)


def _draw_rule(canvas: Canvas, line: ReceiptTextLine, middle: int) -> None:
    """As many dashes as columns, the first and the last one at the edges."""
    width = line.columns * COLUMN_DOTS
    canvas.setLineWidth(2)
    canvas.setDash(DASH, (width - DASH * line.columns) / (line.columns - 1))
    canvas.line(0, middle, width, middle)


def _draw_bars(canvas: Canvas, line: ReceiptTextLine, bottom: int) -> None:
    bars = code_128(line.texts[0].text)
    if bars is None:
        return
    left = (line.columns * COLUMN_DOTS - bars.modules * MODULE_DOTS) // 2
    path = canvas.beginPath()
    for offset, width in bars.bars:
        path.rect(left + offset * MODULE_DOTS, bottom, width * MODULE_DOTS, BAR_HEIGHT)
    canvas.drawPath(path, stroke=0, fill=1)


def _write(pen: PDFTextObject, line: ReceiptTextLine, baseline: int) -> None:
    size, font = SIZE[line.look], FONT[line.look]
    pen.setFont(font, size)
    pen.setWordSpace(word_space(font) * size / 1000)
    for placed in line.texts:
        fitted = fit(placed.text, font)
        pen.setTextOrigin(_left_edge(placed, fitted.width * size / 1000, size / 2), baseline)
        for run in fitted.runs:
            pen.setHorizScale(run.percent)
            pen.textOut(run.text)


def _left_edge(placed: PlacedText, width: float, column: float) -> float:
    """Where the text begins, in dots: what its columns have more than it needs is at the side it does not touch."""
    share = {Side.LEFT: 0.0, Side.MIDDLE: 0.5, Side.RIGHT: 1.0}[placed.side]
    return placed.column * column - width * share
