"""What a receipt of this shop looks like, on either paper: the real one, drawn as a picture."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.models.values.receipt_page import ReceiptPaper
from jxc_desktop.services.people.settings import RECEIPT_WIDTH
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import CAPTION, metrics
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import bold, paint_parts, small


class ReceiptPreview(QWidget):
    """Both papers side by side on a dark ground, as large as there is room for; the chosen one is named so."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._chosen = ""
        self._documents: dict[ReceiptPaper, bytes] = {}
        self.pictures: dict[ReceiptPaper, QImage] = {}
        self.setMinimumWidth(look().px(360))
        self.setAccessibleName(_("小票的样子"))

    def show_now(self) -> None:
        """Draw them as they are now; only what has changed."""
        shop = self._surroundings.shop
        self._chosen = shop.settings.read(RECEIPT_WIDTH)
        for paper in ReceiptPaper:
            perform(partial(shop.paper.sample, paper), partial(self._take, paper), lambda _said, _error: None)
        self.update()

    def _take(self, paper: ReceiptPaper, document: bytes) -> None:
        if self._documents.get(paper) != document:
            self._documents[paper] = document
            self.pictures[paper] = self._surroundings.receipt_picture(document)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        paint_panel(painter, self.rect(), worn.colours.sunken)
        inner = self.rect().adjusted(worn.px(16), worn.px(12), -worn.px(16), -worn.px(16))
        head = metrics(CAPTION).height() + worn.px(8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self._scale(inner.width() - worn.px(16), inner.height() - head)
        x = inner.x()
        for paper, picture in self.pictures.items():
            wide, tall = round(picture.width() * scale), round(picture.height() * scale)
            self._write(painter, paper, QRect(x, inner.y(), wide, head))
            painter.drawImage(QRect(x, inner.y() + head, wide, tall), self._sized(picture, wide, tall))
            x += wide + worn.px(16)

    def _scale(self, width: int, height: int) -> float:
        """As large as both have room, never larger than on paper at 1.5 times."""
        if not any(picture.width() for picture in self.pictures.values()):
            return 1.0
        wide = sum(picture.width() for picture in self.pictures.values())
        tall = max(picture.height() for picture in self.pictures.values())
        return max(min(width / wide, height / tall, 1.0), 0.05)

    def _sized(self, picture: QImage, wide: int, tall: int) -> QImage:
        ratio = self.devicePixelRatioF()
        kept, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        sized = picture.scaled(round(wide * ratio), round(tall * ratio), kept, smooth)
        sized.setDevicePixelRatio(ratio)
        return sized

    def _write(self, painter: QPainter, paper: ReceiptPaper, place: QRect) -> None:
        width = _("{width} 毫米").format(width=paper.value)
        is_chosen = self._chosen == str(paper.value)
        parts = (bold(width), small(_("现在用的"))) if is_chosen else (small(width),)
        paint_parts(painter, parts, place, look().px(8))
