"""采购入库单: what came in and what went back; open one, send goods back, undo it, add freight to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.services.changes import Change
from jxc_desktop.services.purchasing.receipt import ReceiptRow, StoredReceiptLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.purchasing.receipt_columns import RETURN_ICON, line_columns, receipt_columns
from jxc_desktop.ui.purchasing.receipt_correction import CostCorrection, signed_text
from jxc_desktop.ui.purchasing.receipt_sheet import receipt_sheet
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.day_span import DaySpan
from jxc_desktop.ui.widgets.document_desk import DocumentDesk
from jxc_desktop.ui.widgets.document_keys import Mode, form_buttons, return_button, undo_button
from jxc_desktop.ui.widgets.document_list import Listing, ListTotals
from jxc_desktop.ui.widgets.document_list_page import DocumentListPage
from jxc_desktop.ui.widgets.document_view import DocumentSheet
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.return_draft import ReturnDraft
from jxc_desktop.ui.widgets.return_form import ReturnDesk
from jxc_desktop.ui.widgets.return_table import ReturnWords
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.tender_list import Way


@dataclass(frozen=True, slots=True)
class OwedWay:
    """Nothing is paid now: the shop owes the supplier so much less."""

    name: str
    account_id: int | None = None
    kind: AccountKind | None = None


class ReceiptListPage(DocumentListPage[ReceiptRow, StoredReceiptLine]):
    """Goods receipts and supplier returns."""

    key = "purchasing.list"
    icon = "package"
    stale_on = frozenset({Change.PURCHASES})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        desk = ReceiptDesk(surroundings)
        super().__init__(surroundings, desk, clock)
        self._correction = CostCorrection(self.voice, surroundings.shop.purchasing, self._on_corrected)
        self.questions.add(self._correction)
        self.acts |= {"Ctrl+E": self._export_list, "Ctrl+N": desk.begin_first, "F3": self._correct}

    @staticmethod
    @override
    def title() -> str:
        return _("采购入库单")

    def export(self) -> None:
        """Ask where to, and write what is seen: the same filter."""
        wanted, purchasing = self.list.filters.wanted(), self.surroundings.shop.purchasing
        name = _("采购入库单 {day}").format(day=self.surroundings.shop.today)
        self.work.export(self, _("导出采购入库单"), name, lambda path: purchasing.export_receipts(wanted, path))

    def _export_list(self) -> None:
        if self.mode() is Mode.LIST and self.list.has_rows():
            self.export()

    def _correct(self) -> None:
        line, sheet = self.document.table.current_row(), self.document.sheet
        if self.mode() is not Mode.DOCUMENT or line is None or sheet is None:
            return
        if self._correction.key in sheet.keys:
            self._correction.press(line)
        else:
            self.voice.remark(_("只有店主能给没红冲的入库单加运费改价"))

    def _on_corrected(self, line: StoredReceiptLine, amount: Money) -> None:
        self.reload_document()
        self.voice.report(_("已记成本调整"), f"{line.name} {signed_text(amount)}")


class ReceiptDesk(DocumentDesk[ReceiptRow, StoredReceiptLine]):
    """What the shop bought."""

    reverse_call = "purchasing.reverse"

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings, self._purchasing = surroundings, surroundings.shop.purchasing
        self.scan_hint = _("扫商品只看有它的单，扫单号打开那一单")

    @override
    def listing(self) -> Listing[ReceiptRow]:
        receive = KeyButton(_("去收货"), "F9", ButtonKind.PRIMARY, icon="barcode")
        receive.clicked.connect(self.begin_first)
        when = _("到货后扫码收货，过账的单就列在这里；退给供应商的货也从这里退")
        return Listing(
            rows=self._purchasing.receipt_list,
            totals=self._totals,
            columns=receipt_columns(),
            word=_("采购入库单"),
            placeholder=_("单号、供应商、商品"),
            kinds=((DocumentKind.GOODS_RECEIPT, _("入库")), (DocumentKind.SUPPLIER_RETURN, _("退货"))),
            usual=DaySpan.MONTH,
            empty=EmptyPage("package", _("还没有采购入库单"), when, (receive,)),
        )

    @override
    def line_columns(self) -> list[Column[StoredReceiptLine]]:
        return line_columns()

    @override
    def sections(self) -> tuple[str, ...]:
        return (_("金额"),)

    @override
    def buttons(self) -> tuple[Sequence[KeyButton], Sequence[KeyButton]]:
        of_list = (
            return_button(RETURN_ICON),
            KeyButton(_("导出"), "Ctrl+E", icon="file-export"),
            KeyButton(_("扫码收货"), "Ctrl+N", ButtonKind.PRIMARY, icon="barcode"),
        )
        correct = KeyButton(_("加运费改价"), "F3", icon="coins")
        of_form = form_buttons(_("退货"), RETURN_ICON)
        return of_list, (undo_button(), correct, return_button(RETURN_ICON), *of_form)

    @override
    def list_keys(self, has_rows: bool, is_empty: bool) -> list[str]:
        return [] if is_empty else [*(["F8", "Ctrl+E"] if has_rows else []), "Ctrl+N"]

    @override
    def sheet_of(self, document_id: int) -> DocumentSheet[StoredReceiptLine]:
        may_correct = self._surroundings.shop.may("purchasing.correct_cost")
        return receipt_sheet(self._purchasing.receipt(document_id), self._purchasing.trail(document_id), may_correct)

    @override
    def key_of_number(self, number: str) -> int | None:
        return self._purchasing.receipt_by_number(number)

    @override
    def reverse(self, document_id: int, reason: str) -> int:
        return self._purchasing.reverse(document_id, reason)

    @override
    def return_desk(self) -> ReturnDesk:
        return ReturnDesk(
            words=ReturnWords(_("收到"), _("金额"), _("退货款"), _("方式"), _("{name} 按{unit}收，退整数")),
            ways=(OwedWay(_("冲欠款")), *self._purchasing.paying_accounts()),
            way_words=_way_words,
            refund_of=self._purchasing.credit_for,
            post=self._post_return,
            icon=RETURN_ICON,
        )

    @override
    def returned_words(self, document_id: int) -> tuple[str, str]:
        row = self._purchasing.receipt(document_id).row
        way = _("{account}收回").format(account=row.paid_from) if row.paid_from else _("冲欠款")
        return _("已退货 {number}").format(number=row.number), f"{way} {money_text(-row.amount)}"

    @override
    def begin_first(self) -> None:
        self._surroundings.show_page("purchasing.receive", None)

    def _totals(self, wanted: DocumentFilter) -> ListTotals:
        totals = self._purchasing.receipt_totals(wanted)
        cells = {
            "products": f"{totals.products:,}",
            "quantity": quantity_text(totals.quantity),
            "amount": money_text(totals.amount),
        }
        return ListTotals(totals.count, cells)

    def _post_return(self, draft: ReturnDraft, way: Way, _pin: str) -> int:
        return self._purchasing.return_goods(draft.document_id, draft.quantities, draft.token, way.account_id)


def _way_words(way: Way) -> str:
    if way.account_id is None:
        return way.name
    return _("钱收回到{account}").format(account=way.name)
