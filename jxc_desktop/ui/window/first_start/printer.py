"""Question 3: how wide the receipts are, and which printer they come out of."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy
from typing_extensions import override

from jxc_desktop.services.people.found_shop import OWNER_NAME
from jxc_desktop.services.sales.paper import print_test_page
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.parts import plain, small
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.first_start.answers import Printers
from jxc_desktop.ui.window.first_start.question import ChoiceCard, Question
from jxc_desktop.ui.window.this_pc import PDF_FOLDER

WIDTHS = ("80", "58")
MOST_ROWS = 4
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_ROWS, Qt.Key.Key_PageDown: MOST_ROWS}


class PrinterQuestion(Question):
    """The paper and the printer.

    Attributes:
        printers: the list of them. is_tested: a test page has come out of the chosen one.
    """

    def __init__(self, printers: Printers, background: Callable[[], Background], shop_name: Callable[[], str]) -> None:
        super().__init__()
        self._named, self._background, self._shop_name = printers.named, background, shop_name
        self._names = (PDF_FOLDER, *printers.names())
        self.is_tested = False
        self._cards = (
            ChoiceCard(_("80 毫米"), _("多数小票机"), "receipt", "1"),
            ChoiceCard(_("58 毫米"), _("窄的小票机"), "receipt", "2"),
        )
        self._cards[0].setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        for card in self._cards:
            row.addWidget(card)
        self.column.addLayout(row)
        self.printers = ChoiceList(self, _("打到哪里"))
        self.printers.show_choices([_choice(name) for name in self._names])
        self.printers.move_choice(min(len(self._names) - 1, 1))
        self.printers.setFixedHeight(min(self.printers.wanted_height(), look().px(44 + 38 * MOST_ROWS)))
        self.printers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.printers.picked.connect(self._pick)
        self.printers.show()
        self.column.addWidget(self.printers)
        self.column.addLayout(self._test_row())
        self.column.addStretch(1)

    @staticmethod
    @override
    def step_word() -> str:
        return _("小票打印机")

    @staticmethod
    @override
    def heading() -> str:
        return _("小票打在什么纸上？")

    @staticmethod
    @override
    def advice() -> str:
        return _("打一张测试页看看：字清楚、两边不缺，就装好了。没有打印机先存成文件。")

    def width_mm(self) -> str:
        """The chosen width in mm."""
        return next(width for width, card in zip(WIDTHS, self._cards, strict=True) if card.isChecked())

    def printer(self) -> str:
        """The name of the chosen printer; PDF_FOLDER: files."""
        return str(self.printers.chosen())

    def words(self) -> str:
        """What became of the test page."""
        return self._line.shown_words()

    @override
    def press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_1, Qt.Key.Key_2):
            self._cards[key - Qt.Key.Key_1].setChecked(True)
        elif key in STEPS:
            self._choose(self.printers.chosen_number() + STEPS[key])
        elif key == Qt.Key.Key_F5:
            self.test()
        else:
            return False
        return True

    def test(self) -> None:
        """F5: a test page on this paper from this printer."""
        printer, width, name = self._named(self.printer()), self.width_mm(), self._shop_name()
        self._line.say(LineKind.NEUTRAL, _("正在送出测试页"))
        self._background().start(
            lambda _task: print_test_page(printer, width, name, OWNER_NAME, datetime.now()),
            self._say_tested,
            self._say_refused,
        )

    def _say_tested(self, _nothing: None) -> None:
        self.is_tested = True
        words = _("测试页已存成文件") if self.printer() == PDF_FOLDER else _("测试页已送出，看看打出来的样子")
        self._line.say(LineKind.SUCCESS, words)

    def _say_refused(self, refusal: Refusal, _error: object) -> None:
        self.is_tested = False
        self._line.say(LineKind.DANGER, refusal.line)

    def _choose(self, number: int) -> None:
        self.printers.move_choice(number - self.printers.chosen_number())
        self.is_tested = False
        self._line.say(LineKind.NEUTRAL, _("还没有试过"))

    def _pick(self, name: object) -> None:
        self._choose(self._names.index(str(name)))

    def _test_row(self) -> QHBoxLayout:
        self._line = ScanLine()
        self._line.say(LineKind.NEUTRAL, _("还没有试过"))
        button = KeyButton(_("打一张测试页"), "F5", icon="printer")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.test)
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addWidget(button)
        row.addWidget(self._line, 1)
        return row


def _choice(name: str) -> Choice:
    if name == PDF_FOLDER:
        return Choice(name, (plain(_("存成 PDF 文件")), small(_("放在账本旁边的“小票”文件夹"))))
    return Choice(name, (plain(name),))
