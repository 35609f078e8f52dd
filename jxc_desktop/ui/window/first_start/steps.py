"""The left side of the first start: what this is, how far one has come, and that nothing leaves this PC."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, TextStyle
from jxc_desktop.ui.widgets.parts import Part, paint_centred, paint_parts

WIDTH = 340
INSET, TOP = 40, 58
SIGN, NAME = 32, TextStyle(22, True)
FIRST_STEP, STEP, MARK = 190, 44, 22


class StepColumn(QWidget):
    """The steps: those that are done with a tick, the one in front with its number."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = tuple(words)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Which one is in front, from 0."""
        self._current = number
        self.setAccessibleName(self._words[number])
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDTH), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        painter.fillRect(self.rect(), worn.colours.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), worn.colours.border)
        self._paint_head(painter)
        for number in range(len(self._words)):
            self._paint_step(painter, number)
        foot = QRect(worn.px(INSET), self.height() - worn.px(52), worn.px(16), worn.px(24))
        paint_icon(painter, "device-desktop", worn.colours.text_muted, foot)
        words = foot.adjusted(worn.px(24), 0, worn.px(WIDTH - INSET), 0)
        paint_parts(painter, (Part(_("数据只存在这台电脑上，不用联网"), CAPTION, Tone.MUTED),), words, 0)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        worn = look()
        sign = QRect(worn.px(INSET), worn.px(TOP - 2), worn.px(SIGN), worn.px(SIGN))
        paint_icon(painter, "building-store", worn.colours.accent, sign)
        name = sign.adjusted(worn.px(SIGN + 12), 0, worn.px(WIDTH), 0)
        paint_parts(painter, (Part(_("进销存"), NAME),), name, 0)
        for number, words in enumerate((_("答四个问题就能开张。"), _("以后都能在设置里改。"))):
            place = QRect(worn.px(INSET), worn.px(TOP + 43 + 22 * number), worn.px(WIDTH - 2 * INSET), worn.px(22))
            paint_parts(painter, (Part(words, BODY, Tone.MUTED),), place, 0)

    def _paint_step(self, painter: QPainter, number: int) -> None:
        worn, colours = look(), look().colours
        mark = QRect(worn.px(INSET), worn.px(FIRST_STEP + STEP * number), worn.px(MARK), worn.px(MARK))
        if number < self._current:
            paint_icon(painter, "circle-check", colours.success, mark)
        else:
            is_current = number == self._current
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen if is_current else colours.border_strong)
            painter.setBrush(colours.accent if is_current else colours.surface)
            painter.drawEllipse(mark)
            ink = colours.accent_text if is_current else colours.text_muted
            paint_centred(painter, Part(str(number + 1), TextStyle(12, True)), mark, ink)
        words = mark.adjusted(worn.px(MARK + 12), 0, worn.px(WIDTH - 2 * INSET), 0)
        style, tone = (ANSWER, Tone.TEXT) if number == self._current else (BODY, Tone.TEXT)
        paint_parts(painter, (Part(self._words[number], style, tone),), words, 0)
