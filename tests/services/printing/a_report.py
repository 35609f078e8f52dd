"""Reports of the design's picture, and what can be seen on their paper."""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from jxc_desktop.models.values.report_paper import (
    PaperBlock,
    PaperChart,
    PaperColumn,
    PaperFigure,
    PaperFigures,
    PaperNote,
    PaperTable,
    ReportPaper,
)

NAME, CODE = PaperColumn("商品", may_wrap=True), PaperColumn("条码")
FIGURES = tuple(PaperColumn(heading, is_figure=True) for heading in ("数量", "销售额", "毛利率"))
COLUMNS = (CODE, NAME, *FIGURES)


@dataclass(frozen=True)
class Seen:
    """A run of letters on a page.

    Units: points from the left and the top.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float


def a_row(number: int, name: str = "") -> tuple[str, ...]:
    return (str(6_900_000_000_000 + number), name or f"商品{number}号", f"{number:,}", f"{number}.50", "12.5%")


def a_table(rows: int, name: str = "") -> PaperTable:
    totals = ("合计", "", "9,999", "123,456.78", "14.0%")
    return PaperTable(COLUMNS, [a_row(number, name) for number in range(rows)], totals)


def a_report(*blocks: PaperBlock) -> ReportPaper:
    return ReportPaper(
        "惠民便利店",
        "商品销售",
        ("2026-02-01 至 2026-02-28", "全部仓库", "食品"),
        "老板",
        datetime(2026, 3, 4, 14, 32),
        blocks,
    )


def a_month(line: tuple[int | None, ...] = (50_000, 442_300, 60_000)) -> ReportPaper:
    figures = PaperFigures(
        (
            PaperFigure("销售额", "￥15,929.19", "↓ 35.8% 比 1 月"),
            PaperFigure("毛利", "￥2,225.17", "↓ 52.2% 比 1 月"),
            PaperFigure("客单价", "29.94", "↓ 29.8% 比 1 月"),
        )
    )
    chart = PaperChart(
        "每日销售额",
        "元",
        ("2-1", "2-2", "2-3"),
        "2 月",
        (122_000, 159_000, None),
        "1 月",
        line,
        ("1-1", "1-2", "1-3"),
    )
    note = PaperNote("▲ 卖价低于成本。")
    month = a_report(figures, chart, replace(a_table(6), title="各类销售与毛利"), note)
    return replace(month, title="经营月报", subject="2026 年 2 月")


def page_texts(document: bytes) -> list[str]:
    """The words of each page without spaces and line ends, which a reader guesses."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(document)).pages]


def runs(document: bytes) -> list[list[Seen]]:
    """What stands where on each page."""
    pdf = pypdfium2.PdfDocument(document)
    pages = []
    for page in pdf:
        height, words = page.get_height(), page.get_textpage()
        rects = [words.get_rect(number) for number in range(words.count_rects())]
        pages.append(
            [
                Seen(words.get_text_bounded(*rect).strip(), rect[0], height - rect[3], rect[2], height - rect[1])
                for rect in rects
            ]
        )
    pdf.close()
    return pages


def overlapping(seen: list[Seen]) -> list[tuple[str, str]]:
    """Runs that lie over each other."""
    return [
        (one.text, other.text)
        for place, one in enumerate(seen)
        for other in seen[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1
    ]
