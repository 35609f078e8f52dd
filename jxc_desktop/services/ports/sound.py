"""The four sounds of the counter; whoever plays them lives outside the services."""

from enum import StrEnum
from typing import Protocol


class SoundKind(StrEnum):
    """What a sound says; the value is the name of its file."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    DONE = "done"


class Sound(Protocol):
    """Something that can be heard."""

    def play(self, kind: SoundKind) -> None:
        """Start the sound and return at once; silent where there is nothing to play it on."""
        ...
