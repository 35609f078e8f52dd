"""商品: the list of products, and the form of one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.catalog.product_list import ProductRow
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.catalog.product_columns import product_columns, product_filter, product_segments, shown_counts
from jxc_desktop.ui.catalog.product_form import ProductForm
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
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
        self.line, self._progress = NoticeLine(), ProgressLine()
        self._work = FileWork(surroundings.background, self.line, self._progress)
        self._may_import = shop.may("imports.products")
        columns = product_columns(with_cost=shop.operator.role.may_see_cost)
        self.list: PagedList[ProductRow] = PagedList(self._source(), columns, self._form_of_list())
        self._pages = QStackedLayout(self)
        self._list_side = self._laid_out()
        self._pages.addWidget(self._list_side)
        self._connect()

    @staticmethod
    @override
    def title() -> str:
        return _("商品")

    @override
    def reload(self) -> None:
        """Read the list again; in an open form only the stock, what is typed stays."""
        perform(self._catalog.category_keys, self._take_categories, self._refuse)
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
            self._refuse,
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
        if self.is_form_shown():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif not self.list.search.take_typed(event):
            super().keyPressEvent(event)

    def is_form_shown(self) -> bool:
        """Whether the form lies over the list."""
        return self._pages.currentIndex() == 1

    def export(self) -> None:
        """Ask where to, and write what is seen: the same search, filter and order."""
        wanted, catalog = product_filter(self.list.wanted(), self._categories), self._catalog
        name = _("商品 {day}").format(day=self.surroundings.shop.today)
        self._work.export(self, _("导出商品"), name, lambda path: catalog.export_products(wanted, path))

    def new(self) -> None:
        """The form of a product that is not written down yet."""
        self.line.clear()
        self._shown_form().show_new()

    def bring_in(self) -> None:
        """On to the page that takes files in."""
        if self._may_import:
            self.surroundings.show_page("catalog.import", ImportKind.PRODUCTS)

    def _import_buttons(self) -> tuple[KeyButton, ...]:
        if not self._may_import:
            return ()
        bring_in = KeyButton(_("导入商品"), "Ctrl+O", icon="file-import")
        bring_in.clicked.connect(self.bring_in)
        return (bring_in,)

    def _take_categories(self, categories: dict[tuple[str, ...], int]) -> None:
        self._categories = categories
        self.list.show_categories(list(categories))

    def _on_emptied(self, is_empty: bool) -> None:
        """An empty list says itself what to do: nothing else is offered."""
        for button in self._buttons:
            button.setVisible(not is_empty)
        self._hints.show_hints([] if is_empty else _hints())

    def _refuse(self, words: Refusal, _error: ShopError) -> None:
        self.line.say_refused(words)

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
        new = KeyButton(_("建商品"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        new.clicked.connect(self.new)
        when = _("从以前的系统导出商品表（xlsx、xls、csv）就能导入，也可以一个一个建")
        empty = EmptyPage("tag", _("还没有商品"), when, (*self._import_buttons(), new))
        return ListForm(_("名称、拼音、条码"), product_segments(), "name", empty)

    def _laid_out(self) -> QWidget:
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        new = KeyButton(_("建商品"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        for button, act in ((export, self.export), (new, self.new)):
            button.clicked.connect(act)
        side = QWidget()
        inset, gap = look().px(16), look().px(12)
        column = QVBoxLayout(side)
        column.setContentsMargins(inset, gap, inset, look().px(8))
        column.setSpacing(gap)
        self._buttons, self._hints = (*self._import_buttons(), export, new), HintLine(_hints())
        for part in (PageHeader(self.title(), self._buttons), self.line, self._progress):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self._hints)
        return side

    def _connect(self) -> None:
        self.list.table.opened.connect(lambda row: self._open(row.product_id))
        self.list.refused.connect(self.line.say_refused)
        self.list.emptied.connect(self._on_emptied)
        self.list.failed.connect(self.surroundings.background.failed)
        acts = (
            ("Ctrl+E", self.export),
            ("Ctrl+F", self.focus_first),
            ("Ctrl+N", self.new),
            ("Ctrl+O", self.bring_in),
        )
        for keys, act in acts:
            shortcut = QShortcut(
                QKeySequence(keys), self._list_side, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

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

    def _step_back(self) -> None:
        if self._work.stop():
            return
        if self.line.is_saying():
            self.line.clear()
        else:
            self.list.clear_filter()
            self.focus_first()


def _hints() -> list[KeyHint]:
    return [
        KeyHint("↓", _("进表")),
        KeyHint("Enter", _("打开")),
        KeyHint("F4", _("按此列排序")),
        KeyHint("Ctrl+C", _("复制到表格")),
        KeyHint("", _("扫商品就打开它")),
        KeyHint("Esc", _("清除筛选")),
    ]
