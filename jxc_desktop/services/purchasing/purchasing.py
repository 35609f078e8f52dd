"""Buying: receipts, returns to suppliers, corrections of cost, and their undoing."""

from collections.abc import Mapping
from pathlib import Path

from jxc_desktop.models.records import CostCorrectionLine, GoodsReceiptLine
from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.changes import Change
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
from jxc_desktop.services.money.ways_of_paying import WayOfPaying, ways_of_paying
from jxc_desktop.services.people.desk import Act, Desk
from jxc_desktop.services.people.documents import document_by_number
from jxc_desktop.services.people.trail import Trail, TrailRow
from jxc_desktop.services.purchasing.corrections import correct_cost, reverse_correction
from jxc_desktop.services.purchasing.draft_store import forget_draft, keep_draft, kept_draft
from jxc_desktop.services.purchasing.receipt import Receipt, ReceiptRow, ReceiptTotals, StoredReceipt
from jxc_desktop.services.purchasing.receipt_export import receipt_table
from jxc_desktop.services.purchasing.receipt_list import (
    KINDS,
    last_cost,
    receipt_rows,
    receipt_totals,
    stored_receipt,
)
from jxc_desktop.services.purchasing.receiving import receive_goods
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.purchasing.receiving_text import draft_to_text
from jxc_desktop.services.purchasing.sending_back import (
    credit_for,
    reverse_receipt,
    send_back,
    send_back_without_receipt,
)
from jxc_desktop.services.purchasing.shelf_life import last_shelf_days
from jxc_desktop.services.storage.tables import table_of

PAYS_SUPPLIERS = (AccountKind.CASH, AccountKind.WECHAT, AccountKind.ALIPAY, AccountKind.CARD, AccountKind.BANK)
_TRAIL = Trail(table_of(GoodsReceiptLine), table_of(CostCorrectionLine).c.receipt_line_id)


class Purchasing:
    """Goods in, goods back, and what they cost."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def receive_goods(self, receipt: Receipt) -> int:
        """Post a goods receipt; its key.

        Raises:
            InvalidInputError, NotFoundError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("purchasing.receive_goods") as act:
            posted = receive_goods(act, receipt)
            forget_draft(act, receipt.token)
            _commit(act)
        return posted.id

    def return_goods(
        self, receipt_id: int, quantities: Mapping[int, Quantity], token: str, account_id: int | None = None
    ) -> int:
        """Send some of a receipt's lines back (line key → how much) at its price; the return's key.

        Raises:
            NotFoundError, WrongStateError, InvalidInputError, TooMuchSentBackError, OversoldError,
            ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("purchasing.return_goods") as act:
            posted = send_back(act, receipt_id, quantities, account_id, token)
            _commit(act)
        return posted.id

    def credit_for(self, receipt_id: int, quantities: Mapping[int, Quantity]) -> dict[int, Money]:
        """What the supplier would credit for some of a receipt's lines (line key → how much), line by line.

        Raises:
            NotFoundError, WrongStateError, InvalidInputError, TooMuchSentBackError: they cannot go back.
        """
        with self._desk.question("purchasing.credit_for") as books:
            return credit_for(books, receipt_id, quantities)

    def return_without_receipt(
        self, supplier_id: int, goods: Mapping[int, Quantity], credits: Mapping[int, Money], token: str
    ) -> int:
        """Send goods back that name no receipt: product key → how much, → the agreed credit, else the average.

        The result is the return's key.

        Raises:
            NotFoundError, OversoldError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("purchasing.return_without_receipt") as act:
            posted = send_back_without_receipt(act, supplier_id, goods, credits, token)
            _commit(act)
        return posted.id

    def correct_cost(self, line_id: int, amount: Money, token: str, note: str = "") -> int:
        """Add freight to a receipt line after posting, or correct its price; the correction's key.

        Raises:
            NotFoundError, WrongStateError, InvalidInputError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("purchasing.correct_cost") as act:
            posted = correct_cost(act, line_id, amount, token, note)
            _commit(act)
        return posted.id

    def reverse(self, document_id: int, reason: str) -> int:
        """Undo a receipt or supplier return by its mirror (红冲); the mirror's key.

        Raises:
            NotFoundError, WrongStateError, GoodsGoneError, ClosedPeriodError: nothing has changed.
        """
        with self._desk.act("purchasing.reverse") as act:
            posted = reverse_receipt(act, document_id, reason)
            _commit(act)
        return posted.id

    def reverse_correction(self, document_id: int, reason: str) -> int:
        """Undo a correction of cost by the split it kept; the mirror's key.

        Raises:
            NotFoundError, WrongStateError, ClosedPeriodError: nothing has changed.
        """
        with self._desk.act("purchasing.reverse_correction") as act:
            posted = reverse_correction(act, document_id, reason)
            _commit(act)
        return posted.id

    def receipt_list(self, wanted: DocumentFilter, offset: int = 0, limit: int = 200) -> list[ReceiptRow]:
        """Receipts and supplier returns, newest first."""
        with self._desk.question("purchasing.receipt_list") as books:
            return receipt_rows(books, wanted, offset, limit)

    def receipt_totals(self, wanted: DocumentFilter) -> ReceiptTotals:
        """How many documents a list has, and what they come to."""
        with self._desk.question("purchasing.receipt_totals") as books:
            return receipt_totals(books, wanted)

    def export_receipts(self, wanted: DocumentFilter, path: Path) -> None:
        """Write the list as it is filtered, with its totals, as .csv or .xlsx.

        Raises:
            TableKindError: the file's name ends otherwise.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        refuse_other_kinds(path)
        with self._desk.question("purchasing.export_receipts") as books:
            write_table(path, receipt_table(books, wanted))

    def receipt_by_number(self, number: str) -> int | None:
        """The key of the receipt or supplier return of this number; None for any other text."""
        with self._desk.question("purchasing.receipt_by_number") as books:
            return document_by_number(books, number, *KINDS)

    def receipt(self, document_id: int) -> StoredReceipt:
        """A whole receipt or supplier return.

        Raises:
            NotFoundError: there is none.
        """
        with self._desk.question("purchasing.receipt") as books:
            return stored_receipt(books, document_id)

    def last_price(self, product_id: int, unit_factor: Quantity) -> UnitPrice | None:
        """What one such unit of a product cost when it was bought last; None: nobody knows."""
        with self._desk.question("purchasing.last_price") as books:
            return last_cost(books, product_id, unit_factor.milli)

    def last_shelf_days(self, product_id: int) -> int | None:
        """How long a product keeps, in days, by the newest batch that has both dates noted; None: nobody noted any."""
        with self._desk.question("purchasing.last_shelf_days") as books:
            return last_shelf_days(books, product_id)

    def trail(self, document_id: int) -> list[TrailRow]:
        """What came before a receipt or supplier return and what came of it (来龙去脉), in order of time."""
        with self._desk.question("purchasing.trail") as books:
            return _TRAIL.of(books, document_id)

    def paying_accounts(self) -> list[WayOfPaying]:
        """The accounts a supplier can be paid from at once."""
        with self._desk.question("purchasing.paying_accounts") as books:
            return ways_of_paying(books, PAYS_SUPPLIERS)

    def keep_draft(self, draft: ReceivingDraft) -> None:
        """Keep the delivery the operator is counting as it is now, in place of what was kept of it before."""
        with self._desk.act("purchasing.keep_draft") as act:
            keep_draft(act, draft)
            act.commit()

    def kept_draft(self) -> ReceivingDraft | None:
        """The delivery the operator was counting when the program ended; None: there was none.

        Raises:
            UnreadableDraftError: it was saved in a way this program cannot read; it is left where it is for good.
        """
        with self._desk.question("purchasing.kept_draft") as books:
            return kept_draft(books, self._desk.operator.id)

    def give_up_draft(self, draft: ReceivingDraft) -> None:
        """Give a delivery up; who did, and what was in it, goes into the record."""
        with self._desk.act("purchasing.give_up_draft") as act:
            forget_draft(act, draft.token)
            act.journal.note("purchasing.give_up_draft", content=draft_to_text(draft))
            act.commit()


def _commit(act: Act) -> None:
    act.commit(Change.PURCHASES, Change.STOCK, Change.MONEY, Change.PRODUCTS)
