"""Bringing in what a shop kept elsewhere."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.services.changes import Change
from jxc_desktop.services.exchange.columns import ColumnMatch
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.garbage import garbage_kept
from jxc_desktop.services.migrate_in.history import HistoryResult, import_history
from jxc_desktop.services.migrate_in.import_choice import FOUND, ImportChoice
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.import_result import ImportResult, OpeningResult
from jxc_desktop.services.migrate_in.layouts import Layouts, layouts_known, remember_layout
from jxc_desktop.services.migrate_in.matching import layout_at
from jxc_desktop.services.migrate_in.opening_stock import import_opening_stock, opening_lines, read_opening_stock
from jxc_desktop.services.migrate_in.partner_rows import PartnerFile, read_partners
from jxc_desktop.services.migrate_in.partners import PartnerPlan, import_partners, plan_partners
from jxc_desktop.services.migrate_in.preview import ImportPreview, preview_of
from jxc_desktop.services.migrate_in.product_plan import ProductPlan
from jxc_desktop.services.migrate_in.product_rows import ProductFile, read_products
from jxc_desktop.services.migrate_in.products import import_products, planned_products
from jxc_desktop.services.migrate_in.progress import Progress
from jxc_desktop.services.migrate_in.remarks import remarks_on
from jxc_desktop.services.people.desk import Act, Desk
from jxc_desktop.services.storage.backup import backup_before


class Imports:
    """The ways in for files from elsewhere: looked at, then taken in whole or not at all."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self, kind: ImportKind, path: Path) -> ImportPreview:
        """What is in a file, and what each of its columns is taken for; nothing is checked yet.

        Raises:
            SheetFileError: it cannot be read.
        """
        layouts = self._layouts("imports.look", kind)
        return preview_of(read_sheet(path), FORMS[kind], layouts)

    def products(
        self,
        path: Path,
        *,
        choice: ImportChoice = FOUND,
        check_only: bool = False,
        progress: Progress | None = None,
    ) -> ImportResult:
        """Take in a goods list (xlsx, xls, ods, csv): new products are added, known ones brought up to date.

        Progress is told at most 20 times; an exception it raises ends the import with nothing done.

        Raises:
            SheetFileError: the file cannot be read, or holds no list of goods.
            FileFaultsError: rows that cannot be right; all of them are listed, and nothing is taken in.
            StorageError: no backup could be made before, or nothing written; nothing is taken in.
        """
        layouts = self._layouts("imports.products", ImportKind.PRODUCTS)
        with garbage_kept():
            file = read_products(path, progress, choice, layouts)
            if check_only:
                with self._desk.question("imports.products") as books:
                    return _products_result(file, planned_products(books, file))
            with self._desk.act("imports.products") as act:
                plan = planned_products(act.work, file)
                self._prepare(act, ImportKind.PRODUCTS, choice, file.match, bool(plan.new or plan.changed))
                import_products(act, file, plan, progress)
                act.commit(*([Change.PRODUCTS] if plan.new or plan.changed else []))
            return _products_result(file, plan)

    def partners(
        self,
        path: Path,
        role: str | None = None,
        *,
        choice: ImportChoice = FOUND,
        check_only: bool = False,
    ) -> ImportResult:
        """Take in suppliers and customers; `role` is what those are of whom the file does not say it.

        Raises:
            SheetFileError: the file cannot be read, or holds no such list.
            FileFaultsError: rows that cannot be right; all of them are listed, and nothing is taken in.
            StorageError: no backup could be made before, or nothing written; nothing is taken in.
        """
        layouts = self._layouts("imports.partners", ImportKind.PARTNERS)
        file = read_partners(path, role, choice, layouts)
        if check_only:
            with self._desk.question("imports.partners") as books:
                return _partners_result(file, plan_partners(books, file))
        with self._desk.act("imports.partners") as act:
            plan = plan_partners(act.work, file)
            self._prepare(act, ImportKind.PARTNERS, choice, file.match, bool(plan.new or plan.changed))
            import_partners(act, file, plan)
            act.commit(*([Change.PARTNERS] if plan.new or plan.changed else []))
        return _partners_result(file, plan)

    def opening_stock(
        self,
        path: Path,
        day: date | None = None,
        *,
        choice: ImportChoice = FOUND,
        check_only: bool = False,
        progress: Progress | None = None,
    ) -> OpeningResult:
        """Take in opening stock, dated a day (None: today); other goods may follow with another file.

        Raises:
            SheetFileError: the file cannot be read, or has no column for code or quantity.
            FileFaultsError: rows that cannot be right; all of them are listed, and nothing is taken in.
            ClosedPeriodError: the day's month is closed.
            StorageError: no backup could be made before, or nothing written; nothing is taken in.
        """
        layouts = self._layouts("imports.opening_stock", ImportKind.OPENING_STOCK)
        match = read_opening_stock(path, choice, layouts)
        numbers: tuple[str, ...] = ()
        with self._desk.act("imports.opening_stock") as act:
            lines = opening_lines(act.work, match, progress)
            if not check_only:
                self._prepare(act, ImportKind.OPENING_STOCK, choice, match, bool(lines))
                numbers = import_opening_stock(act, lines, day or act.today)
                act.commit(Change.STOCK)
        remarks = remarks_on(match, FORMS[ImportKind.OPENING_STOCK])
        return OpeningResult(numbers, sum(map(len, lines.values())), remarks)

    def write_faults(self, seen: ImportPreview, refused: FileFaultsError, path: Path) -> None:
        """Write the rows of a refused file with what is wrong with them, the bad ones first, to be corrected and read.

        Raises:
            TableKindError: the file's name ends in something else than .xlsx.
            FileNotWrittenError: the system refuses to write there.
        """
        # Not above, here and below: the library that writes workbooks takes long to load.
        from jxc_desktop.services.migrate_in.faults_file import write_faults_file

        self._desk.check("imports.write_faults")
        write_faults_file(path, seen, refused)

    def write_template(self, kind: ImportKind, path: Path) -> None:
        """Write an empty file of a kind, with what belongs into its columns.

        Raises:
            TableKindError: the file's name ends in something else than .xlsx.
            FileNotWrittenError: the system refuses to write there.
        """
        from jxc_desktop.services.migrate_in.template_file import write_template_file

        self._desk.check("imports.write_template")
        write_template_file(path, FORMS[kind])

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
            result = import_history(act, paths, check_only=check_only, progress=progress, before=self._back_up)
            if result.documents:
                act.commit(Change.SALES, Change.PURCHASES, Change.STOCK, Change.MONEY, Change.PARTNERS)
        return result

    def _layouts(self, call: str, kind: ImportKind) -> Layouts:
        with self._desk.question(call) as books:
            return layouts_known(books, kind)

    def _prepare(self, act: Act, kind: ImportKind, choice: ImportChoice, match: ColumnMatch, is_worth_it: bool) -> None:
        """Before the first row is written: a backup, and what was matched by hand."""
        if is_worth_it:
            self._back_up()
        if choice.is_by_hand and choice.fields is not None:
            remember_layout(act.work, kind, layout_at(match.sheet, match.header_row), choice.fields)

    def _back_up(self) -> None:
        backup_before(self._desk.storage.path, Occasion.IMPORT)


def _products_result(file: ProductFile, plan: ProductPlan) -> ImportResult:
    remarks = remarks_on(file.match, FORMS[ImportKind.PRODUCTS])
    return ImportResult(len(plan.new), len(plan.changed), plan.unchanged, file.unused, remarks)


def _partners_result(file: PartnerFile, plan: PartnerPlan) -> ImportResult:
    remarks = remarks_on(file.match, FORMS[ImportKind.PARTNERS])
    return ImportResult(len(plan.new), len(plan.changed), plan.unchanged, file.unused, remarks)
