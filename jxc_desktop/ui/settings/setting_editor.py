"""A setting on its page: its word, what one chooses in, and the sentence on what it does."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import CAPTION, font, height
from jxc_desktop.ui.settings.setting_row import How, SettingRow
from jxc_desktop.ui.widgets.day_input import DayInput
from jxc_desktop.ui.widgets.field import FaultLine
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.lines_input import LinesInput
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.segments import Segment, Segments

WORD_WIDTH, SHORT = 156, 160


class SettingEditor(QWidget):
    """One row of the page. What stands in it counts as soon as the field is left, or an option chosen.

    Attributes:
        row: the setting. editor: what one types or chooses in. shown: what it was when it was read last; None: never.

    Signals:
        wanted: another value.
    """

    wanted = Signal(str)

    def __init__(self, row: SettingRow, today: Callable[[], date]) -> None:
        super().__init__()
        self.row = row
        self.shown: str | None = None
        self.editor = self._made(today)
        self.editor.setAccessibleName(row.word())
        self._fault = FaultLine(self)
        self.setFocusProxy(self.editor)
        self._lay_out()

    def value(self) -> str:
        """What stands there now."""
        editor = self.editor
        if isinstance(editor, Segments):
            return editor.chosen_name()
        return editor.toPlainText().strip() if isinstance(editor, LinesInput) else editor.text().strip()

    def show_value(self, value: str) -> None:
        """What is chosen now; nobody is told."""
        self.say_fault("")
        self.shown, editor = value, self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, Segments):
                editor.choose(value)
            elif isinstance(editor, LinesInput):
                editor.setPlainText(value)
            elif isinstance(editor, DayInput):
                editor.show_day(date.fromisoformat(value) if value else None)
            else:
                editor.setText(value)

    def say_fault(self, words: str) -> None:
        """What is wrong, below the field; no words take it back."""
        self._fault.show_fault(words)
        if isinstance(self.editor, InputLine):
            self.editor.mark_bad(bool(words))

    def fault(self) -> str:
        """What is said to be wrong."""
        return self._fault.fault

    def _made(self, today: Callable[[], date]) -> Segments | LinesInput | InputLine:
        row = self.row
        if row.how is How.OPTIONS:
            segments = Segments([Segment(option.value, option.word()) for option in row.options])
            segments.chosen.connect(self.wanted)
            return segments
        if row.how is How.LINES:
            lines = LinesInput()
            lines.left.connect(self._on_left)
            return lines
        line = self._line(today)
        line.editingFinished.connect(self._on_left)
        if row.how is not How.WORDS:
            line.setFixedWidth(look().px(SHORT))
        return line

    def _line(self, today: Callable[[], date]) -> InputLine:
        if self.row.how is How.NUMBER:
            return NumberInput(unit=self.row.unit(), decimals=0)
        if self.row.how is How.DAY:
            return DayInput(None, today, may_be_empty=True)
        return InputLine()

    def _on_left(self) -> None:
        self.wanted.emit(self.value())

    def _lay_out(self) -> None:
        word = QLabel(self.row.word())
        word.setFixedWidth(look().px(WORD_WIDTH))
        word.setMinimumHeight(height(34))
        word.setWordWrap(True)
        does = QLabel(self.row.does())
        does.setFont(font(CAPTION))
        does.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        does.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(look().px(4))
        if self.row.how not in (How.WORDS, How.LINES):
            right.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            right.addWidget(self.editor)
        right.addWidget(self._fault)
        right.addWidget(does)
        line = QHBoxLayout(self)
        line.setContentsMargins(look().px(16), look().px(10), look().px(16), look().px(10))
        line.setSpacing(look().px(12))
        line.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
