"""A stockkeeper at the door: hands on the scanner and the keyboard, eyes on the rows, the line and the panel."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.services.purchasing.receipt import ReceiptRow, StoredReceipt
from jxc_desktop.ui.purchasing.receive_note import NoteBox
from jxc_desktop.ui.purchasing.receive_page import ReceivePage
from jxc_desktop.ui.purchasing.receive_price_note import PriceNote
from jxc_desktop.ui.purchasing.receive_side import GoodsHead, SideLot
from jxc_desktop.ui.purchasing.receive_summary import ReceiveSummary
from jxc_desktop.ui.purchasing.receive_table import ReceiveTable
from jxc_desktop.ui.widgets.choice_list import ChoiceList
from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine
from tests.robots.counter import part_of
from tests.robots.desk import Desk
from tests.story import Story

COLA, TEA, CASE, UNKNOWN = "6901234567892", "6902083881405", "16901234567899", "6950000000002"


class Receiving(Desk[ReceivePage]):
    """扫码入库 in a window of its own.

    Attributes:
        clock: another clock for the page.
    """

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.clock: Callable[[], int] = lambda: self.now_ms
        super().__init__(qtbot, story, lambda surroundings, _clock: ReceivePage(surroundings, lambda: self.clock()))
        self.page.resize(1218, 620)

    def press_at_once(self, key: Qt.Key) -> None:
        """Press a key right after the last one."""
        window = QApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, key)

    def choose_supplier(self, name: str) -> None:
        """F2, the name, Enter."""
        self.key(Qt.Key.Key_F2)
        self.type(name)
        self.key(Qt.Key.Key_Return)

    def write(self, key: Qt.Key, value: str) -> None:
        """A figure of the chosen row: its key, what is typed in place of the old one, Enter."""
        self.key(key)
        self.type(value)
        self.key(Qt.Key.Key_Return)

    def post(self) -> None:
        """F9, a look at the summary, F9."""
        self.key(Qt.Key.Key_F9)
        assert self.summary() != "", self.said()
        self.key(Qt.Key.Key_F9)

    def field(self) -> ScanField:
        """The scan field."""
        return part_of(self.page, ScanField)

    def table(self) -> ReceiveTable:
        """The rows."""
        return part_of(self.page, ReceiveTable)

    def rows(self) -> list[tuple[str, ...]]:
        """Name, quantity, cost and amount of each row, as they are written."""
        return list(
            zip(*(self.sees(self.table(), name) for name in ("product", "count", "price", "amount")), strict=True)
        )

    def counts(self) -> list[tuple[str, str]]:
        """Name and quantity of each row."""
        return [(row[0], row[1]) for row in self.rows()]

    def expiries(self) -> list[str]:
        """The badges of the batches."""
        return self.sees(self.table(), "expiry")

    def chosen(self) -> int:
        """The row the keys act on, from 0."""
        return self.table().chosen_number()

    def line(self) -> ScanLine:
        """The line under the field."""
        return part_of(self.page, ScanLine)

    def said(self) -> str:
        """What the line says."""
        return self.line().shown_words()

    def kind(self) -> LineKind:
        """What the line looks like."""
        return self.line().shown_kind()

    def foot(self) -> str:
        """Kinds, pieces and amount."""
        return part_of(self.page, FootLine).words()

    def head(self) -> str:
        """The title of the page, and whose delivery it is."""
        return part_of(self.page, PageHeader).words()

    def in_hand(self) -> str:
        """The head of the side panel."""
        return part_of(self.page, GoodsHead).words()

    def prices(self) -> str:
        """The foot of the side panel."""
        return part_of(self.page, PriceNote).words()

    def noted(self) -> str:
        """What is noted of the batch."""
        return part_of(self.page, SideLot).words()

    def lot_fields(self) -> list[str]:
        """What stands in the fields of the batch."""
        return [line.text() for line in part_of(self.page, SideLot).form.findChildren(InputLine)]

    def lot_advice(self) -> str:
        """What is said below the fields of the batch."""
        return part_of(self.page, NoteBox).accessibleName()

    def is_noting(self) -> bool:
        """Whether the fields of the batch are open."""
        return part_of(self.page, SideLot).is_open()

    def summary(self) -> str:
        """What is shown before posting; "" while it is not."""
        summary = part_of(self.page, ReceiveSummary)
        return summary.words() if summary.isVisible() else ""

    def offered(self) -> list[str]:
        """The list one is choosing from, row by row."""
        return next((shown.words() for shown in self.page.findChildren(ChoiceList) if shown.isVisible()), [])

    def creating(self) -> QuickCreateDialog | None:
        """建商品, while it is open."""
        return next((dialog for dialog in self.page.findChildren(QuickCreateDialog) if dialog.isVisible()), None)

    def wait_until_creating(self) -> QuickCreateDialog:
        """Wait until 建商品 has the focus."""
        self.qtbot.waitUntil(lambda: self.creating() is not None and QApplication.activeModalWidget() is not None)
        dialog = self.creating()
        assert dialog is not None
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def wait_until_shut(self) -> None:
        """Wait until no dialog is open, and the page has the focus again."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and self.page.isActiveWindow())

    def receipts(self) -> list[ReceiptRow]:
        """Every receipt in the books, newest first."""
        return self.story.shop.purchasing.receipt_list(DocumentFilter())

    def receipt(self) -> StoredReceipt:
        """The newest receipt."""
        return self.story.shop.purchasing.receipt(self.receipts()[0].document_id)

    def on_hand(self, code: str) -> str:
        """How much of a product the books have."""
        found = self.story.shop.catalog.find_by_code(code)
        return str(getattr(found, "on_hand", "?"))
