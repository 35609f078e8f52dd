"""A report as a PDF of A4 pages: heading, blocks one below the other, who asked and the page's number at the foot.

Units: points of 1/72 inch.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO

from jxc_desktop.models.values.report_paper import (
    Direction,
    PaperBlock,
    PaperBreak,
    PaperChart,
    PaperFigure,
    PaperFigures,
    PaperNote,
    PaperOptions,
    PaperTable,
    ReportPaper,
)
from jxc_desktop.services.printing.errors import TooManyColumnsError
from jxc_desktop.services.printing.fonts import drawing
from jxc_desktop.services.printing.missing_glyphs import missing_words
from jxc_desktop.services.printing.paper_chart import CHART_HEIGHT, draw_chart
from jxc_desktop.services.printing.paper_figures import FIGURES_HEIGHT, draw_figures
from jxc_desktop.services.printing.paper_flow import PaperFlow
from jxc_desktop.services.printing.paper_frame import (
    A4,
    BOTTOM,
    FIRST_TOP,
    MARGIN,
    TOP,
    draw_foot,
    draw_heading,
    draw_short_heading,
)
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen
from jxc_desktop.services.printing.paper_table import LaidTable
from jxc_desktop.services.printing.paper_words import PaperWords
from jxc_desktop.services.printing.table_columns import ColumnNeed, column_needs, fit_columns

NOTE_SIZE, NOTE_HEIGHT, NOTE_GAP = 8.0, 11.0, 8.0
SIZE, SMALLEST = 9.0, 6.5
COMFORTABLE = 8.0  # rather than smaller letters upright, the paper lies across

Size = tuple[float, float]


def report_pdf(paper: ReportPaper, options: PaperOptions | None = None) -> bytes:
    """The report as a PDF; the same report gives the same bytes.

    Raises:
        TooManyColumnsError: a table is wider than the paper, however small its letters.
    """
    wanted = options or PaperOptions()
    file = BytesIO()
    with drawing:
        words = PaperWords()
        clean = _clean(paper, words)
        if words.missing:
            clean = replace(clean, blocks=(*clean.blocks, PaperNote(missing_words(words.missing))))
        page, tables = _laid_tables(clean, wanted.direction, words)
        pen = PaperPen(file, page, words, wanted.is_black_only)
        _draw(pen, clean, wanted, _placed(clean, page, tables))
    return file.getvalue()


def _laid_tables(paper: ReportPaper, direction: Direction, words: PaperWords) -> tuple[Size, list[LaidTable]]:
    """How the paper lies, and its tables at the largest letters at which all of them fit."""
    tables = [block for block in paper.blocks if isinstance(block, PaperTable)]
    needs = [column_needs(table, words) for table in tables]
    for page, size in _tries(direction):
        widths = _widths(tables, needs, size, page[0] - 2 * MARGIN)
        if widths is not None:
            pairs = zip(tables, widths, strict=True)
            return page, [LaidTable(table, columns, size, MARGIN, words) for table, columns in pairs]
    raise TooManyColumnsError(max(len(table.columns) for table in tables), direction)


def _widths(
    tables: list[PaperTable], needs: list[list[ColumnNeed]], size: float, room: float
) -> list[list[float]] | None:
    fitted = []
    for table, need in zip(tables, needs, strict=True):
        widths = fit_columns(table, need, size, room)
        if widths is None:
            return None
        fitted.append(widths)
    return fitted


def _tries(direction: Direction) -> list[tuple[Size, float]]:
    """Paper and size of letters, the best one first."""
    across = (A4[1], A4[0])
    upright_down_to = COMFORTABLE if direction is Direction.FITTING else SMALLEST
    tries = []
    if direction is not Direction.LANDSCAPE:
        tries += [(A4, size) for size in _sizes(upright_down_to)]
    if direction is not Direction.PORTRAIT:
        tries += [(across, size) for size in _sizes(SMALLEST)]
    return tries


def _sizes(smallest: float) -> list[float]:
    return [SIZE - step / 2 for step in range(round((SIZE - smallest) * 2) + 1)]


def _placed(paper: ReportPaper, page: Size, tables: list[LaidTable]) -> PaperFlow:
    """Every block on its page."""
    flow = PaperFlow(FIRST_TOP, TOP, page[1] - BOTTOM)
    waiting = iter(tables)
    for block in paper.blocks:
        if isinstance(block, PaperTable):
            flow.place_table(next(waiting))
        elif isinstance(block, PaperBreak):
            flow.break_page()
        else:
            height, draw, gap = _part(block)
            flow.place(height, partial(draw, page[0]), *gap)
    return flow


def _part(
    block: PaperFigures | PaperChart | PaperNote,
) -> tuple[float, Callable[[float, PaperPen, float], None], tuple[float, ...]]:
    """How high a block is, what draws it on paper of a width, and how far below the one before it stands."""
    if isinstance(block, PaperFigures):
        return FIGURES_HEIGHT, lambda width, pen, top: draw_figures(pen, block, MARGIN, width - MARGIN, top), ()
    if isinstance(block, PaperChart):
        return CHART_HEIGHT, lambda width, pen, top: draw_chart(pen, block, MARGIN, width - MARGIN, top), ()
    return NOTE_HEIGHT, lambda width, pen, top: _draw_note(pen, block.text, width, top), (NOTE_GAP,)


def _draw_note(pen: PaperPen, text: str, width: float, top: float) -> None:
    room = (width - 2 * MARGIN) * 1000 / NOTE_SIZE
    pen.write(pen.words.cut(text, room), (MARGIN, top + NOTE_SIZE), NOTE_SIZE, Ink.MUTED)


def _draw(pen: PaperPen, paper: ReportPaper, options: PaperOptions, flow: PaperFlow) -> None:
    for number, page in enumerate(flow.pages, 1):
        if number == 1:
            draw_heading(pen, paper, options.has_notes)
        else:
            draw_short_heading(pen, paper, options.has_notes)
        for top, draw in page:
            draw(pen, top)
        draw_foot(pen, paper, options.has_notes, number, len(flow.pages))
        pen.next_page()
    pen.finish(paper.title, paper.shop_name)


def _clean(paper: ReportPaper, words: PaperWords) -> ReportPaper:
    """The report with every text drawable."""
    clean = words.clean
    return replace(
        paper,
        shop_name=clean(paper.shop_name),
        title=clean(paper.title),
        subject=clean(paper.subject),
        made_by=clean(paper.made_by),
        filter_words=tuple(map(clean, paper.filter_words)),
        blocks=tuple(_clean_block(block, words) for block in paper.blocks),
    )


def _clean_block(block: PaperBlock, words: PaperWords) -> PaperBlock:
    clean = words.clean
    if isinstance(block, PaperTable):
        columns = tuple(replace(column, heading=clean(column.heading)) for column in block.columns)
        rows = [tuple(map(clean, row)) for row in block.rows]
        totals = None if block.totals is None else tuple(map(clean, block.totals))
        return PaperTable(columns, rows, totals, clean(block.title))
    if isinstance(block, PaperFigures):
        figures = (PaperFigure(clean(each.label), clean(each.value), clean(each.note)) for each in block.figures)
        return PaperFigures(tuple(figures))
    if isinstance(block, PaperNote):
        return PaperNote(clean(block.text))
    return block
