"""A field of a form: its label above, its fault below."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, metrics
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.parts import Part, paint_parts


class Field(QWidget):
    """A label, the part one types or chooses in, and room for what is wrong with it.

    Attributes:
        editor: the part one types or chooses in.
    """

    def __init__(self, label: str, editor: QWidget, is_required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)
        self._fault_line = FaultLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(3))
        column.addWidget(FieldLabel(label, is_required, self))
        column.addWidget(editor)
        column.addWidget(self._fault_line)
        column.addStretch(1)  # beside a field with a fault the others stay at the top of their row
        self.setSizePolicy(editor.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Minimum)

    def set_fault(self, words: str) -> None:
        """Say what is wrong below the field; no words take it back."""
        self._fault_line.show_fault(words)
        if isinstance(self.editor, InputLine):
            self.editor.mark_bad(bool(words))

    def fault(self) -> str:
        """What is said to be wrong."""
        return self._fault_line.fault


def fields_in_row(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    """Fields side by side, each with its share of the room that is left; 0: no more than it needs."""
    row = QHBoxLayout()
    row.setSpacing(look().px(12))
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row


class FieldLabel(QWidget):
    """The small word above a field, with a star where something must be typed."""

    def __init__(self, words: str, is_required: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        star = (Part("*", CAPTION, Tone.DANGER),) if is_required else ()
        self._parts = (Part(words, CAPTION, Tone.MUTED), *star)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, metrics(CAPTION).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_parts(QPainter(self), self._parts, self.rect(), look().px(3))


class FaultLine(QWidget):
    """Icon and words below a field that is wrong; no room is taken while all is well.

    Attributes:
        fault: what is wrong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_fault(self, words: str) -> None:
        """Write the fault, or go away."""
        self.fault = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, metrics(CAPTION).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = look().px(14)
        paint_icon(painter, "alert-circle", look().colours.danger, QRect(0, 0, size, self.height()))
        words = self.rect().adjusted(size + look().px(4), 0, 0, 0)
        paint_parts(painter, [Part(self.fault, CAPTION, Tone.DANGER)], words, 0)
