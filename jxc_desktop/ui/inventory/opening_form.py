"""期初库存, new: scan or find what lies in the shop, say how much and what it cost, post it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct, ProductDetails
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.inventory.opening_columns import draft_columns
from jxc_desktop.ui.inventory.opening_draft import DraftLine, OpeningTotals, to_post, totals_of, with_more
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.day_input import DayInput
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page import Page
from jxc_desktop.ui.widgets.parts import Part, bold, muted, plain
from jxc_desktop.ui.widgets.product_finder import ProductFinder
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

STEPS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1, Qt.Key.Key_PageUp.value: -10, Qt.Key.Key_PageDown.value: 10}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the line asks: its word, what stands there now, and the line with what was typed."""

    word: str
    value: str
    change: Callable[[DraftLine, str], DraftLine]


class OpeningForm(QWidget):
    """The lines being typed; they are in the books only after the second F9.

    Attributes:
        field: the scan field. line: what the last scan did. table: the lines, the newest last.

    Signals:
        posted: the key of the document. left: back to the list.
    """

    posted = Signal(int)
    left = Signal()

    def __init__(self, page: Page, clock: Callable[[], int]) -> None:
        super().__init__()
        self._page, self._surroundings = page, page.surroundings
        shop = self._surroundings.shop
        self._catalog, self._inventory = shop.catalog, shop.inventory
        self._press = SecondPress(clock)
        self._token = ""
        self._entry: _Entry | None = None
        self.field, self.line = ScanField(_("扫条码，或输名称、拼音找商品")), ScanLine()
        self.day = DayInput(shop.today, lambda: shop.today)
        self._model: TableModel[DraftLine] = TableModel(draft_columns(), lambda line: line.product_id, _tone)
        self.table: Table[DraftLine] = Table(self._model, RowHeight.COUNTER)
        self._footer = TotalsFooter(self.table)
        self.finder = ProductFinder(page, self.field, self._catalog.search, clock)
        self._acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F3.value: self._ask_quantity,
            Qt.Key.Key_F4.value: self._ask_cost,
            Qt.Key.Key_F6.value: self._ask_amount,
            Qt.Key.Key_F9.value: self.sum_up_or_post,
            Qt.Key.Key_Delete.value: self._remove,
        }
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """A new document, dated today."""
        self._token = str(uuid4())
        self._press.forget()
        self.day.show_day(self._surroundings.shop.today)
        self.line.close_entry()
        self._say_ready()
        self._show([], -1)
        self.field.clear_entry()
        self.field.setFocus()

    def has_entries(self) -> bool:
        """Whether something is typed that is not posted."""
        return bool(self._model.rowCount())

    def totals(self) -> OpeningTotals:
        """What the lines come to."""
        return totals_of(self._model.rows())

    def take_scan(self, code: str) -> None:
        """The product of that code, one more of it; the field clears itself."""
        self.field.take_scan(code)

    def press(self, key: int) -> bool:
        """A key that is no text; whether it means something here."""
        if key in STEPS:
            self._move(STEPS[key])
        elif key in self._acts and not self.line.is_asking():
            self._acts[key]()
        else:
            return False
        return True

    def step_back(self) -> None:
        """Esc: out of the list of found goods, of an entry, of the question; then of the form, which asks."""
        if self.finder.shown() is not None:
            self.finder.close()
            self.field.clear_entry()
        elif self.line.is_asking():
            self._close_entry()
        elif not self.has_entries() or self._press.is_yes("Esc"):
            self._show([], -1)
            self.left.emit()
        else:
            words = bold(_("{lines} 行还没过账").format(lines=self._model.rowCount()))
            keys = (KeyHint("F9", _("过账")), KeyHint("Esc", _("再按一次，不要了")))
            self.line.say(LineKind.WARNING, (words,), keys=keys)

    def sum_up_or_post(self) -> None:
        """F9: what would be posted; F9 again: post it."""
        totals, day = self.totals(), self.day.day()
        if not totals.lines:
            self._refuse(_("还没有商品，先扫一件"))
        elif day is None:
            self._refuse(_("日期没看懂，写成 3-5 或 20260305"))
        elif totals.without_cost:
            self._choose_without_cost()
            self._refuse(_("还有 {count} 行没有成本；F4 写成本单价，F6 写金额").format(count=totals.without_cost))
        elif self._press.is_yes("F9"):
            self._post(day)
        else:
            self._sum_up(totals, day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self.press(event.key()):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = QRect(self._panel.mapTo(self._page, self._panel.rect().topLeft()), self._panel.size())
        self.finder.place(below, below)

    def _lay_out(self) -> None:
        self.table.keep_lit()
        self.table.set_nothing_found(_("扫一件商品，这里就多一行"))
        self.day.setFixedWidth(look().px(150))
        self.day.setAccessibleName(_("日期"))
        self.day.setProperty("number", True)  # eight digits typed fast are a day, not a scan
        self._panel = TablePanel(self.table, self._footer)
        top = QHBoxLayout()
        top.setSpacing(look().px(12))
        top.addWidget(self.field, 1)
        top.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(self._panel, 1)

    def _connect(self) -> None:
        self.field.scanned.connect(self._on_scanned)
        self.field.searched.connect(self._on_searched)
        self.field.key_pressed.connect(self.press)
        self.finder.chosen.connect(self._on_chosen)
        self.line.answered.connect(self._on_answered)
        self.line.entry_left.connect(self._close_entry)
        self.table.opened.connect(lambda _line: self._ask_quantity())

    def _on_scanned(self, code: str) -> None:
        self.finder.close()
        pieces = self.field.use_multiplier()
        perform(
            lambda: self._catalog.find_by_code(code),
            lambda found: self._on_read(found, code, pieces),
            lambda words, _error: self._say_refused(words),
        )

    def _on_read(self, found: FoundProduct | NoGoods, code: str, pieces: int) -> None:
        if isinstance(found, FoundProduct):
            self._add(found, pieces)
        else:
            self._refuse(_("没有这个条码 {code}，先在商品里建好").format(code=clean_scan(code).code))

    def _on_searched(self, text: str) -> None:
        if not self.finder.choose_shown(text):
            self._refuse(_("没有符合的商品"))

    def _on_chosen(self, product_id: int) -> None:
        perform(
            lambda: self._catalog.find_by_id(product_id),
            lambda found: self._add(found, self.field.use_multiplier()),
            lambda words, _error: self._refuse(words.fact),
        )

    def _add(self, found: FoundProduct, pieces: int) -> None:
        perform(
            lambda: self._known(found.product_id),
            lambda known: self._count(found, pieces, *known),
            lambda words, _error: self._say_refused(words),
        )

    def _known(self, product_id: int) -> tuple[bool, ProductDetails]:
        """Whether any of it moved already, and what is written down about it."""
        return bool(self._inventory.stock_ledger(product_id, None, 1)), self._catalog.product(product_id)

    def _count(self, found: FoundProduct, pieces: int, has_moved: bool, details: ProductDetails) -> None:
        """So many more of a product; one that has moved already is a matter for a count."""
        if has_moved:
            self._refuse(_("“{name}”已经有进出，不能再录期初；请用盘点改数量").format(name=found.name))
            return
        self._press.forget()
        milli = found.quantity.milli * found.unit_factor.milli // 1000 * pieces
        barcode = details.codes[0] if details.codes else details.code
        line = DraftLine(found.product_id, found.name, barcode, details.unit, Quantity(milli), details.reference_cost)
        lines, place = with_more(self._model.rows(), line)
        self._show(lines, place)
        now = lines[place]
        count = f"{quantity_text(now.quantity)} {now.unit}"
        hint = (
            _("成本按进价 {cost}").format(cost=price_text(now.cost)) if now.cost is not None else _("还没有成本，按 F4")
        )
        self.line.say(LineKind.NEUTRAL, (bold(found.name), plain(count)), hint=hint)
        self._surroundings.sound.play(SoundKind.GOOD)

    def _show(self, lines: list[DraftLine], chosen: int) -> None:
        self._model.replace_rows(lines)
        if chosen >= 0:
            self.table.choose(chosen)
        totals = self.totals()
        self._footer.show_totals(
            {
                "product": _("合计 {count} 种").format(count=totals.lines),
                "quantity": quantity_text(totals.quantity),
                "amount": money_text(totals.amount),
            }
        )

    def _move(self, step: int) -> None:
        shown = self.finder.shown()
        if shown is not None:
            shown.move_choice(step)
        elif self._model.rowCount():
            place = max(self.table.currentIndex().row(), 0) + step
            self.table.choose(min(max(place, 0), self._model.rowCount() - 1))

    def _ask_quantity(self) -> None:
        self._ask(_("数量"), lambda line: str(line.quantity), _with_quantity)

    def _ask_cost(self) -> None:
        self._ask(_("成本单价"), lambda line: "" if line.shown_cost is None else str(line.shown_cost), _with_cost)

    def _ask_amount(self) -> None:
        self._ask(_("金额"), lambda line: "" if line.amount is None else str(line.amount), _with_amount)

    def _ask(self, word: str, value: Callable[[DraftLine], str], change: Callable[[DraftLine, str], DraftLine]) -> None:
        line = self.table.current_row()
        if line is None:
            self._refuse(_("先扫一件商品"))
            return
        self._press.forget()
        self.line.clear()
        self._entry = _Entry(word, value(line), change)
        keys = (KeyHint("Enter", _("改")), KeyHint("Esc", _("不改")))
        self.line.ask((bold(line.name), muted(word)), self._entry.value, keys=keys)

    def _on_answered(self, text: str) -> None:
        entry, place = self._entry, self.table.currentIndex().row()
        if entry is None:
            return
        lines = list(self._model.rows())
        try:
            lines[place] = entry.change(lines[place], text)
        except BadNumberError:
            self.line.say(LineKind.DANGER, (Part(_("写成数字"), tone=Tone.DANGER),), flashes=True)
            return
        self._close_entry()
        self._show(lines, place)

    def _close_entry(self) -> None:
        self._entry = None
        self.line.close_entry()
        self._say_ready()
        self.field.setFocus()

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        if place >= 0:
            self._press.forget()
            lines = list(self._model.rows())
            gone = lines.pop(place)
            self._show(lines, min(place, len(lines) - 1))
            self.line.say(LineKind.NEUTRAL, _("去掉了 {name}").format(name=gone.name))

    def _choose_without_cost(self) -> None:
        self.table.choose(next(place for place, line in enumerate(self._model.rows()) if line.amount is None))

    def _sum_up(self, totals: OpeningTotals, day: date) -> None:
        words = _("{lines} 种 {quantity} 件，值 {amount}，记在 {day}").format(
            lines=totals.lines, quantity=quantity_text(totals.quantity), amount=money_text(totals.amount), day=day
        )
        keys = (KeyHint("F9", _("过账")), KeyHint("Esc", _("再看看")))
        self.line.say(LineKind.WARNING, (bold(_("期初库存")), plain(words)), keys=keys, icon="inbox")

    def _post(self, day: date) -> None:
        lines, token = to_post(self._model.rows()), self._token
        perform(
            lambda: self._inventory.post_opening_stock(lines, day, token),
            self._on_posted,
            lambda words, _error: self._say_refused(words),
        )

    def _on_posted(self, document_id: int) -> None:
        self._show([], -1)
        self._surroundings.sound.play(SoundKind.DONE)
        self.posted.emit(document_id)

    def _say_ready(self) -> None:
        self.line.say(LineKind.NEUTRAL, _("扫一件记一件；先打 12 * 再扫，就是 12 件"))

    def _refuse(self, words: str) -> None:
        self._press.forget()
        self.line.say(LineKind.DANGER, (bold(words),), flashes=True)
        self._surroundings.sound.play(SoundKind.BAD)

    def _say_refused(self, words: Refusal) -> None:
        self._refuse(words.line)


def _tone(line: DraftLine) -> Tone:
    return Tone.WARNING if line.amount is None else Tone.TEXT


def _with_quantity(line: DraftLine, text: str) -> DraftLine:
    quantity = Quantity.parse(text)
    if quantity.milli <= 0:
        raise BadNumberError(text, 3)
    return replace(line, quantity=quantity)


def _with_cost(line: DraftLine, text: str) -> DraftLine:
    cost = UnitPrice.parse(text)
    if cost.parts < 0:
        raise BadNumberError(text, 4)
    return replace(line, cost=cost, given=None)


def _with_amount(line: DraftLine, text: str) -> DraftLine:
    amount = Money.parse(text)
    if amount.fen < 0:
        raise BadNumberError(text, 2)
    return replace(line, given=amount)
