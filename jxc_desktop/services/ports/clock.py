"""The shop's clock."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the shop's local time."""

    def now(self) -> datetime:
        """The local time, without a zone: a shop lives in its own."""


class SystemClock:
    """The clock of this PC."""

    def now(self) -> datetime:
        """The PC's local time."""
        return datetime.now()
