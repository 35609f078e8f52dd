"""Goods without a code: found by name, pinyin initials or last digits while the focus stays in the scan field."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.figure_text import price_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page import Page
from jxc_desktop.ui.widgets.parts import Part, muted, plain, small
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms

if TYPE_CHECKING:
    from jxc_desktop.services.catalog.search import ProductHit

MOST_BELOW, MOST_IN_PANEL = 8, 40
# One or two digits are pieces for the multiplier more often than the end of a code.
FEWEST_DIGITS = 3
# An Enter sooner than this was pressed before anybody can have seen what it would take, or it bounced.
SEEN_AFTER_MS = 300

Search = Callable[[str, int], "list[ProductHit]"]


class ProductFinder(QObject):
    """The list below the field while one types, and the F12 panel over the side column.

    Signals:
        chosen: the key of the product. closed: the panel was left.
    """

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, page: Page, field: ScanField, search: Search, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(page)
        self._field, self._search, self._clock = field, search, clock
        self._appeared_ms = 0
        self.below = ChoiceList(page)
        keys = (KeyHint("↑↓", ""), KeyHint("Enter", _("选")), KeyHint("Esc", _("返回")))
        self.panel = ChoiceList(page, _("选商品"), keys)
        for shown in (self.below, self.panel):
            shown.picked.connect(self._choose)
        field.search_changed.connect(self._on_search_changed)

    def open_panel(self, title: str) -> None:
        """F12: the panel, filled with what is typed."""
        self.below.hide()
        self.panel.show_choices((), _("输名称、拼音首字母或条码后几位"), title)
        self._fill(self._field.text().strip())
        self.panel.show()
        self.panel.raise_()

    def close(self) -> bool:
        """Shut the panel; whether it was open."""
        was_open = self.panel.isVisible()
        self.panel.hide()
        self.below.hide()
        if was_open:
            self.closed.emit()
        return was_open

    def shown(self) -> ChoiceList | None:
        """The list one is choosing from; None while there is none."""
        return next((shown for shown in (self.panel, self.below) if shown.isVisible()), None)

    def place(self, below: QRect, panel: QRect) -> None:
        """Where the two lists may lie; the one below the field is no higher than its rows."""
        self._room = below
        self.panel.setGeometry(panel)
        self._place_below()

    def choose_shown(self, text: str) -> bool:
        """Enter on a typed text: the chosen row, or the only one that fits; False: nothing fits.

        Goods that are not seen are never taken: where several fit, they are shown first, and for a moment no Enter
        takes one of them.
        """
        shown = self.shown()
        if shown is None:
            self._fill(text)
            shown = self.below
            if len(shown.words()) > 1:
                self._show_below()
                return True
        key = shown.chosen()
        if key is not None and (len(shown.words()) == 1 or self._is_seen()):
            self._choose(key)
        return key is not None

    def is_moved(self) -> bool:
        """Whether another row than the first was chosen by hand."""
        shown = self.shown()
        return shown is not None and shown.chosen_number() > 0

    _room = QRect()

    def _on_search_changed(self, text: str) -> None:
        if self.panel.isVisible():
            self._fill(text)
        elif text and not (text.isdecimal() and len(text) < FEWEST_DIGITS):
            self._fill(text)
            self._show_below()
        else:
            self.below.hide()

    def _show_below(self) -> None:
        self._place_below()
        self.below.show()
        self.below.raise_()

    def _is_seen(self) -> bool:
        return self._clock() - self._appeared_ms >= SEEN_AFTER_MS

    def _fill(self, text: str) -> None:
        is_panel = self.panel.isVisible()
        before = self.shown()
        if before is None or before.chosen() is None:
            self._appeared_ms = self._clock()
        hits = self._search(text, MOST_IN_PANEL if is_panel else MOST_BELOW) if text else []
        nothing = _("没有符合的商品") if text else _("输名称、拼音首字母或条码后几位")
        (self.panel if is_panel else self.below).show_choices([_choice(hit) for hit in hits], nothing)

    def _place_below(self) -> None:
        tall = min(self.below.wanted_height(), self._room.height())
        self.below.setGeometry(self._room.x(), self._room.y(), self._room.width(), tall)

    def _choose(self, key: object) -> None:
        assert isinstance(key, int)
        self._field.clear_entry()
        self.close()
        self.chosen.emit(key)


def _choice(hit: "ProductHit") -> Choice:
    left = (plain(hit.name), small(hit.barcode or hit.code), *((small(hit.spec),) if hit.spec else ()))
    return Choice(hit.product_id, left, (muted(hit.unit), Part(price_text(hit.price), ANSWER)))
