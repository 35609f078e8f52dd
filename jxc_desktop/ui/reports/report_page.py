"""报表: a report on the screen, for a period where it has one, with its totals pinned; written as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.exchange.table import Table as ReportTable
from jxc_desktop.services.reports.report import ALL_TIME, Asked, Period
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.reports.report_columns import Row, report_columns, shown_totals
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.day_input import DayInput
from jxc_desktop.ui.widgets.day_span import DaySpan, days_of
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.segments import Segment, Segments
from jxc_desktop.ui.widgets.table import STALE_AFTER_MS, RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter


@dataclass(frozen=True)
class Answer:
    """A report with its rows read.

    Attributes:
        has_any: whether there would be rows for some period.
    """

    report: ReportTable
    rows: list[Row]
    has_any: bool


class ReportPage(Page):
    """One report.

    Attributes:
        spans, first, last: the period. table: the rows; None before the first answer. footer: the totals.
    """

    stale_on = frozenset({Change.SALES, Change.PURCHASES, Change.STOCK, Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings, report_name: str) -> None:
        super().__init__(surroundings)
        self._reports, self._name = surroundings.shop.reports, report_name
        card = next(card for card in self._reports.names() if card.name == report_name)
        self.key = f"reports.{report_name.replace('-', '_')}"
        self._takes_period, self._title = card.takes_period, card.title
        background = Background(self)  # of its own: a report does not wait for an import to end
        background.failed.connect(surroundings.background.failed)
        self._answer = NewestAnswer(background, self)
        self._stale = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        self._export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        self._export.clicked.connect(self.export)
        self.header = PageHeader(self._title, (self._export,))
        self._hints = HintLine(self.hints())
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._filters = self._filter_row()
        self.table: Table[Row] | None = None
        self.footer: TotalsFooter | None = None
        self._panel: TablePanel | None = None
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        """Run the report again for the period that is chosen."""
        is_right, period = self._checked_period()
        if not is_right:
            return
        self.line.clear()
        self._stale.start()
        reports, name = self._reports, self._name
        self._answer.ask(lambda: _answered(reports, name, period), partial(self._show, period))

    @override
    def focus_first(self) -> None:
        """The rows, or what is next where there is nothing to report on."""
        if self._panel is not None and self._panel.focus_empty():
            return
        if self.table is not None and not self.is_empty():
            self.table.setFocus()
        elif self._takes_period:
            self.spans.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif self._panel is None or not self._panel.press_empty(event):
            super().keyPressEvent(event)

    def export(self) -> None:
        """Ask where to, and write the report of the same period."""
        is_right, period = self._checked_period()
        if not is_right:
            return
        days = self.surroundings.shop.today if period is None else f"{period.first}-{period.last}"
        reports, name = self._reports, self._name
        title = _("导出{title}").format(title=self._title)
        self._work.export(
            self, title, f"{self._title} {days}", lambda path: reports.write(reports.run(name, Asked(period)), path)
        )

    def open_row(self, row: Row) -> None:
        """Enter on a row: the report's own page of it, where it has one."""

    def hints(self) -> list[KeyHint]:
        """What the keys do here."""
        return [KeyHint("↑ ↓", _("选行")), KeyHint("F4", _("按此列排序")), KeyHint("Ctrl+C", _("复制到表格"))]

    def empty_page(self) -> EmptyPage | None:
        """What stands in place of the table while there is nothing to report on at all."""
        return None

    def is_empty(self) -> bool:
        """Whether that is so."""
        return self._panel is not None and self._panel.is_empty_shown()

    def _filter_row(self) -> QWidget:
        today = self.surroundings.shop.today
        words = {
            DaySpan.MONTH: _("本月"),
            DaySpan.LAST_MONTH: _("上月"),
            DaySpan.WEEK: _("本周"),
            DaySpan.TYPED: _("指定"),
        }
        self.spans = Segments([Segment(span, word) for span, word in words.items()])
        period = days_of(DaySpan.MONTH, today)
        self.first, self.last = (
            DayInput(day, lambda: self.surroundings.shop.today) for day in (period.first, period.last)
        )
        row_of_filters = QWidget()
        row = QHBoxLayout(row_of_filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(self.spans)
        for line, word in ((self.first, _("起日期")), (self.last, _("止日期"))):
            line.setFixedWidth(look().px(150))
            line.setAccessibleName(word)
            line.setProperty("number", True)  # eight digits typed fast are a day, not a scan
            row.addWidget(line)
        row.addStretch(1)
        if not self._takes_period:
            row_of_filters.hide()
        return row_of_filters

    def _lay_out(self) -> None:
        inset, gap = look().px(16), look().px(12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(inset, gap, inset, look().px(8))
        self._column.setSpacing(gap)
        for part in (self.header, self._filters, self.line, self._progress):
            self._column.addWidget(part)
        self._room = QVBoxLayout()
        self._column.addLayout(self._room, 1)
        self._column.addWidget(self._hints)

    def _connect(self) -> None:
        self.spans.chosen.connect(self._on_span)
        self.first.day_typed.connect(self._on_day)
        self.last.day_typed.connect(self._on_day)
        self._answer.refused.connect(self._on_refused)
        self._stale.timeout.connect(lambda: self.table.set_stale(True) if self.table else None)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.export)

    def _on_span(self, name: str) -> None:
        span = DaySpan(name)
        if span is DaySpan.TYPED:
            self.first.setFocus()
            self.first.selectAll()
            return
        period = days_of(span, self.surroundings.shop.today)
        self.first.show_day(period.first)
        self.last.show_day(period.last)
        self.reload()

    def _on_day(self, _day: object) -> None:
        """Typed days are a choice of their own."""
        self.spans.blockSignals(True)
        self.spans.choose(DaySpan.TYPED)
        self.spans.blockSignals(False)
        self.reload()

    def _checked_period(self) -> tuple[bool, Period | None]:
        """Whether what is typed is a period, and which; None where the report has none. What is wrong is said."""
        first, last = self.first.day(), self.last.day()
        if not self._takes_period:
            return True, None
        if first is None or last is None:
            self.line.say_refused(Refusal(_("日期没看懂"), _("写成 3-5 或 20260305")))
            return False, None
        try:
            return True, Period(first, last)
        except InvalidInputError as error:
            self.line.say_refused(refusal(error))
            return False, None

    def _show(self, period: Period | None, answer: Answer) -> None:
        report, rows = answer.report, answer.rows
        self._stale.stop()
        takes_focus = self.isVisible() and (self.table is None or self.table.hasFocus())
        self._show_table(report_columns(report, rows))
        assert self.table is not None
        assert self.footer is not None
        self.table.show_rows(rows)
        self.table.set_nothing_found(_("这段日子没有记录，换别的日期"))
        self.footer.show_totals(shown_totals(report))
        if self.table.current_row() is None and rows:
            self.table.choose(0)
        self._show_empty(not answer.has_any)
        if takes_focus:
            self.focus_first()
        now = _("截至 {moment}").format(moment=f"{self.surroundings.shop.now:%Y-%m-%d %H:%M}")
        days = "" if period is None else _("{first} 至 {last}").format(first=period.first, last=period.last)
        count = _("{count} 行").format(count=f"{len(rows):,}")
        self.header.show_title(self._title, _("，").join((days or now, count)))

    def _show_empty(self, is_empty: bool) -> None:
        """An empty page says itself what to do: nothing else is offered."""
        assert self._panel is not None
        self._panel.show_empty(is_empty)
        self._export.setVisible(not self.is_empty())
        self._hints.show_hints([] if self.is_empty() else self.hints())

    def _show_table(self, columns: Sequence[Column[Row]]) -> None:
        """A table with these columns; the one that is there stays where its columns are the same."""
        if self.table is not None and _form(self.table.model_of_rows().columns) == _form(columns):
            return
        self.table = Table(TableModel(columns), RowHeight.REPORT)
        self.footer = TotalsFooter(self.table)
        old, self._panel = self._panel, TablePanel(self.table, self.footer, self.empty_page())
        if old is not None:
            self._room.removeWidget(old)
            old.deleteLater()
        self._room.addWidget(self._panel)
        self.table.opened.connect(self.open_row)

    def _on_refused(self, words: Refusal) -> None:
        self._stale.stop()
        self.line.say_refused(words)

    def _step_back(self) -> None:
        if not self._work.stop():
            self.line.clear()
            self.focus_first()


class SalesByDayPage(ReportPage):
    """销售日报."""

    key = "reports.sales_by_day"
    icon = "chart-bar"
    stale_on = frozenset({Change.SALES, Change.PURCHASES})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "sales-by-day")

    @staticmethod
    @override
    def title() -> str:
        return _("销售日报")

    @override
    def hints(self) -> list[KeyHint]:
        return [KeyHint("Enter", _("看这天的零售单")), *super().hints()]

    @override
    def empty_page(self) -> EmptyPage:
        shop, show_page = self.surroundings.shop, self.surroundings.show_page
        buttons = []
        if shop.may("sales.checkout"):
            buttons.append(KeyButton(_("去收银台"), "F9", ButtonKind.PRIMARY, icon="cash-register"))
            buttons[0].clicked.connect(lambda: show_page("sales.checkout", None))
        when = _("卖出第一单，或导入以前的销售之后，每天卖了多少、赚了多少就列在这里")
        return EmptyPage(self.icon, _("还没有卖过东西"), when, buttons)

    @override
    def open_row(self, row: Row) -> None:
        """The day is the first column."""
        self.surroundings.show_page("sales.list", row[0])


class StockReportPage(ReportPage):
    """库存余额."""

    key = "reports.stock"
    icon = "table"
    stale_on = frozenset({Change.STOCK, Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "stock")

    @staticmethod
    @override
    def title() -> str:
        return _("库存余额")

    @override
    def hints(self) -> list[KeyHint]:
        return [KeyHint("Enter", _("看这个商品的库存")), *super().hints()]

    @override
    def empty_page(self) -> EmptyPage:
        show_page = self.surroundings.show_page
        receive = KeyButton(_("扫码收货"), "F9", ButtonKind.PRIMARY, icon="barcode")
        opening = KeyButton(_("录期初库存"), "F6", icon="inbox")
        receive.clicked.connect(lambda: show_page("purchasing.receive", None))
        opening.clicked.connect(lambda: show_page("inventory.opening", None))
        when = _("收货或录期初库存之后，每种商品有多少、值多少钱就列在这里")
        return EmptyPage(self.icon, _("还没有商品进过库"), when, (receive, opening))

    @override
    def open_row(self, row: Row) -> None:
        """Barcode and code are the first two columns."""
        self.surroundings.show_page("inventory.stock", str(row[0] or row[1]))


def _answered(reports: Reports, name: str, period: Period | None) -> Answer:
    """Everything a page shows of a report, on the worker's thread."""
    report = reports.run(name, Asked(period)).table()
    rows = list(report.rows)
    has_any = bool(rows) or (period is not None and any(True for _row in reports.run(name, Asked(ALL_TIME)).rows))
    return Answer(report, rows, has_any)


def _form(columns: Sequence[Column[Row]]) -> list[tuple[str, Align, bool]]:
    """What would have to change for another table to be needed."""
    return [(column.title, column.align, column.stretches) for column in columns]
