"""One report on the screen, made from its declaration: filters, rows, totals, columns, file, paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.reports.answer import Layout
from jxc_desktop.services.reports.filter_words import period_words
from jxc_desktop.services.reports.report import Asked, Filter
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.reports.checked_words import CheckedWords
from jxc_desktop.ui.reports.filter_ring import FilterRing
from jxc_desktop.ui.reports.report_memory import (
    FilterValues,
    filters_key,
    filters_of,
    filters_text,
    layout_key,
    layout_of,
    layout_text,
)
from jxc_desktop.ui.reports.report_question import ReportQuestion
from jxc_desktop.ui.reports.report_read import ReportRead, count_rows, has_rows_ever, read_report, title_note
from jxc_desktop.ui.reports.report_table import ReportTable
from jxc_desktop.ui.reports.waiting_line import WaitingLine
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.parts import plain
from jxc_desktop.ui.widgets.print_preview_request import PreviewOf, show_preview
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind

# A report that takes longer is not read again by itself when something was sold meanwhile: it says how old it is.
QUICK_SECONDS = 1.0


@dataclass(frozen=True)
class Frame:
    """What a page puts round a report.

    Attributes:
        asked: what the report stands on when another one led to it; None: as it was remembered.
        beside: what stands beside the title. empty: what is said while there is nothing to report on at all.
    """

    asked: Asked | None = None
    beside: tuple[QWidget, ...] = ()
    empty: Callable[[], EmptyPage | None] = lambda: None

    @property
    def is_led_to(self) -> bool:
        """Whether Esc leads back to where it was asked for."""
        return self.asked is not None


class ReportView(QWidget):
    """One report.

    Attributes:
        header: the title and what narrows it. filters: the ring. rows: table, totals, column picker.
        line: what the last act came to.

    Signals:
        opened: where Enter on a row leads. left: Esc, and nothing here is left to be closed.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, surroundings: Surroundings, name: str, frame: Frame | None = None) -> None:
        super().__init__()
        shop = surroundings.shop
        self.surroundings, self.name, self._frame = surroundings, name, frame or Frame()
        self._reports, self._memory = shop.reports, shop.memory
        self.spec = shop.reports.spec(name)
        self._read: ReportRead | None = None
        self._remembered: FilterValues | None = None
        self.layout_now = layout_of(shop.memory.recall(layout_key(name)))
        reading, counting = Background(self), Background(self)  # of its own: a report does not wait for an import
        for background in (reading, counting):
            background.failed.connect(surroundings.background.failed)
        self._question, self._count = ReportQuestion(reading, self), ReportQuestion(counting, self)
        self._keeping = counting
        self._columns = KeyButton(_("列"), "Ctrl+T", icon="columns-3")
        self._export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        self._print = KeyButton(_("打印预览"), "Ctrl+P", ButtonKind.PRIMARY, icon="printer")
        buttons = (self._columns, self._export, self._print)
        self.header = PageHeader(self.spec.title, buttons, self._frame.is_led_to, self._frame.beside)
        self.filters = FilterRing(self.spec, lambda: shop.today)
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._waiting = WaitingLine(self._progress, self._mark_stale)
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._hints, self.checked = HintLine(), CheckedWords()
        self.rows = ReportTable(self._frame.empty, self._foot())
        self._lay_out()
        self._connect()
        self._stand()

    def reload(self) -> None:
        """What the books said may be old: read again, or say so where that takes long."""
        if self._read is None or self._read.seconds < QUICK_SECONDS:
            self.refresh()
        else:
            self._say_title(is_old=True)

    def refresh(self) -> None:
        """Read the report again as it is asked now."""
        self._show_choices()
        if not self.filters.is_right():
            return
        asked = self.filters.asked()
        self.line.clear()
        self._count.stop()
        self._waiting.begin()
        self._question.ask(partial(read_report, self._reports, self.name, asked, self.layout_now), self._show)

    def is_waiting(self) -> bool:
        """Whether an answer is awaited."""
        return self._question.is_asking() or self._count.is_asking()

    def focus_first(self) -> None:
        """The rows, or what is next where there is nothing to report on."""
        if self.rows.table is not None:
            self.rows.focus_rows()
        else:
            self.setFocus()

    def show_product(self, product_id: int) -> bool:
        """Narrow the report to a product; False where it cannot be."""
        if Filter.PRODUCT not in self.spec.filters:
            return False
        self.filters.show_product(product_id)
        self.refresh()
        return True

    def search_or_first(self) -> None:
        """Ctrl+F: the search, or the first filter."""
        if Filter.TEXT in self.spec.filters:
            self.filters.search.take_focus()
        else:
            self.filters.period.setFocus()

    def toggle_columns(self) -> None:
        """Ctrl+T: the columns to choose from, or away with them."""
        self.rows.toggle_picker()

    def export(self) -> None:
        """Ask where to, and write what is seen."""
        read = self._read
        if read is None or self.rows.is_empty():
            return
        reports, layout = self._reports, self.layout_now

        def write(path: Path, task: Task) -> None:
            reports.write(read.answer, path, layout, task.report)

        self._work.export_told(self, _("导出{title}").format(title=self.spec.title), self.file_name(), write)

    def preview(self) -> None:
        """Ctrl+P: the paper as it would be printed."""
        read = self._read
        if read is None or self.rows.is_empty():
            return
        reports, layout = self._reports, self.layout_now
        paper = PreviewOf(
            self.file_name(),
            self.file_name(),
            lambda options: reports.paper(read.answer, layout, options),
            read.answer.made_at,
        )
        show_preview(self.surroundings, paper)

    def file_name(self) -> str:
        """What a file of it is proposed to be called, without its ending."""
        period = self._read.answer.asked.period if self._read else None
        days = str(self.surroundings.shop.today) if period is None else period_words(period)
        return f"{self.spec.title} {days}"

    def step_back(self) -> bool:
        """Esc: close or stop the innermost thing; False: there is nothing."""
        return (
            self._work.stop() or self._stop() or self.rows.close_picker() or self._clear_line() or self._clear_filters()
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() == Qt.Key.Key_F5:
            self.refresh()
        elif not self.rows.press_empty(event) and not self.rows.take_typed(event):
            super().keyPressEvent(event)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hints, 1)
        row.addWidget(self.checked)
        return foot

    def _lay_out(self) -> None:
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        for part in (self.header, self.filters, self.line, self._progress):
            column.addWidget(part)
        column.addWidget(self.rows, 1)

    def _connect(self) -> None:
        self._columns.clicked.connect(self.toggle_columns)
        self._export.clicked.connect(self.export)
        self._print.clicked.connect(self.preview)
        self.header.back.connect(self.left)
        self.filters.applied.connect(self.refresh)
        self.filters.refused.connect(lambda words: self.line.say(LineKind.DANGER, (plain(words),)))
        self.filters.left_downwards.connect(self.rows.focus_rows)
        self.rows.opened.connect(self._open_row)
        self.rows.layout_changed.connect(self._take_layout)
        self.rows.picking.connect(self._columns.setDown)
        self._question.refused.connect(self._on_refused)

    def _stand(self) -> None:
        """The filters as they were asked, else as they were remembered."""
        self._show_choices()
        asked = self._frame.asked
        if asked is not None:
            self.filters.show_asked(asked)
        else:
            self._remembered = filters_of(self._memory.recall(filters_key(self.name)))
            self.filters.show_values(self._remembered)

    def _show_choices(self) -> None:
        shop = self.surroundings.shop
        perform(lambda: self.filters.read_choices(shop), lambda _nothing: None, self._refuse)

    def _refuse(self, words: Refusal, _error: ShopError) -> None:
        self.line.say_refused(words)

    def _show(self, read: ReportRead) -> None:
        self._waiting.end()
        takes_focus = self.isVisible() and self._is_focus_free()
        self._read = read
        self.rows.show_read(read, self.layout_now)
        self._say_nothing_found()
        self.filters.count.show_count(len(read.answer.rows))
        self.checked.say(read.checked)
        self._show_empty(False)
        self._count_on(read)
        self._keep_filters()
        if takes_focus:
            self.focus_first()

    def _is_focus_free(self) -> bool:
        """Whether the rows may have the focus: it is with them, or before the first answer with no filter."""
        if self.rows.table is not None:
            return self.rows.table.hasFocus()
        focus = QApplication.focusWidget()
        return focus in (None, self) or not self.isAncestorOf(focus)

    def _count_on(self, read: ReportRead) -> None:
        """How many rows there are without filters; where there are none, whether there ever were any."""
        widest = self.filters.widest()
        if not read.answer.rows and self.filters.asked() == self._usual():
            self._count.ask(partial(has_rows_ever, self._reports, self.name, widest), self._on_ever)
        elif self.filters.is_narrowed():
            self._count.ask(partial(count_rows, self._reports, self.name, widest), self._show_count)

    def _show_count(self, every: int) -> None:
        if self._read is not None:
            self.filters.count.show_count(len(self._read.answer.rows), every)

    def _on_ever(self, has_any: bool) -> None:
        self._show_empty(not has_any)

    def _show_empty(self, is_empty: bool) -> None:
        """An empty report says itself what to do: nothing else is offered."""
        self.rows.show_empty(is_empty)
        is_empty = self.rows.is_empty()
        for part in (self._columns, self._export, self._print, self.filters):
            part.setVisible(not is_empty)
        self._hints.show_hints([] if is_empty else self._keys())
        self._say_title()

    def _keys(self) -> list[KeyHint]:
        enter = [KeyHint("Enter", self.spec.lead_words)] if self.spec.leads_to and self.spec.lead_words else []
        return [*enter, KeyHint("F4", _("按此列排序")), KeyHint("Ctrl+C", _("复制到表格"))]

    def _say_nothing_found(self) -> None:
        assert self.rows.table is not None
        ways_out = (KeyHint("Esc", _("清除筛选")),) if self.filters.asked() != self._usual() else ()
        words = _("没有符合的记录") if ways_out else _("这段日子没有记录，换别的日期")
        self.rows.table.set_nothing_found(words, ways_out)

    def _say_title(self, is_old: bool = False) -> None:
        if self._read is not None:
            note = "" if self.rows.is_empty() else title_note(self._read, self.layout_now, is_old)
            self.header.show_title(self.spec.title, note)

    def _take_layout(self, layout: Layout) -> None:
        self.layout_now = layout
        self._say_title()
        if self.rows.table is not None and self._read is not None and not self._read.answer.rows:
            self._say_nothing_found()
        self._keep(layout_key(self.name), layout_text(layout))

    def _keep_filters(self) -> None:
        """Remember what was asked by hand; what another report led to is of the moment."""
        values = self.filters.values()
        if not self._frame.is_led_to and values != self._remembered:
            self._remembered = values
            self._keep(filters_key(self.name), filters_text(values))

    def _keep(self, key: str, text: str) -> None:
        self._keeping.start(lambda _task: self._memory.remember(key, text))

    def _open_row(self, row: Any) -> None:
        lead = self._read.answer.lead(row) if self._read is not None else None
        if lead is not None:
            self.opened.emit(lead)

    def _mark_stale(self) -> None:
        if self.rows.table is not None:
            self.rows.table.set_stale(True)

    def _on_refused(self, words: Refusal) -> None:
        self._end_waiting()
        self.line.say_refused(words)

    def _end_waiting(self) -> None:
        self._waiting.end()
        if self.rows.table is not None:
            self.rows.table.set_stale(False)

    def _stop(self) -> bool:
        if not self._question.stop():
            return False
        self._end_waiting()
        said = _("已停下，下面还是原来的数") if self._read else _("已停下，按 F5 重新算")
        self.line.say(LineKind.NEUTRAL, (plain(said),))
        return True

    def _clear_line(self) -> bool:
        was_saying = self.line.is_saying()
        self.line.clear()
        return was_saying

    def _clear_filters(self) -> bool:
        """As it stood at first: with nothing hidden, or as it was led to."""
        usual = self._usual()
        if self.filters.asked() == usual and self.filters.is_right():
            return False
        self.filters.show_asked(usual)
        self.refresh()
        self.focus_first()
        return True

    def _usual(self) -> Asked:
        usual = self._frame.asked or Asked(self.filters.asked().period)
        return replace(usual, ticks=self._usual_ticks() if usual.ticks is None else usual.ticks)

    def _usual_ticks(self) -> frozenset[str] | None:
        return frozenset(tick.name for tick in self.spec.ticks if tick.is_on) if self.spec.ticks else None

    def _on_escape(self) -> None:
        if self.step_back():
            return
        if self._frame.is_led_to:
            self.left.emit()
        else:
            self.focus_first()
