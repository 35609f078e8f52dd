"""Freight or another price after posting: F3 asks for the amount, then for the note, and F3 again books it."""

from collections.abc import Callable
from uuid import uuid4

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.services.purchasing.purchasing import Purchasing
from jxc_desktop.services.purchasing.receipt import StoredReceiptLine
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.second_press import SecondPress

LONGEST_NOTE = 80


class CostCorrection:
    """The two questions in the line, and the act.

    Attributes:
        key: what asks, and what answers.
    """

    key = "F3"

    def __init__(
        self, voice: PageVoice, purchasing: Purchasing, corrected: Callable[[StoredReceiptLine, Money], None]
    ) -> None:
        self._voice, self._purchasing, self._corrected = voice, purchasing, corrected
        self._press = SecondPress(voice.clock)
        self._line: StoredReceiptLine | None = None
        self._amount: Money | None = None
        self._entry: InputLine | None = None
        self._token = ""

    def is_asking(self) -> bool:
        """Whether amount or note are being typed."""
        return self._entry is not None

    def press(self, line: StoredReceiptLine) -> None:
        """The key: ask for the amount, go on to the note, or book it."""
        if self._entry is None:
            self._ask_amount(line)
        elif self._amount is None:
            self._entry.settle()
            self.answer(self._entry.text())
        elif self._press.is_yes(self.key):
            self._book(self._entry.text().strip())

    def answer(self, text: str) -> None:
        """Enter: from the amount on to the note; in the note only the key itself books anything."""
        if self._amount is not None:
            self.remind()
            return
        try:
            amount = Money.parse(text)
        except BadNumberError:
            amount = Money(0)
        if amount.fen:
            self._ask_note(amount)
        else:
            self._voice.refuse(Refusal(_("写加多少钱，例如 12.50；减钱写 -3")))

    def remind(self) -> None:
        """Something else than the key came."""
        if self._amount is None:
            self._voice.refuse(Refusal(_("先写金额，Enter 下一步，Esc 不改")))
        else:
            self._voice.refuse(Refusal(_("再按一次 F3 才记账，Esc 不改")))

    def leave(self) -> None:
        """No: nothing is booked."""
        self._line = self._amount = self._entry = None
        self._press.forget()
        self._voice.line.close_entry()
        self._voice.line.clear()

    def _ask_amount(self, line: StoredReceiptLine) -> None:
        self._line, self._token = line, uuid4().hex
        self._voice.line.clear()
        head = (bold(_("加运费改价")), plain(_("{name} 的成本加").format(name=line.name)))
        keys = (KeyHint("Enter", _("下一步")), KeyHint("Esc", _("不改")))
        self._entry = self._voice.line.ask(head, "", (plain(_("元，减钱写 -")),), keys, width=110, icon="coins")

    def _ask_note(self, amount: Money) -> None:
        assert self._line is not None
        self._amount = amount
        self._voice.line.clear()
        self._press.forget()
        self._press.is_yes(self.key)
        more = _("欠供应商多 {amount}") if amount.fen > 0 else _("欠供应商少 {amount}")
        owed = more.format(amount=money_text(Money(abs(amount.fen))))
        head = (bold(f"{self._line.name} {signed_text(amount)}"), plain(_("{owed}；说明").format(owed=owed)))
        keys = (KeyHint(self.key, _("记账")), KeyHint("Esc", _("不改")))
        note = _("运费") if amount.fen > 0 else _("降价")
        self._entry = self._voice.line.ask(head, note, keys=keys, is_number=False, width=160, icon="coins")
        self._entry.setMaxLength(LONGEST_NOTE)

    def _book(self, note: str) -> None:
        line, amount, token = self._line, self._amount, self._token
        assert line is not None
        assert amount is not None
        self.leave()
        perform(
            lambda: self._purchasing.correct_cost(line.line_id, amount, token, note),
            lambda _document: self._corrected(line, amount),
            self._voice.refuse,
        )


def signed_text(amount: Money) -> str:
    """An amount that is added or taken off."""
    return f"+{money_text(amount)}" if amount.fen > 0 else money_text(amount)
