"""Controls side by side, in a second row where there is no room for them in the first."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem
from typing_extensions import override


class WrappedRow(QLayout):
    """A row of parts of their own widths, all from the left.

    Units: gap in pixels, between parts and between rows.
    """

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), is_trial=True)

    @override
    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._placed(place, is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._seen()]
        wide = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._seen()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def _placed(self, place: QRect, is_trial: bool) -> int:
        """Put the parts, and say how high they are together."""
        y = place.y()
        for row in self._rows(place.width()):
            tall = max(item.sizeHint().height() for item in row)
            if not is_trial:
                self._place_row(row, QPoint(place.x(), y), tall)
            y += tall + self._gap
        return y - self._gap - place.y() if self._seen() else 0

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        room = 0
        for item in self._seen():
            wide = item.sizeHint().width()
            if not rows or wide > room:
                rows.append([])
                room = width
            rows[-1].append(item)
            room -= wide + self._gap
        return rows

    def _place_row(self, row: list[QLayoutItem], corner: QPoint, tall: int) -> None:
        """Side by side, each in the middle of the height."""
        x = corner.x()
        for item in row:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, corner.y() + (tall - size.height()) // 2), size))
            x += size.width() + self._gap
