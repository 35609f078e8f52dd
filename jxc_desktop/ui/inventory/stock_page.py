"""库存查询: what there is of every product, and what came and went."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.changes import Change
from jxc_desktop.services.inventory.stock_ledger import LedgerRow
from jxc_desktop.services.inventory.stock_list import StockRow, StockSegment
from jxc_desktop.services.inventory.stock_of import ProductStock
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.inventory.stock_columns import shown_summary, stock_columns, stock_filter, stock_segments
from jxc_desktop.ui.inventory.stock_panel import StockPanel
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.document_pages import open_document
from jxc_desktop.ui.widgets.document_words import moment_words
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.list_side import ListSide
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.parts import bold
from jxc_desktop.ui.widgets.place_keys import hear_keys
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
        columns = stock_columns(with_cost=shop.operator.role.may_see_cost)
        self.list: PagedList[StockRow] = PagedList(self._source(), columns, self._form())
        background = Background(self)  # of its own: a panel does not wait for an import to end
        self.panel = StockPanel(self._inventory, background, lambda: shop.now)
        self.beside = BesidePanel(self.list, self.panel)
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        export.clicked.connect(self.export)
        self._side = ListSide(surroundings, self.title(), (export,), self.list, _hints(), self.beside)
        self.line = self._side.line
        self._rest = QTimer(self, singleShot=True, interval=PANEL_FOLLOWS_AFTER_MS)
        self._rest.timeout.connect(self._follow_row)
        background.failed.connect(surroundings.background.failed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._side)
        self._connect()

    @staticmethod
    @override
    def title() -> str:
        return _("库存查询")

    @override
    def reload(self) -> None:
        """Read list, categories and panel again."""
        perform(self._catalog.category_keys, self._take_categories, self._side.refuse)
        now = self.surroundings.shop.now
        self._side.header.show_title(self.title(), _("截至 {moment}").format(moment=moment_words(now)))
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
            perform(lambda: self._inventory.stock_of(item), self._show_only, self._side.refuse)

    @override
    def take_scan(self, code: str) -> None:
        """Show the product of that code; an unknown code is said to be one."""
        perform(
            lambda: self._catalog.find_by_code(code),
            lambda found: self._show_scanned(found, code),
            self._side.refuse,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc one step back, out of the panel first; letters and digits typed over the rows go to the search."""
        is_in_panel = self.panel.ledger.hasFocus() and not self._side.work.is_busy()
        if event.key() == Qt.Key.Key_Escape and is_in_panel:
            self.beside.close_panel()
            self.list.table.setFocus()
        elif not self._side.press(event):
            super().keyPressEvent(event)

    def export(self) -> None:
        """Ask where to, and write what is seen: the same search, filter and order."""
        wanted, inventory = stock_filter(self.list.wanted(), self._categories), self._inventory
        name = _("库存 {day}").format(day=self.surroundings.shop.today)
        self._side.work.export(self, _("导出库存"), name, lambda path: inventory.export_stock(wanted, path))

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

    def _connect(self) -> None:
        self.list.table.row_chosen.connect(lambda _row: self._rest.start())
        self.list.table.opened.connect(lambda _row: self._enter_panel())
        self.list.answered.connect(self._rest.start)
        self.list.emptied.connect(self.beside.show_alone)
        # Whoever came here for one product goes back to where he came from.
        self._side.cleared.connect(lambda: self.item_shown.emit(None))
        self.panel.document_wanted.connect(self._open_document)
        hear_keys(
            self,
            ("Ctrl+E", self.export),
            ("Ctrl+F", self.focus_first),
            ("F6", lambda: self._open_products() if self._to_products.isVisible() else None),
            ("F8", self._enter_panel),
        )

    def _take_categories(self, categories: dict[tuple[str, ...], int]) -> None:
        self._categories = categories
        self.list.show_categories(list(categories))

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

    def _open_document(self, row: LedgerRow) -> None:
        open_document(
            self.surroundings, row.kind, row.document_id, lambda words: self.line.say(LineKind.WARNING, words)
        )

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
