"""The shop's reports: run for the screen, written as files. Both come from the same question."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.exchange.table import Table
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.reports.report import ALL_TIME, Period, ReportSpec
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

    def run(self, name: str, period: Period | None = None) -> Table:
        """The report as the books stand now.

        Raises:
            NotAllowedError: the operator may not see reports.
            NotFoundError: there is no report of that name.
            InvalidInputError: it needs a period, or takes none.
        """
        return self._table("reports.run", name, period)

    def write(self, name: str, period: Period | None, path: Path) -> None:
        """Write the report as the file's ending says: .csv or .xlsx.

        Raises:
            TableKindError: the ending is another one.
            NotAllowedError, NotFoundError, InvalidInputError: see ``run``.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        refuse_other_kinds(path)
        write_table(path, self._table("reports.write", name, period))

    def _table(self, call: str, name: str, period: Period | None) -> Table:
        spec = _spec(name)
        if spec.takes_period != (period is not None):
            raise InvalidInputError("period", "missing" if spec.takes_period else "not_taken", name)
        with self._desk.question(call) as books:
            return spec.table(books, ALL_TIME if period is None else period)


def _specs() -> tuple[ReportSpec[Any], ...]:
    """Made when they are asked for, so that they speak the shop's language."""
    return (stock_report(), sales_by_day_report())


def _spec(name: str) -> ReportSpec[Any]:
    for spec in _specs():
        if spec.name == name:
            return spec
    raise NotFoundError("report", name)
