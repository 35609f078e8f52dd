"""The icons, recoloured to any colour of the look."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QImageReader, QPainter, QPixmap

from jxc_desktop.resource_files import resource_path

STROKE = "1.75"
WINDOW_SIZES = (16, 32, 48, 128)


def icon_image(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QImage:
    """The icon of that name in that colour.

    Units: size in pixels of the design, ratio in device pixels per pixel.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    return _drawn(name, colour.name(), size, ratio)


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """The icon for a part of Qt that wants one; parts that paint themselves use paint_icon.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return QIcon(QPixmap.fromImage(icon_image(name, colour, size, ratio)))


def program_icon() -> QIcon:
    """The program's own, for its window and for wherever the system lists its windows."""
    made = QIcon()
    for size in WINDOW_SIZES:
        made.addFile(str(resource_path("icons", "app", f"jxc-desktop-{size}.png")), QSize(size, size))
    return made


def paint_icon(painter: QPainter, name: str, colour: QColor, place: QRect) -> None:
    """Draw the icon as large as the height of the place allows, in its middle.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    size = min(place.width(), place.height())
    corner = QPoint(place.x() + (place.width() - size) // 2, place.y() + (place.height() - size) // 2)
    painter.drawImage(corner, icon_image(name, colour, size, painter.device().devicePixelRatioF()))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QImage:
    # An image, not a pixmap: it may outlive the application. The image reader starts five times faster than QtSvg.
    buffer = QBuffer()
    buffer.setData(QByteArray(recoloured(_source(name), colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    pixels = round(size * ratio)
    reader.setScaledSize(QSize(pixels, pixels))
    drawn = reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def recoloured(source: str, colour: str) -> str:
    """The drawing with its strokes in another colour and of the width the design asks for."""
    return source.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
