"""A report of 5,000 rows as a PDF, against a bare table of the same texts in columns of fixed widths.

Both use the same loaded font and repeat the heading on each page; the floor knows every width beforehand, so it
measures nothing, wraps and cuts nothing, has no totals, no foot, and no care for characters that are missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, partial

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import long_table_pdf
from benchmarks.receipt_pdf import GOODS
from jxc_desktop.models.values.report_paper import PaperColumn, PaperTable, ReportPaper
from jxc_desktop.services.printing.fonts import BOLD, REGULAR, paper_font
from jxc_desktop.services.printing.report_pdf import report_pdf

ROWS = 5_000
COLUMNS = (
    PaperColumn("条码"),
    PaperColumn("商品", may_wrap=True),
    PaperColumn("单位"),
    *(PaperColumn(heading, is_figure=True) for heading in ("数量", "单价", "销售额", "成本", "毛利率")),
)
WIDTHS = (80, 150, 30, 45, 50, 60, 60, 40)


@contextmanager
def five_thousand_rows() -> Iterator[Pair]:
    """The same rows for both."""
    paper = sample_report()
    heads = tuple(column.heading for column in COLUMNS)
    paper_font(REGULAR)
    paper_font(BOLD)
    yield Pair(
        partial(milliseconds, partial(report_pdf, paper)),
        partial(milliseconds, partial(long_table_pdf, (heads, *sample_rows()), WIDTHS, REGULAR)),
    )


def sample_report() -> ReportPaper:
    """Sales by product."""
    totals = ("合计", "", "", "1,234,567", "", "9,999,999.99", "8,888,888.88", "12.5%")
    table = PaperTable(COLUMNS, sample_rows(), totals)
    period = ("2026-02-01 至 2026-02-28",)
    return ReportPaper("惠民便利店", "商品销售", period, "老板", datetime(2026, 3, 4, 14, 32), (table,))


@lru_cache(maxsize=1)
def sample_rows() -> list[tuple[str, ...]]:
    """Texts as a shop's report has them."""
    return [
        (
            str(6_900_000_000_000 + number),
            f"{GOODS[number % len(GOODS)][0]}{number % 97}",
            "瓶",
            f"{number % 900:,}",
            f"{number * 37 % 9_999 / 100:.2f}",
            f"{number * 131 % 9_999_999 / 100:,.2f}",
            f"{number * 113 % 9_999_999 / 100:,.2f}",
            f"{number % 50}.{number % 10}%",
        )
        for number in range(ROWS)
    ]


BENCHES = (Bench("report_pdf", 2, five_thousand_rows),)
