"""A line to type a day into: 5, 3-5, 20260305, +7, 今."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.models.values.day_text import BadDayError, parse_day
from jxc_desktop.ui.widgets.input_line import InputLine


class DayInput(InputLine):
    """A day as one types it; on leaving it stands there in full.

    Signals:
        day_typed: Enter, or the focus left, with another day than before.
    """

    day_typed = Signal(object)

    def __init__(self, day: date, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(day.isoformat(), icon="calendar-event", parent=parent)
        self._day, self._today = day, today
        self.editingFinished.connect(self.settle)

    def day(self) -> date | None:
        """The day; None where what is written is none."""
        try:
            return parse_day(self.text(), self._today())
        except BadDayError:
            return None

    def show_day(self, day: date) -> None:
        """Another day, without telling anybody."""
        self._day = day
        self.setText(day.isoformat())
        self.mark_bad(False)

    @override
    def settle(self) -> None:
        """Write the day out, or mark what is no day."""
        day = self.day()
        self.mark_bad(day is None)
        if day is not None:
            self.setText(day.isoformat())
            if day != self._day:
                self._day = day
                self.day_typed.emit(day)
