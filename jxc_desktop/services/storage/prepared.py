"""Statements compiled once and run by the driver with plain values: the hot paths' road to the shop file.

Everything here is built from SQLAlchemy constructs, so each store gets its own SQL; what is left out at run time is
the handling of types. Callers pass and get whole numbers and texts as the columns store them.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Dialect, Executable, Select, Table, insert
from sqlalchemy.sql.compiler import SQLCompiler

Row = tuple[Any, ...]
# A select of whatever columns.
AnySelect = Select[*tuple[Any, ...]]
RowT = TypeVar("RowT", bound=Row)


class Prepared:
    """One statement whose parameters are given by position.

    Attributes:
        names: the bind parameters in the order callers give them.
    """

    def __init__(self, statement: Executable, *names: str) -> None:
        self._statement = statement
        self.names = names
        self._plans: dict[str, tuple[str, Callable[[Row], Row] | None]] = {}

    def for_store(self, dialect: Dialect) -> tuple[str, Callable[[Row], Row] | None]:
        """The SQL text, and how given values become the driver's (None: they already are)."""
        plan = self._plans.get(dialect.name)
        if plan is None:
            plan = self._plans[dialect.name] = self._compile(dialect)
        return plan

    def _compile(self, dialect: Dialect) -> tuple[str, Callable[[Row], Row] | None]:
        compiled = self._statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)
        wanted = list(compiled.positiontup or ())
        if wanted == list(self.names):
            return compiled.string, None
        constants = compiled.params
        places = [self.names.index(name) if name in self.names else None for name in wanted]
        fixed = [constants[name] for name in wanted]

        def arrange(values: Row) -> Row:
            return tuple(fixed[n] if place is None else values[place] for n, place in enumerate(places))

        return compiled.string, arrange


class Query(Prepared, Generic[RowT]):
    """A question; RowT is the shape of one row of its answer."""


@cache
def insertion(table: Table) -> Prepared:
    """The insert of whole rows of a table, values in the order of its columns."""
    names = [column.name for column in table.columns]
    return Prepared(insert(table).values(dict.fromkeys(names)), *names)
