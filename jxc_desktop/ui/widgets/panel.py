"""The flat white panel everything lies on."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
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
