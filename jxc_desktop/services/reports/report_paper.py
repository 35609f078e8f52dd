"""A report as it goes on paper: the same columns, order and figures as on the screen, in words."""

from typing import Any

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.report_paper import PaperBlock, PaperColumn, PaperNote, PaperTable, ReportPaper
from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.report import ColumnKind, ReportColumn

FIGURES = frozenset({ColumnKind.COUNT, ColumnKind.QUANTITY, ColumnKind.PRICE, ColumnKind.MONEY, ColumnKind.PERCENT})
WRAPPED = frozenset({ColumnKind.NAME, ColumnKind.TEXT})


def report_paper(answer: ReportAnswer[Any], layout: Layout | None = None) -> ReportPaper:
    """The report as somebody sees it, on paper."""
    wanted = layout or Layout()
    table = answer.table(wanted)
    columns = tuple(paper_column(column) for column in answer.columns(wanted))
    rows = [tuple(map(cell_words, row)) for row in table.rows]
    totals = None if table.totals is None else tuple(map(cell_words, table.totals))
    return ReportPaper(
        answer.shop_name,
        answer.spec.title,
        answer.filter_words,
        answer.made_by,
        answer.made_at,
        (PaperTable(columns, rows, totals), *_checked(answer)),
    )


def paper_column(column: ReportColumn[Any]) -> PaperColumn:
    """A column as it stands on paper: figures right, and only words in two lines."""
    return PaperColumn(column.heading, column.kind in FIGURES, column.kind in WRAPPED)


def _checked(answer: ReportAnswer[Any]) -> tuple[PaperBlock, ...]:
    """What was compared and found right."""
    said = answer.spec.checked(answer.rows) if answer.spec.checked else ""
    return (PaperNote(said),) if said else ()
