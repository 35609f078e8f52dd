"""Selling: what the counter and its lists ask for."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from jxc_desktop.models.records import SaleLine
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.changes import Change
from jxc_desktop.services.money.ways_of_paying import WayOfPaying, ways_of_paying
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.documents import document_by_number, document_by_token
from jxc_desktop.services.people.errors import AlreadyPostedError
from jxc_desktop.services.people.override import authorise
from jxc_desktop.services.people.trail import Trail, TrailRow
from jxc_desktop.services.sales.checkout import check_out, print_receipt
from jxc_desktop.services.sales.payment import AT_COUNTER
from jxc_desktop.services.sales.returns import refund_of, return_goods, reverse_sale
from jxc_desktop.services.sales.sale_list import (
    KINDS,
    Sale,
    SaleRow,
    last_sale_id,
    sale,
    sale_rows,
    sale_totals,
)
from jxc_desktop.services.sales.ticket import SoldTicket, Ticket
from jxc_desktop.services.storage.tables import table_of

_TRAIL = Trail(table_of(SaleLine))


class Sales:
    """Sales, returns and what the counter needs for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def checkout(self, ticket: Ticket, pin: str = "") -> SoldTicket:
        """Sell a ticket; handed over twice, it is sold once and the answer is the same sale.

        `pin`: the 授权码 of another operator, who allows what the one here may not do alone.

        Raises:
            DiscountLimitError: more is taken off than the operator may; with a 授权码 it may be.
            WrongPinError, TriedTooSoonError, NotAllowedError: the 授权码 allows nothing.
            EmptyTicketError, InvalidInputError, WrongPaymentError, PriceChangedError, BelowLowestPriceError,
            NotFoundError, OversoldError, ClosedPeriodError: it was not sold, and nothing has changed.
        """
        allower = authorise(self._desk, pin, "sales.checkout")
        with suppress(AlreadyPostedError), self._desk.act("sales.checkout") as act:
            sold = check_out(act, ticket, allower)
            act.commit(Change.SALES, Change.STOCK, Change.MONEY, Change.CARTS, Change.PAPER)
            return sold
        return self._sold_before(ticket.token)

    def return_goods(
        self,
        sale_id: int,
        quantities: Mapping[int, Quantity],
        account_id: int,
        token: str,
        prints_receipt: bool = True,
        pin: str = "",
    ) -> int:
        """Take back some of a sale's lines (line key → how much) and pay them back; the return's key.

        `pin`: the 授权码 of another operator, who allows what the one here may not do alone.

        Raises:
            RefundLimitError: it is more than the operator may give back; with a 授权码 it may be.
            WrongPinError, TriedTooSoonError, NotAllowedError: the 授权码 allows nothing.
            NotFoundError, WrongStateError, InvalidInputError, TooMuchReturnedError, EmptyTicketError,
            ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        allower = authorise(self._desk, pin, "sales.return_goods")
        with self._desk.act("sales.return_goods") as act:
            posted = return_goods(act, sale_id, quantities, account_id, token, allower)
            if prints_receipt:
                print_receipt(act, posted)
            act.commit(Change.SALES, Change.STOCK, Change.MONEY, Change.PAPER)
        return posted.id

    def reverse(self, document_id: int, reason: str) -> int:
        """Undo a sale or return by its mirror (红冲); the mirror's key.

        Raises:
            NotFoundError, WrongStateError, HasReturnsError, OversoldError, ClosedPeriodError: nothing has changed.
        """
        with self._desk.act("sales.reverse") as act:
            posted = reverse_sale(act, document_id, reason)
            act.commit(Change.SALES, Change.STOCK, Change.MONEY)
        return posted.id

    def sale_list(self, wanted: DocumentFilter, offset: int = 0, limit: int = 200) -> list[SaleRow]:
        """Sales and returns, newest first."""
        with self._desk.question("sales.sale_list") as books:
            return sale_rows(books, wanted, offset, limit)

    def sale_totals(self, wanted: DocumentFilter) -> tuple[int, Money]:
        """How many documents a list has, and what they come to."""
        with self._desk.question("sales.sale_totals") as books:
            return sale_totals(books, wanted)

    def export_sales(self, wanted: DocumentFilter, path: Path) -> None:
        """Write the list as it is filtered, with what it comes to, as .csv or .xlsx.

        Raises:
            TableKindError: the file's name ends otherwise.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        # Not above: the first sale of the day does not wait for it.
        from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
        from jxc_desktop.services.sales.sale_export import sale_table

        self._desk.check("sales.export_sales")
        refuse_other_kinds(path)
        with self._desk.question("sales.export_sales") as books:
            write_table(path, sale_table(books, wanted))

    def sale(self, document_id: int) -> Sale:
        """A whole sale or return.

        Raises:
            NotFoundError: there is none.
        """
        with self._desk.question("sales.sale") as books:
            return sale(books, document_id)

    def sale_by_number(self, number: str) -> int | None:
        """The key of the sale or return whose receipt has this number; None for any other text."""
        with self._desk.question("sales.sale_by_number") as books:
            return document_by_number(books, number, *KINDS)

    def trail(self, document_id: int) -> list[TrailRow]:
        """What came before a sale or return and what came of it (来龙去脉), in order of time."""
        with self._desk.question("sales.trail") as books:
            return _TRAIL.of(books, document_id)

    def refund_of(self, sale_id: int, quantities: Mapping[int, Quantity]) -> dict[int, Money]:
        """What would be paid back for some of a sale's lines (line key → how much), line by line.

        Raises:
            NotFoundError, WrongStateError, InvalidInputError, TooMuchReturnedError: they cannot come back.
        """
        with self._desk.question("sales.refund_of") as books:
            return refund_of(books, sale_id, quantities)

    def last_sale(self) -> Sale | None:
        """The newest sale of the operator who is here that was not undone."""
        with self._desk.question("sales.last_sale") as books:
            key = last_sale_id(books, self._desk.operator.id)
            return None if key is None else sale(books, key)

    def ways_of_paying(self) -> list[WayOfPaying]:
        """The ways of paying at the counter, in the order of their keys there."""
        with self._desk.question("sales.ways_of_paying") as books:
            return ways_of_paying(books, AT_COUNTER)

    def _sold_before(self, token: str) -> SoldTicket:
        """The sale that a ticket became when it was handed over first."""
        with self._desk.question("sales.checkout") as books:
            known = document_by_token(books, token)
            assert known is not None
            found = sale(books, known[0])
        return SoldTicket(found.row.document_id, found.row.number, found.row.amount, found.change)
