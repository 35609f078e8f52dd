"""Wrong passwords and 授权码: the more there were, the longer the next try has to wait, even after a restart."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from jxc_desktop.models.values.days import moment_text
from jxc_desktop.services.people.memory import KEPT_FROM_HIM, keep, recalled
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

# A slip or two costs nothing.
FREE_TRIES = 2
LONGEST_S = 300


class Door(StrEnum):
    """What was tried. The value is the key it is kept under."""

    PASSWORD = "wrong_passwords"
    PIN = "wrong_pins"


@dataclass(frozen=True, slots=True)
class Tries:
    """How often somebody was wrong in a row, and when last.

    Units: seconds.
    """

    count: int = 0
    last: datetime | None = None

    def wait_s(self, now: datetime) -> int:
        """How long he has to wait before the next one is looked at; 0: not at all."""
        delay = _delay_s(self.count)
        if not delay or self.last is None:
            return 0
        left = (self.last + timedelta(seconds=delay) - now).total_seconds()
        # A clock that was put back must not lock anybody out for longer than the delay.
        return min(max(ceil(left), 0), delay)

    def one_more(self, now: datetime) -> "Tries":
        """After one more that was wrong."""
        return Tries(self.count + 1, now)


def tries_of(books: OpenTransaction, operator_id: int, door: Door) -> Tries:
    """What an operator has tried at this door since he last knew it."""
    count, _blank, last = recalled(books, operator_id, KEPT_FROM_HIM + door.value).partition(" ")
    return Tries(int(count), datetime.fromisoformat(last)) if count else Tries()


def keep_tries(storage: Storage, operator_id: int, door: Door, tries: Tries) -> None:
    """Remember them; none forgets."""
    with storage.writing() as work:
        keep(
            work,
            operator_id,
            KEPT_FROM_HIM + door.value,
            f"{tries.count} {moment_text(tries.last)}" if tries.last else "",
        )
        work.commit()


def _delay_s(count: int) -> int:
    """0, 0, 2, 4, 8 … at most five minutes."""
    return min(2 ** min(count - FREE_TRIES, 10), LONGEST_S) if count > FREE_TRIES else 0
