"""Receipts on paper: drawn from what the books hold, sent by a worker, printed again when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from jxc_desktop.models.records import PrintJob, Setting
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.receipt_page import (
    ReceiptKind,
    ReceiptLine,
    ReceiptPage,
    ReceiptPaper,
    ReceiptTender,
    ReceiptTotals,
)
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.people.documents import stored_head
from jxc_desktop.services.people.settings import (
    IS_PRACTICE,
    PRINTER_TESTED,
    RECEIPT_FOOTER,
    RECEIPT_HEADING,
    RECEIPT_NOTE,
    RECEIPT_WIDTH,
    SHOP_NAME,
    read_choice,
)
from jxc_desktop.services.ports.printer import Printer
from jxc_desktop.services.sales.sale_list import KINDS, Sale, SoldLine, sale
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction
from jxc_desktop.services.words import _
from jxc_desktop.services.words.given_names import shown_name

_WAITING = Query[tuple[int, int, bool, str]](
    select(PrintJob.id, PrintJob.document_id, PrintJob.is_reprint, PrintJob.created_at)
    .where(PrintJob.state == "waiting")
    .order_by(PrintJob.id)
)
_WAITING_COUNT = Query[tuple[int]](select(func.count()).where(PrintJob.state == "waiting"))
_SET_STATE = Prepared(update(PrintJob).where(PrintJob.id == bindparam("of")).values(state=bindparam("to")), "to", "of")


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A receipt that waits for the printer."""

    job_id: int
    page: ReceiptPage


class Paper:
    """The receipts the shop prints."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def reprint(self, document_id: int) -> int:
        """Ask for a receipt once more, marked 补打; the job's key.

        Raises:
            NotFoundError: there is no such sale.
        """
        with self._desk.act("paper.reprint") as act:
            stored_head(act.work, document_id, *KINDS)
            job = act.journal.add(table_of(PrintJob), document_id, "waiting", moment_text(act.now), 1)
            act.journal.note("paper.reprint", document=document_id)
            act.commit(Change.PAPER)
        return job

    def waiting_count(self) -> int:
        """How many receipts wait for the printer."""
        with self._desk.question("paper.waiting_count") as books:
            row = books.row(_WAITING_COUNT)
        return 0 if row is None else row[0]

    def print_waiting(self, printer: Printer) -> int:
        """Print what waits, in order; how many were printed. The first fault stops it, and the rest goes on waiting.

        Raises:
            PrinterFault: the printer did not take one; it and those after it still wait.
        """
        from jxc_desktop.services.printing.receipt_pdf import receipt_pdf

        waiting = self._waiting()
        done = 0
        for paper in waiting:
            page = paper.page
            printer.print_pdf(receipt_pdf(page), title=page.number, paper=f"{page.paper.value}mm")
            self._mark_printed(paper.job_id)
            done += 1
        return done

    def print_test(self, printer: Printer) -> None:
        """A page that shows whether the printer prints all of a receipt; it is in no book.

        Raises:
            PrinterFault: the printer did not take it.
        """
        with self._desk.question("paper.print_test") as books:
            width, shop_name = read_choice(books, RECEIPT_WIDTH), read_choice(books, SHOP_NAME)
        print_test_page(printer, width, shop_name, self._desk.operator.name, self._desk.clock.now())
        self.note_tested()

    def note_tested(self) -> None:
        """A test page has come out of a printer: remembered once."""
        with self._desk.act("paper.note_tested") as act:
            if read_choice(act.work, PRINTER_TESTED) == "no":
                act.work.insert(table_of(Setting), [(PRINTER_TESTED.key, "yes")])
                act.journal.note("paper.print_test")
                act.commit(Change.SETTINGS)

    def sample(self, paper: ReceiptPaper) -> bytes:
        """What a receipt of this shop looks like on that paper, as a PDF of one page; it is in no book."""
        from jxc_desktop.services.printing.receipt_pdf import receipt_pdf

        with self._desk.question("paper.sample") as books:
            page = _sample_page(books, paper, self._desk.operator.name, self._desk.clock.now())
        return receipt_pdf(page)

    def give_up_waiting(self) -> int:
        """Do not print what waits; how many receipts that were. They can be printed again from their sales."""
        with self._desk.act("paper.give_up_waiting") as act:
            jobs = [("given_up", job) for job, *_ in act.work.rows(_WAITING)]
            act.work.run(_SET_STATE, jobs)
            act.journal.note("paper.give_up_waiting", receipts=len(jobs))
            act.commit(Change.PAPER)
        return len(jobs)

    def _waiting(self) -> Sequence[WaitingPaper]:
        with self._desk.question("paper.print_waiting") as books:
            return [
                WaitingPaper(job, _page(books, sale(books, document), datetime.fromisoformat(at) if again else None))
                for job, document, again, at in books.rows(_WAITING)
            ]

    def _mark_printed(self, job_id: int) -> None:
        with self._desk.act("paper.print_waiting") as act:
            act.work.run(_SET_STATE, [("printed", job_id)])
            act.commit(Change.PAPER)


def print_test_page(printer: Printer, width: str, shop_name: str, clerk: str, now: datetime) -> None:
    """The same for a shop that is not there yet.

    Units: the width of the paper in mm.

    Raises:
        PrinterFault: the printer did not take it.
    """
    from jxc_desktop.services.printing.receipt_pdf import receipt_pdf

    page = _test_page(ReceiptPaper(int(width)), shop_name, clerk, now)
    printer.print_pdf(receipt_pdf(page), title=page.number, paper=f"{page.paper.value}mm")


def _page(books: OpenTransaction, sold: Sale, reprinted: datetime | None) -> ReceiptPage:
    """The receipt of a sale as the books hold it."""
    lines = tuple(_line(line) for line in sold.lines)
    list_total = sum(line.list_amount.fen for line in lines)
    rounding = sum(line.rounding_off.fen for line in sold.lines)
    due = sold.row.amount
    is_return = sold.row.kind is DocumentKind.CUSTOMER_RETURN
    return ReceiptPage(
        paper=ReceiptPaper(int(read_choice(books, RECEIPT_WIDTH))),
        kind=ReceiptKind.RETURN if is_return or sold.row.is_mirror else ReceiptKind.SALE,
        shop_name=read_choice(books, SHOP_NAME),
        number=sold.row.number,
        moment=sold.row.moment,
        clerk=sold.row.operator,
        lines=lines,
        totals=ReceiptTotals(
            list_total=Money(list_total),
            discount=Money(list_total - rounding - due.fen),
            rounding=Money(rounding),
            due=due,
        ),
        tenders=tuple(ReceiptTender(tender.account, tender.tendered) for tender in sold.tenders),
        change=sold.change,
        heading=(*_practice_words(books), *read_choice(books, RECEIPT_HEADING).splitlines()),
        footer=tuple(shown_name(read_choice(books, RECEIPT_FOOTER)).splitlines()),
        member=sold.row.member_code or None,
        reprinted=reprinted,
        is_reversed=bool(sold.reversed_by),
        note=None if read_choice(books, RECEIPT_NOTE) == "yes" else "",
    )


def _test_page(paper: ReceiptPaper, shop_name: str, clerk: str, now: datetime) -> ReceiptPage:
    """A receipt of nothing: the widest line there is, a barcode, and what to look at."""
    nothing = Money(0)
    line = ReceiptLine(
        name=_("测试页，不是小票"),
        quantity=Quantity(1000),
        price=UnitPrice(0),
        list_amount=nothing,
        discount=nothing,
        net=nothing,
    )
    return ReceiptPage(
        paper=paper,
        kind=ReceiptKind.SALE,
        shop_name=shop_name,
        number=f"TEST{now:%Y%m%d}-{now:%H%M}",
        moment=now,
        clerk=clerk,
        lines=(line,),
        totals=ReceiptTotals(list_total=nothing, discount=nothing, rounding=nothing, due=nothing),
        tenders=(),
        change=nothing,
        footer=(_("字清楚、两边不缺、条码扫得出，就装好了"),),
        note="",
    )


def _sample_page(books: OpenTransaction, paper: ReceiptPaper, clerk: str, now: datetime) -> ReceiptPage:
    """A receipt as of a small sale, with everything a receipt may have."""
    rounding = Money(3)
    lines = (
        _sample_line(_("矿泉水 550ml"), "6901234567892", Quantity(2000), UnitPrice(20_000), Money(0)),
        _sample_line(_("苹果"), "", Quantity(1265), UnitPrice(79_800), Money(101)),
    )
    total, discount = (
        sum(part) for part in zip(*((one.list_amount.fen, one.discount.fen) for one in lines), strict=True)
    )
    due = Money(total - discount - rounding.fen)
    return ReceiptPage(
        paper=paper,
        kind=ReceiptKind.SALE,
        shop_name=read_choice(books, SHOP_NAME),
        number=f"XS{now:%Y%m%d}-0001",
        moment=now,
        clerk=clerk,
        lines=lines,
        totals=ReceiptTotals(list_total=Money(total), discount=Money(discount), rounding=rounding, due=due),
        tenders=(ReceiptTender(_("现金"), Money(2000)),),
        change=Money(2000) - due,
        heading=(*_practice_words(books), *read_choice(books, RECEIPT_HEADING).splitlines()),
        footer=tuple(shown_name(read_choice(books, RECEIPT_FOOTER)).splitlines()),
        note=None if read_choice(books, RECEIPT_NOTE) == "yes" else "",
    )


def _sample_line(name: str, code: str, quantity: Quantity, price: UnitPrice, discount: Money) -> ReceiptLine:
    amount = price.times(quantity)
    unit = _("瓶") if quantity.milli % 1000 == 0 else _("千克")
    net = amount - discount
    return ReceiptLine(
        name=name, quantity=quantity, price=price, list_amount=amount, discount=discount, net=net, unit=unit, code=code
    )


def _practice_words(books: OpenTransaction) -> tuple[str, ...]:
    """What a receipt of a shop to practise in says first."""
    return (_("练习小票，不是真的买卖"),) if read_choice(books, IS_PRACTICE) == "yes" else ()


def _line(line: SoldLine) -> ReceiptLine:
    count = half_away_from_zero(line.quantity.milli * 1000, line.unit_factor.milli)
    discount = line.line_discount
    return ReceiptLine(
        name=line.name,
        quantity=Quantity(count),
        price=line.price,
        list_amount=line.list_amount,
        discount=discount,
        net=line.list_amount - discount,
        unit=line.unit_name,
        code=line.barcode,
    )
