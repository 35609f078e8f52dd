"""The shop's reports: run for the screen, written as files. Both come from the same question."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from jxc_desktop.models.values.report_paper import PaperOptions
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.exchange.table import Told
from jxc_desktop.services.exchange.table_file import (
    PAPER_ENDING,
    refuse_other_kinds,
    write_paper,
    write_table,
    write_tables,
)
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.settings import SHOP_NAME, read_choice
from jxc_desktop.services.reports.all_reports import all_reports, report_named
from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.filter_words import filter_words
from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.services.reports.month_page import month_page
from jxc_desktop.services.reports.report import Asked, ReportSpec


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report as a list shows it."""

    name: str
    title: str
    takes_period: bool


class Reports:
    """The shop's reports."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def names(self) -> list[ReportCard]:
        """Every report there is."""
        self._desk.check("reports.names")
        return [ReportCard(spec.name, spec.title, spec.takes_period) for spec in all_reports()]

    def spec(self, name: str) -> ReportSpec[Any]:
        """A report's declaration: its columns, what it is narrowed by.

        Raises:
            NotFoundError: there is no report of that name.
        """
        self._desk.check("reports.spec")
        return report_named(name)

    def run(
        self, name: str, asked: Asked | None = None, stopped: Callable[[], bool] | None = None
    ) -> ReportAnswer[Any]:
        """The report as the books stand now; where `stopped` says so, the question is broken off.

        Raises:
            NotAllowedError: the operator may not see reports.
            NotFoundError: there is no report of that name.
            InvalidInputError: it needs a period, or takes none.
            ReportTooLongError: it would have more rows than anybody reads.
            StoppedError: it was broken off.
        """
        spec, asked = report_named(name), asked or Asked()
        if spec.takes_period != (asked.period is not None):
            raise InvalidInputError("period", "missing" if spec.takes_period else "not_taken", name)
        with self._desk.question("reports.run") as books:
            books.stop_when(stopped)
            rows = spec.query(books, replace(asked, today=self._today))
            return ReportAnswer(
                spec,
                asked,
                rows,
                spec.totals(rows),
                read_choice(books, SHOP_NAME),
                filter_words(books, spec, asked),
                self._desk.operator.name,
                self._desk.clock.now(),
            )

    def month(self, day: date, stopped: Callable[[], bool] | None = None) -> MonthReport:
        """The month that the day belongs to, on one page; where `stopped` says so, the question is broken off.

        Raises:
            NotAllowedError: the operator may not see reports.
            StoppedError: it was broken off.
        """
        with self._desk.question("reports.month") as books:
            books.stop_when(stopped)
            return month_page(books, day, self._today, self._desk.operator.name, self._desk.clock.now())

    def write(
        self,
        answer: ReportAnswer[Any] | MonthReport,
        path: Path,
        layout: Layout | None = None,
        told: Told | None = None,
    ) -> None:
        """Write what was read as the file's ending says: .csv, .xlsx or .pdf; `told` hears how far it is.

        Raises:
            TableKindError: the ending is another one.
            NotAllowedError: the operator may not take reports out of the program.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
            TooManyColumnsError: the columns have no room on the paper of a .pdf.
        """
        self._desk.check("reports.write")
        refuse_other_kinds(path, with_paper=True)
        if path.suffix.lower() == PAPER_ENDING:
            write_paper(path, _drawn(answer, layout, None))
        elif isinstance(answer, MonthReport):
            write_tables(path, [section.table() for section in answer.sections])
        else:
            write_table(path, answer.table(layout), told)

    def paper(
        self,
        answer: ReportAnswer[Any] | MonthReport,
        layout: Layout | None = None,
        options: PaperOptions | None = None,
    ) -> bytes:
        """What was read as a PDF of A4 pages, as it is seen; the same answer gives the same bytes.

        Raises:
            NotAllowedError: the operator may not take reports out of the program.
            TooManyColumnsError: the columns have no room on the paper.
        """
        self._desk.check("reports.paper")
        return _drawn(answer, layout, options)

    @property
    def _today(self) -> date:
        return self._desk.business_day(self._desk.clock.now())


def _drawn(answer: ReportAnswer[Any] | MonthReport, layout: Layout | None, options: PaperOptions | None) -> bytes:
    # Not above: what draws takes 0.2 s to load, which every start of the window would pay.
    from jxc_desktop.services.printing.report_pdf import report_pdf
    from jxc_desktop.services.reports.month_paper import month_paper
    from jxc_desktop.services.reports.report_paper import report_paper

    paper = month_paper(answer) if isinstance(answer, MonthReport) else report_paper(answer, layout)
    return report_pdf(paper, options)
