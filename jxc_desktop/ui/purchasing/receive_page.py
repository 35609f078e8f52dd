"""扫码入库: a delivery is scanned at the door, priced, looked at, posted. The focus is in the scan field."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_entries import ReceiveEntries
from jxc_desktop.ui.purchasing.receive_keys import key_name, page_hints
from jxc_desktop.ui.purchasing.receive_lot import ReceiveLot
from jxc_desktop.ui.purchasing.receive_model import ReceiveModel
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.purchasing.receive_posting import ReceivePosting
from jxc_desktop.ui.purchasing.receive_rows import ReceiveRows
from jxc_desktop.ui.purchasing.receive_scans import ReceiveScans
from jxc_desktop.ui.purchasing.receive_side import ReceiveSide
from jxc_desktop.ui.purchasing.receive_supplier import ReceiveSupplier
from jxc_desktop.ui.purchasing.receive_table import ReceivePanel
from jxc_desktop.ui.purchasing.receive_unknown import ReceiveUnknown
from jxc_desktop.ui.purchasing.receive_words import say_ready
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.draft_keeper import DraftKeeper
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_names import F_KEYS, ROW_KEYS, row_step
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.product_finder import ProductFinder
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.side_panel import BesidePanel

CHOICES_WIDTH = 364


class ReceivePage(Page):
    """A delivery at the door."""

    key = "purchasing.receive"
    icon = "barcode"
    stale_on = frozenset[Change]()

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        shop = surroundings.shop
        self._field, self._line = ScanField(""), ScanLine()
        self._model = ReceiveModel(lambda: shop.today, self)
        self._panel = ReceivePanel(self._model)
        self._side = ReceiveSide(lambda: shop.today)
        drafts: DraftKeeper[ReceivingDraft] = DraftKeeper(
            surroundings.background, lambda draft: shop.purchasing.keep_draft(draft), _is_worth_keeping, self
        )
        table, press = self._panel.rows, SecondPress(clock)
        parts = ReceiveParts(surroundings, self, self._field, self._line, clock, self._model, table, drafts, press)
        self._parts = parts
        self._entries = ReceiveEntries(self._line, self._model, self)
        self._unknown = ReceiveUnknown(parts)
        self._scans = ReceiveScans(parts, self._unknown, self._entries)
        self._rows = ReceiveRows(parts, self._entries)
        self._supplier = ReceiveSupplier(parts)
        self._posting = ReceivePosting(parts, self._supplier, self._entries)
        self._lot = ReceiveLot(parts, self._side)
        self._finder = ProductFinder(self, self._field, lambda text, most: shop.catalog.search(text, most), clock)
        self._scanned = self._document = -1
        self._code_to_fill = ""
        self._has_begun = self._has_red_rows = False
        self._acts = self._acts_by_key()
        self.setFocusProxy(self._field)
        self._lay_out()
        self._connect()
        self._show_delivery()
        self._ask_for_scans()
        say_ready(self._line)

    @staticmethod
    @override
    def title() -> str:
        return _("扫码入库")

    @override
    def take_scan(self, code: str) -> None:
        self._field.take_scan(code)

    @override
    def focus_first(self) -> None:
        """The scan field, or what was open when the page was left."""
        (self._posting.summary if self._posting.is_open() else self._field).setFocus()

    @override
    def may_leave(self) -> bool:
        """The delivery is kept as a draft; it comes back at the next start."""
        self._parts.drafts.save_now()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The first time: what was being counted when the program ended comes back."""
        super().showEvent(event)
        self._place_lists()
        if not self._has_begun:
            self._has_begun = True
            purchasing = self.surroundings.shop.purchasing
            perform(purchasing.kept_draft, self._take_back, lambda said, _error: self._parts.refuse(said.line))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_lists()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the innermost list or entry; the other keys work wherever the focus is on the page."""
        event.accept()
        name, control = F_KEYS.get(event.key(), ""), Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._close_innermost()
        elif event.modifiers() == control and event.key() in self._with_control:
            self._with_control[Qt.Key(event.key())]()
        elif name and not event.modifiers() and name in self._acts:
            if not event.isAutoRepeat():
                self._press(name)
        elif event.key() in ROW_KEYS and self._supplier.is_open():
            self._move(event.key())
        else:
            super().keyPressEvent(event)

    def _acts_by_key(self) -> dict[str, Callable[[], None]]:
        rows = self._rows
        return {
            "F2": self._supplier.begin,
            "F3": rows.count,
            "F4": self._lot.begin,
            "F5": rows.price,
            "F6": rows.amount,
            "F7": rows.other_lot,
            "F8": self._beside_toggle,
            "F9": self._posting.press,
            "F12": self._open_finder,
        }

    def _lay_out(self) -> None:
        worn = look()
        main = QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(worn.px(8))
        for part in (self._field, self._line):
            left.addWidget(part)
        left.addWidget(self._panel, 1)
        supplier = KeyButton(_("供应商"), "F2", icon="truck-delivery")
        post = KeyButton(_("过账入库"), "F9", ButtonKind.PRIMARY, icon="check")
        supplier.clicked.connect(lambda: self._press("F2"))
        post.clicked.connect(lambda: self._press("F9"))
        self._header = PageHeader(buttons=(supplier, post))
        self._beside = BesidePanel(main, self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(worn.px(16), worn.px(12), worn.px(16), worn.px(8))
        column.setSpacing(worn.px(12))
        column.addWidget(self._header)
        column.addWidget(self._beside, 1)
        column.addWidget(HintLine(page_hints()))

    def _connect(self) -> None:
        self._with_control = {Qt.Key.Key_N: self._create, Qt.Key.Key_O: self._open_document}
        self._plain_keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus.value: self._rows.one_more,
            Qt.Key.Key_Minus.value: self._rows.one_less,
            Qt.Key.Key_Delete.value: self._rows.delete,
            Qt.Key.Key_Return.value: self._on_enter,
        }
        self._field.scanned.connect(self._on_scanned)
        self._field.searched.connect(self._on_searched)
        self._field.refused.connect(lambda words, _code: self._parts.refuse(words))
        self._field.key_pressed.connect(self._on_key)
        self._finder.chosen.connect(self._on_chosen)
        self._model.changed.connect(self._on_changed)
        self._panel.rows.row_chosen.connect(lambda _row: self._on_row_chosen())
        self._rows.deleted.connect(self._unknown.say_rows)
        self._scans.counted.connect(self._on_counted)
        self._scans.document_scanned.connect(self._remember_document)
        self._parts.drafts.not_saved.connect(self._parts.remark)
        self._supplier.left.connect(self._field.setFocus)
        self._entries.closed.connect(self._field.setFocus)
        self._posting.closed.connect(self._field.setFocus)
        self._posting.posted.connect(lambda: self._remember_document(self._posting.last_posted))
        self._lot.opened.connect(self._ask_for_scans)
        self._lot.closed.connect(self._on_lot_closed)
        hear_keys(self, ("Ctrl+Delete", self._give_up))

    def _on_scanned(self, code: str) -> None:
        self._finder.close()
        self._code_to_fill = ""
        self._scans.take(code)

    def _on_searched(self, text: str) -> None:
        """A short code typed whole is that code; any other text means the goods chosen in the list."""
        if not self._finder.is_moved() and self._scans.take_typed(text):
            self._field.clear_entry()
            self._finder.close()
        elif not self._finder.choose_shown(text):
            self._parts.remark(_("没有符合的商品"))

    def _on_counted(self) -> None:
        """A scan stands on its row, which is the chosen one now."""
        self._scanned = self._panel.rows.chosen_number()
        self._show_row()
        self._posting.close_for_scan()

    def _on_key(self, key: int) -> None:
        """A key that is no text: lists first, then rows, then acts."""
        if key in ROW_KEYS:
            self._move(key)
        elif key in self._plain_keys:
            self._plain_keys[key]()
        else:
            self._press(key_name(key))

    def _press(self, name: str) -> None:
        """One of the F-keys, pressed or clicked; one that does nothing now says why."""
        act = self._acts.get(name)
        if act is None:
            return
        if self._line.is_asking():
            self._entries.insist()
        elif self._posting.is_open() and name != "F9":
            self._posting.close()
        elif name in ("F4", "F8") or self._lot.finish():
            self._finder.close()
            self._place_lists()
            act()

    def _move(self, key: int) -> None:
        chooser = self._supplier.chooser if self._supplier.is_open() else self._finder.shown()
        page = self._panel.rows.rows_in_view() if chooser is None else chooser.rows_in_view()
        (self._panel.rows if chooser is None else chooser).move_choice(row_step(key, page))

    def _on_enter(self) -> None:
        """Enter on the empty field takes the goods chosen in the panel; it never posts."""
        if self._finder.shown() is not None:
            self._finder.choose_shown("")

    def _open_finder(self) -> None:
        """F12: choose goods by name; on a red row, what it is."""
        row = self._parts.chosen_unknown()
        self._code_to_fill = "" if row is None else row.code
        self._field.setFocus()
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

    def _create(self) -> None:
        if self._lot.finish():
            self._unknown.create()

    def _give_up(self) -> None:
        if self._line.is_asking():
            self._entries.insist()
        else:
            self._lot.drop()
            self._rows.give_up()

    def _remember_document(self, document_id: int | None) -> None:
        self._document = -1 if document_id is None else document_id

    def _open_document(self) -> None:
        """Ctrl+O: the receipt that was posted or scanned last."""
        if self._document < 0:
            self._parts.remark(_("这次还没有过账的单据"))
        else:
            self.surroundings.show_page("purchasing.list", self._document)

    def _close_innermost(self) -> None:
        if self._finder.close():
            self._code_to_fill = ""
        elif self._supplier.is_open():
            self._supplier.leave()
        elif self._line.is_asking():
            self._entries.leave()
        elif self._posting.is_open():
            self._posting.close()
        elif self._lot.is_open():
            self._lot.leave()
            return
        else:
            self._beside.close_panel()
        self._field.setFocus()

    def _take_back(self, draft: ReceivingDraft | None) -> None:
        """What was left, if anybody counted anything, and a line that says so."""
        if draft is None or not (draft.lines or draft.supplier):
            return
        self._model.start(draft)
        self._panel.rows.choose(self._model.rowCount() - 1)
        rows = _("{rows} 行").format(rows=len(draft.lines))
        kind = LineKind.DANGER if self._model.totals.unknown_rows else LineKind.SUCCESS
        self._line.say(kind, (bold(_("上次没过账的入库拿回来了")), plain(rows)), flashes=True)

    def _on_changed(self) -> None:
        self._parts.press.forget()
        self._show_delivery()
        self._parts.drafts.keep(self._model.draft)
        has_red_rows = bool(self._model.totals.unknown_rows)
        if has_red_rows != self._has_red_rows:
            self._has_red_rows = has_red_rows
            self._line.hold_danger(has_red_rows)

    def _on_row_chosen(self) -> None:
        self._show_row()
        self._unknown.say_rows()

    def _on_lot_closed(self) -> None:
        self._ask_for_scans()
        self._show_row()
        self._field.setFocus()

    def _show_delivery(self) -> None:
        """Who it is from, what it comes to, the row in the hand."""
        draft, totals = self._model.draft, self._model.totals
        if draft.supplier:
            self._header.show_title(self.title(), _("{supplier} → 门店").format(supplier=draft.supplier))
        else:
            self._header.show_title(self.title(), badge=Badge(_("没选供应商"), "alert-triangle", Tone.WARNING))
        kinds = len({line.goods.product_id for line in draft.lines if isinstance(line, GoodsLine)})
        self._panel.show_totals(totals, kinds)
        self._show_row()

    def _show_row(self) -> None:
        """The panel follows the chosen row; while a batch is being noted it stays with that one."""
        chosen = self._panel.rows.chosen_number()
        number = self._lot.row if self._lot.is_open() else chosen
        self._side.show_line(self._model.line_at(number), is_scanned=number in (self._scanned, -1))

    def _ask_for_scans(self) -> None:
        words = _("扫码仍然有效，先填批号或直接扫下一件") if self._lot.is_open() else _("扫描到货的商品")
        self._field.setPlaceholderText(words)
        if self._lot.is_open():
            self._beside.open_panel()

    def _beside_toggle(self) -> None:
        """F8: the side panel, where the window has no room for it."""
        if not self._beside.has_room():
            self._beside.open_panel()

    def _place_lists(self) -> None:
        """The list below the field lies over the rows, what is wider than the side column below the scan line."""
        panel, beside, wide = self._panel, self._beside, look().px(CHOICES_WIDTH)
        below = QRect(panel.mapTo(self, panel.rect().topLeft()), panel.size())
        right = beside.x() + beside.width()
        self._finder.place(below, QRect(right - wide, below.y(), wide, below.height()))
        side = QRect(right - self._side.pixels(), beside.y(), self._side.pixels(), beside.height())
        for over in (self._supplier.chooser, self._posting.summary):
            over.setGeometry(side)


def _is_worth_keeping(draft: ReceivingDraft, before: ReceivingDraft | None) -> bool:
    """An empty delivery is written only over what was in it before."""
    has_content = bool(draft.lines or draft.supplier)
    return has_content or (before is not None and before.token == draft.token)
