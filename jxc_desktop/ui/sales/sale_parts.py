"""What the parts of the sales list work with, and how they speak."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.parts import Part, bold, plain
from jxc_desktop.ui.widgets.saying import LineKind

# The second press of a key that asks counts only when it is fresh.
YES_COUNTS_AFTER_MS = 300


@dataclass(frozen=True, slots=True)
class SaleParts:
    """The line over the page, and what stands behind it.

    Attributes:
        clock: milliseconds that never jump.
    """

    surroundings: Surroundings
    line: NoticeLine
    clock: Callable[[], int]

    @property
    def shop(self) -> Shop:
        """The services."""
        return self.surroundings.shop

    def refuse(self, refusal: Refusal, _error: object = None) -> None:
        """Why something was not done."""
        self.line.say_refused(refusal)
        self.surroundings.sound.play(SoundKind.BAD)

    def remark(self, words: str, keys: Sequence[KeyHint] = ()) -> None:
        """Why a key or scan does nothing here."""
        self.line.say(LineKind.WARNING, words, keys=keys)
        self.surroundings.sound.play(SoundKind.WARN)

    def ask(self, parts: Sequence[Part], keys: Sequence[KeyHint]) -> None:
        """A question; the same key again is the yes."""
        self.line.say(LineKind.WARNING, parts, keys=keys)

    def report(self, fact: str, detail: str = "") -> None:
        """What is in the books now."""
        self.line.say(LineKind.SUCCESS, (bold(fact), plain(detail)) if detail else (bold(fact),))
        self.surroundings.sound.play(SoundKind.DONE)
