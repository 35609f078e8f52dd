"""Wrong passwords: the more there were, the longer the next try has to wait."""

from collections.abc import Hashable
from datetime import datetime, timedelta
from math import ceil

# A slip or two costs nothing.
FREE_TRIES = 2
LONGEST_S = 300


class Tries:
    """Remembers who typed a wrong password, how often, and when last.

    Units: seconds.
    """

    def __init__(self) -> None:
        self._wrong: dict[Hashable, tuple[int, datetime]] = {}

    def wait_s(self, who: Hashable, now: datetime) -> int:
        """How long he has to wait before a password of his is looked at; 0: not at all."""
        if who not in self._wrong:
            return 0
        count, last = self._wrong[who]
        delay = _delay_s(count)
        left = (last + timedelta(seconds=delay) - now).total_seconds()
        # A clock that was put back must not lock anybody out for longer than the delay.
        return min(max(ceil(left), 0), delay)

    def note_wrong(self, who: Hashable, now: datetime) -> int:
        """One more wrong password; how long the next has to wait."""
        count = self._wrong.get(who, (0, now))[0] + 1
        self._wrong[who] = count, now
        return _delay_s(count)

    def forget(self, who: Hashable) -> None:
        """He knew it."""
        self._wrong.pop(who, None)


def _delay_s(count: int) -> int:
    """0, 0, 2, 4, 8 … at most five minutes."""
    return min(2 ** min(count - FREE_TRIES, 10), LONGEST_S) if count > FREE_TRIES else 0
