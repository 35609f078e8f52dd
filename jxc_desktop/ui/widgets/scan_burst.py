"""How a scanner's keys are told from a person's: by their pace, one decision for each key."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

SHORTEST_GAP_MS = 30
LONGEST_GAP_MS = 100
AFTER_END_MS = 50
DOUBLED_KEY_MS = 15

# The window system counts milliseconds in 32 bits: after 49 days it starts again at 0.
_STAMP_ROUND = 2**32


class KeyKind(Enum):
    """What a key can mean for a burst."""

    MODIFIER = auto()
    END = auto()
    CHARACTER = auto()
    CONTROL = auto()
    OTHER = auto()


class Fate(Enum):
    """What happens to a key: the window gets it, nobody gets it, or it waits for the keys after it."""

    PASS = auto()
    EAT = auto()
    HOLD = auto()


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How a shop's scanner types.

    Attributes:
        prefix, suffix: what it sends before and behind each code; both are taken off.

    Units: gap_ms is the longest pause inside a code; the lengths are characters.

    Raises:
        ValueError: the gap is outside 30-100 ms.
    """

    gap_ms: int = 50
    ends_without_enter: bool = False
    least: int = 4
    least_in_number: int = 6
    least_without_enter: int = 6
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not SHORTEST_GAP_MS <= self.gap_ms <= LONGEST_GAP_MS:
            raise ValueError(self.gap_ms)

    def bare(self, sent: str) -> str:
        """The code in what was sent; one that would be nothing else but prefix and suffix stays whole."""
        return sent.removeprefix(self.prefix).removesuffix(self.suffix) or sent


@dataclass(frozen=True, slots=True)
class Moment:
    """When a key came: by the window system's clock (0 where it gave none) and by our own.

    Units: milliseconds.
    """

    stamp: int
    wall: int

    def since(self, earlier: "Moment") -> int:
        """Milliseconds from the earlier moment to this one, by the window system's clock where both have it."""
        if self.stamp and earlier.stamp:
            return (self.stamp - earlier.stamp) % _STAMP_ROUND
        return self.wall - earlier.wall


LONG_AGO = Moment(0, -(10**9))


@dataclass(frozen=True, slots=True)
class Key:
    """One press, as far as a burst cares.

    Attributes:
        place: where the key lies on the keyboard, whatever it types.
        in_number: the focus is in a number field, where a code must be longer.
    """

    kind: KeyKind
    text: str
    place: int
    at: Moment
    is_repeat: bool = False
    in_number: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do: first with the keys held so far, then with this one.

    Attributes:
        fate: what happens to this key.
        gives_back: the keys held were a person's and go to their window now.
        code: the keys held were a scanner's and make this code.
        waits: the pause after which a burst is over begins anew.
    """

    fate: Fate
    gives_back: bool = False
    code: str | None = None
    waits: bool = False


def proposed_gap_ms(largest_gap_ms: int) -> int:
    """The gap to set for a scanner whose largest pause between two keys was measured."""
    return min(max(SHORTEST_GAP_MS, 2 * largest_gap_ms), LONGEST_GAP_MS)


class Burst:
    """The keys held back, and what the next key makes of them.

    Attributes:
        settings: how this shop's scanner types.
        scanned_gap_ms: the largest pause inside the last code.
    """

    def __init__(self, settings: ScanSettings) -> None:
        self.settings = settings
        self.scanned_gap_ms = 0
        self._text = ""
        self._least = settings.least
        self._last = LONG_AGO
        self._ended = LONG_AGO
        self._largest_gap_ms = 0
        self._held_places: set[int] = set()
        self._eaten_places: set[int] = set()

    @property
    def is_held(self) -> bool:
        """Whether keys wait for the next one."""
        return bool(self._text)

    def claims(self, key: Key) -> bool:
        """Whether the key must come as a key, even where a shortcut would take it first."""
        if key.kind is KeyKind.CHARACTER:
            return True
        return key.kind in (KeyKind.CONTROL, KeyKind.END) and (self.is_held or self._follows_a_code(key))

    def press(self, key: Key) -> Decision:
        """What to do with a key that goes down."""
        if key.is_repeat and not self._is_doubled(key):
            return Decision(Fate.EAT) if key.place in self._eaten_places else self.interrupt()
        self._eaten_places.discard(key.place)
        return _DECIDE[key.kind](self, key)

    def release(self, place: int, is_repeat: bool) -> Fate:
        """What to do with a key that comes up: the same as with its press."""
        if place in self._held_places:
            self._held_places.discard(place)
            return Fate.HOLD
        if place not in self._eaten_places:
            return Fate.PASS
        if not is_repeat:
            self._eaten_places.discard(place)
        return Fate.EAT

    def interrupt(self) -> Decision:
        """Something that no scanner sends: what is held goes back first."""
        gives_back = self.is_held
        self._clear()
        return Decision(Fate.PASS, gives_back=gives_back)

    def pause(self) -> Decision:
        """No key came in time: a scanner without Enter has finished, a person has typed."""
        return self._finish() if self._is_code_without_end() else self.interrupt()

    def _on_modifier(self, key: Key) -> Decision:
        if not self.is_held or key.at.since(self._last) > self.settings.gap_ms:
            return Decision(Fate.PASS)
        self._last = key.at
        return Decision(Fate.PASS, waits=True)

    def _on_end(self, key: Key) -> Decision:
        if self._follows_a_code(key):
            self._eaten_places.add(key.place)
            return Decision(Fate.EAT)
        gap_ms = key.at.since(self._last)
        if not self._is_code(self._least) or gap_ms > self.settings.gap_ms:
            return self.interrupt()
        self._largest_gap_ms = max(self._largest_gap_ms, gap_ms)
        self._ended = key.at
        self._eaten_places.add(key.place)
        return self._finish()

    def _on_character(self, key: Key) -> Decision:
        before = self._join(key) if self.is_held else Decision(Fate.HOLD)
        if not self.is_held:
            self._least = self.settings.least_in_number if key.in_number else self.settings.least
        self._text += key.text
        self._last = key.at
        self._held_places.add(key.place)
        return Decision(Fate.HOLD, before.gives_back, before.code, waits=True)

    def _on_other(self, _key: Key) -> Decision:
        return self.interrupt()

    def _join(self, key: Key) -> Decision:
        gap_ms = key.at.since(self._last)
        if gap_ms > self.settings.gap_ms:
            return self.pause()
        self._largest_gap_ms = max(self._largest_gap_ms, gap_ms)
        return Decision(Fate.HOLD)

    def _finish(self) -> Decision:
        code = self.settings.bare(self._text)
        self.scanned_gap_ms = self._largest_gap_ms
        self._eaten_places |= self._held_places
        self._clear()
        return Decision(Fate.EAT, code=code)

    def _clear(self) -> None:
        self._text = ""
        self._largest_gap_ms = 0
        self._held_places.clear()

    def _is_doubled(self, key: Key) -> bool:
        # Below 2 ms a key the window system reports the second of two equal digits as a repeat of the first.
        return self.is_held and key.at.since(self._last) <= DOUBLED_KEY_MS

    def _follows_a_code(self, key: Key) -> bool:
        return not self.is_held and key.at.since(self._ended) <= AFTER_END_MS

    def _is_code(self, least: int) -> bool:
        return len(self._text) >= least and any(character.isdecimal() for character in self._text)

    def _is_code_without_end(self) -> bool:
        return self.settings.ends_without_enter and self._is_code(self.settings.least_without_enter)


_DECIDE: dict[KeyKind, Callable[[Burst, Key], Decision]] = {
    KeyKind.MODIFIER: Burst._on_modifier,
    KeyKind.END: Burst._on_end,
    KeyKind.CHARACTER: Burst._on_character,
    KeyKind.CONTROL: Burst._on_character,
    KeyKind.OTHER: Burst._on_other,
}
