"""The figures of a month side by side, each with what it was before; Tab walks them, Enter opens one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import CAPTION, FIGURE, HEADING, TITLE, TextStyle, text_width
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import Part, baseline_in, paint_parts, paint_words

INSET, HEIGHT, GAP = 20, 90, 6
SIZES = (FIGURE, TITLE, TextStyle(15, True))


@dataclass(frozen=True, slots=True)
class FigureTile:
    """One figure.

    Attributes:
        sign: ¥ before an amount. change: how much it changed; "" where there is nothing to compare with.
        beside: with what it is compared. rises: which way it went; None: not at all.
    """

    name: str
    label: str
    value: str
    sign: str = ""
    change: str = ""
    beside: str = ""
    rises: bool | None = None
    tone: Tone = Tone.MUTED


class TileButton(QAbstractButton):
    """One figure, painted.

    Attributes:
        size_of_value: how large the figure is written; all of a row alike.
    """

    def __init__(self, is_first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._tile = FigureTile("", "", "")
        self.size_of_value = FIGURE
        self._is_first = is_first
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fitting_size(self) -> TextStyle:
        """The largest size in which its figure has room."""
        return fitting_style(self._tile, self._room())

    def show_tile(self, tile: FigureTile) -> None:
        """Another figure."""
        self._tile = tile
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that is written."""
        tile = self._tile
        way = {True: "↗", False: "↘", None: ""}[tile.rises]
        return " ".join(filter(None, (tile.label, tile.sign, tile.value, way, tile.change, tile.beside)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS:
            if not event.isAutoRepeat():
                self.click()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # a button would walk to its neighbour: here they change the month
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tile, inset = QPainter(self), self._tile, look().px(INSET)
        if not self._is_first:
            painter.fillRect(QRect(0, look().px(10), 1, self.height() - look().px(20)), look().colours.border)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(3, 3, -3, -3), look().colours.hover)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().colours.focus, 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 6, 6)
        wide = self._room()
        paint_parts(
            painter, [Part(tile.label, CAPTION, Tone.MUTED)], QRect(inset, look().px(9), wide, look().px(20)), 0
        )
        self._paint_value(painter, QRect(inset, look().px(28), wide, look().px(34)))
        self._paint_change(painter, QRect(inset, look().px(62), wide, look().px(20)))

    def _room(self) -> int:
        return self.width() - look().px(INSET) - look().px(8)

    def _paint_value(self, painter: QPainter, place: QRect) -> None:
        style = self.size_of_value
        baseline, colour, x = baseline_in(place, FIGURE), look().colours.text, place.x()
        if self._tile.sign:
            paint_words(painter, self._tile.sign, HEADING, colour, x, baseline)
            x += text_width(HEADING, self._tile.sign) + look().px(GAP)
        paint_words(painter, self._tile.value, style, colour, x, baseline)

    def _paint_change(self, painter: QPainter, place: QRect) -> None:
        tile, x = self._tile, place.x()
        if tile.rises is not None:
            size = look().px(14)
            name = "arrow-up-right" if tile.rises else "arrow-down-right"
            paint_icon(painter, name, ink(tile.tone), QRect(x, place.y(), size, place.height()))
            x += size + look().px(3)
        if tile.change:
            paint_words(painter, tile.change, CAPTION, ink(tile.tone), x, baseline_in(place, CAPTION))
            x += text_width(CAPTION, tile.change) + look().px(4)
        room = QRect(x, place.y(), place.right() - x, place.height())
        paint_parts(painter, [Part(tile.beside, CAPTION, Tone.MUTED)], room, 0)


def fitting_style(tile: FigureTile, width: int) -> TextStyle:
    """The largest size in which the whole figure has room: it is never cut.

    Units: width in pixels.
    """
    sign = text_width(HEADING, tile.sign) + look().px(GAP) if tile.sign else 0
    return next((style for style in SIZES if sign + text_width(style, tile.value) <= width), SIZES[-1])


class FigureTiles(Panel):
    """A row of figures in one panel.

    Signals:
        opened: the name of the figure.
    """

    opened = Signal(str)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._names = [""] * count
        self.buttons = [TileButton(number == 0, self) for number in range(count)]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, number=number: self.opened.emit(self._names[number]))
            self._row.addWidget(button, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: Sequence[FigureTile]) -> None:
        """Other figures; there are as many as there are places."""
        for number, (button, tile) in enumerate(zip(self.buttons, tiles, strict=True)):
            self._names[number] = tile.name
            button.show_tile(tile)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.activate()
        self._fit()

    def words(self) -> list[str]:
        """All figures as plain text."""
        return [button.words() for button in self.buttons]

    def _fit(self) -> None:
        """All figures as large as the one with the least room."""
        size = min((button.fitting_size() for button in self.buttons), key=lambda style: style.size)
        for button in self.buttons:
            button.size_of_value = size
            button.update()
