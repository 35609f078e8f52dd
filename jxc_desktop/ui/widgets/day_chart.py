"""A chart by day: bars for one month, a dashed line for the one before; the keys walk the bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION, metrics, text_width
from jxc_desktop.ui.widgets.chart_scale import Scale, scale_of
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_parts, paint_right, paint_words
from jxc_desktop.ui.widgets.walked_panel import WalkedPanel

INSET, HEAD, LEAST_HEIGHT = 16, 38, 162
# A label under every bar is a smear: one a week.
LABELLED_EVERY = 7


@dataclass(frozen=True, slots=True)
class DayBar:
    """One day.

    Attributes:
        label: under the bar. words: what it says when one stands on it. before: what the line says there, if anything.

    Units: value and before in whole yuan of any fraction.
    """

    label: str
    value: float
    words: str
    before: float | None = None
    before_words: str = ""


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What stands in the head of a chart: its title, the unit, what the bars and the line are."""

    title: str
    unit: str
    bars: str
    line: str


class DayChart(WalkedPanel):
    """Title and legend, then the chart; ←→ walk the days, Enter opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Key.Key_Left, Qt.Key.Key_Right, parent)
        self._bars: tuple[DayBar, ...] = ()
        self._words = ChartWords("", "", "", "")

    def show_days(self, bars: Sequence[DayBar], words: ChartWords) -> None:
        """Other days."""
        self._bars, self._words = tuple(bars), words
        self.show_anew()

    @override
    def count(self) -> int:
        return len(self._bars)

    @override
    def number_at(self, point: QPointF) -> int | None:
        field = self._field()
        number = int((point.x() - field.x()) // self._step(field))
        return number if 0 <= number < len(self._bars) else None

    @override
    def spoken(self) -> str:
        return f"{self._words.title} {self.current_words()}".strip()

    def current_words(self) -> str:
        """What is said of that day."""
        if not self._bars:
            return ""
        bar = self._bars[self._current]
        return "  ".join(filter(None, (bar.words, bar.before_words)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(500), look().px(229))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(LEAST_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        self._paint_head(painter)
        if self._bars:
            scale, field = self._scale(), self._field()
            self._paint_grid(painter, scale, field)
            self._paint_bars(painter, scale, field)
            self._paint_line(painter, scale, field)
            self._paint_labels(painter, scale, field)

    def _paint_head(self, painter: QPainter) -> None:
        inset = look().px(INSET)
        place = QRect(inset, look().px(4), self.width() - 2 * inset, look().px(HEAD))
        end = self._paint_legend(painter, place)
        words = [Part(self._words.title, ANSWER), Part(self._words.unit, CAPTION, Tone.MUTED)]
        if self.hasFocus():
            words[1] = Part(self.current_words(), CAPTION)
        room = QRect(place.x(), place.y(), end - place.x() - inset, place.height())
        x = paint_parts(painter, words, room, look().px(12))
        hints = (KeyHint("← →", _("选日")), KeyHint("Enter", _("看这天")))
        if self.hasFocus() and x + hints_width(hints) < end - inset:
            paint_hints(painter, hints, QRect(x, place.y(), hints_width(hints), place.height()), Tone.MUTED)

    def _paint_legend(self, painter: QPainter, place: QRect) -> int:
        """What the bars and the line are, against the right edge; where it begins."""
        colours, gap = look().colours, look().px(6)
        x, middle = place.x() + place.width(), place.y() + place.height() // 2
        if self._words.line:
            x = paint_right(painter, Part(self._words.line, CAPTION, Tone.MUTED), place)
            painter.setPen(QPen(colours.chart_2, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(x - gap - look().px(16), middle, x - gap, middle)
            x -= gap + look().px(16 + 16)
        spot = QRect(place.x(), place.y(), x - place.x(), place.height())
        x = paint_right(painter, Part(self._words.bars, CAPTION), spot) - gap - look().px(10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(QRect(x, middle - look().px(5), look().px(10), look().px(10)), 2, 2)
        return x

    def _paint_grid(self, painter: QPainter, scale: Scale, field: QRect) -> None:
        colours = look().colours
        for value in scale.steps():
            y = round(self._y(scale, field, value))
            painter.fillRect(QRect(field.x(), y, field.width(), 1), colours.border if value == 0 else colours.line)
            text, tall = f"{value:,.0f}".replace("-", "−"), metrics(CAPTION).height()
            spot = QRect(0, y - tall // 2, field.x() - look().px(8), tall)
            paint_right(painter, Part(text, CAPTION, Tone.MUTED), spot)

    def _paint_bars(self, painter: QPainter, scale: Scale, field: QRect) -> None:
        colours, zero = look().colours, self._y(scale, field, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars):
            is_current = self.hasFocus() and number == self._current
            if is_current:
                painter.setBrush(colours.accent_soft)
                painter.drawRect(QRectF(self._left(field, number), field.y(), self._step(field), field.height()))
            painter.setBrush(colours.accent_press if is_current else colours.accent)
            top = self._y(scale, field, bar.value)
            wide = self._step(field) * 0.6
            left = self._left(field, number) + (self._step(field) - wide) / 2
            if bar.value:
                tall = max(abs(zero - top), 1.0)
                painter.drawRoundedRect(QRectF(left, min(top, zero), wide, tall), 1.5, 1.5)

    def _paint_line(self, painter: QPainter, scale: Scale, field: QRect) -> None:
        """The month before; where it goes over the top it turns round there, as on paper."""
        painter.setPen(QPen(look().colours.chart_2, 1.4, Qt.PenStyle.DashLine))
        points = [
            QPointF(
                self._left(field, number) + self._step(field) / 2, self._y(scale, field, min(bar.before, scale.top))
            )
            for number, bar in enumerate(self._bars)
            if bar.before is not None
        ]
        painter.drawPolyline(points)

    def _paint_labels(self, painter: QPainter, scale: Scale, field: QRect) -> None:
        """Days below the field, the highest bar's figure above it, and what goes over the top as words."""
        tall = metrics(CAPTION).height()
        below = QRect(0, field.bottom() + look().px(4), self.width(), tall)
        last = max((number for number, bar in enumerate(self._bars) if bar.label), default=0)
        for number, bar in enumerate(self._bars):
            is_last = number == last and last % LABELLED_EVERY >= LABELLED_EVERY // 2
            if number % LABELLED_EVERY == 0 or is_last:
                self._paint_at(painter, bar.label, self._middle(field, number), below, Tone.MUTED)
        best = max(range(len(self._bars)), key=lambda number: self._bars[number].value)
        if self._bars[best].value > 0:
            top = round(self._y(scale, field, self._bars[best].value)) - tall - look().px(2)
            words = f"{self._bars[best].value:,.0f}"
            self._paint_at(painter, words, self._middle(field, best), QRect(0, top, self.width(), tall), Tone.TEXT)
        self._paint_over(painter, scale, field)

    def _paint_over(self, painter: QPainter, scale: Scale, field: QRect) -> None:
        """The highest day of the month before, where the line leaves the field: its figure stands at its side."""
        over = [number for number, bar in enumerate(self._bars) if (bar.before or 0) > scale.top]
        if not over:
            return
        highest = max(over, key=lambda number: self._bars[number].before or 0)
        words = self._bars[highest].before_words
        wide, tall = text_width(CAPTION, words), metrics(CAPTION).height()
        x = round(self._middle(field, highest))
        left = x - wide - look().px(12)
        left = left if left > field.x() else x + look().px(12)
        place = QRect(left, field.y() + look().px(2), wide, tall)
        painter.fillRect(place.adjusted(-2, 0, 2, 0), look().colours.surface)
        paint_words(painter, words, CAPTION, ink(Tone.MUTED), place.x(), baseline_in(place, CAPTION))

    def _paint_at(self, painter: QPainter, text: str, middle: float, place: QRect, tone: Tone) -> None:
        wide = text_width(CAPTION, text)
        x = min(max(round(middle) - wide // 2, 2), self.width() - wide - 2)
        paint_words(painter, text, CAPTION, ink(tone), x, baseline_in(place, CAPTION))

    def _scale(self) -> Scale:
        return scale_of([bar.value for bar in self._bars], [bar.before for bar in self._bars if bar.before])

    def _field(self) -> QRect:
        inset, tall = look().px(INSET), metrics(CAPTION).height()
        texts = [f"{value:,.0f}" for value in self._scale().steps()]
        left = inset + max(text_width(CAPTION, text) for text in texts) + look().px(8)
        top = look().px(HEAD) + look().px(6)
        bottom = self.height() - tall - look().px(12)
        return QRect(left, top, self.width() - left - look().px(24), max(bottom - top, 1))

    def _y(self, scale: Scale, field: QRect, value: float) -> float:
        return field.y() + field.height() * (scale.top - value) / (scale.top - scale.bottom)

    def _step(self, field: QRect) -> float:
        return field.width() / max(len(self._bars), 1)

    def _left(self, field: QRect, number: int) -> float:
        return field.x() + number * self._step(field)

    def _middle(self, field: QRect, number: int) -> float:
        return self._left(field, number) + self._step(field) / 2
