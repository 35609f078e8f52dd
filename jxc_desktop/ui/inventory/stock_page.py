"""库存查询: what there is of every product, and what came and went."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.inventory.stock_ledger import LedgerRow
from jxc_desktop.services.inventory.stock_list import StockRow, StockSegment
from jxc_desktop.services.inventory.stock_of import ProductStock
from jxc_desktop.services.people.permission_table import OPENED_BY
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.inventory.stock_columns import shown_summary, stock_columns, stock_filter, stock_segments
from jxc_desktop.ui.inventory.stock_panel import StockPanel
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.document_pages import PAGE_OF_KIND
from jxc_desktop.ui.widgets.document_words import moment_words
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.file_work import FileWork
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.parts import bold
from jxc_desktop.ui.widgets.progress_line import ProgressLine
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.side_panel import BesidePanel

# While a key is held the panel does not load: it follows when the row has rested so long.
PANEL_FOLLOWS_AFTER_MS = 120


class StockPage(Page):
    """The list of stock, and beside it the ledger of the chosen product.

    Attributes:
        list: search, filters, rows, totals. panel: the chosen product. line: what the last act came to.
    """

    key = "inventory.stock"
    icon = "packages"
    stale_on = frozenset({Change.STOCK, Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        shop = surroundings.shop
        self._catalog, self._inventory = shop.catalog, shop.inventory
        self._categories: dict[tuple[str, ...], int] = {}
        self._export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        self._export.clicked.connect(self.export)
        self.header = PageHeader(self.title(), (self._export,))
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._work = FileWork(surroundings.background, self.line, self._progress)
        columns = stock_columns(with_cost=shop.operator.role.may_see_cost)
        self.list: PagedList[StockRow] = PagedList(self._source(), columns, self._form())
        background = Background(self)  # of its own: a panel does not wait for an import to end
        self.panel = StockPanel(self._inventory, background, lambda: shop.now)
        self.beside = BesidePanel(self.list, self.panel)
        self.hints = HintLine(_hints())
        self._rest = QTimer(self, singleShot=True, interval=PANEL_FOLLOWS_AFTER_MS)
        self._rest.timeout.connect(self._follow_row)
        for source in (self.list, background):
            source.failed.connect(surroundings.background.failed)
        self._lay_out()
        self._connect()

    @staticmethod
    @override
    def title() -> str:
        return _("库存查询")

    @override
    def reload(self) -> None:
        """Read list, categories and panel again."""
        perform(self._catalog.category_keys, self._take_categories, self._refuse)
        now = self.surroundings.shop.now
        self.header.show_title(self.title(), _("截至 {moment}").format(moment=moment_words(now)))
        self.list.reload()
        product_id = self.panel.product_id()
        if product_id is not None:
            self.panel.show_product(product_id)

    @override
    def focus_first(self) -> None:
        """The search."""
        self.list.search.take_focus()

    @override
    def open_item(self, item: object) -> None:
        """Show one product, by its key, or what is found by a text such as a code."""
        if isinstance(item, str):
            self.list.clear_filter()
            self.list.search.search_for(item)
            self.list.enter_table()
        if isinstance(item, int):
            perform(lambda: self._inventory.stock_of(item), self._show_only, self._refuse)

    @override
    def take_scan(self, code: str) -> None:
        """Show the product of that code; an unknown code is said to be one."""
        perform(
            lambda: self._catalog.find_by_code(code),
            lambda found: self._show_scanned(found, code),
            self._refuse,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc one step back; letters and digits typed over the rows go to the search."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif not self.list.search.take_typed(event):
            super().keyPressEvent(event)

    def export(self) -> None:
        """Ask where to, and write what is seen: the same search, filter and order."""
        wanted, inventory = stock_filter(self.list.wanted(), self._categories), self._inventory
        name = _("库存 {day}").format(day=self.surroundings.shop.today)
        self._work.export(self, _("导出库存"), name, lambda path: inventory.export_stock(wanted, path))

    def _show_scanned(self, found: FoundProduct | NoGoods, code: str) -> None:
        if isinstance(found, FoundProduct):
            self.surroundings.sound.play(SoundKind.GOOD)
            self.open_item(found.product_id)
        else:
            self.surroundings.sound.play(SoundKind.BAD)
            words = bold(_("没有这个条码 {code}").format(code=clean_scan(code).code))
            self.line.say(LineKind.DANGER, (words,), flashes=True)

    def _source(self) -> Source[StockRow]:
        inventory = self._inventory

        def rows(wanted: Wanted, offset: int, limit: int) -> Sequence[StockRow]:
            return inventory.stock_list(stock_filter(wanted, self._categories), offset, limit)

        def summary(wanted: Wanted) -> Summary:
            return shown_summary(inventory.stock_summary(stock_filter(wanted, self._categories)), wanted.segment)

        return Source(rows, summary, lambda row: row.product_id)

    def _form(self) -> ListForm:
        self._to_products = KeyButton(_("去商品"), "F6", ButtonKind.PRIMARY, icon="tag")
        self._to_products.clicked.connect(self._open_products)
        when = _("先建商品或导入商品，再录期初库存或扫码入库，这里就有数")
        empty = EmptyPage("packages", _("还没有商品"), when, (self._to_products,))
        return ListForm(_("名称、拼音、条码"), stock_segments(), "name", empty)

    def _lay_out(self) -> None:
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        for part in (self.header, self.line, self._progress):
            column.addWidget(part)
        column.addWidget(self.beside, 1)
        column.addWidget(self.hints)

    def _connect(self) -> None:
        self.list.table.row_chosen.connect(lambda _row: self._rest.start())
        self.list.table.opened.connect(lambda _row: self._enter_panel())
        self.list.answered.connect(self._rest.start)
        self.list.refused.connect(self.line.say_refused)
        self.list.emptied.connect(self._on_emptied)
        self.panel.document_wanted.connect(self._open_document)
        for keys, act in (("Ctrl+E", self.export), ("Ctrl+F", self.focus_first), ("F8", self._enter_panel)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        shortcut = QShortcut(QKeySequence("F6"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._open_products() if self._to_products.isVisible() else None)

    def _take_categories(self, categories: dict[tuple[str, ...], int]) -> None:
        self._categories = categories
        self.list.show_categories(list(categories))

    def _on_emptied(self, is_empty: bool) -> None:
        """An empty list says itself what to do: nothing else is offered."""
        self.beside.show_alone(is_empty)
        self._export.setVisible(not is_empty)
        self.hints.show_hints([] if is_empty else _hints())

    def _refuse(self, words: Refusal, _error: ShopError) -> None:
        self.line.say_refused(words)

    def _show_only(self, stock: ProductStock) -> None:
        row = stock.total
        self.line.clear()
        self.list.clear_filter()
        if not row.is_active:
            self.list.segments.choose(StockSegment.INACTIVE.value)
        self.list.choose_when_there(row.product_id)
        self.list.search.search_for(row.barcode or row.code or row.name)
        self.list.enter_table()
        self.panel.show_product(row.product_id)
        self.item_shown.emit(row.product_id)

    def _follow_row(self) -> None:
        row = self.list.table.current_row()
        if row is None:
            self.panel.show_nothing()
        elif row.product_id != self.panel.product_id():
            self.panel.show_product(row.product_id)

    def _enter_panel(self) -> None:
        if self.list.table.current_row() is None:
            self.list.enter_table()
        self._follow_row()
        self.beside.open_panel()
        self.panel.ledger.setFocus()

    def _step_back(self) -> None:
        if self._work.stop():
            return
        if self.panel.ledger.hasFocus():
            self.beside.close_panel()
            self.list.table.setFocus()
        elif self.line.is_saying():
            self.line.clear()
        else:
            self.list.clear_filter()
            self.focus_first()

    def _open_document(self, row: LedgerRow) -> None:
        page = PAGE_OF_KIND.get(row.kind)
        if page is None:
            self.line.say(LineKind.NEUTRAL, _("{number} 是盘点或成本调整，没有单独的页面").format(number=row.number))
        elif not self.surroundings.shop.may(OPENED_BY[row.kind]):
            self.line.say(LineKind.WARNING, _("没有权限看 {number}，请老板来看").format(number=row.number))
        else:
            self.surroundings.show_page(page, row.document_id)

    def _open_products(self) -> None:
        self.surroundings.show_page("catalog.products", None)


def _hints() -> list[KeyHint]:
    return [
        KeyHint("↓", _("进表")),
        KeyHint("Enter", _("看流水")),
        KeyHint("F4", _("按此列排序")),
        KeyHint("Ctrl+C", _("复制到表格")),
        KeyHint("", _("扫商品就看它的库存")),
        KeyHint("Esc", _("清除筛选")),
    ]
