"""The look the window wears now: its colours and its size."""

from dataclasses import dataclass

from jxc_desktop.ui.look.tokens import DARK, LIGHT, Colours

STANDARD, LARGE, LARGEST = 14, 16, 18


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and the size of body text.

    Units: base in pixels; every other size of the design is given for base 14 and grows with it.
    """

    colours: Colours = LIGHT
    base: int = STANDARD

    @property
    def is_dark(self) -> bool:
        """Light words on a dark ground."""
        return self.colours is DARK

    def px(self, size: float) -> int:
        """A size of the design, grown to this look."""
        return round(size * self.base / STANDARD)


_current = Look()


def look() -> Look:
    """What the window wears now. Ask while painting or measuring, never keep it."""
    return _current


def wear(new: Look) -> None:
    """Make this the look of the window; apply_look does the rest."""
    global _current
    _current = new
