"""Somebody at a page of reports: what is read there, and what is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.background import Background
from jxc_desktop.ui.reports.report_groups import group_of
from jxc_desktop.ui.reports.report_page import ReportPage
from jxc_desktop.ui.reports.report_view import ReportView
from tests.robots.desk import Desk
from tests.story import Story


class ReportDesk(Desk[ReportPage]):
    """The page on which a report stands, with that report in front."""

    def __init__(self, qtbot: QtBot, story: Story, report: str) -> None:
        group = group_of(report)
        assert group is not None
        super().__init__(qtbot, story, lambda surroundings, _clock: ReportPage(surroundings, group))
        if report != group.reports[0][0]:
            self.page.open_item(report)
        self.settle()
        self.page.focus_first()

    @property
    def view(self) -> ReportView:
        """The report in front."""
        return self.page.report()

    def settle(self) -> None:
        """Until everything that was asked is answered."""
        self.wait(lambda: not self.view.is_waiting() and self.view.rows.table is not None)
        for background in self.page.findChildren(Background):
            background.wait()
        self.qtbot.wait(0)

    def column(self, title: str) -> list[str]:
        """What the rows say in the column with this heading, from the top."""
        table = self.view.rows.table
        assert table is not None
        name = next(column.name for column in table.model_of_rows().columns if column.title == title)
        return self.sees(table, name)

    def headings(self) -> list[str]:
        """The headings from left to right."""
        table = self.view.rows.table
        assert table is not None
        return [column.title for column in table.model_of_rows().columns]

    def total(self, title: str) -> str:
        """The total under a heading."""
        table, footer = self.view.rows.table, self.view.rows.footer
        assert table is not None
        assert footer is not None
        return footer.total(next(column.name for column in table.model_of_rows().columns if column.title == title))

    def count(self) -> str:
        """How many rows there are, in words."""
        return self.view.filters.count.words()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and wait for what it asks."""
        self.key(key, modifiers)
        self.settle()

    def row(self) -> str:
        """What stands first in the row the keys act on."""
        table = self.view.rows.table
        assert table is not None
        number = table.currentIndex().row()
        return table.model_of_rows().cell_text(number, 0) if number >= 0 else ""


Opened = Callable[[str], ReportDesk]
