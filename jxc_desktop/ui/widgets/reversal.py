"""红冲: a document is undone as a whole. The key asks for the reason; the same key again is the yes."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.second_press import SecondPress

LONGEST_REASON = 80


@dataclass(frozen=True, slots=True)
class Undo:
    """What undoing a document would do.

    Attributes:
        question: what is undone, with its amount. effect: where goods and money go.
        refused: why it cannot be undone; "": it can.
    """

    question: str
    effect: str
    refused: str = ""


class Reversal:
    """The question in the line, and the act.

    Attributes:
        key: what asks, and what answers.
    """

    key = "F7"

    def __init__(
        self,
        voice: PageVoice,
        shop: Shop,
        call: str,
        act: Callable[[int, str], int],
        reversed_by: Callable[[int], None],
    ) -> None:
        self._voice, self._shop, self._call, self._act = voice, shop, call, act
        self._reversed_by = reversed_by
        self._press = SecondPress(voice.clock)
        self._document_id = 0
        self._entry: InputLine | None = None

    def is_asking(self) -> bool:
        """Whether the reason is being typed."""
        return self._entry is not None

    def is_allowed(self) -> bool:
        """Whether who is here may undo anything."""
        return self._shop.may(self._call)

    def press(self, document_id: int, undo: Undo) -> None:
        """The key: ask for the reason, or do it."""
        if self._entry is None:
            self._begin(document_id, undo)
        elif self._press.is_yes(self.key):
            self._do(self._entry.text().strip())

    def answer(self, _text: str) -> None:
        """Enter was pressed in the reason: only the key itself undoes anything."""
        self.remind()

    def remind(self) -> None:
        """Something else than the key came."""
        self._voice.refuse(Refusal(_("再按一次 F7 才红冲，Esc 不红冲")))

    def leave(self) -> None:
        """No: nothing is undone."""
        self._entry = None
        self._press.forget()
        self._voice.line.close_entry()
        self._voice.line.clear()

    def _begin(self, document_id: int, undo: Undo) -> None:
        if not self.is_allowed():
            self._voice.refuse(refusal(NotAllowedError(self._call)))
        elif undo.refused:
            self._voice.remark(undo.refused)
        else:
            self._document_id = document_id
            self._press.forget()
            self._press.is_yes(self.key)
            self._ask(undo)

    def _ask(self, undo: Undo) -> None:
        line = self._voice.line
        head = (bold(undo.question), plain(_("{effect}；原因").format(effect=undo.effect)))
        keys = (KeyHint(self.key, _("红冲")), KeyHint("Esc", _("不红冲")))
        line.clear()
        self._entry = line.ask(head, "", keys=keys, is_number=False, width=160, icon="arrow-back-up")
        self._entry.setMaxLength(LONGEST_REASON)
        self._entry.setPlaceholderText(_("例如 打错了"))

    def _do(self, reason: str) -> None:
        if not reason:
            self._voice.refuse(Refusal(_("先写原因，再按一次 F7")))
            self._press.is_yes(self.key)
            return
        document_id = self._document_id
        self.leave()
        perform(lambda: self._act(document_id, reason), self._reversed_by, self._voice.refuse)
