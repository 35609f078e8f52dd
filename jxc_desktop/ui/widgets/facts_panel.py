"""The head of a document: labels with their values below them, side by side, read only."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, text_width
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts

INSET, GAP = 20, 24


class FactsPanel(QWidget):
    """One row of facts, painted; each is as wide as it needs, the last is cut where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Other facts: label and value."""
        self._facts = tuple(facts)
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All facts as plain text."""
        return "; ".join(f"{label} {value}" for label, value in self._facts)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(62))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect())
        x, end = look().px(INSET), self.width() - look().px(INSET)
        room = self._room_between(end - x)
        for label, value in self._facts:
            wide = max(end - x, 0)
            paint_parts(painter, [Part(label, CAPTION, Tone.MUTED)], QRect(x, look().px(8), wide, look().px(20)), 0)
            paint_parts(painter, [Part(value)], QRect(x, look().px(28), wide, look().px(26)), 0)
            x += _fact_width(label, value) + room

    def _room_between(self, width: int) -> int:
        """The facts stand apart as far as the panel lets them."""
        free = width - sum(_fact_width(label, value) for label, value in self._facts)
        return min(max(free // max(len(self._facts), 1), look().px(GAP)), look().px(4 * GAP))


def _fact_width(label: str, value: str) -> int:
    return max(text_width(CAPTION, label), text_width(BODY, value))
