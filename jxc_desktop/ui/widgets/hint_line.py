"""The quiet line at the foot of a page: what the keys do here."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints


class HintLine(QWidget):
    """Keys and words from the left, painted; hints there is no room for are left out, the last ones first."""

    def __init__(self, hints: Sequence[KeyHint] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[KeyHint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_hints(hints)

    def show_hints(self, hints: Sequence[KeyHint]) -> None:
        """Other keys."""
        self._hints = tuple(hints)
        self.setAccessibleName(self.words())
        self.update()

    def key_hints(self) -> tuple[KeyHint, ...]:
        """The keys it shows, those there is no room for too."""
        return self._hints

    def words(self) -> str:
        """All hints as plain text."""
        return "  ".join(f"{hint.key} {hint.word}".strip() for hint in self._hints)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, look().px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._hints
        while shown and hints_width(shown) > self.width():
            shown = shown[:-1]
        paint_hints(QPainter(self), shown, QRect(0, 0, hints_width(shown), self.height()), Tone.MUTED)
