"""收银台: scan, take the money, next customer. The focus is in the scan field, always."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.settings import OVERSOLD_AT_COUNTER, ROUNDING_AT_COUNTER
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.cart_entries import CartEntries
from jxc_desktop.ui.sales.cart_keeper import cart_keeper
from jxc_desktop.ui.sales.cart_model import CartModel
from jxc_desktop.ui.sales.cart_table import CartPanel
from jxc_desktop.ui.sales.counter_keys import counter_cells, key_name, row_hints
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.counter_payment import CounterPayment
from jxc_desktop.ui.sales.counter_rows import CounterRows
from jxc_desktop.ui.sales.counter_scans import CounterScans
from jxc_desktop.ui.sales.counter_words import say_ready
from jxc_desktop.ui.sales.held_carts import HeldCarts
from jxc_desktop.ui.sales.last_sale_panel import LastSalePanel
from jxc_desktop.ui.sales.unknown_goods import UnknownGoods
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_bar import KeyBar
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import F_KEYS, ROW_KEYS, row_step
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.product_finder import ProductFinder
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.total_panel import TotalPanel

# An Enter so soon after a scan belongs to the scanner, and one so soon after another Enter has bounced.
ENTER_BELONGS_TO_SCAN_MS = 400
SIDE = 364
LOW_WINDOW = 720
# The last sale is looked up when the page is there: the next customer's first scan does not wait for it.
AFTER_FIRST_PAINT_MS = 100


class CheckoutPage(Page):
    """The counter."""

    key = "sales.checkout"
    icon = "cash-register"
    stale_on = frozenset({Change.CARTS, Change.SALES, Change.SETTINGS})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._field = ScanField(_("扫描条码"), size=52)
        self._line = ScanLine()
        self._model = CartModel(self)
        self._cart = CartPanel(self._model)
        self._total = TotalPanel()
        self._last = LastSalePanel()
        self._pay = KeyButton(_("收款"), "F9", ButtonKind.PRIMARY, tall=ButtonHeight.PAY)
        self._pay.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot = self._key_bar = KeyBar(counter_cells())
        self._drafts = cart_keeper(surroundings.shop.carts, surroundings.background, self)
        table = self._cart.cart_table
        parts = CounterParts(surroundings, self, self._field, self._line, clock, self._model, table, self._drafts)
        self._parts = parts
        self._entries = CartEntries(self._line, self._model, self)
        self._held = HeldCarts(parts)
        self._payment = CounterPayment(parts, self._held, self._last)
        self._unknown = UnknownGoods(parts)
        self._scans = CounterScans(parts, self._payment, self._unknown)
        self._rows = CounterRows(parts, self._entries)
        self._finder = ProductFinder(self, self._field, surroundings.shop.catalog.search, clock)
        self._has_begun = False
        self._scanned_ms = 0
        self._code_to_fill = ""
        self._has_red_rows = False
        self._acts = self._acts_by_key()
        self.setFocusProxy(self._field)
        self._lay_out()
        self._connect()
        self._show_totals()
        say_ready(self._line)

    @staticmethod
    @override
    def title() -> str:
        return _("收银台")

    @override
    def reload(self) -> None:
        """The carts on hold, the last sale and the shop's rules for oversold goods and 抹零, as the books have them."""
        self._held.reload()
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self, self._payment.show_last_sale)
        settings = self.surroundings.shop.settings
        self._scans.oversold = OversoldRule(settings.read(OVERSOLD_AT_COUNTER))
        self._model.set_rounding(int(settings.read(ROUNDING_AT_COUNTER)))

    @override
    def keys(self) -> list[KeyHint]:
        return [*super().keys(), *row_hints()]

    @override
    def take_scan(self, code: str) -> None:
        self._scanned_ms = self._parts.clock()
        self._field.take_scan(code)

    @override
    def focus_first(self) -> None:
        self._field.setFocus()

    @override
    def may_leave(self) -> bool:
        """The cart is kept as a draft; it comes back at the next start."""
        self._drafts.save_now()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The first time: what was left in the cart when the program ended comes back."""
        super().showEvent(event)
        if not self._has_begun:
            self._has_begun = True
            perform(
                self._held.bring_back_unfinished,
                lambda _came_back: None,
                lambda said, _error: self._parts.refuse(said.line),
            )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._total.set_folded(self.window().height() < look().px(LOW_WINDOW))
        self._place_lists()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the innermost list or entry; the other keys work wherever the focus is on the page."""
        event.accept()
        name = F_KEYS.get(event.key(), "")
        if event.key() == Qt.Key.Key_Escape:
            self._close_innermost()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in self._with_control:
            self._with_control[Qt.Key(event.key())]()
        elif name and not event.isAutoRepeat():
            self._press(name)
        else:
            super().keyPressEvent(event)

    def _acts_by_key(self) -> dict[str, Callable[[], None]]:
        rows = self._rows
        return {
            "F1": self.help_asked.emit,
            "F3": rows.count,
            "F4": rows.price,
            "F5": rows.discount,
            "F6": rows.hold,
            "F7": self._held.open_chooser,
            "F8": lambda: self.surroundings.show_page("sales.list", self._scans.asked_receipt),
            "F9": lambda: self._payment.begin(Qt.Key.Key_F9),
            "F10": rows.bill,
            "F12": self._open_finder,
        }

    def _lay_out(self) -> None:
        worn = look()
        left = QVBoxLayout()
        left.setSpacing(worn.px(8))
        left.addWidget(self._field)
        left.addWidget(self._line)
        left.addWidget(self._cart, 1)
        right = QVBoxLayout()
        right.setSpacing(worn.px(10))
        right.addWidget(self._total)
        right.addWidget(self._last)
        right.addWidget(self._held.panel, 1)
        right.addWidget(self._pay)
        self._side = QWidget()
        self._side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._side.setFixedWidth(worn.px(SIDE))
        middle = QHBoxLayout(self)
        middle.setContentsMargins(worn.px(16), worn.px(12), worn.px(16), worn.px(12))
        middle.setSpacing(worn.px(14))
        middle.addLayout(left, 1)
        middle.addWidget(self._side)

    def _connect(self) -> None:
        self._with_control = {Qt.Key.Key_N: self._unknown.create, Qt.Key.Key_P: self._payment.reprint}
        self._plain_keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus.value: self._rows.one_more,
            Qt.Key.Key_Minus.value: self._rows.one_less,
            Qt.Key.Key_Delete.value: self._rows.delete,
            Qt.Key.Key_Return.value: self._on_enter,
        }
        self._field.scanned.connect(self._on_scanned)
        self._field.searched.connect(self._on_searched)
        self._field.key_pressed.connect(self._on_key)
        self._finder.chosen.connect(self._on_chosen)
        self._model.changed.connect(self._on_cart_changed)
        self._model.money_off_ended.connect(self._say_money_off_ended)
        self._entries.closed.connect(self._field.setFocus)
        self._entries.noted.connect(self._held.hold)
        self._entries.allowed.connect(self._payment.allow)
        self._payment.refused_for_limit.connect(self._entries.ask_pin)
        self._cart.cart_table.row_chosen.connect(self._unknown.say_rows)
        self._rows.deleted.connect(self._unknown.say_rows)
        self._drafts.not_saved.connect(self._parts.remark)
        self._pay.clicked.connect(self._acts["F9"])
        self._key_bar.pressed.connect(self._press)
        hear_keys(self, ("Ctrl+Delete", self._rows.give_up))

    def _on_scanned(self, code: str) -> None:
        self._scanned_ms = self._parts.clock()
        self._close_lists()
        self._scans.take(code)

    def _on_searched(self, text: str) -> None:
        """A short code typed whole is that code; any other text means the goods chosen in the list."""
        self._scanned_ms = self._parts.clock()
        if not self._finder.is_moved() and self._scans.take_typed(text):
            self._field.clear_entry()
            self._close_lists()
        elif not self._finder.choose_shown(text):
            self._parts.remark(_("没有符合的商品"))

    def _on_key(self, key: int) -> None:
        """A key that is no text: lists first, then rows, then acts."""
        if key in ROW_KEYS:
            self._move(key)
        elif key in self._plain_keys:
            self._plain_keys[key]()
        else:
            self._press(key_name(key))

    def _press(self, name: str) -> None:
        """One of the F-keys, pressed or clicked; one that does nothing says why."""
        if self._line.is_asking() and not (name == "F10" and self._entries.is_asking_bill()):
            self._entries.insist()
            return
        act = self._acts.get(name)
        if act is not None:
            act()
            return
        cell = next((cell for cell in counter_cells() if cell.key == name), None)
        if cell is not None and cell.refusal:
            self._parts.remark(cell.refusal)

    def _move(self, key: int) -> None:
        shown = self._finder.shown() or (self._held.chooser if self._held.chooser.isVisible() else None)
        page = self._parts.table.rows_in_view() if shown is None else shown.rows_in_view()
        (self._parts.table if shown is None else shown).move_choice(row_step(key, page))

    def _on_enter(self) -> None:
        """Enter on the empty field pays, unless it belongs to a scan or to a list that is open."""
        if self._held.chooser.isVisible():
            self._held.take_chosen()
        elif self._finder.shown() is not None:
            self._finder.choose_shown("")
        elif self._parts.clock() - self._scanned_ms >= ENTER_BELONGS_TO_SCAN_MS:
            self._payment.begin(Qt.Key.Key_Return)

    def _open_finder(self) -> None:
        """F12: choose goods by name; on a red row, what it is."""
        row = self._parts.chosen_unknown()
        self._code_to_fill = "" if row is None else row.code
        self._held.chooser.hide()
        self._finder.open_panel(_("选商品") if row is None else _("这一行是什么商品"))

    def _on_chosen(self, product_id: int) -> None:
        code, self._code_to_fill = self._code_to_fill, ""
        if code:
            self._unknown.become(code, product_id)
            return
        perform(
            lambda: self.surroundings.shop.catalog.find_by_id(product_id),
            self._scans.add,
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def _close_innermost(self) -> None:
        if not self._close_lists():
            self._entries.leave()
        self._field.setFocus()

    def _close_lists(self) -> bool:
        """Shut what one chooses from; whether a panel was open."""
        was_open = self._held.chooser.isVisible()
        self._held.chooser.hide()
        if self._finder.close():
            self._code_to_fill = ""
            was_open = True
        return was_open

    def _on_cart_changed(self) -> None:
        self._show_totals()
        self._drafts.keep(self._model.cart)
        has_red_rows = bool(self._model.totals.unknown_rows)
        if has_red_rows != self._has_red_rows:
            self._has_red_rows = has_red_rows
            self._line.hold_danger(has_red_rows)

    def _show_totals(self) -> None:
        totals = self._model.totals
        rows = (
            (_("原价合计"), money_text(totals.list_total)),
            (_("优惠"), money_text(-totals.discount)),
            (_("抹零"), money_text(-totals.rounding_off)),
        )
        badge = None
        if totals.unknown_rows:
            badge = Badge(_("{rows} 行未识别").format(rows=totals.unknown_rows), "circle-x", Tone.DANGER)
        self._total.show_total(money_text(totals.due), rows, badge)
        self._cart.show_totals(totals)

    def _say_money_off_ended(self) -> None:
        self._line.say(LineKind.WARNING, _("商品少了，整单减的钱已经取消；要减再按 F10"), flashes=True)

    def _place_lists(self) -> None:
        """The list below the field lies over the cart, the panels over the side column."""
        side = self._side.geometry()
        self._finder.place(self._cart.geometry(), side)
        self._held.chooser.setGeometry(side)
