"""Which reports stand on which page of the tab 报表: the one table of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from jxc_desktop.services.words import _

ALL_REPORTS, MONTH = "reports.all", "reports.month"


class Lack(Enum):
    """What a shop has not done yet while a report has nothing to say."""

    SALES = "sales"
    STOCK = "stock"
    PURCHASES = "purchases"


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports that stand on one page, each behind a segment where there are several.

    Attributes:
        key: the page's. reports: name of the report and the word on its segment; the first is shown first.
        lack: what is missing while there is nothing to report on.
    """

    key: str
    icon: str
    word: Callable[[], str]
    reports: tuple[tuple[str, Callable[[], str]], ...]
    lack: Lack


GROUPS = (
    ReportGroup(
        "reports.sales",
        "chart-line",
        lambda: _("销售统计"),
        (
            ("sales-by-day", lambda: _("按天")),
            ("sales-by-product", lambda: _("按商品")),
            ("sales-lines", lambda: _("明细")),
        ),
        Lack.SALES,
    ),
    ReportGroup(
        "reports.profit",
        "percentage",
        lambda: _("毛利"),
        (
            ("profit-by-product", lambda: _("按商品")),
            ("profit-by-category", lambda: _("按类别")),
            ("profit-by-document", lambda: _("按单据")),
        ),
        Lack.SALES,
    ),
    ReportGroup(
        "reports.movements",
        "table",
        lambda: _("收发存汇总"),
        (("stock-movements", lambda: _("收发存")),),
        Lack.STOCK,
    ),
    ReportGroup(
        "reports.best",
        "trophy",
        lambda: _("畅销滞销"),
        (
            ("best-sellers", lambda: _("畅销")),
            ("slow-sellers", lambda: _("滞销")),
        ),
        Lack.SALES,
    ),
    ReportGroup(
        "reports.purchases",
        "truck-delivery",
        lambda: _("进货统计"),
        (
            ("purchases-by-product", lambda: _("按商品")),
            ("purchases-by-supplier", lambda: _("按供应商")),
            ("purchase-lines", lambda: _("明细")),
        ),
        Lack.PURCHASES,
    ),
    ReportGroup(
        "reports.stock",
        "packages",
        lambda: _("库存余额"),
        (
            ("stock", lambda: _("余额")),
            ("stock-ledger", lambda: _("流水")),
        ),
        Lack.STOCK,
    ),
)


def group_of(report: str) -> ReportGroup | None:
    """The page a report stands on; None for one that has none."""
    return next((group for group in GROUPS if report in dict(group.reports)), None)
