"""商品: the list of products, and the form of one."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.catalog.product_list import ProductRow
from jxc_desktop.services.changes import Change
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.catalog.product_columns import product_columns, product_filter, product_segments, shown_counts
from jxc_desktop.ui.catalog.product_form import ProductForm
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.list_side import ListSide
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.parts import bold
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms


class ProductListPage(Page):
    """The list, or the form over it.

    Attributes:
        list: search, filters, rows. form: the form; None before one was opened. line: what the last act came to.
    """

    key = "catalog.products"
    icon = "tag"
    stale_on = frozenset({Change.PRODUCTS})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._clock = clock
        shop = surroundings.shop
        self._catalog = shop.catalog
        self._categories: dict[tuple[str, ...], int] = {}
        self.form: ProductForm | None = None
        self._may_import = shop.may("imports.products")
        columns = product_columns(with_cost=shop.operator.role.may_see_cost)
        self.list: PagedList[ProductRow] = PagedList(self._source(), columns, self._form_of_list())
        self._pages = QStackedLayout(self)
        buttons = (*self._import_buttons(), self._export_button(), self._new_button())
        self._list_side = ListSide(surroundings, self.title(), buttons, self.list, _hints())
        self.line = self._list_side.line
        self._pages.addWidget(self._list_side)
        self._connect()

    @staticmethod
    @override
    def title() -> str:
        return _("商品")

    @override
    def reload(self) -> None:
        """Read the list again; in an open form only the stock, what is typed stays."""
        perform(self._catalog.category_keys, self._take_categories, self._list_side.refuse)
        self.list.reload()
        if self.form is not None and self.is_form_shown():
            self.form.reload_now()

    @override
    def focus_first(self) -> None:
        """The search; in the form the field one was in."""
        if not self.is_form_shown():
            self.list.search.take_focus()
        elif self.form is not None and self.focusWidget() is not None:
            self.focusWidget().setFocus()

    @override
    def open_item(self, item: object) -> None:
        """Open the form of a product, by its key."""
        if isinstance(item, int) and self.may_leave():
            self._open(item)

    @override
    def take_scan(self, code: str) -> None:
        """In the form the code becomes the product's; in the list its product is opened."""
        if self.form is not None and self.is_form_shown():
            self.form.take_scan(code)
            return
        perform(
            lambda: self._catalog.find_by_code(code),
            lambda found: self._open_scanned(found, code),
            self._list_side.refuse,
        )

    @override
    def may_leave(self) -> bool:
        """A form that is not saved is not thrown away."""
        changes = self.form.changes() if self.form is not None and self.is_form_shown() else 0
        if changes and self.form is not None:
            self.form.say_unsaved()
        return not changes

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc one step back; letters and digits typed over the rows go to the search."""
        if self.is_form_shown() or not self._list_side.press(event):
            super().keyPressEvent(event)

    def is_form_shown(self) -> bool:
        """Whether the form lies over the list."""
        return self._pages.currentIndex() == 1

    def export(self) -> None:
        """Ask where to, and write what is seen: the same search, filter and order."""
        wanted, catalog = product_filter(self.list.wanted(), self._categories), self._catalog
        name = _("商品 {day}").format(day=self.surroundings.shop.today)
        self._list_side.work.export(self, _("导出商品"), name, lambda path: catalog.export_products(wanted, path))

    def new(self) -> None:
        """The form of a product that is not written down yet."""
        self.line.clear()
        self._shown_form().show_new()

    def bring_in(self) -> None:
        """On to the page that takes files in."""
        if self._may_import:
            self.surroundings.show_page("catalog.import", ImportKind.PRODUCTS)

    def _new_button(self) -> KeyButton:
        new = KeyButton(_("建商品"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        new.clicked.connect(self.new)
        return new

    def _export_button(self) -> KeyButton:
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        export.clicked.connect(self.export)
        return export

    def _import_buttons(self) -> tuple[KeyButton, ...]:
        if not self._may_import:
            return ()
        bring_in = KeyButton(_("导入商品"), "Ctrl+O", icon="file-import")
        bring_in.clicked.connect(self.bring_in)
        return (bring_in,)

    def _take_categories(self, categories: dict[tuple[str, ...], int]) -> None:
        self._categories = categories
        self.list.show_categories(list(categories))

    def _open_scanned(self, found: FoundProduct | NoGoods, code: str) -> None:
        if isinstance(found, FoundProduct):
            self.surroundings.sound.play(SoundKind.GOOD)
            self._open(found.product_id)
        else:
            self.surroundings.sound.play(SoundKind.BAD)
            words = bold(_("没有这个条码 {code}").format(code=clean_scan(code).code))
            self.line.say(LineKind.DANGER, (words,), keys=(KeyHint("Ctrl+N", _("建商品")),), flashes=True)

    def _source(self) -> Source[ProductRow]:
        catalog = self._catalog

        def rows(wanted: Wanted, offset: int, limit: int) -> Sequence[ProductRow]:
            return catalog.product_list(product_filter(wanted, self._categories), offset, limit)

        def summary(wanted: Wanted) -> Summary:
            counts = catalog.product_list_count(product_filter(wanted, self._categories))
            return shown_counts({segment.value: count for segment, count in counts.items()}, wanted.segment)

        return Source(rows, summary, lambda row: row.product_id)

    def _form_of_list(self) -> ListForm:
        when = _("从以前的系统导出商品表（xlsx、xls、csv）就能导入，也可以一个一个建")
        empty = EmptyPage("tag", _("还没有商品"), when, (*self._import_buttons(), self._new_button()))
        return ListForm(_("名称、拼音、条码"), product_segments(), "name", empty)

    def _connect(self) -> None:
        self.list.table.opened.connect(lambda row: self._open(row.product_id))
        hear_keys(
            self._list_side,
            ("Ctrl+E", self.export),
            ("Ctrl+F", self.focus_first),
            ("Ctrl+N", self.new),
            ("Ctrl+O", self.bring_in),
        )

    def _open(self, product_id: int) -> None:
        self.line.clear()
        if self._shown_form().show_product(product_id):
            self.item_shown.emit(product_id)
        else:
            self._show_list()
            self.line.say(LineKind.WARNING, _("这个商品已经没有了"))

    def _shown_form(self) -> ProductForm:
        if self.form is None:
            self.form = ProductForm(self.surroundings, self._clock)
            self.form.left.connect(self._show_list)
            self.form.neighbour_wanted.connect(self._open_neighbour)
            self._pages.addWidget(self.form)
        self._pages.setCurrentIndex(1)
        return self.form

    def _show_list(self) -> None:
        """Back to the row of the product that was open."""
        product_id = self.form.product_id() if self.form is not None else None
        self._pages.setCurrentIndex(0)
        self.list.choose_when_there(product_id)
        self.list.reload()
        self.list.enter_table()
        self.item_shown.emit(None)

    def _open_neighbour(self, step: int) -> None:
        form = self._shown_form()
        row = self.list.neighbour(form.product_id(), step)
        if row is None:
            form.line.say(LineKind.NEUTRAL, _("列表里没有再前面的了") if step < 0 else _("列表里没有再后面的了"))
        else:
            form.show_product(row.product_id)


def _hints() -> list[KeyHint]:
    return [
        KeyHint("↓", _("进表")),
        KeyHint("Enter", _("打开")),
        KeyHint("F4", _("按此列排序")),
        KeyHint("Ctrl+C", _("复制到表格")),
        KeyHint("", _("扫商品就打开它")),
        KeyHint("Esc", _("清除筛选")),
    ]
