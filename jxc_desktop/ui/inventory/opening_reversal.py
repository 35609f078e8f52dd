"""红冲 of opening stock: F7 asks for the reason, F7 again undoes it."""

from collections.abc import Callable

from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.inventory.inventory import Inventory
from jxc_desktop.services.inventory.opening_list import StoredOpening
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.second_press import SecondPress

KEY = "F7"
LONGEST_REASON = 80


class OpeningReversal:
    """The question in the line, and the act."""

    def __init__(
        self, surroundings: Surroundings, line: NoticeLine, clock: Callable[[], int], reversed_by: Callable[[int], None]
    ) -> None:
        self._surroundings, self._line, self._reversed_by = surroundings, line, reversed_by
        self._press = SecondPress(clock)
        self._entry: InputLine | None = None

    def is_asking(self) -> bool:
        """Whether the reason is being typed."""
        return self._entry is not None

    def press(self, document: StoredOpening) -> None:
        """The key: ask for the reason, or do it."""
        if document.row.is_mirror or document.reversed_by:
            self._line.say_refused(Refusal(_("红冲过的单和红冲单不能再红冲")))
        elif self._surroundings.shop.operator.role not in MAY_CALL["inventory.reverse"]:
            self._line.say_refused(refusal(NotAllowedError("inventory.reverse")))
        elif self._entry is None:
            self._press.forget()
            self._press.is_yes(KEY)
            self._ask(document)
        elif self._press.is_yes(KEY):
            self._do(document, self._entry.text().strip())

    def remind(self) -> None:
        """Enter was pressed in the reason: only the key itself undoes anything."""
        self._line.say_refused(Refusal(_("再按一次 F7 才红冲，Esc 不红冲")))

    def leave(self) -> None:
        """No: nothing is undone."""
        self._entry = None
        self._press.forget()
        self._line.close_entry()
        self._line.clear()

    def _ask(self, document: StoredOpening) -> None:
        amount = money_text(document.row.amount)
        head = (bold(_("红冲整张期初 {amount}").format(amount=amount)), plain(_("这些货从库存里减掉；原因")))
        keys = (KeyHint(KEY, _("红冲")), KeyHint("Esc", _("不红冲")))
        self._line.clear()
        self._entry = self._line.ask(head, "", keys=keys, is_number=False, width=160, icon="arrow-back-up")
        self._entry.setMaxLength(LONGEST_REASON)
        self._entry.setPlaceholderText(_("例如 数错了"))

    def _do(self, document: StoredOpening, reason: str) -> None:
        if not reason:
            self._line.say_refused(Refusal(_("先写原因，再按一次 F7")))
            self._press.is_yes(KEY)
            return
        self.leave()
        inventory: Inventory = self._surroundings.shop.inventory
        perform(
            lambda: inventory.reverse(document.row.document_id, reason),
            self._reversed_by,
            lambda words, _error: self._line.say_refused(words),
        )
