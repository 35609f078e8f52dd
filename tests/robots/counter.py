"""A clerk at the counter: hands on the keyboard and the scanner, eyes on the page."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.ports.sound import Sound, SoundKind
from jxc_desktop.services.sales.sale_list import Sale
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.sales.checkout_page import CheckoutPage
from jxc_desktop.ui.sales.held_panel import HeldPanel
from jxc_desktop.ui.sales.last_sale_panel import LastSalePanel
from jxc_desktop.ui.sales.payment_dialog import PaymentDialog
from jxc_desktop.ui.sales.payment_parts import AmountInput, DueHead, ResultPanel
from jxc_desktop.ui.widgets.choice_list import ChoiceList
from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.total_panel import TotalPanel
from jxc_desktop.ui.widgets.words_line import WordsLine
from tests.story import Story

COLA, TEA, UNKNOWN = "6901234567892", "6902083881405", "6950000000002"
WECHAT_CODE = "134567890123456789"
PLAIN = Qt.KeyboardModifier.NoModifier
LONG_AGO_MS = 10_000
TYPING_MS = 200


Part = TypeVar("Part", bound=QWidget)


def part_of(whole: QWidget, kind: type[Part]) -> Part:
    """The part of a kind."""
    found: Part | None = whole.findChild(kind)
    assert found is not None
    return found


class Heard(Sound):
    """Remembers the sounds."""

    def __init__(self) -> None:
        self.kinds: list[SoundKind] = []

    @override
    def play(self, kind: SoundKind) -> None:
        self.kinds.append(kind)


class Counter:
    """The page in a window of its own.

    Attributes:
        now_ms: what the page's clock shows; it stands still until it is set. clock: another clock for the page.
    """

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.qtbot, self.story = qtbot, story
        self.heard = Heard()
        self.shown: list[tuple[str, object]] = []
        self.now_ms = 0
        self.clock: Callable[[], int] = lambda: self.now_ms
        self.background = Background()
        surroundings = Surroundings(
            story.shop, self.background, self.heard, lambda key, item: self.shown.append((key, item))
        )
        self.page = CheckoutPage(surroundings, lambda: self.clock())
        assert self.page.foot is not None
        for part in (self.page, self.page.foot):  # the foot has no parent as long as no window takes it
            qtbot.addWidget(part)
        self.page.resize(1200, 700)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.focus_first()
        self.page.reload()

    @property
    def shop(self) -> Shop:
        """The services behind the page."""
        return self.story.shop

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and let go a key, wherever the focus is."""
        QTest.keyClick(self.window(), key, modifiers)

    def type(self, text: str) -> None:
        """Type as a person does."""
        for character in text:
            self.now_ms += TYPING_MS
            QTest.keyClick(self.window(), Qt.Key(ord(character.upper())))

    def enter(self) -> None:
        """Enter."""
        self.key(Qt.Key.Key_Return)

    def click(self, part: QWidget, place: QPoint) -> None:
        """Click on a part of the page."""
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, PLAIN, place)

    def scan(self, code: str) -> None:
        """A scan, long before whatever comes next."""
        self.page.take_scan(code)
        self.now_ms += LONG_AGO_MS

    def window(self) -> QWindow:
        """The window the keys go to, as the window system has it."""
        window = self.front().windowHandle()
        assert window is not None
        return window

    def front(self) -> QWidget:
        """The window the keys go to."""
        return self.dialog() or self.creating() or self.page

    def dialog(self) -> PaymentDialog | None:
        """收款, while it is open."""
        return next((dialog for dialog in self.page.findChildren(PaymentDialog) if dialog.isVisible()), None)

    def creating(self) -> QuickCreateDialog | None:
        """建商品, while it is open."""
        return next((dialog for dialog in self.page.findChildren(QuickCreateDialog) if dialog.isVisible()), None)

    def paying(self) -> PaymentDialog:
        """收款, which must be open."""
        dialog = self.dialog()
        assert dialog is not None, self.said()
        return dialog

    def field(self) -> ScanField:
        """The scan field."""
        return part_of(self.page, ScanField)

    def table(self) -> CartTable:
        """The rows of the cart."""
        return part_of(self.page, CartTable)

    def rows(self) -> list[tuple[str, ...]]:
        """Name, quantity, price and sum of each row, as they are written."""
        model = self.table().model()
        return [
            tuple(str(model.data(model.index(row, column)) or "") for column in (1, 3, 4, 6))
            for row in range(model.rowCount())
        ]

    def names(self) -> list[str]:
        """The names of the rows."""
        return [row[0] for row in self.rows()]

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

    def due(self) -> str:
        """The large figure."""
        return part_of(self.page, TotalPanel).accessibleName().split()[-1]

    def foot(self) -> str:
        """Rows and pieces."""
        return part_of(self.page, FootLine).words()

    def last_sale(self) -> str:
        """The panel 上一单."""
        return part_of(self.page, LastSalePanel).words()

    def on_hold(self) -> list[str]:
        """The panel 挂单, line by line."""
        return part_of(self.page, HeldPanel).words().splitlines()

    def offered(self) -> list[str]:
        """The list one is choosing from, row by row."""
        return next((shown.words() for shown in self.page.findChildren(ChoiceList) if shown.isVisible()), [])

    def amount(self) -> str:
        """What stands in 实收."""
        return part_of(self.paying(), AmountInput).text()

    def asked_amount(self) -> str:
        """What stands over 实收."""
        return part_of(self.paying(), WordsLine).words()

    def taken(self) -> str:
        """What 收款 says of what is due and taken."""
        return part_of(self.paying(), DueHead).words()

    def result(self) -> str:
        """What 收款 says comes back, or is missing."""
        return part_of(self.paying(), ResultPanel).words()

    def pay(self, *keys: Qt.Key, amount: str = "") -> None:
        """F9, the keys, the amount, Enter; the sale must be made."""
        self.key(Qt.Key.Key_F9)
        self.paying()
        for key in keys:
            self.key(key)
        self.type(amount)
        self.enter()
        self.wait_until_shut()

    def wait_until_open(self) -> None:
        """Wait until the dialog that was opened has the focus."""
        self.qtbot.waitUntil(lambda: self.front() is not self.page and self.front().isActiveWindow())

    def wait_until_shut(self) -> None:
        """Wait until no dialog is open, and the page has the focus again."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and self.page.isActiveWindow())

    def sale(self) -> Sale:
        """The last sale in the books."""
        sale = self.shop.sales.last_sale()
        assert sale is not None
        return sale

    def tenders(self) -> list[tuple[str, Money, Money]]:
        """How the last sale was paid: way, handed over, kept."""
        return [(tender.account, tender.tendered, tender.kept) for tender in self.sale().tenders]
