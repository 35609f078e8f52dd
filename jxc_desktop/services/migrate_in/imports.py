"""Bringing in what a shop kept elsewhere."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jxc_desktop.services.changes import Change
from jxc_desktop.services.migrate_in.garbage import garbage_kept
from jxc_desktop.services.migrate_in.history import HistoryResult, import_history
from jxc_desktop.services.migrate_in.opening_stock import OpeningResult, import_opening_stock, read_opening_stock
from jxc_desktop.services.migrate_in.product_rows import read_products
from jxc_desktop.services.migrate_in.products import ImportResult, check_products, import_products
from jxc_desktop.services.migrate_in.progress import Progress
from jxc_desktop.services.people.desk import Desk


class Imports:
    """The ways in for files from elsewhere."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def products(self, path: Path, *, check_only: bool = False, progress: Progress | None = None) -> ImportResult:
        """Take in a goods list (xlsx, xls, ods, csv): new products are added, known ones brought up to date.

        Progress is told at most 20 times; an exception it raises ends the import with nothing done.

        Raises:
            SheetFileError: the file cannot be read, or holds no list of goods.
            FileFaultsError: rows that cannot be right; all of them are listed, and nothing is taken in.
        """
        self._desk.check("imports.products")
        with garbage_kept():
            return self._products(path, check_only, progress)

    def _products(self, path: Path, check_only: bool, progress: Progress | None) -> ImportResult:
        file = read_products(path, progress)
        if check_only:
            with self._desk.question("imports.products") as books:
                return check_products(books, file)
        with self._desk.act("imports.products") as act:
            result = import_products(act, file, progress)
            act.commit(*([Change.PRODUCTS] if result.added or result.changed else []))
        return result

    def opening_stock(self, path: Path, day: date | None = None, *, check_only: bool = False) -> OpeningResult:
        """Take in opening stock, dated a day (None: today); other goods may follow with another file.

        Raises:
            SheetFileError: the file cannot be read, or has no column for code or quantity.
            FileFaultsError: rows that cannot be right; all of them are listed, and nothing is taken in.
            ClosedPeriodError: the day's month is closed.
        """
        self._desk.check("imports.opening_stock")
        match = read_opening_stock(path)
        with self._desk.act("imports.opening_stock") as act:
            result = import_opening_stock(act, match, day or act.today, check_only=check_only)
            if not check_only:
                act.commit(Change.STOCK)
        return result

    def history(
        self, paths: Sequence[Path], *, check_only: bool = False, progress: Progress | None = None
    ) -> HistoryResult:
        """Take in past purchases and sales, in order of time across the files; what is in the books stays single.

        Raises:
            LiveTradeError: the shop trades with this program already.
            SheetFileError: a file cannot be read, or holds neither purchases nor sales.
            FileFaultsError: rows that cannot be right; all of a file are listed, and nothing is taken in.
            ClosedPeriodError: a month that is closed.
        """
        with self._desk.act("imports.history") as act:
            result = import_history(act, paths, check_only=check_only, progress=progress)
            if result.documents:
                act.commit(Change.SALES, Change.PURCHASES, Change.STOCK, Change.MONEY, Change.PARTNERS)
        return result
