"""Stock: what is there, what it did, opening stock and counts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jxc_desktop.services.changes import Change
from jxc_desktop.services.exchange.table_file import refuse_other_kinds, write_table
from jxc_desktop.services.inventory.counting import (
    CountedLine,
    OpeningLine,
    post_count,
    post_opening_stock,
    reverse_stock,
)
from jxc_desktop.services.inventory.opening_export import opening_table
from jxc_desktop.services.inventory.opening_list import OpeningRow, StoredOpening, opening_rows, stored_opening
from jxc_desktop.services.inventory.stock_export import stock_table
from jxc_desktop.services.inventory.stock_ledger import LedgerRow, stock_ledger
from jxc_desktop.services.inventory.stock_list import StockFilter, StockRow, StockSummary, stock_rows, stock_summary
from jxc_desktop.services.inventory.stock_of import ProductStock, stock_of
from jxc_desktop.services.people.desk import Desk


class Inventory:
    """The shop's stock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stock_list(self, wanted: StockFilter, offset: int = 0, limit: int = 200) -> list[StockRow]:
        """So many products of the list from the offset on; without costs for those who may not see them.

        Raises:
            InvalidInputError: the order is one by cost, and the operator may not see costs.
        """
        with self._desk.question("inventory.stock_list") as books:
            return stock_rows(books, wanted, offset, limit, with_cost=self._sees_cost())

    def stock_summary(self, wanted: StockFilter) -> StockSummary:
        """What the list comes to, and how many products each segment has."""
        with self._desk.question("inventory.stock_summary") as books:
            return stock_summary(books, wanted, with_cost=self._sees_cost())

    def stock_of(self, product_id: int) -> ProductStock:
        """How much of a product there is, and where.

        Raises:
            NotFoundError: there is no such product.
        """
        with self._desk.question("inventory.stock_of") as books:
            return stock_of(books, product_id, with_cost=self._sees_cost())

    def stock_ledger(self, product_id: int, before: int | None = None, limit: int = 50) -> list[LedgerRow]:
        """So many moves of a product, newest first; `before`: only those older than the move of that key."""
        with self._desk.question("inventory.stock_ledger") as books:
            return stock_ledger(books, product_id, before=before, limit=limit, with_cost=self._sees_cost())

    def export_stock(self, wanted: StockFilter, path: Path) -> None:
        """Write the list as it is searched, filtered and sorted, with its totals, as .csv or .xlsx.

        Raises:
            TableKindError: the file's name ends otherwise.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        refuse_other_kinds(path)
        with self._desk.question("inventory.export_stock") as books:
            write_table(path, stock_table(books, wanted, with_cost=self._sees_cost()))

    def opening_stock_list(self, offset: int = 0, limit: int = 200) -> list[OpeningRow]:
        """Opening stock and what undid it, newest first."""
        with self._desk.question("inventory.opening_stock_list") as books:
            return opening_rows(books, offset, limit)

    def export_opening_stock(self, path: Path) -> None:
        """Write the list of opening stock and what undid it, as .csv or .xlsx.

        Raises:
            TableKindError: the file's name ends otherwise.
            FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
        """
        self._desk.check("inventory.export_opening_stock")
        refuse_other_kinds(path)
        with self._desk.question("inventory.export_opening_stock") as books:
            write_table(path, opening_table(books))

    def opening_stock(self, document_id: int) -> StoredOpening:
        """A whole document of opening stock.

        Raises:
            NotFoundError: there is none.
        """
        with self._desk.question("inventory.opening_stock") as books:
            return stored_opening(books, document_id)

    def post_opening_stock(self, lines: Sequence[OpeningLine], day: date, token: str) -> int:
        """Post opening stock (期初) for goods that never moved; the document's key.

        Raises:
            InvalidInputError, HasMovesError, NotFoundError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("inventory.post_opening_stock") as act:
            posted = post_opening_stock(act, lines, day, token)
            act.commit(Change.STOCK)
        return posted.id

    def post_count(self, lines: Sequence[CountedLine], day: date, token: str) -> int | None:
        """Post what a count found against the books of that day; the document's key, None where nothing differs.

        Raises:
            InvalidInputError, OversoldError, NotFoundError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("inventory.post_count") as act:
            posted = post_count(act, lines, day, token)
            if posted is None:
                return None
            act.commit(Change.STOCK)
        return posted.id

    def reverse(self, document_id: int, reason: str) -> int:
        """Undo opening stock or a count by its mirror (红冲); the mirror's key.

        Raises:
            NotFoundError, WrongStateError, GoodsGoneError, OversoldError, ClosedPeriodError: nothing has changed.
        """
        with self._desk.act("inventory.reverse") as act:
            posted = reverse_stock(act, document_id, reason)
            act.commit(Change.STOCK)
        return posted.id

    def _sees_cost(self) -> bool:
        return self._desk.operator.role.may_see_cost
