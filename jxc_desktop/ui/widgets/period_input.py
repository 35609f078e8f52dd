"""The days a report is of: a usual span from the list, or days that are typed into the same line."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jxc_desktop.models.values.day_text import BadDayError
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.day_span import Days, DaySpan, days_of, typed_days

WIDTH = 248
_MONTH = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*(月)?")

Choice = DaySpan | Days


class PeriodInput(Combo):
    """A span of days by its word, or days as one writes them: 3-1 至 3-5, 2 月, 2026-02.

    Signals:
        applied: other days. refused: what was typed is no day, in words.
    """

    applied = Signal()
    refused = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._words = _words()
        super().__init__([*self._words.values(), _("指定…")], parent=parent, icon="calendar-event")
        self._today = today
        self._choice: Choice = DaySpan.MONTH
        line = self.lineEdit()
        assert line is not None
        self.setProperty("number", True)  # eight digits typed fast are a day, not a scan
        line.editingFinished.connect(self._take_typed)
        line.setPlaceholderText(_("如 3-1 至 3-5，2 月"))
        self.activated.connect(self._on_activated)
        self.setAccessibleName(_("日期"))
        self.setFixedWidth(look().px(WIDTH))
        self.show_choice(DaySpan.MONTH)

    def days(self) -> Days:
        """The days that are chosen."""
        return self._choice if isinstance(self._choice, Days) else days_of(self._choice, self._today())

    def choice(self) -> Choice:
        """The span, or the days where they were typed."""
        return self._choice

    def show_choice(self, choice: Choice) -> None:
        """Other days, without telling anybody."""
        self._choice = choice
        self._write()

    def is_bad(self) -> bool:
        """Whether what is written is no day."""
        return bool(self.property("bad"))

    def _write(self) -> None:
        self.mark_bad(False)
        words = self._choice.words() if isinstance(self._choice, Days) else self._words[self._choice]
        self.setCurrentText(words)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _on_activated(self, number: int) -> None:
        if number < len(self._words):
            self._take(list(self._words)[number])
            return
        self.clearEditText()
        self.setFocus()

    def _take_typed(self) -> None:
        text = self.text()
        spans = {word: span for span, word in self._words.items()}
        if not text:
            self._write()
            return
        if isinstance(self._choice, Days) and text == self._choice.words():
            return
        try:
            self._take(spans.get(text) or written_days(text, self._today()))
        except BadDayError:
            self.mark_bad(True)
            self.refused.emit(_("没看懂这个日期，写成 3-1 至 3-5，或 2 月"))

    def _take(self, choice: Choice) -> None:
        is_other = choice != self._choice
        self.show_choice(choice)
        if is_other:
            self.applied.emit()


def written_days(text: str, today: date) -> Days:
    """A month, a day or two days as they are written; a month without its year is the last one of that number.

    Raises:
        BadDayError: something in it is no day.
    """
    found = _MONTH.fullmatch(text.strip())
    if found is None or not (found[1] or found[3]):
        return typed_days(text, today)
    month = int(found[2])
    year = int(found[1]) if found[1] else today.year - (month > today.month)
    try:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    except ValueError as error:
        raise BadDayError(text) from error


def _words() -> dict[DaySpan, str]:
    return {
        DaySpan.TODAY: _("今天"),
        DaySpan.YESTERDAY: _("昨天"),
        DaySpan.WEEK: _("本周"),
        DaySpan.MONTH: _("本月"),
        DaySpan.LAST_MONTH: _("上月"),
        DaySpan.YEAR: _("本年"),
        DaySpan.ALL: _("全部日期"),
    }
