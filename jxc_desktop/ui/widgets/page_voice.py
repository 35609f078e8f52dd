"""How a page speaks: through the line over it, and by sound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jxc_desktop.services.ports.sound import Sound, SoundKind
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import Part, bold, plain
from jxc_desktop.ui.widgets.saying import LineKind


@dataclass(frozen=True, slots=True)
class PageVoice:
    """The line over the page, the sound that goes with it, and the clock of its questions.

    Units: the clock counts milliseconds and never jumps.
    """

    line: NoticeLine
    sound: Sound
    clock: Callable[[], int]

    def refuse(self, refusal: Refusal, _error: object = None) -> None:
        """Why something was not done."""
        self.line.say_refused(refusal)
        self.sound.play(SoundKind.BAD)

    def remark(self, words: str) -> None:
        """Why a key or scan does nothing here."""
        self.line.say(LineKind.WARNING, words)
        self.sound.play(SoundKind.WARN)

    def ask(self, parts: Sequence[Part], keys: Sequence[KeyHint]) -> None:
        """A question; the same key again is the yes."""
        self.line.say(LineKind.WARNING, parts, keys=keys)

    def report(self, fact: str, detail: str = "") -> None:
        """What is in the books now."""
        self.line.say(LineKind.SUCCESS, (bold(fact), plain(detail)) if detail else (bold(fact),))
        self.sound.play(SoundKind.DONE)
