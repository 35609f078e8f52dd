"""One bar per day in grey, the days one compares with as a dashed line.

Units: points of 1/72 inch; amounts in fen.
"""

from collections.abc import Iterator

from jxc_desktop.models.values.report_paper import PaperChart
from jxc_desktop.services.printing.fonts import BOLD
from jxc_desktop.services.printing.paper_pen import Ink, PaperPen, Place
from jxc_desktop.services.words import _

TITLE, SMALL = 10.0, 8.0
CHART_HEIGHT = 138.0
HEAD, FOOT = 20.0, 14.0
SCALE_WIDTH = 34.0
BAR_SHARE = 0.58
STEPS = 4
# A line that climbs over the scale is cut there; so many of its days are said in words.
MOST_SAID = 3
DAYS_A_LABEL = 7


def draw_chart(pen: PaperPen, chart: PaperChart, left: float, right: float, top: float) -> None:
    """Title and legend, then the scale, bars and line, then days."""
    most = scale_top(chart)
    _draw_legend(pen, chart, left, right, top, most)
    plot = _Plot(left + SCALE_WIDTH, right, top + HEAD, top + CHART_HEIGHT - FOOT, most, len(chart.days))
    _draw_scale(pen, plot)
    for number, amount in enumerate(chart.bars):
        if amount is not None and amount > 0:
            x, y = plot.at(number, amount)
            pen.block(x - plot.step * BAR_SHARE / 2, y, plot.step * BAR_SHARE, plot.bottom - y, Ink.BAR)
    pen.rule(plot.left, plot.right, plot.bottom, 0.5, Ink.MUTED)
    for stretch in _stretches(chart, plot):
        pen.dashes(stretch, 0.7)
    _draw_days(pen, chart, plot)


def scale_top(chart: PaperChart) -> int:
    """The amount at the top of the scale: that of the highest bar, rounded up so that four steps are round."""
    bars = [amount for amount in chart.bars if amount is not None]
    line = [amount for amount in chart.line if amount is not None]
    highest = max(bars, default=0)
    return _rounded_up(highest if highest > 0 else max(line, default=0))


def over_the_top(chart: PaperChart, top: int) -> list[tuple[str, int]]:
    """The days of the line that are higher than the scale."""
    points = zip(chart.line_days, chart.line, strict=False)
    return [(day, amount) for day, amount in points if amount is not None and amount > top]


class _Plot:
    """Where amounts stand."""

    def __init__(self, left: float, right: float, top: float, bottom: float, most: int, days: int) -> None:
        self.left, self.right, self.top, self.bottom, self.most = left, right, top, bottom, most
        self.step = (right - left) / max(days, 1)

    def at(self, number: int, amount: int) -> Place:
        """The middle of a day, at the height of an amount that the scale has."""
        share = min(max(amount, 0), self.most) / self.most
        return self.left + (number + 0.5) * self.step, self.bottom - share * (self.bottom - self.top)


def _rounded_up(amount: int) -> int:
    unit = 100
    while True:
        for step in (1, 2, 2.5, 5):
            top = round(unit * step) * STEPS
            if top >= amount:
                return top
        unit *= 10


def _draw_legend(pen: PaperPen, chart: PaperChart, left: float, right: float, top: float, most: int) -> None:
    pen.write(chart.title, (left, top + TITLE), TITLE, font=BOLD)
    pen.write(chart.unit, (left + pen.words.width(chart.title, BOLD) * TITLE / 1000 + 8, top + TITLE), SMALL, Ink.MUTED)
    x = right
    if chart.line_word:
        x = _legend_word(pen, _line_words(chart, most), x, top)
        pen.dashes([(x - 16, top + TITLE - 3), (x, top + TITLE - 3)], 0.7)
        x -= 24
    x = _legend_word(pen, chart.bar_word, x, top)
    pen.block(x - 8, top + TITLE - 6.5, 7, 7, Ink.BAR)


def _legend_word(pen: PaperPen, words: str, right: float, top: float) -> float:
    pen.write_right(words, (right, top + TITLE), SMALL, Ink.MUTED)
    return right - pen.words.width(words) * SMALL / 1000 - 4


def _line_words(chart: PaperChart, most: int) -> str:
    over = over_the_top(chart, most)
    said = [_("{day} 为 {amount}").format(day=day, amount=_yuan(amount)) for day, amount in over[:MOST_SAID]]
    if not said:
        return chart.line_word
    if len(over) > MOST_SAID:
        said.append("…")
    return _("{word}（{days}）").format(word=chart.line_word, days=_("，").join(said))


def _draw_scale(pen: PaperPen, plot: _Plot) -> None:
    for number in range(STEPS + 1):
        amount = plot.most * number // STEPS
        _x, y = plot.at(0, amount)
        if number:
            pen.rule(plot.left, plot.right, y, 0.5, Ink.PALE)
        pen.write_right(_yuan(amount), (plot.left - 6, y + 3), SMALL, Ink.MUTED)


def _draw_days(pen: PaperPen, chart: PaperChart, plot: _Plot) -> None:
    """Every seventh day, and the last one where it does not touch the one before."""
    last = len(chart.days) - 1
    for number, day in enumerate(chart.days):
        if number == last or (number % DAYS_A_LABEL == 0 and last - number > 1):
            pen.write_middle(day, (plot.at(number, 0)[0], plot.bottom + 11), SMALL, Ink.MUTED)


def _stretches(chart: PaperChart, plot: _Plot) -> Iterator[list[Place]]:
    """The line between the days that are missing."""
    points: list[Place] = []
    for number, amount in enumerate(chart.line[: len(chart.days)]):
        if amount is not None:
            points.append(plot.at(number, amount))
        elif points:
            yield points
            points = []
    if len(points) > 1:
        yield points


def _yuan(fen: int) -> str:
    return f"{round(fen / 100):,}"
