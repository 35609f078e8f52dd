"""全部报表: every report with what one sees in it; found by a word or its initials, Enter opens it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.words import _
from jxc_desktop.services.words.initials import initials
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.reports.report_groups import ALL_REPORTS, MONTH, group_of
from jxc_desktop.ui.reports.row_count import RowCount
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel


@dataclass(frozen=True, slots=True)
class ListedReport:
    """One report.

    Attributes:
        page: the key of the page it stands on, in_words: that page's word.
    """

    name: str
    title: str
    hint: str
    page: str
    in_words: str

    def holds(self, text: str) -> bool:
        """Whether the text is in its words, or is a part of the initials of its title."""
        wanted = text.lower()
        return any(wanted in words.lower() for words in (self.title, self.hint, self.in_words)) or (
            wanted in initials(self.title)
        )


class AllReportsPage(Page):
    """The list.

    Attributes:
        search: the line for a text. table: the reports.
    """

    key = ALL_REPORTS
    icon = "list-search"

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._listed: list[ListedReport] = []
        self.search = SearchLine(_("报表、拼音"))
        self.table: Table[ListedReport] = Table(TableModel(_columns(), lambda row: row.name))
        self.table.set_nothing_found(_("没有这样的报表"), (KeyHint("Esc", _("清除筛选")),))
        self._count = RowCount()
        self._lay_out()
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self._enter_table)
        self.table.opened.connect(self._open)
        hear_keys(self, ("Ctrl+F", self.search.take_focus))

    @override
    def title(self) -> str:
        return _("全部报表")

    @override
    def reload(self) -> None:
        """Make the list again."""
        self._listed = listed_reports(self.surroundings.shop.reports)
        self._on_searched(self.search.searched_text())

    @override
    def focus_first(self) -> None:
        """The search."""
        self.search.take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.search.search_for("")
            self.search.take_focus()
        elif not self.search.take_typed(event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        inset, gap = look().px(16), look().px(12)
        row = QHBoxLayout()
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        column.addWidget(PageHeader(self.title()))
        column.addLayout(row)
        column.addWidget(TablePanel(self.table), 1)
        column.addWidget(HintLine((KeyHint("↓", _("进表")), KeyHint("Enter", _("打开")))))

    def _on_searched(self, text: str) -> None:
        found = [report for report in self._listed if report.holds(text)]
        self.table.show_rows(found)
        self._count.show_count(len(found), len(self._listed))
        if found and self.table.current_row() is None:
            self.table.choose(0)

    def _enter_table(self) -> None:
        self.table.setFocus()

    def _open(self, report: ListedReport) -> None:
        self.surroundings.show_page(report.page, report.name)


def listed_reports(reports: Reports) -> list[ListedReport]:
    """Every report that has a page, the month first."""
    month = ListedReport(
        "month", _("经营月报"), _("一个月卖了多少、赚了多少、什么好卖、什么压着钱"), MONTH, _("经营月报")
    )
    listed = [month]
    for card in reports.names():
        group = group_of(card.name)
        if group is not None:
            hint = reports.spec(card.name).hint
            listed.append(ListedReport(card.name, card.title, hint, group.key, group.word()))
    return listed


def _columns() -> list[Column[ListedReport]]:
    return [
        Column("title", _("报表"), lambda row: row.title, 16, style=ANSWER),
        Column("hint", _("看什么"), lambda row: row.hint, 30, stretches=True),
        Column("page", _("在哪一页"), lambda row: row.in_words, 14, tone=Tone.MUTED),
    ]
