"""The small heading of a part of a panel, with the keys that lead into it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION
from jxc_desktop.ui.widgets.figures import PaintedBlock
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.parts import Part, paint_parts


class SectionTitle(PaintedBlock):
    """A bold word, what explains it, and hints at the right; a line above parts it from what comes before.

    Attributes:
        is_band: drawn as the header of a table, on the window's ground. is_first: nothing comes before it.
    """

    def __init__(
        self,
        word: str,
        note: str = "",
        hints: Sequence[KeyHint] = (),
        is_band: bool = False,
        is_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = (Part(word, ANSWER), *((Part(note, CAPTION, Tone.MUTED),) if note else ()))
        self._hints = tuple(hints)
        self.is_band = is_band
        self.is_first = is_first
        self.setAccessibleName(word)

    def key_hints(self) -> tuple[KeyHint, ...]:
        """Its keys; by themselves their words would not say what they are about."""
        about = self.accessibleName()
        return tuple(KeyHint(hint.key, _("{part}：{act}").format(part=about, act=hint.word)) for hint in self._hints)

    @override
    def design_height(self) -> int:
        return 34 if self.is_band else 38

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        if self.is_band:
            painter.fillRect(self.rect(), colours.window)
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colours.border)
        if not self.is_first:
            painter.fillRect(QRect(0, 0, self.width(), 1), colours.border)
        inner = self.inner()
        paint_hints(painter, self._hints, inner, Tone.MUTED)
        paint_parts(painter, self._parts, inner.adjusted(0, 0, -hints_width(self._hints), 0), look().px(8))
