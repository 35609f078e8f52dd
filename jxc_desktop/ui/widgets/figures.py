"""Figures of a side panel: large ones in a row, small ones in pairs, shares as bars; all painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, FIGURE, FIGURE_QUIET, TITLE, font, metrics
from jxc_desktop.ui.widgets.badge import Badge, badge_width, paint_badge
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right

INSET = 16


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole as a bar with its number: 门店 4, 安全 4.

    Units: share from 0 to 1.
    """

    label: str
    share: float
    value: str
    note: str = ""
    tone: Tone = Tone.ACCENT


class PaintedBlock(QWidget):
    """A block of a panel that paints itself and has one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def design_height(self) -> int:
        """The height of the block.

        Units: pixels of the design.
        """
        return 0

    def inner(self) -> QRect:
        """The room between the insets."""
        return self.rect().adjusted(look().px(INSET), 0, -look().px(INSET), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(self.design_height()))


class SubjectTitle(PaintedBlock):
    """What the panel is about: a name on at most two lines, its badge, and small facts; or what it waits for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._facts = ""
        self._awaited = ""
        self._badge: Badge | None = None

    def show_subject(self, name: str, facts: Sequence[str], badge: Badge | None = None) -> None:
        """Another subject."""
        self._name, self._facts, self._badge, self._awaited = name, "    ".join(facts), badge, ""
        self.setAccessibleName(f"{name} {self._facts}")
        self.update()

    def show_awaited(self, words: str) -> None:
        """No subject yet: one quiet sentence on at most two lines."""
        self.show_subject("", ())
        self._awaited = words
        self.setAccessibleName(words)

    @override
    def design_height(self) -> int:
        return 64

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner = QPainter(self), self.inner()
        if self._awaited:
            place = QRect(inner.x(), look().px(12), inner.width(), look().px(44))
            _paint_wrapped(painter, place, Part(self._awaited, BODY, Tone.MUTED), Qt.AlignmentFlag.AlignTop)
            return
        room = inner.width() - (badge_width(self._badge) + look().px(8) if self._badge else 0)
        top = QRect(inner.x(), look().px(12), room, look().px(28))
        is_long = metrics(TITLE).horizontalAdvance(self._name) > room
        if is_long:
            place = QRect(inner.x(), look().px(6), room, look().px(38))
            _paint_wrapped(painter, place, Part(self._name, ANSWER), Qt.AlignmentFlag.AlignVCenter)
        else:
            paint_parts(painter, [Part(self._name, TITLE)], top, 0)
        if self._badge:
            wide = badge_width(self._badge)
            paint_badge(painter, self._badge, QRect(inner.right() + 1 - wide, top.y(), wide, top.height()))
        facts = QRect(inner.x(), look().px(42), inner.width(), look().px(18))
        paint_parts(painter, [Part(self._facts, CAPTION, Tone.MUTED)], facts, 0)


class FigureRow(PaintedBlock):
    """A few large figures side by side, the answer bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[tuple[str, str, bool], ...] = ()

    def show_figures(self, figures: Sequence[tuple[str, str, bool]]) -> None:
        """Label, value, and whether it is an answer."""
        self._figures = tuple(figures)
        self.setAccessibleName(" ".join(f"{label} {value}" for label, value, _is_answer in figures))
        self.update()

    @override
    def design_height(self) -> int:
        return 58

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner = QPainter(self), self.inner()
        step = inner.width() // max(len(self._figures), 1)
        for number, (label, value, is_answer) in enumerate(self._figures):
            x = inner.x() + number * step
            paint_parts(painter, [Part(label, CAPTION, Tone.MUTED)], QRect(x, 0, step, look().px(20)), 0)
            style = FIGURE if is_answer else FIGURE_QUIET
            paint_parts(painter, [Part(value, style)], QRect(x, look().px(18), step, look().px(36)), 0)


class PairList(PaintedBlock):
    """Labels at the left, values at the right, one pair a line.

    Units: row, the height of a line, in pixels of the design.
    """

    def __init__(self, parent: QWidget | None = None, row: int = 32) -> None:
        super().__init__(parent)
        self._row = row
        self._pairs: tuple[tuple[str, str], ...] = ()

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Other pairs; another number of them changes the height."""
        is_resized = len(pairs) != len(self._pairs)
        self._pairs = tuple(pairs)
        self.setAccessibleName("; ".join(f"{label} {value}" for label, value in pairs))
        if is_resized:
            self.updateGeometry()
        self.update()

    @override
    def design_height(self) -> int:
        return self._row * len(self._pairs)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner, tall = QPainter(self), self.inner(), look().px(self._row)
        for number, (label, value) in enumerate(self._pairs):
            line = QRect(inner.x(), number * tall, inner.width(), tall)
            x = paint_right(painter, Part(value), line)
            paint_parts(painter, [Part(label, BODY, Tone.MUTED)], line.adjusted(0, 0, x - line.right(), 0), 0)


class ShareBars(PaintedBlock):
    """Shares as bars, each with its number: a bar never stands alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Other shares; another number of them changes the height."""
        is_resized = len(shares) != len(self._shares)
        self._shares = tuple(shares)
        self.setAccessibleName("; ".join(f"{share.label} {share.value} {share.note}" for share in shares))
        if is_resized:
            self.updateGeometry()
        self.update()

    @override
    def design_height(self) -> int:
        return 30 * len(self._shares)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner, tall = QPainter(self), self.inner(), look().px(30)
        for number, share in enumerate(self._shares):
            self._paint_share(painter, share, QRect(inner.x(), number * tall, inner.width(), tall))

    def _paint_share(self, painter: QPainter, share: Share, line: QRect) -> None:
        paint_parts(painter, [Part(share.label)], QRect(line.x(), line.y(), look().px(68), line.height()), 0)
        paint_right(painter, Part(share.note, CAPTION, Tone.MUTED), line)
        value = line.adjusted(0, 0, -look().px(68), 0)
        paint_right(painter, Part(share.value, ANSWER), value)
        left = line.x() + look().px(72)
        bar = QRect(left, line.y(), value.right() - look().px(44) - left, line.height())
        paint_bar(painter, bar, share.share, ink(share.tone))


def _paint_wrapped(painter: QPainter, place: QRect, part: Part, align: Qt.AlignmentFlag) -> None:
    painter.setFont(font(part.style))
    painter.setPen(ink(part.tone))
    painter.drawText(place, int(Qt.TextFlag.TextWrapAnywhere | align), part.text)


def paint_bar(painter: QPainter, place: QRect, share: float, colour: QColor, tall: int = 6) -> None:
    """A bar in the middle of the height of the place, full at share 1.

    Units: tall in pixels of the design.
    """
    thick = look().px(tall)
    bar = QRect(place.x(), place.y() + (place.height() - thick) // 2, place.width(), thick)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colours.line)
    painter.drawRoundedRect(bar, thick / 2, thick / 2)
    painter.setBrush(colour)
    full = QRect(bar.x(), bar.y(), round(bar.width() * min(max(share, 0.0), 1.0)), thick)
    painter.drawRoundedRect(full, thick / 2, thick / 2)
