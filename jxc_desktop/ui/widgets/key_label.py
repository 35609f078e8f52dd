"""Keys and what they do, standing by themselves beside a control."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints


class KeyLabel(QWidget):
    """A few key caps with their words."""

    def __init__(self, hints: Sequence[KeyHint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self.setAccessibleName(" ".join(f"{hint.key} {hint.word}".strip() for hint in hints))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def key_hints(self) -> tuple[KeyHint, ...]:
        """The keys it shows."""
        return self._hints

    @override
    def sizeHint(self) -> QSize:
        return QSize(hints_width(self._hints), height(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_hints(QPainter(self), self._hints, self.rect(), Tone.MUTED)
