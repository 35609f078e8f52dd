"""A month on one page: figures, days, categories, what sold best, what lies there."""

from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.reports.month import MonthReport
from jxc_desktop.services.reports.report import Asked, ToReport
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.reports.lacks import page_of_lack
from jxc_desktop.ui.reports.month_read import MonthRead, read_month
from jxc_desktop.ui.reports.month_shown import (
    FIGURES,
    MOST_SHARES,
    bars,
    best_columns,
    chart_words,
    fitted,
    is_loss,
    running_words,
    shares,
    slow_columns,
    tiles,
)
from jxc_desktop.ui.reports.month_table import MonthTable, MonthTablePanel, loss_tone
from jxc_desktop.ui.reports.report_groups import Lack
from jxc_desktop.ui.reports.report_question import ReportQuestion
from jxc_desktop.ui.reports.report_read import old_words
from jxc_desktop.ui.reports.report_view import QUICK_SECONDS
from jxc_desktop.ui.reports.waiting_line import WaitingLine
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.day_chart import DayChart
from jxc_desktop.ui.widgets.figure_tiles import FigureTiles
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_label import KeyLabel
from jxc_desktop.ui.widgets.month_chooser import MonthChooser
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import plain
from jxc_desktop.ui.widgets.print_preview_request import PreviewOf, show_preview
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.share_list import ShareList

STEPS = {
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_PageUp.value: -1,
    Qt.Key.Key_PageDown.value: 1,
}
TABLES_FIRST = 100
CHART_HEIGHT, ROOMY = 220, 600


class MonthView(QWidget):
    """The page of a month.

    Attributes:
        header: title, month, state. tiles, chart, shares: what is drawn. best, slow: the tables.
        line: what the last act came to.

    Signals:
        opened: where a figure, a bar or a row leads.
    """

    opened = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings, self._reports = surroundings, surroundings.shop.reports
        self._month = surroundings.shop.today.replace(day=1)
        self._read: MonthRead | None = None
        background = Background(self)  # of its own: a report does not wait for an import to end
        background.failed.connect(surroundings.background.failed)
        self._question = ReportQuestion(background, self)
        self.chooser = MonthChooser()
        self._buttons = (
            KeyButton("Excel", "Ctrl+E", icon="file-spreadsheet"),
            KeyButton("PDF", "Ctrl+Shift+E", icon="file-text"),
            KeyButton(_("打印预览"), "Ctrl+P", ButtonKind.PRIMARY, icon="printer"),
        )
        self._keys = KeyLabel((KeyHint("← →", _("换月")),))
        self.header = PageHeader(_("经营月报"), self._buttons, beside=(self.chooser, self._keys))
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._waiting = WaitingLine(self._progress, lambda: None)
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self.tiles, self.chart = FigureTiles(FIGURES), DayChart()
        self.shares = ShareList(_("各类毛利"), _("毛利"), _("毛利率"))
        self.best, self.slow = MonthTablePanel(), MonthTablePanel()
        self._empty = page_of_lack(Lack.SALES, "chart-bar", surroundings)
        self._lay_out()
        self._connect()

    @property
    def month(self) -> MonthReport | None:
        """What is shown; None before the first answer."""
        return self._read.month if self._read else None

    def reload(self) -> None:
        """What the books said may be old: read again, or say so where that takes long."""
        if self._read is None or self._read.seconds < QUICK_SECONDS:
            self.refresh()
        else:
            self._say_title(is_old=True)

    def refresh(self) -> None:
        """Read the month again."""
        self.line.clear()
        self.chooser.show_month(self._month, self._month < self._this_month())
        self._waiting.begin()
        self._question.ask(partial(read_month, self._reports, self._month), self._show)

    def is_waiting(self) -> bool:
        """Whether an answer is awaited."""
        return self._question.is_asking()

    def show_month(self, day: date) -> None:
        """The month of that day; what has not come yet is not shown."""
        month = day.replace(day=1)
        if month <= self._this_month() and month != self._month:
            self._month = month
            self.refresh()

    def step(self, months: int) -> None:
        """So many months on, or back."""
        first = self._month
        self.show_month(first - timedelta(days=1) if months < 0 else (first + timedelta(days=31)).replace(day=1))

    def focus_first(self) -> None:
        """The best sellers, or what is next where nothing was ever sold."""
        if self.is_empty():
            self._empty.take_focus()
        elif self.best.table is not None:
            self.best.table.setFocus()
        else:
            self.setFocus()

    def is_empty(self) -> bool:
        """Whether nothing was ever sold."""
        return self._pages.currentIndex() == 1

    def export(self, ending: str = "xlsx") -> None:
        """Ask where to, and write the month."""
        if self._read is None or self.is_empty():
            return
        reports, month = self._reports, self._read.month

        def write(path: Path, task: Task) -> None:
            reports.write(month, path, told=task.report)

        self._work.export_told(self, _("导出{title}").format(title=month.title), self.file_name(), write, ending)

    def preview(self) -> None:
        """The paper of the month."""
        if self._read is None or self.is_empty():
            return
        reports, month = self._reports, self._read.month
        title = f"{month.title} {month.month_words}"
        paper = PreviewOf(title, self.file_name(), lambda options: reports.paper(month, None, options), month.made_at)
        show_preview(self.surroundings, paper)

    def file_name(self) -> str:
        """What a file of it is proposed to be called, without its ending."""
        return f"{_('经营月报')} {self._month:%Y-%m}"

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart becomes lower only where there is little room, as with large words on a small screen."""
        super().resizeEvent(event)
        self.chart.setMinimumHeight(look().px(CHART_HEIGHT) if self.height() >= look().px(ROOMY) else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key(), 0)
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() == Qt.Key.Key_F5:
            self.refresh()
        elif step and not self.is_empty():
            self.step(step)
        elif not self._empty.press(event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inset, gap = look().px(16), look().px(12)
        drawn, tables = QHBoxLayout(), QHBoxLayout()
        for row in (drawn, tables):
            row.setSpacing(gap)
        drawn.addWidget(self.chart, 1)
        drawn.addWidget(self.shares)
        tables.addWidget(self.best, 11)
        tables.addWidget(self.slow, 10)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.tiles)
        column.addLayout(drawn, 1)
        column.addLayout(tables, TABLES_FIRST)  # room goes to them until they show every row
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(full)
        frame = Panel()
        QVBoxLayout(frame).addWidget(self._empty)
        self._pages.addWidget(frame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(inset, gap, inset, gap)
        whole.setSpacing(gap)
        for part in (self.header, self.line, self._progress):
            whole.addWidget(part)
        whole.addWidget(pages, 1)

    def _connect(self) -> None:
        for button, act in zip(self._buttons, (self.export, partial(self.export, "pdf"), self.preview), strict=True):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.chooser.stepped.connect(self.step)
        self.tiles.opened.connect(self._open_figure)
        self.chart.opened.connect(self._open_day)
        self.shares.opened.connect(self._open_share)
        self._question.refused.connect(self._on_refused)

    def _show(self, read: MonthRead) -> None:
        self._waiting.end()
        takes_focus = self.isVisible() and (self._read is None or self._has_table_focus())
        self._read, month = read, read.month
        self._pages.setCurrentIndex(0 if read.has_any else 1)
        for part in (*self._buttons, self.chooser, self._keys):
            part.setVisible(read.has_any)
        self._say_title()
        self.tiles.show_tiles(tiles(month))
        self.chart.show_days(bars(month), chart_words(month))
        self.shares.show_rows(shares(month), _("这个月没有卖出"))
        self._show_tables(month)
        if takes_focus:
            self.focus_first()

    def _show_tables(self, month: MonthReport) -> None:
        best = MonthTable(
            fitted(best_columns(month.best), month.best.rows), lambda row: loss_tone(is_loss(month.best, row))
        )
        best.set_nothing_found(_("这个月没有卖出"))
        slow = MonthTable(fitted(slow_columns(month.slow, self.surroundings.shop.today), month.slow.rows))
        slow.set_nothing_found(_("没有压着不卖的商品"))
        had_focus = [panel.table is not None and panel.table.hasFocus() for panel in (self.best, self.slow)]
        for panel, table, section in ((self.best, best, month.best), (self.slow, slow, month.slow)):
            table.show_rows(section.rows)
            if section.rows:
                table.choose(0)
            table.opened.connect(partial(self._open_row, section))
            panel.show_table(table)
        self._order_tabs()
        if had_focus[1]:
            slow.setFocus()

    def _order_tabs(self) -> None:
        """Figures, chart, categories, tables: as one reads them, whichever was made last."""
        assert self.best.table is not None
        assert self.slow.table is not None
        parts: list[QWidget] = [*self.tiles.buttons, self.chart, self.shares, self.best.table, self.slow.table]
        for one, other in pairwise(parts):
            QWidget.setTabOrder(one, other)

    def _has_table_focus(self) -> bool:
        return self.best.table is not None and self.best.table.hasFocus()

    def _say_title(self, is_old: bool = False) -> None:
        if self._read is None:
            return
        month = self._read.month
        closed = month.closed_at
        badge = (
            Badge(_("已月结 {day}").format(day=f"{closed:%m-%d}"), "lock", Tone.SUCCESS) if closed is not None else None
        )
        note = old_words(month.made_at) if is_old else running_words(month)
        self.header.show_title(month.title, note if self._read.has_any else "", badge)

    def _open_figure(self, name: str) -> None:
        month = self.month
        if month is not None:
            self._follow(next(figure.lead for figure in month.figures.rows if figure.name == name))

    def _open_day(self, number: int) -> None:
        month = self.month
        if month is not None:
            self._open_row(month.days, month.days.rows[number])

    def _open_share(self, number: int) -> None:
        """A category; the row of all others leads to all of them."""
        month = self.month
        if month is None:
            return
        rows = month.categories.rows
        if number == MOST_SHARES - 1 and len(rows) > MOST_SHARES:
            self._follow(ToReport("profit-by-category", Asked(month.period)))
        else:
            self._open_row(month.categories, rows[number])

    def _open_row(self, section: Any, row: Any) -> None:
        self._follow(section.leads_to(row))

    def _follow(self, lead: object) -> None:
        if lead is not None:
            self.opened.emit(lead)

    def _on_refused(self, words: Refusal) -> None:
        self._waiting.end()
        self.line.say_refused(words)

    def _step_back(self) -> None:
        if self._work.stop():
            return
        if self._question.stop():
            self._waiting.end()
            self.line.say(LineKind.NEUTRAL, (plain(_("已停下，按 F5 重新算")),))
            return
        self.line.clear()
        self.focus_first()

    def _this_month(self) -> date:
        return self.surroundings.shop.today.replace(day=1)
