"""红冲: a sale or return is undone as a whole. The key asks for the reason; the same key again is the yes."""

from collections.abc import Callable

from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.sales.sale_list import Sale
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.sale_parts import YES_COUNTS_AFTER_MS, SaleParts
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, plain

KEY = "F7"
LONGEST_REASON = 80


class Reversal:
    """The question in the line, and the act."""

    def __init__(self, parts: SaleParts, reversed_by: Callable[[int], None]) -> None:
        self._parts = parts
        self._reversed_by = reversed_by
        self._sale: Sale | None = None
        self._entry: InputLine | None = None
        self._asked_at = 0

    def is_asking(self) -> bool:
        """Whether the reason is being typed."""
        return self._sale is not None

    def press(self, sale: Sale) -> None:
        """The key: ask for the reason, or do it."""
        if self._sale is None:
            self._ask(sale)
        elif self._parts.clock() - self._asked_at >= YES_COUNTS_AFTER_MS:
            self._do()

    def remind(self) -> None:
        """Enter was pressed in the reason: only the key itself undoes anything."""
        self._parts.refuse(Refusal(_("再按一次 F7 才红冲，Esc 不红冲")))

    def leave(self) -> None:
        """No: nothing is undone."""
        self._sale = self._entry = None
        self._parts.line.close_entry()
        self._parts.line.clear()

    def _ask(self, sale: Sale) -> None:
        shop = self._parts.shop
        if shop.operator.role not in MAY_CALL["sales.reverse"]:
            self._parts.refuse(refusal(NotAllowedError("sales.reverse")))
            return
        if sale.row.is_mirror or sale.reversed_by:
            self._parts.remark(_("红冲过的单和红冲单不能再红冲"))
            return
        self._sale, self._asked_at = sale, self._parts.clock()
        ways = "+".join(sale.row.ways_of_paying) or _("没有收付款")
        head = (
            bold(_("红冲整张单 {amount}").format(amount=money_text(sale.row.amount))),
            plain(_("钱退回{ways}，库存退回；原因").format(ways=ways)),
        )
        keys = (KeyHint(KEY, _("红冲")), KeyHint("Esc", _("不红冲")))
        self._parts.line.clear()
        self._entry = self._parts.line.ask(head, "", keys=keys, is_number=False, width=160, icon="arrow-back-up")
        self._entry.setMaxLength(LONGEST_REASON)
        self._entry.setPlaceholderText(_("例如 打错了"))

    def _do(self) -> None:
        assert self._sale is not None
        assert self._entry is not None
        sale, reason = self._sale, self._entry.text().strip()
        if not reason:
            self._parts.refuse(Refusal(_("先写原因，再按一次 F7")))
            return
        self.leave()
        perform(
            lambda: self._parts.shop.sales.reverse(sale.row.document_id, reason),
            self._reversed_by,
            self._parts.refuse,
        )
