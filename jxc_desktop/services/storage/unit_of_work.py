"""One act of the shop = one transaction; leaving it without ``commit()`` undoes it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, RootTransaction, Table, func, select
from sqlalchemy.exc import DBAPIError

from jxc_desktop.services.errors import StoppedError
from jxc_desktop.services.storage.faults import fault_of
from jxc_desktop.services.storage.prepared import Prepared, Query, Row, RowT, insertion

BATCH = 500
# So many steps of the store take about 5 ms.
STEPS_BETWEEN_LOOKS = 100_000
_HIGHEST: dict[str, Query[tuple[int]]] = {}


class OpenTransaction:
    """A transaction on the shop file, and the driver's cursor in it.

    Attributes:
        connection: for statements with typed columns, off the hot paths.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._may_stop = False

    def __enter__(self) -> Self:
        try:
            self.connection: Connection = self._engine.connect()
            self._transaction: RootTransaction = self.connection.begin()
        except (DBAPIError, sqlite3.Error) as error:
            self._raise_fault(error)
            raise
        self._dialect = self._engine.dialect
        self._cursor: Any = self.connection.connection.cursor()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._may_stop:
                self._look_in(None)
            self._cursor.close()
            if self._transaction.is_active:
                self._transaction.rollback()
            self.connection.close()
        finally:
            if isinstance(error, DBAPIError | sqlite3.Error):
                if _is_interrupted(error):
                    raise StoppedError from error
                self._raise_fault(error)

    def _raise_fault(self, error: Exception) -> None:
        fault = fault_of(error, self._path)
        if fault is not None:
            raise fault from error

    def stop_when(self, stopped: Callable[[], bool] | None) -> None:
        """From now on break off, wherever a statement is, as soon as the answer to this is yes; None: never.

        Raises:
            StoppedError: when the block is left, where it was broken off.
        """
        self._may_stop = stopped is not None
        self._look_in(stopped)

    def _look_in(self, stopped: Callable[[], bool] | None) -> None:
        driver = self.connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection):
            driver.set_progress_handler(stopped, STEPS_BETWEEN_LOOKS)

    def rows(self, query: Query[RowT], *values: Any) -> list[RowT]:
        """Every row of the answer, as the columns store them."""
        sql, arrange = query.for_store(self._dialect)
        self._cursor.execute(sql, values if arrange is None else arrange(values))
        answer: list[RowT] = self._cursor.fetchall()
        return answer

    def row(self, query: Query[RowT], *values: Any) -> RowT | None:
        """The first row of the answer, or None."""
        sql, arrange = query.for_store(self._dialect)
        self._cursor.execute(sql, values if arrange is None else arrange(values))
        first: RowT | None = self._cursor.fetchone()
        return first

    def each(self, query: Query[RowT], *values: Any) -> Iterator[RowT]:
        """The rows of the answer one after another, never all of them in memory; several may be read side by side."""
        sql, arrange = query.for_store(self._dialect)
        with closing(self.connection.connection.cursor()) as cursor:
            cursor.execute(sql, values if arrange is None else arrange(values))
            while batch := cursor.fetchmany(BATCH):
                yield from batch


class Reading(OpenTransaction):
    """A question's view of the shop file: one moment of it, never changed."""


class UnitOfWork(OpenTransaction):
    """An act's hold of the shop file: nobody else writes until it ends."""

    def commit(self) -> None:
        """Make the act count; after this it is on the disk.

        Raises:
            StorageError: it could not be written, and has not happened.
        """
        try:
            self._transaction.commit()
        except (DBAPIError, sqlite3.Error) as error:
            self._raise_fault(error)
            raise

    def run(self, statement: Prepared, rows: Sequence[Row]) -> None:
        """The statement once for each row of values."""
        if not rows:
            return
        sql, arrange = statement.for_store(self._dialect)
        given: Iterable[Row] = rows if arrange is None else map(arrange, rows)
        if len(rows) == 1:
            self._cursor.execute(sql, next(iter(given)))
        else:
            self._cursor.executemany(sql, given)

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Whole rows, values in the order of the table's columns."""
        self.run(insertion(table), rows)

    def next_id(self, table: Table) -> int:
        """The first free key of a table; nobody else can take it while this act lasts."""
        query = _HIGHEST.get(table.name)
        if query is None:
            query = _HIGHEST[table.name] = Query(select(func.max(table.c.id)))
        highest = self.row(query)
        return 1 if highest is None or highest[0] is None else highest[0] + 1


def _is_interrupted(error: DBAPIError | sqlite3.Error) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT
