"""授权码, typed in the line by another operator: he allows what the one here may not do alone."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.page_voice import PageVoice
from jxc_desktop.ui.widgets.parts import bold, muted
from jxc_desktop.ui.widgets.scan_line import ScanLine

LONGEST = 8


def ask_pin(line: ScanLine, why: str) -> None:
    """The line becomes the entry; nobody can read what is typed."""
    keys = (KeyHint("Enter", _("放行")), KeyHint("Esc", _("不做了")))
    entry = line.ask((bold(why), muted(_("授权码"))), "", keys=keys, is_number=False, width=120, icon="lock")
    entry.setEchoMode(QLineEdit.EchoMode.Password)
    entry.setMaxLength(LONGEST)


class PinQuestion:
    """The question over a page that has other questions too; Enter answers it.

    Attributes:
        key: no key of the page answers it.
    """

    key = "授权码"

    def __init__(self, voice: PageVoice, allowed: Callable[[str], None]) -> None:
        """`allowed` is told the 授权码."""
        self._voice, self._allowed = voice, allowed
        self._is_asking = False

    def ask(self, why: str) -> None:
        """Ask for it, and say why."""
        self._is_asking = True
        ask_pin(self._voice.line, why)

    def is_asking(self) -> bool:
        """Whether it is being typed."""
        return self._is_asking

    def answer(self, text: str) -> None:
        """Enter."""
        self.leave()
        self._allowed(text)

    def remind(self) -> None:
        """Something else came meanwhile."""
        self._voice.refuse(Refusal(_("先输授权码按 Enter，或按 Esc 不做了")))

    def leave(self) -> None:
        """Nothing is done."""
        self._is_asking = False
        self._voice.line.close_entry()
        self._voice.line.clear()
