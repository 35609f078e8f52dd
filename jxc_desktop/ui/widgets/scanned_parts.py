"""What the parts of a page that goods are scanned into work with."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine


class RedRow(Protocol):
    """Goods in the hand that the shop does not know."""

    @property
    def code(self) -> str:
        """What was scanned."""


@dataclass(frozen=True, slots=True)
class ScannedParts:
    """The page's widgets and what stands behind them.

    Attributes:
        page: the page itself, for what is opened over it.
        clock: milliseconds that never jump.
    """

    surroundings: Surroundings
    page: Page
    field: ScanField
    line: ScanLine
    clock: Callable[[], int]

    @property
    def shop(self) -> Shop:
        """The services."""
        return self.surroundings.shop

    def play(self, kind: SoundKind) -> None:
        """Let a sound be heard."""
        self.surroundings.sound.play(kind)

    def refuse(self, words: str) -> None:
        """Say why something was not done, with the low sound."""
        self.line.say(LineKind.DANGER, words, flashes=True)
        self.play(SoundKind.BAD)

    def remark(self, words: str) -> None:
        """Say why a key does nothing now; over a red row's line too, as the key was pressed after it."""
        kind = LineKind.DANGER if self.last_unknown() is not None else LineKind.WARNING
        self.line.say(kind, words, flashes=True)
        self.play(SoundKind.WARN)

    @abstractmethod
    def chosen_unknown(self) -> RedRow | None:
        """The red row the keys act on: the chosen one; None where goods are chosen."""

    @abstractmethod
    def last_unknown(self) -> RedRow | None:
        """The chosen red row, or the last one there is."""
