"""``--self-check``: a day in a shop of its own, to see that nothing is missing from the program where it was put."""

import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import jxc_desktop
from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.gs1_code import parse_gs1
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.catalog.product_list import ProductFilter
from jxc_desktop.services.people.found_shop import OWNER_NAME
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import TenderGiven, Ticket, TicketLine
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _, choose_language, language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from jxc_desktop.app import Program

PASSED, FAILED = 0, 1
# Its steps run when alembic calls them, on a connection.
STEPS_OF_SCHEMA = "jxc_desktop.models.migrations."
GOODS, LETTERS, CODE = "农夫山泉550ml", "nfsq", "6921168509256"
CARTON_CODE = "0106921168509256"
LONGEST_WAIT_MS = 30_000
REPORT_ENDINGS = (".xlsx", ".csv", ".pdf")
PRINTED_DPI, WHITE = 100, 255

Step = tuple[Callable[[], str], Callable[[], None]]


class MissingPartError(Exception):
    """Something that the program comes with is not there, or does not work here."""


def self_check() -> int:
    """Run every part once in a folder that is gone afterwards, and say each; 0 where all of them work."""
    with TemporaryDirectory(prefix="jxc-self-check-", ignore_cleanup_errors=True) as folder:
        return run_steps(SelfCheck(Path(folder)).steps())


def run_steps(steps: Sequence[Step]) -> int:
    """Run each step and say that it passed; the first that does not ends it."""
    for name, act in steps:
        try:
            act()
        except Exception as error:  # noqa: BLE001  whatever it is, a part is missing
            _say(_("没有通过：{step}：{fault}").format(step=name(), fault=error))
            traceback.print_exc()
            return FAILED
        _say(_("通过：{step}").format(step=name()))
    return PASSED


class SelfCheck:
    """One shop, and what is tried in it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / "shop.db"
        self._product = 0
        self._language = language()

    def steps(self) -> tuple[Step, ...]:
        """What is tried, in order."""
        return (
            (lambda: _("程序的每一部分都在"), load_every_part),
            (lambda: _("新建一家店，用密码打开"), self.found),
            (lambda: _("商品按拼音首字母找得到"), self.name_goods),
            (lambda: _("入库一张"), self.receive),
            (lambda: _("卖一单"), self.sell),
            (lambda: _("小票印成 PDF"), self.print_receipt),
            (lambda: _("报表存成文件"), self.write_reports),
            (lambda: _("表格写出来读得回去"), self.read_sheet),
            (lambda: _("英文都在"), self.speak_english),
            (lambda: _("账目一致"), self.verify),
            (lambda: _("窗口打得开"), self.show_window),
        )

    def found(self) -> None:
        """The schema, its steps, and passwords."""
        guarded = self._folder / "guarded.db"
        with Shop.found(guarded, "Self-check", SystemClock(), password="check-2468"):
            pass
        with Shop.open(guarded, SystemClock(), OWNER_NAME, "check-2468"):
            pass
        Shop.found(self._path, "Self-check", SystemClock()).close()

    def name_goods(self) -> None:
        """The table of readings; and the library that reads carton codes."""
        details = ProductDetails(name=GOODS, codes=(CODE,), retail_price=UnitPrice.parse("2.00"))
        with self._shop() as shop:
            self._product = shop.catalog.save_product(details)
            _expect(bool(shop.catalog.search(LETTERS)), LETTERS)
        _expect(parse_gs1(CARTON_CODE).gtin == CARTON_CODE[2:], CARTON_CODE)

    def receive(self) -> None:
        """One receipt."""
        with self._shop() as shop:
            count = Quantity.parse("24")
            line = ReceivedLine(self._product, "pc", Quantity.parse("1"), count, UnitPrice.parse("1.20"))
            supplier = shop.partners.add_supplier("Self-check")
            shop.purchasing.receive_goods(Receipt("self-check-receipt", supplier, (line,)))

    def sell(self) -> None:
        """One sale for cash, with a receipt."""
        with self._shop() as shop:
            found = shop.catalog.find_by_id(self._product)
            item = PricedItem(Quantity.parse("1"), found.price)
            line = TicketLine(self._product, found.unit_name, found.unit_factor, item)
            shop.sales.checkout(Ticket("self-check-sale", (line,), (TenderGiven(CASH, item.list_amount),)))

    def print_receipt(self) -> None:
        """The paper's fonts, and the library that shows PDFs."""
        from jxc_desktop.services.devices.pdf_folder import PdfFolder

        with self._shop() as shop:
            shop.paper.print_waiting(PdfFolder(self._folder))
        expect_paper(self._folder)

    def write_reports(self) -> None:
        """Every report as a table and on paper, the month with its picture."""
        folder = self._folder / "reports"
        folder.mkdir()
        with self._shop() as shop:
            for report in shop.reports.names():
                asked = Asked(Period(shop.today, shop.today) if report.takes_period else None)
                for ending in REPORT_ENDINGS:
                    shop.reports.write(shop.reports.run(report.name, asked), folder / f"{report.name}{ending}")
            for ending in (".xlsx", ".pdf"):
                shop.reports.write(shop.reports.month(shop.today), folder / f"month{ending}")
        expect_paper(folder)

    def read_sheet(self) -> None:
        """What one library wrote, another reads."""
        written = self._folder / "goods.xlsx"
        with self._shop() as shop:
            shop.catalog.export_products(ProductFilter(), written)
            result = shop.imports.products(written, check_only=True)
        _expect(result.unchanged == 1, written.name)

    def speak_english(self) -> None:
        """The catalogue of the other language."""
        choose_language("en")
        try:
            _expect(_("收银台").isascii(), "en")
        finally:
            choose_language(self._language)

    def verify(self) -> None:
        """The books."""
        with self._shop() as shop:
            findings = shop.health.verify()
        _expect(not findings, "; ".join(finding.sentence for finding in findings))

    def show_window(self) -> None:
        """The window as it is started, every page shown once, closed again."""
        see_without_screen()
        show_every_page(self._path, self._folder / "window.ini")

    def _shop(self) -> Shop:
        return Shop.open(self._path, SystemClock())


def load_every_part() -> None:
    """Load every module of the program; most are loaded by no start.

    Raises:
        ImportError: one of them, or something that it needs, is not there.
    """
    for name in parts():
        importlib.import_module(name)


def parts() -> Iterator[str]:
    """The program's modules by name."""
    for module in pkgutil.walk_packages(jxc_desktop.__path__, "jxc_desktop."):
        if not module.name.startswith(STEPS_OF_SCHEMA):
            yield module.name


def show_every_page(shop: Path, settings: Path) -> None:
    """Start the window on a shop, show each of its pages, close it.

    Raises:
        MissingPartError: it does not open, or something in it could not be drawn.
    """
    from PySide6.QtCore import QSettings, qInstallMessageHandler

    from jxc_desktop.app import Program, dressed_application

    qInstallMessageHandler(lambda _kind, _where, _words: None)  # a screen in memory complains of its own ways
    application, faults = dressed_application(), list[BaseException]()
    # What fails while Qt paints comes only here.
    sys.excepthook = lambda _kind, error, _trace: faults.append(error)
    kept = QSettings(str(settings), QSettings.Format.IniFormat)
    try:
        program = Program(application, shop, settings=kept)
        program.window.show()
        _see_pages(application, program)
        program.window.close()
    finally:
        sys.excepthook = sys.__excepthook__
        kept.sync()  # else it would be written, and its folder made anew, when that is gone
    if faults:
        raise MissingPartError(repr(faults[0])) from faults[0]


def _see_pages(application: "QApplication", program: "Program") -> None:
    from jxc_desktop.ui.window.pages import pages_of, tabs_of

    _wait(application, lambda: program.window.current_page() is not None)
    for tab in tabs_of(Role.OWNER):
        for page in pages_of(tab.name, Role.OWNER):
            program.window.bring_to_front(page.key)
            application.processEvents()
            program.wait_for_paper()
            _expect(not program.window.grab().isNull(), page.key)


def _wait(application: "QApplication", seen: Callable[[], bool]) -> None:
    from PySide6.QtCore import QDeadlineTimer

    end = QDeadlineTimer(LONGEST_WAIT_MS)
    while not seen():
        if end.hasExpired():
            raise MissingPartError(_("窗口打不开"))
        application.processEvents()


def see_without_screen() -> None:
    """On a machine that has no screen, draw into memory."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def expect_paper(folder: Path) -> None:
    """See that there are PDF files in the folder, and that something is printed on each.

    Raises:
        MissingPartError: there are none, or one is blank.
    """
    documents = sorted(folder.glob("*.pdf"))
    _expect(bool(documents), "PDF")
    for document in documents:
        _expect(has_ink(document), document.name)


def has_ink(document: Path) -> bool:
    """Whether something is printed on the first page of a PDF."""
    from PySide6.QtGui import QImage

    from jxc_desktop.ui.devices.pdf_pages import page_picture

    # Four bytes a point: rows of single bytes are filled up with whatever lies there.
    picture = page_picture(document.read_bytes(), 0, PRINTED_DPI).convertToFormat(QImage.Format.Format_RGB32)
    return set(bytes(picture.constBits())) != {WHITE}


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise MissingPartError(what)


def _say(line: str) -> None:
    if sys.stdout is not None:  # a window's program has none on some systems
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
