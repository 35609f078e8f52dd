"""A page of the tab 报表: what a row of it leads to lies over it, and Esc leads back to the same row."""

from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.reports.report import ToDocument, ToReport, ToStock
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.reports.report_view import Frame, ReportView
from jxc_desktop.ui.widgets.document_pages import open_document
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.parts import plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind

STOCK_PAGE = "inventory.stock"


class LedPage(Page):
    """What is at the bottom is the page's own; reports that it led to lie over it, the newest in front."""

    stale_on = frozenset({Change.SALES, Change.PURCHASES, Change.STOCK, Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._over: list[tuple[ReportView, QWidget | None]] = []
        self._layers = QStackedLayout(self)
        hear_keys(
            self,
            ("Ctrl+E", self.export),
            ("Ctrl+P", self.preview),
            ("Ctrl+T", self._toggle_columns),
            ("Ctrl+F", self._search),
        )

    def report(self) -> ReportView | None:
        """The report in front; None where the page itself is."""
        return self._over[-1][0] if self._over else None

    def follow(self, lead: object) -> None:
        """Go where a row leads."""
        if isinstance(lead, ToReport):
            self.lay_over(lead)
        elif isinstance(lead, ToStock):
            self.surroundings.show_page(STOCK_PAGE, lead.product_id)
        elif isinstance(lead, ToDocument):
            open_document(self.surroundings, lead.kind, lead.document_id, self.say)

    def lay_over(self, lead: ToReport) -> None:
        """Another report over what is seen, as it is asked there."""
        view = ReportView(self.surroundings, lead.name, Frame(lead.asked))
        view.opened.connect(self.follow)
        view.left.connect(self.go_back)
        self._over.append((view, self.focusWidget()))
        self._layers.addWidget(view)
        self._layers.setCurrentWidget(view)
        view.refresh()
        view.setFocus()

    def go_back(self) -> None:
        """Away with the report in front; what it lay over has the focus where it was."""
        view, focus = self._over.pop()
        self._layers.setCurrentWidget(self._over[-1][0] if self._over else self.own())
        self._layers.removeWidget(view)
        view.deleteLater()
        if focus is not None:
            focus.setFocus()
        else:
            self.focus_first()

    def own(self) -> QWidget:
        """What the page shows by itself."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Why a row or a scan leads nowhere, in the line of what is in front."""
        view = self.report()
        if view is not None:
            view.line.say(LineKind.WARNING, (plain(words),))

    @override
    def reload(self) -> None:
        """Read what is in front again."""
        view = self.report()
        if view is not None:
            view.reload()

    @override
    def focus_first(self) -> None:
        """The rows of what is in front."""
        view = self.report()
        if view is not None:
            view.focus_first()

    @override
    def take_scan(self, code: str) -> None:
        """The report is narrowed to the product of that code; where it takes none, the stock of it is shown."""
        catalog = self.surroundings.shop.catalog
        perform(lambda: catalog.find_by_code(code), lambda found: self._show_scanned(found, code), self._refuse)

    def export(self) -> None:
        """Ask where to, and write what is in front."""
        view = self.report()
        if view is not None:
            view.export()

    def preview(self) -> None:
        """The paper of what is in front."""
        view = self.report()
        if view is not None:
            view.preview()

    def _show_scanned(self, found: FoundProduct | NoGoods, code: str) -> None:
        if not isinstance(found, FoundProduct):
            self.surroundings.sound.play(SoundKind.BAD)
            self.say(_("没有这个条码 {code}").format(code=clean_scan(code).code))
            return
        self.surroundings.sound.play(SoundKind.GOOD)
        view = self.report()
        if view is None or not view.show_product(found.product_id):
            self.surroundings.show_page(STOCK_PAGE, found.product_id)

    def _refuse(self, words: Refusal, _error: ShopError) -> None:
        self.say(words.fact)

    def _toggle_columns(self) -> None:
        view = self.report()
        if view is not None:
            view.toggle_columns()

    def _search(self) -> None:
        view = self.report()
        if view is not None:
            view.search_or_first()
