"""A page of reports that belong together: one is seen, segments beside its title lead to the others."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.reports.report import ToReport
from jxc_desktop.ui.reports.lacks import empty_page
from jxc_desktop.ui.reports.led_page import LedPage
from jxc_desktop.ui.reports.report_groups import ReportGroup
from jxc_desktop.ui.reports.report_view import Frame, ReportView
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.segments import Segment, Segments


class ReportPage(LedPage):
    """One group of reports."""

    def __init__(self, surroundings: Surroundings, group: ReportGroup) -> None:
        super().__init__(surroundings)
        self.key, self.icon, self._group = group.key, group.icon, group
        self._views: dict[str, ReportView] = {}
        self._segments: dict[str, Segments] = {}
        self._own = QWidget()
        self._seen = QStackedLayout(self._own)
        self._layers.addWidget(self._own)
        self.show_report(group.reports[0][0])

    @override
    def title(self) -> str:
        return self._group.word()

    @override
    def own(self) -> QWidget:
        return self._own

    @override
    def report(self) -> ReportView:
        """The report in front."""
        view = self._seen.currentWidget()
        over = super().report()
        assert isinstance(view, ReportView)
        return over or view

    @override
    def open_item(self, item: object) -> None:
        """A report of this page by its name, or one as it is asked, over what is seen."""
        if isinstance(item, str) and item in dict(self._group.reports):
            while self._over:
                self.go_back()
            self.show_report(item)
            self.focus_first()
        elif isinstance(item, ToReport):
            self.lay_over(item)

    def show_report(self, name: str) -> None:
        """Bring a report of the group to the front; it is read when it is first seen."""
        is_new = name not in self._views
        if is_new:
            self._views[name] = self._built(name)
            self._seen.addWidget(self._views[name])
        had_focus = self._has_focus_beside()
        self._seen.setCurrentWidget(self._views[name])
        if is_new and len(self._views) > 1:
            self._views[name].refresh()
        if had_focus:
            self._segments[name].setFocus()

    def _built(self, name: str) -> ReportView:
        beside: tuple[QWidget, ...] = ()
        if len(self._group.reports) > 1:
            self._segments[name] = self._segments_at(name)
            beside = (self._segments[name],)
        view = ReportView(
            self.surroundings, name, Frame(None, beside, lambda: empty_page(self._group, self.surroundings))
        )
        view.opened.connect(self.follow)
        return view

    def _segments_at(self, name: str) -> Segments:
        """The segments beside the title of a report: that report is the chosen one there."""
        segments = Segments([Segment(report, word()) for report, word in self._group.reports])
        segments.choose(name)
        segments.chosen.connect(lambda other: self._change(segments, name, other))
        return segments

    def _change(self, segments: Segments, name: str, other: str) -> None:
        if other == name:
            return
        segments.blockSignals(True)
        segments.choose(name)
        segments.blockSignals(False)
        # A button that is walked to takes the focus after it told of it: the other report's comes later.
        QTimer.singleShot(0, self, lambda: self.show_report(other))

    def _has_focus_beside(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and any(part.isAncestorOf(focus) for part in self._segments.values())
