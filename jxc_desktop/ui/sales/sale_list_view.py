"""The list of sales: filters, rows, totals; it reads off the window's thread."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.sales.sale_list import SaleFilter, SaleRow
from jxc_desktop.services.sales.sales import Sales
from jxc_desktop.services.words import _
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.sales.sale_filter_row import SaleFilterRow
from jxc_desktop.ui.sales.sale_table import SaleTable
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

PAGE_ROWS = 200
# Old rows are drawn muted only where the answer takes longer than this.
STALE_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class SalePage:
    """One answer: the first rows, and the totals of everything the filter leaves.

    Attributes:
        sales, returns: how many of each there are, whichever of them is shown.
        has_any: whether the shop has any sale at all.
    """

    rows: list[SaleRow]
    count: int
    amount: Money
    sales: int
    returns: int
    has_any: bool


class SaleListView(QWidget):
    """Filters, table, totals.

    Attributes:
        filters: the filter row. table: the rows.

    Signals:
        loaded: the rows of a filter are there. refused: a question was refused, in words.
        opened: the row to open.
    """

    loaded = Signal()
    refused = Signal(object)
    opened = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sales = surroundings.shop.sales
        background = Background(self)  # of its own: a list does not wait for an import to end
        self._first = NewestAnswer(background, self)
        self._next = NewestAnswer(background, self)
        self._stale = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        self._total = 0
        self.filters = SaleFilterRow(lambda: surroundings.shop.today)
        self.table = SaleTable()
        self._footer = TotalsFooter(self.table)
        self._counter = KeyButton(_("去收银台"), "F9", ButtonKind.PRIMARY, icon="cash-register")
        self._counter.clicked.connect(lambda: surroundings.show_page("sales.checkout", None))
        empty = EmptyPage(
            "receipt", _("还没有零售单"), _("在收银台卖出第一单，或导入以前的销售，就会列在这里"), (self._counter,)
        )
        self._panel = TablePanel(self.table, self._footer, empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.filters)
        column.addWidget(self._panel, 1)
        self.filters.changed.connect(self.reload_from_top)
        self.filters.search.left_downwards.connect(self.focus_rows)
        self.table.opened.connect(self.opened)
        self.table.rows.wants_more.connect(self._read_more)
        self._first.refused.connect(self._on_refused)
        self._next.refused.connect(self.refused)
        self._stale.timeout.connect(lambda: self.table.set_stale(True))

    def reload(self) -> None:
        """Read again as many rows as are shown; the chosen row stays the chosen one."""
        self._read(max(PAGE_ROWS, self.table.rows.rowCount()), self.table.current_row())

    def reload_from_top(self) -> None:
        """Read what the filter leaves now, from the newest on."""
        self._read(PAGE_ROWS, None)

    def is_empty(self) -> bool:
        """Whether the shop has no sale at all."""
        return self._panel.is_empty_shown()

    def focus_rows(self) -> None:
        """On to the rows, the first one chosen where none is."""
        if self.table.current_row() is None and self.table.rows.rowCount():
            self.table.choose(0)
        self.table.setFocus()

    def walk_days(self, step: int) -> None:
        """The neighbouring choice of days."""
        self.filters.spans.walk(step)

    def shown_total(self, name: str) -> str:
        """The total pinned under a column."""
        return self._footer.total(name)

    def _read(self, most: int, kept: SaleRow | None) -> None:
        wanted = self.filters.wanted()
        self._stale.start()
        self._next.forget()
        self._first.ask(lambda: read_page(self._sales, wanted, most), lambda page: self._show(page, kept))

    def _read_more(self, loaded: int) -> None:
        wanted = self.filters.wanted()
        self._next.ask(
            lambda: self._sales.sale_list(wanted, loaded, PAGE_ROWS),
            lambda rows: self.table.rows.add_rows(rows, loaded + len(rows) < self._total and bool(rows)),
        )

    def _show(self, page: SalePage, kept: SaleRow | None) -> None:
        self._total = page.count
        self.table.rows.show_first(page.rows, len(page.rows) < page.count)
        self._end_asking()
        self._choose_again(kept)
        self._footer.show_totals(
            {"number": _("共 {count} 张").format(count=page.count), "amount": money_text(page.amount)}
        )
        self.filters.kinds.set_counts({"all": page.sales + page.returns, "sale": page.sales, "return": page.returns})
        self.table.set_nothing_found(self._nothing_words())
        self._panel.show_empty(not page.has_any)
        self.loaded.emit()

    def _on_refused(self, words: object) -> None:
        self._end_asking()
        self.refused.emit(words)

    def _end_asking(self) -> None:
        self._stale.stop()
        self.table.set_stale(False)

    def _choose_again(self, kept: SaleRow | None) -> None:
        """The row that was chosen, else the newest."""
        keys = [row.document_id for row in self.table.rows.rows()]
        if keys:
            self.table.choose(keys.index(kept.document_id) if kept and kept.document_id in keys else 0)

    def _nothing_words(self) -> str:
        if self.filters.is_plain():
            return _("{days} 没有零售单；按 → 换别的日期").format(days=self.filters.chosen_days().words())
        return _("没有符合的零售单；按 Esc 清除筛选")


def read_page(sales: Sales, wanted: SaleFilter, most: int) -> SalePage:
    """The first rows and all totals of a filter.

    Raises:
        NotAllowedError: the operator may not see sales.
    """
    sold, sold_amount = sales.sale_totals(replace(wanted, kind=DocumentKind.SALE))
    back, back_amount = sales.sale_totals(replace(wanted, kind=DocumentKind.CUSTOMER_RETURN))
    count = {None: sold + back, DocumentKind.SALE: sold, DocumentKind.CUSTOMER_RETURN: back}[wanted.kind]
    amount = {
        None: sold_amount + back_amount,
        DocumentKind.SALE: sold_amount,
        DocumentKind.CUSTOMER_RETURN: back_amount,
    }[wanted.kind]
    rows = sales.sale_list(wanted, 0, most)
    has_any = bool(rows) or bool(sales.sale_list(SaleFilter(), 0, 1))
    return SalePage(rows, count, amount, sold, back, has_any)
