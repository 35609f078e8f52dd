"""A month as its page needs it."""

from dataclasses import dataclass
from datetime import date
from time import monotonic

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.services.reports.report import ALL_TIME, Asked
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.ui.reports.report_question import Stopped

NOTHING = (None, 0, Money())


@dataclass(frozen=True, slots=True)
class MonthRead:
    """A month that was read.

    Attributes:
        has_any: whether the shop has ever sold anything.

    Units: seconds: how long it took.
    """

    month: MonthReport
    has_any: bool
    seconds: float


def read_month(reports: Reports, day: date, stopped: Stopped) -> MonthRead:
    """Read it, on the worker's thread."""
    begun = monotonic()
    month = reports.month(day, stopped)
    figures = [cell for figure in month.figures.rows for cell in (figure.value, figure.before)]
    has_any = any(cell not in NOTHING for cell in figures)
    if not has_any:
        has_any = bool(reports.run("sales-by-day", Asked(ALL_TIME), stopped).rows)
    return MonthRead(month, has_any, monotonic() - begun)
