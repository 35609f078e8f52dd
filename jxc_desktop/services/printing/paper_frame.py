"""What stands on every page of a report: whose it is and what it is above, who asked and which page below.

Units: points of 1/72 inch.
"""

from jxc_desktop.models.values.report_paper import ReportPaper
from jxc_desktop.services.printing.fonts import BOLD
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen
from jxc_desktop.services.words import _

POINTS_PER_MM = 72 / 25.4
A4 = (210 * POINTS_PER_MM, 297 * POINTS_PER_MM)
MARGIN = 14 * POINTS_PER_MM
EDGE = 13 * POINTS_PER_MM  # above and below
FIRST_TOP, TOP, BOTTOM = EDGE + 56, EDGE + 24, EDGE + 24
SHOP, TITLE, SMALL = 9.0, 18.0, 8.5
MOST_LINES = 3
GAP = 14.0


def draw_heading(pen: PaperPen, paper: ReportPaper, has_notes: bool) -> None:
    """The first page: the shop, the title in bold, what narrowed the report at the right."""
    right = pen.width - MARGIN
    words = pen.words
    taken = _draw_filters(pen, paper, right) if has_notes else 0.0
    room = right - MARGIN - taken - GAP
    pen.write(words.cut(paper.shop_name, room * 1000 / SHOP), (MARGIN, EDGE + 8), SHOP, Ink.MUTED)
    title = "\u3000".join(filter(None, (paper.title, paper.subject)))
    pen.write(words.cut(title, room * 1000 / TITLE, BOLD), (MARGIN, EDGE + 32), TITLE, font=BOLD)
    pen.rule(MARGIN, right, EDGE + 43, 0.75)


def draw_short_heading(pen: PaperPen, paper: ReportPaper, has_notes: bool) -> None:
    """The other pages: all of it in one small line, with its days, since a page is soon apart from the first."""
    right = pen.width - MARGIN
    words = pen.words
    shop = words.cut(paper.shop_name, (right - MARGIN) / 2 * 1000 / SMALL)
    days = paper.filter_words[0] if has_notes and paper.filter_words else ""
    title = "\u3000".join(filter(None, (paper.title, paper.subject or days)))
    pen.write(words.cut(title, (right - MARGIN) / 2 * 1000 / SMALL), (MARGIN, EDGE + 9), SMALL, Ink.MUTED)
    pen.write_right(shop, (right, EDGE + 9), SMALL, Ink.MUTED)


def draw_foot(pen: PaperPen, paper: ReportPaper, has_notes: bool, number: int, count: int) -> None:
    """Who asked and when, and the page's number of how many."""
    right, top = pen.width - MARGIN, pen.height - EDGE - 14
    pen.rule(MARGIN, right, top, 0.75)
    page = pen.words.clean(_("第 {number} 页，共 {count} 页").format(number=number, count=count))
    pen.write_right(page, (right, top + 13), SMALL, Ink.MUTED)
    if has_notes:
        made = pen.words.clean(
            _("制表 {operator}　{moment}").format(operator=paper.made_by, moment=f"{paper.made_at:%Y-%m-%d %H:%M}")
        )
        room = right - MARGIN - pen.words.width(page) * SMALL / 1000 - GAP
        pen.write(pen.words.cut(made, room * 1000 / SMALL), (MARGIN, top + 13), SMALL, Ink.MUTED)


def _draw_filters(pen: PaperPen, paper: ReportPaper, right: float) -> float:
    """The words at the right, the first one on a line of its own; how much of the width they take."""
    lines = _filter_lines(pen, paper)
    top = EDGE + 32 - 12 * (len(lines) - 1)
    for number, line in enumerate(lines):
        pen.write_right(line, (right, top + 12 * number), SMALL, Ink.MUTED)
    return max((pen.words.width(line) * SMALL / 1000 for line in lines), default=0.0)


def _filter_lines(pen: PaperPen, paper: ReportPaper) -> list[str]:
    """As many of the words in a line as half the paper holds; what three lines do not hold is cut."""
    words, room = pen.words, (pen.width / 2 - MARGIN) * 1000 / SMALL
    lines: list[str] = []
    for number, word in enumerate(paper.filter_words):
        longer = f"{lines[-1]} · {word}" if lines else word
        if number > 1 and words.width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[: MOST_LINES - 1] + ([" · ".join(lines[MOST_LINES - 1 :])] if lines[MOST_LINES - 1 :] else [])
    return [words.cut(line, room) for line in kept]
