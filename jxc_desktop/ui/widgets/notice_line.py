"""The line above a list: it is there while it has something to say, and takes no room otherwise."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine


class NoticeLine(ScanLine):
    """What an act came to, a refusal, or a question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()

    def say_refused(self, refusal: Refusal, keys: Sequence[KeyHint] = ()) -> None:
        """Why something was not done, and what to do."""
        advice = (plain(refusal.advice),) if refusal.advice else ()
        self.say(LineKind.DANGER, (bold(refusal.fact), *advice), keys=keys)

    def is_saying(self) -> bool:
        """Whether there is something to read."""
        return bool(self.shown_words())

    @override
    def ask(
        self,
        parts: Sequence[Part],
        value: str,
        tail: Sequence[Part] = (),
        keys: Sequence[KeyHint] = (),
        is_number: bool = True,
        width: int = 96,
        icon: str = "",
        also: str = "",
    ) -> InputLine:
        """Show the line before the entry in it takes the focus."""
        self.show()
        return super().ask(parts, value, tail, keys, is_number, width, icon, also)

    @override
    def _repaint(self) -> None:
        super()._repaint()
        self.setVisible(self.is_saying())
