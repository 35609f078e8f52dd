"""The page of paper in the print preview: white on a sunken ground, as large as it fits or as somebody wants it."""

from PySide6.QtCore import QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame
from typing_extensions import override

from jxc_desktop.ui.look.current import look

# A point of paper on a screen of 96 dots an inch.
PIXELS_PER_POINT = 96 / 72
AROUND = 16
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PaperView(QAbstractScrollArea):
    """One page at a time.

    Attributes:
        zoom: how large the page is shown, 1 being as on the desk; None: as it fits.

    Signals:
        resized: the page has another size on the screen now, so another picture is wanted. turned: pages to go on.
    """

    resized = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.zoom: float | None = None
        self._picture = QImage()
        self._page = QSizeF()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, size: QSizeF, picture: QImage) -> None:
        """Another page, or another picture of the same.

        Units: size in points.
        """
        self._page, self._picture = size, picture
        self._set_bars()
        self.viewport().update()

    def shown_zoom(self, page: QSizeF) -> float:
        """How large a page of that size is shown."""
        return self._fitting(page) if self.zoom is None else self.zoom

    def dots_per_inch(self, page: QSizeF) -> float:
        """The resolution at which its picture is as sharp as the screen."""
        return 72 * PIXELS_PER_POINT * self.shown_zoom(page) * self.devicePixelRatioF()

    def zoom_in(self, step: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        now = self.shown_zoom(self._page)
        larger = [size for size in STEPS if size > now + 0.001] or [STEPS[-1]]
        smaller = [size for size in STEPS if size < now - 0.001] or [STEPS[0]]
        self.zoom_to(larger[0] if step > 0 else smaller[-1])

    def zoom_to(self, zoom: float | None) -> None:
        """So large; None: as it fits."""
        self.zoom = zoom
        self._set_bars()
        self.viewport().update()
        self.resized.emit()

    def picture(self) -> QImage:
        """What is shown."""
        return self._picture

    def place(self) -> QRect:
        """Where the page lies in the view: in its middle, or moved by the bars."""
        wide, high = self._pixels().toTuple()
        x = (self.viewport().width() - wide) // 2 if wide < self.viewport().width() else look().px(AROUND)
        y = (self.viewport().height() - high) // 2 if high < self.viewport().height() else look().px(AROUND)
        return QRect(x - self.horizontalScrollBar().value(), y - self.verticalScrollBar().value(), wide, high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self.viewport()), look().colours
        painter.fillRect(self.viewport().rect(), colours.sunken)
        if not self._picture.isNull():
            place = self.place()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._picture)
            painter.setPen(QPen(colours.focus, 2) if self.hasFocus() else QPen(colours.border, 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move a page that is larger than the view; whole pages are the preview's."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the page grows; over an end of the page the next one comes."""
        step, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in(1 if step > 0 else -1)
        elif step and bar.value() == (bar.minimum() if step > 0 else bar.maximum()):
            self.turned.emit(-1 if step > 0 else 1)
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()
        self.resized.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _pixels(self) -> QSize:
        return (self._page * (PIXELS_PER_POINT * self.shown_zoom(self._page))).toSize()

    def _fitting(self, page: QSizeF) -> float:
        if page.isEmpty():
            return 1.0
        room = self.size() - QSize(1, 1) * (2 * look().px(AROUND))
        needed = page * PIXELS_PER_POINT
        return max(min(room.width() / needed.width(), room.height() / needed.height()), STEPS[0] / 2)

    def _set_bars(self) -> None:
        needed = self._pixels() + QSize(1, 1) * (2 * look().px(AROUND))
        has_bars = self.zoom is not None
        for bar, long, room in (
            (self.horizontalScrollBar(), needed.width(), self.viewport().width()),
            (self.verticalScrollBar(), needed.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(long - room, 0) if has_bars else 0)
            bar.setPageStep(room)
            bar.setSingleStep(look().px(40))
