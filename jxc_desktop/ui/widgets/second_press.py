"""A question that the same key answers: pressed again, freshly, it is the yes."""

from collections.abc import Callable

# A second press sooner than this is the same press, bounced or held.
YES_COUNTS_AFTER_MS = 300


class SecondPress:
    """Remembers which key asked, and when.

    Units: the clock counts milliseconds and never jumps.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._key = ""
        self._asked_at = 0

    def is_yes(self, key: str) -> bool:
        """Whether this press answers the question that the same key asked; if not, it asks from now on."""
        now = self._clock()
        if self._key == key:
            is_fresh = now - self._asked_at >= YES_COUNTS_AFTER_MS
            if is_fresh:
                self.forget()
            return is_fresh
        self._key, self._asked_at = key, now
        return False

    def is_asking(self) -> bool:
        """Whether a key has asked and nobody has answered."""
        return bool(self._key)

    def forget(self) -> None:
        """The question is not open any more: something else was done."""
        self._key = ""
