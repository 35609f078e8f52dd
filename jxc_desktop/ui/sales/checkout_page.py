"""收银台: scan, take the money, next customer. The focus is in the scan field, always."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.sales.cart_entries import CartEntries
from jxc_desktop.ui.sales.cart_model import CartModel
from jxc_desktop.ui.sales.cart_table import CartPanel
from jxc_desktop.ui.sales.counter_keys import counter_cells, key_name
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_payment import CounterPayment
from jxc_desktop.ui.sales.counter_rows import CounterRows
from jxc_desktop.ui.sales.counter_scans import CounterScans
from jxc_desktop.ui.sales.counter_words import ready_hint, say_ready
from jxc_desktop.ui.sales.draft_keeper import DraftKeeper
from jxc_desktop.ui.sales.held_carts import HeldCarts
from jxc_desktop.ui.sales.last_sale_panel import LastSalePanel
from jxc_desktop.ui.sales.product_finder import ProductFinder
from jxc_desktop.ui.sales.unknown_goods import UnknownGoods
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_bar import KeyBar
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.total_panel import TotalPanel

# An Enter so soon after a scan belongs to the scanner.
ENTER_BELONGS_TO_SCAN_MS = 400
SIDE = 364


class CheckoutPage(Page):
    """The counter.

    Attributes:
        key_bar: the F-keys; it lies at the foot of the page until the window takes it to its own foot.
    """

    key = "sales.checkout"
    icon = "cash-register"
    stale_on = frozenset({Change.CARTS, Change.SALES})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._field = ScanField(_("扫描条码"), size=52)
        self._line = ScanLine()
        self._model = CartModel(self)
        self._cart = CartPanel(self._model)
        self._total = TotalPanel()
        self._last = LastSalePanel()
        self._pay = KeyButton(_("收款"), "F9", ButtonKind.PRIMARY, tall=ButtonHeight.PAY)
        self.key_bar = KeyBar(counter_cells())
        self._drafts = DraftKeeper(surroundings.shop.carts, surroundings.background, self)
        table = self._cart.cart_table
        parts = CounterParts(surroundings, self, self._field, self._line, self._model, table, self._drafts, clock)
        self._parts = parts
        self._entries = CartEntries(self._line, self._model, self)
        self._held = HeldCarts(parts)
        self._payment = CounterPayment(parts, self._held, self._last)
        self._unknown = UnknownGoods(parts)
        self._scans = CounterScans(parts, self._payment, self._unknown)
        self._rows = CounterRows(parts, self._entries)
        self._finder = ProductFinder(self, self._field, surroundings.shop.catalog.search)
        self._has_begun = False
        self._acts = self._acts_by_key()
        self._lay_out()
        self._connect()
        self._show_totals()
        say_ready(self._line)

    @staticmethod
    @override
    def title() -> str:
        return _("收银台")
