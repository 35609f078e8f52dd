"""The desk somebody works at: who it is, the shop file, the clock."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from time import perf_counter

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.journal import Journal
from jxc_desktop.services.people.permission_table import MAY_CALL
from jxc_desktop.services.ports.clock import Clock
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.unit_of_work import OpenTransaction, UnitOfWork

_log = logging.getLogger("jxc.acts")


# Who verifies from the command line, where nobody's password is asked for.
NOBODY = 0


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The operator at the desk."""

    id: int
    name: str
    role: Role


class Act:
    """One act under way.

    Attributes:
        work: its transaction; journal: what it writes; operator: who does it; now: when.
        today: the business date of what happens now.
        changes: what it touched, announced once after the commit.
    """

    def __init__(self, work: UnitOfWork, operator: SignedIn, now: datetime, today: date | None = None) -> None:
        self.work = work
        self.operator = operator
        self.now = now
        self.today = today or now.date()
        self.journal = Journal(work, operator.id, now, self.today)
        self.changes: set[Change] = set()
        self.is_committed = False

    def commit(self, *changes: Change) -> None:
        """Make it count: everything the journal collected is on the disk after this."""
        self.journal.write()
        self.work.commit()
        self.changes.update(changes)
        self.is_committed = True


class Desk:
    """What every service is given: it opens acts and questions for the operator who is there.

    Attributes:
        operator: who is at the desk.
        day_cut: up to this hour of the night everything belongs to the day before.
    """

    def __init__(self, storage: Storage, clock: Clock, operator: SignedIn) -> None:
        self.storage = storage
        self.clock = clock
        self.operator = operator
        self.day_cut = 0
        self._listeners: list[Callable[[frozenset[Change]], None]] = []

    def on_change(self, listener: Callable[[frozenset[Change]], None]) -> None:
        """Tell the listener once after each act what it touched, on the thread of the act."""
        self._listeners.append(listener)

    def business_day(self, moment: datetime) -> date:
        """The day a moment belongs to in the shop's books."""
        return (moment - timedelta(hours=self.day_cut)).date()

    def may(self, call: str) -> bool:
        """Whether the operator's role may make the call."""
        return self.operator.role in MAY_CALL[call]

    def check(self, call: str) -> None:
        """Refuse what the operator's role may not do.

        Raises:
            NotAllowedError: it may not.
        """
        if not self.may(call):
            raise NotAllowedError(call)

    @contextmanager
    def act(self, call: str) -> Iterator[Act]:
        """A transaction for one act; without ``commit()`` nothing has happened."""
        self.check(call)
        began = perf_counter()
        with self.storage.writing() as work:
            now = self.clock.now()
            act = Act(work, self.operator, now, self.business_day(now))
            yield act
        _record(call, act, perf_counter() - began)
        if act.is_committed and act.changes:
            self._announce(frozenset(act.changes))

    @contextmanager
    def question(self, call: str) -> Iterator[OpenTransaction]:
        """A moment's view of the books for one question."""
        self.check(call)
        with self.storage.reading() as reading:
            yield reading

    def _announce(self, changes: frozenset[Change]) -> None:
        for listener in self._listeners:
            listener(changes)


def _record(call: str, act: Act, seconds: float) -> None:
    """A line in the log for each act that made documents: their numbers and how long it took, and nothing of anybody.

    Drafts are saved with every scan: those are worth a line only to whoever looks for something.
    """
    numbers = act.journal.numbers
    level = logging.INFO if numbers else logging.DEBUG
    if not act.is_committed or not _log.isEnabledFor(level):
        return
    more = f" +{len(numbers) - 1}" if len(numbers) > 1 else ""
    _log.log(level, "%s %s%s %.0f ms", call, numbers[0] if numbers else "-", more, seconds * 1000)
