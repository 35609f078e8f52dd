"""The large figure of the counter: what the customer has to pay."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, HEADING, TOTAL_SIGN, TextStyle, text_width
from jxc_desktop.ui.widgets.badge import Badge, badge_width, paint_badge
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_parts, paint_right, paint_words, parts_width

SIGN = "¥"
FIGURE_SIZES = (60, 48, 40)
WIDTH, HEIGHT, FOLDED_HEIGHT = 364, 231, 176
ROW = 26


def figure_style(figure: str, room: int) -> TextStyle:
    """The largest of the three sizes in which the figure fits, with its sign before it.

    Units: room in pixels. A figure too long for all three gets smaller still: it is never cut.
    """
    for size in FIGURE_SIZES:
        if _figure_width(figure, TextStyle(size, True)) <= room:
            return TextStyle(size, True)
    smallest = FIGURE_SIZES[-1]
    while smallest > TOTAL_SIGN.size and _figure_width(figure, TextStyle(smallest, True)) > room:
        smallest -= 1
    return TextStyle(smallest, True)


def _figure_width(figure: str, style: TextStyle) -> int:
    return text_width(TOTAL_SIGN, SIGN) + look().px(8) + text_width(style, figure)


class TotalPanel(QWidget):
    """应收 and what it is made of, painted: a label would lay the whole window out anew at each scan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _("应收")
        self._figure = "0.00"
        self._badge: Badge | None = None
        self._rows: tuple[tuple[str, str], ...] = ()
        self._is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_total(
        self,
        figure: str,
        rows: Sequence[tuple[str, str]] = (),
        badge: Badge | None = None,
        title: str = "",
    ) -> None:
        """Another figure, the rows below it (原价合计, 优惠, 抹零), and what does not count yet."""
        self._figure, self._rows, self._badge = figure, tuple(rows), badge
        self._title = title or _("应收")
        self.setAccessibleName(f"{self._title} {figure}")
        self.update()

    def set_folded(self, is_folded: bool) -> None:
        """All rows in one line and the panel no higher than that, where the window is low."""
        self._is_folded = is_folded
        self.updateGeometry()
        self.update()

    def figure_size(self) -> int:
        """The size the figure is written in now.

        Units: pixels of the design.
        """
        return figure_style(self._figure, self._inner().width()).size

    def figure_room(self) -> tuple[int, int]:
        """How wide the figure is with its sign, and how much room it has.

        Units: pixels.
        """
        room = self._inner().width()
        return _figure_width(self._figure, figure_style(self._figure, room)), room

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), look().px(FOLDED_HEIGHT if self._is_folded else HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), look().px(FOLDED_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect())
        inner = self._inner()
        title = QRect(inner.x(), look().px(12), inner.width(), look().px(28))
        paint_parts(painter, [Part(self._title, HEADING)], title, 0)
        if self._badge:
            paint_badge(painter, self._badge, title.adjusted(inner.width() - badge_width(self._badge), 0, 0, 0))
        self._paint_figure(painter, QRect(inner.x(), look().px(38), inner.width(), look().px(80)))
        if self._rows:
            self._paint_rows(painter, QRect(inner.x(), look().px(133), inner.width(), self.height() - look().px(141)))

    def _paint_figure(self, painter: QPainter, place: QRect) -> None:
        style = figure_style(self._figure, place.width())
        baseline = baseline_in(place, TextStyle(FIGURE_SIZES[0], True))
        x = place.right() + 1 - text_width(style, self._figure)
        paint_words(painter, self._figure, style, look().colours.text, x, baseline)
        sign_x = x - look().px(8) - text_width(TOTAL_SIGN, SIGN)
        paint_words(painter, SIGN, TOTAL_SIGN, look().colours.text, sign_x, baseline)

    def _paint_rows(self, painter: QPainter, place: QRect) -> None:
        painter.fillRect(QRect(place.x(), place.y(), place.width(), 1), look().colours.border)
        place = place.adjusted(0, look().px(8), 0, 0)
        tall = look().px(ROW)
        if self._is_folded or tall * len(self._rows) > place.height():
            self._paint_folded(painter, QRect(place.x(), place.y(), place.width(), tall))
            return
        for number, (label, value) in enumerate(self._rows):
            row = QRect(place.x(), place.y() + number * tall, place.width(), tall)
            paint_parts(painter, [Part(label, BODY, Tone.MUTED)], row, 0)
            paint_right(painter, Part(value, HEADING), row)

    def _paint_folded(self, painter: QPainter, row: QRect) -> None:
        """All rows in one line, where the window is low."""
        pairs = [(Part(label, BODY, Tone.MUTED), Part(value, BODY)) for label, value in self._rows]
        gap = look().px(4)
        room = row.width() - sum(parts_width(pair, gap) for pair in pairs)
        between = room // max(len(pairs) - 1, 1)
        x = row.x()
        for pair in pairs:
            x = (
                paint_parts(painter, pair, QRect(x, row.y(), row.x() + row.width() - x, row.height()), gap)
                - gap
                + between
            )

    def _inner(self) -> QRect:
        return self.rect().adjusted(look().px(20), 0, -look().px(20), 0)
