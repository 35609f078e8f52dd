"""What a line of the window can say, and what it is worth."""

from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part


class LineKind(StrEnum):
    """What a line is worth, least first."""

    NEUTRAL = "neutral"
    SUCCESS = "success"
    WARNING = "warning"
    ENTRY = "entry"
    DANGER = "danger"

    def outranks(self, other: "LineKind") -> bool:
        """Whether a line of this kind is worth more than one of the other."""
        order = list(LineKind)
        return order.index(self) > order.index(other)


TONES = {
    LineKind.NEUTRAL: Tone.MUTED,
    LineKind.SUCCESS: Tone.SUCCESS,
    LineKind.WARNING: Tone.WARNING,
    LineKind.ENTRY: Tone.ACCENT,
    LineKind.DANGER: Tone.DANGER,
}
ICONS = {
    LineKind.NEUTRAL: "info-circle",
    LineKind.SUCCESS: "circle-check",
    LineKind.WARNING: "alert-triangle",
    LineKind.ENTRY: "pencil",
    LineKind.DANGER: "circle-x",
}
BARRED = (LineKind.WARNING, LineKind.DANGER)


@dataclass(frozen=True, slots=True)
class Saying:
    """What the line says: words, then at the right keys or a quiet hint."""

    kind: LineKind = LineKind.NEUTRAL
    parts: tuple[Part, ...] = ()
    hint: str = ""
    keys: tuple[KeyHint, ...] = ()
    icon: str = ""
    icon_tone: Tone | None = None

    def hints(self) -> tuple[KeyHint, ...]:
        """Everything at the right end."""
        return (KeyHint("", self.hint), *self.keys) if self.hint else self.keys
