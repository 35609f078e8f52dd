"""经营月报: the owner's page, and what its figures are made of."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.reports.led_page import LedPage
from jxc_desktop.ui.reports.month_view import MonthView
from jxc_desktop.ui.reports.report_groups import MONTH
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.parts import plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind


class MonthPage(LedPage):
    """The month, and over it the reports that it leads to.

    Attributes:
        view: the month.
    """

    key = MONTH
    icon = "chart-bar"

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.view = MonthView(surroundings)
        self.view.opened.connect(self.follow)
        self._layers.addWidget(self.view)
        hear_keys(self, ("Ctrl+Shift+E", self._export_paper))

    @override
    def title(self) -> str:
        return _("经营月报")

    @override
    def own(self) -> QWidget:
        return self.view

    @override
    def reload(self) -> None:
        if self.report() is None:
            self.view.reload()
        else:
            super().reload()

    @override
    def focus_first(self) -> None:
        if self.report() is None:
            self.view.focus_first()
        else:
            super().focus_first()

    @override
    def open_item(self, item: object) -> None:
        """The month of a day."""
        if isinstance(item, date):
            while self._over:
                self.go_back()
            self.view.show_month(item)

    @override
    def export(self) -> None:
        if self.report() is None:
            self.view.export()
        else:
            super().export()

    @override
    def preview(self) -> None:
        if self.report() is None:
            self.view.preview()
        else:
            super().preview()

    @override
    def say(self, words: str) -> None:
        if self.report() is None:
            self.view.line.say(LineKind.WARNING, (plain(words),))
        else:
            super().say(words)

    def _export_paper(self) -> None:
        if self.report() is None:
            self.view.export("pdf")
