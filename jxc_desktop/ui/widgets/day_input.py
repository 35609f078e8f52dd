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
        day_typed: Enter, or the focus left, with another day than before; None where it was emptied.
    """

    day_typed = Signal(object)

    def __init__(
        self,
        day: date | None,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        may_be_empty: bool = False,
        note: str = "",
    ) -> None:
        """The day, which only a line that may be empty can lack; the note says how to write one."""
        super().__init__(_written(day), icon="" if may_be_empty else "calendar-event", parent=parent, note=note)
        self._day, self._today, self._may_be_empty = day, today, may_be_empty
        self.editingFinished.connect(self.settle)

    def day(self) -> date | None:
        """The day; None where what is written is none."""
        try:
            return parse_day(self.text(), self._today())
        except BadDayError:
            return None

    def is_bad(self) -> bool:
        """Whether what is written is no day, and not allowed to be none."""
        return self.day() is None and not (self._may_be_empty and not self.text().strip())

    def show_day(self, day: date | None) -> None:
        """Another day, without telling anybody."""
        self._day = day
        self.setText(_written(day))
        self.mark_bad(False)

    @override
    def settle(self) -> None:
        """Write the day out, or mark what is no day."""
        day, is_bad = self.day(), self.is_bad()
        self.mark_bad(is_bad)
        if is_bad:
            return
        self.setText(_written(day))
        if day != self._day:
            self._day = day
            self.day_typed.emit(day)


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
