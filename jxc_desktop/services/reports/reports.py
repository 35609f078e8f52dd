"""The shop's reports: run for the screen, written as files. Both come from the same question."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.settings import SHOP_NAME, read_choice
from jxc_desktop.services.reports.answer import Layout, ReportAnswer
from jxc_desktop.services.reports.filter_words import filter_words
from jxc_desktop.services.reports.report import Asked, ReportSpec
from jxc_desktop.services.reports.sales_by_day import sales_by_day_report
from jxc_desktop.services.reports.stock import stock_report


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
        return [ReportCard(spec.name, spec.title, spec.takes_period) for spec in _specs()]

    def spec(self, name: str) -> ReportSpec[Any]:
        """A report's declaration: its columns, what it is narrowed by.

        Raises:
            NotFoundError: there is no report of that name.
        """
        self._desk.check("reports.spec")
        return _spec(name)

    def run(self, name: str, asked: Asked | None = None) -> ReportAnswer[Any]:
        """The report as the books stand now.

        Raises:
            NotAllowedError: the operator may not see reports.
            NotFoundError: there is no report of that name.
            InvalidInputError: it needs a period, or takes none.
        """
        spec, asked = _spec(name), asked or Asked()
        if spec.takes_period != (asked.period is not None):
            raise InvalidInputError("period", "missing" if spec.takes_period else "not_taken", name)
        with self._desk.question("reports.run") as books:
            rows = spec.query(books, asked)
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

    def write(self, answer: ReportAnswer[Any], path: Path, layout: Layout | None = None) -> None:
        """Write what was read as the file's ending says: .csv or .xlsx.

        Raises:
            TableKindError: the ending is another one.
            NotAllowedError: the operator may not take reports out of the program.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        self._desk.check("reports.write")
        refuse_other_kinds(path)
        write_table(path, answer.table(layout))


def _specs() -> tuple[ReportSpec[Any], ...]:
    """Made when they are asked for, so that they speak the shop's language."""
    return (stock_report(), sales_by_day_report())


def _spec(name: str) -> ReportSpec[Any]:
    for spec in _specs():
        if spec.name == name:
            return spec
    raise NotFoundError("report", name)
