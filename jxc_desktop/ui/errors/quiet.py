"""The same fault again within seconds is not said again: a broken paint event would say it sixty times a second."""

from collections.abc import Callable, Hashable

QUIET_MS = 10_000


class Quiet:
    """Remembers when each thing was last heard.

    Units: the clock counts milliseconds and never jumps.
    """

    def __init__(self, clock: Callable[[], int], quiet_ms: int = QUIET_MS) -> None:
        self._clock, self._quiet_ms = clock, quiet_ms
        self._heard: dict[Hashable, int] = {}

    def is_news(self, what: Hashable) -> bool:
        """Whether it has not been heard for a while; it has now."""
        last = self._heard.get(what)
        self.hear(what)
        return last is None or self._clock() - last >= self._quiet_ms

    def hear(self, what: Hashable) -> None:
        """It is heard now: the quiet begins anew."""
        self._heard[what] = self._clock()
