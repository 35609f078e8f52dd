"""The flat white panel everything lies on."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QWidget

from jxc_desktop.ui.look.current import look

RADIUS = 8


class Panel(QFrame):
    """A rounded frame for other parts; its look is in the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)


def paint_panel(painter: QPainter, place: QRect, fill: QColor | None = None, edge: QColor | None = None) -> None:
    """Draw the panel of a widget that paints itself."""
    colours = look().colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge or colours.border, 1))
    painter.setBrush(fill or colours.surface)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def paint_foot(painter: QPainter, place: QRect, edge: QColor) -> None:
    """Draw the ground of a strip at the foot of a panel: a line above, and the panel's two lower corners."""
    _paint_band(painter, place, QRectF(place.x(), place.y(), place.width(), place.height() / 2))
    painter.fillRect(QRect(place.x(), place.y(), place.width(), 1), edge)


def paint_head(painter: QPainter, place: QRect, edge: QColor) -> None:
    """Draw the ground of a strip at the head of a panel: the panel's two upper corners, and a line below."""
    half = place.height() / 2
    _paint_band(painter, place, QRectF(place.x(), place.y() + half, place.width(), half))
    painter.fillRect(QRect(place.x(), place.y() + place.height() - 1, place.width(), 1), edge)


def _paint_band(painter: QPainter, place: QRect, square_half: QRectF) -> None:
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addRoundedRect(QRectF(place), RADIUS - 1, RADIUS - 1)
    shape.addRect(square_half)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, look().colours.window)
