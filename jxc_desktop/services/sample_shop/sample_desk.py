"""The desk at which the sample shop's six weeks are lived: everything in one transaction, at whatever time it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from jxc_desktop.services.people.desk import Act, Desk, SignedIn
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.unit_of_work import OpenTransaction, UnitOfWork


@dataclass
class SetClock:
    """A clock that shows what it was set to."""

    moment: datetime

    def now(self) -> datetime:
        """What it was set to."""
        return self.moment


class WholeWork(UnitOfWork):
    """A transaction in which many acts are done: none of them counts until ``keep``."""

    @override
    def commit(self) -> None:
        """Nothing yet: it counts with all the others."""

    def keep(self) -> None:
        """Make all of them count.

        Raises:
            StorageError: it could not be written, and none of them has happened.
        """
        super().commit()


class SampleDesk(Desk):
    """A desk whose acts and questions all see the one transaction.

    Thousands of acts that each wait for the disk would take minutes on an old PC.

    Attributes:
        set_clock: what time it is.
    """

    def __init__(self, storage: Storage, work: WholeWork, operator: SignedIn, clock: SetClock) -> None:
        self.set_clock = clock
        super().__init__(storage, self.set_clock, operator)
        self._work = work

    @contextmanager
    @override
    def act(self, call: str) -> Iterator[Act]:
        """One act, not waiting for the disk."""
        self.check(call)
        now = self.clock.now()
        yield Act(self._work, self.operator, now, self.business_day(now))

    @contextmanager
    @override
    def question(self, call: str) -> Iterator[OpenTransaction]:
        """What the acts so far have made."""
        self.check(call)
        yield self._work
