"""零售单: what was sold and what came back; open one, print it again, take goods back, undo it."""

from collections.abc import Callable, Sequence

from typing_extensions import override

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.settings import PRINTS_RECEIPTS
from jxc_desktop.services.sales.sale_list import SaleRow, SoldLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.sale_columns import line_columns, sale_columns
from jxc_desktop.ui.sales.sale_sheet import sale_sheet
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.day_span import DaySpan
from jxc_desktop.ui.widgets.document_desk import DocumentDesk
from jxc_desktop.ui.widgets.document_keys import Mode, form_buttons, return_button, undo_button
from jxc_desktop.ui.widgets.document_list import Listing, ListTotals
from jxc_desktop.ui.widgets.document_list_page import DocumentListPage
from jxc_desktop.ui.widgets.document_view import DocumentSheet
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.return_draft import ReturnDraft
from jxc_desktop.ui.widgets.return_form import ReturnDesk
from jxc_desktop.ui.widgets.return_table import ReturnWords
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.tender_list import Way

REFUND_ICON = "receipt-refund"


class SaleListPage(DocumentListPage[SaleRow, SoldLine]):
    """Sales and returns."""

    key = "sales.list"
    icon = "receipt"
    stale_on = frozenset({Change.SALES})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings, SaleDesk(surroundings), clock)
        self.acts |= {"Ctrl+E": self._export_list, "Ctrl+P": self._reprint}

    @staticmethod
    @override
    def title() -> str:
        return _("零售单")

    def export(self) -> None:
        """Ask where to, and write what is seen: the same filter."""
        wanted, sales = self.list.filters.wanted(), self.surroundings.shop.sales
        name = _("零售单 {day}").format(day=self.surroundings.shop.today)
        self.work.export(self, _("导出零售单"), name, lambda path: sales.export_sales(wanted, path))

    def _export_list(self) -> None:
        if self.mode() is Mode.LIST and self.list.has_rows():
            self.export()

    def _reprint(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            document_id, number = chosen
            perform(
                lambda: self.surroundings.shop.paper.reprint(document_id),
                lambda _job: self.voice.report(_("已交给小票机补打"), number),
                self.voice.refuse,
            )


class SaleDesk(DocumentDesk[SaleRow, SoldLine]):
    """What the counter sold."""

    reverse_call = "sales.reverse"

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings, self._sales = surroundings, surroundings.shop.sales
        self.scan_hint = _("扫小票上的条码打开那一单，扫商品只看有它的单")

    @override
    def listing(self) -> Listing[SaleRow]:
        counter = KeyButton(_("去收银台"), "F9", ButtonKind.PRIMARY, icon="cash-register")
        counter.clicked.connect(self.begin_first)
        when = _("在收银台卖出第一单，或导入以前的销售，就会列在这里")
        return Listing(
            rows=self._sales.sale_list,
            totals=self._totals,
            columns=sale_columns(),
            word=_("零售单"),
            placeholder=_("单号、会员号"),
            kinds=((DocumentKind.SALE, _("销售")), (DocumentKind.CUSTOMER_RETURN, _("退货"))),
            usual=DaySpan.TODAY,
            empty=EmptyPage("receipt", _("还没有零售单"), when, (counter,)),
        )

    @override
    def line_columns(self) -> list[Column[SoldLine]]:
        return line_columns()

    @override
    def sections(self) -> tuple[str, ...]:
        return _("金额"), _("收付款")

    @override
    def buttons(self) -> tuple[Sequence[KeyButton], Sequence[KeyButton]]:
        of_form = form_buttons(_("退款"), REFUND_ICON)
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        return (export, *self._both_have()), (undo_button(), *self._both_have(), *of_form)

    @override
    def list_keys(self, has_rows: bool, is_empty: bool) -> list[str]:
        return ["Ctrl+E", "Ctrl+P", "F8"] if has_rows else []

    @override
    def sheet_of(self, document_id: int) -> DocumentSheet[SoldLine]:
        return sale_sheet(self._sales.sale(document_id), self._sales.trail(document_id))

    @override
    def key_of_number(self, number: str) -> int | None:
        return self._sales.sale_by_number(number)

    @override
    def reverse(self, document_id: int, reason: str) -> int:
        return self._sales.reverse(document_id, reason)

    @override
    def return_desk(self) -> ReturnDesk:
        return ReturnDesk(
            words=ReturnWords(_("卖出"), _("实收"), _("退款"), _("退到"), _("{name} 按{unit}卖，退整数")),
            ways=self._sales.ways_of_paying(),
            way_words=lambda way: _("从{account}退").format(account=way.name),
            refund_of=self._sales.refund_of,
            post=self._post_return,
            icon=REFUND_ICON,
        )

    @override
    def returned_words(self, document_id: int) -> tuple[str, str]:
        row = self._sales.sale(document_id).row
        account = "+".join(row.ways_of_paying)
        paid = _("退款 {amount} {account}").format(amount=money_text(-row.amount), account=account)
        return _("已退货 {number}").format(number=row.number), paid

    @override
    def begin_first(self) -> None:
        self._surroundings.show_page("sales.checkout", None)

    def _totals(self, wanted: DocumentFilter) -> ListTotals:
        count, amount = self._sales.sale_totals(wanted)
        return ListTotals(count, {"amount": money_text(amount)})

    def _post_return(self, draft: ReturnDraft, way: Way, pin: str) -> int:
        assert way.account_id is not None
        prints = self._surroundings.shop.settings.read(PRINTS_RECEIPTS) == "yes"
        return self._sales.return_goods(draft.document_id, draft.quantities, way.account_id, draft.token, prints, pin)

    def _both_have(self) -> tuple[KeyButton, KeyButton]:
        """What can be done from the list and in the document alike."""
        return KeyButton(_("补打"), "Ctrl+P", icon="printer"), return_button(REFUND_ICON)
