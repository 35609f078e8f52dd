"""How the shop's values lie in columns: whole numbers and short texts, the same on every store."""

from datetime import date
from typing import Any, ClassVar, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnClause,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine
from typing_extensions import override

from jxc_desktop.models.values.days import day_number, day_of
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice

T = TypeVar("T")

# SQLite counts rows by INTEGER PRIMARY KEY only; everywhere else a key has 64 bits.
Key = BigInteger().with_variant(Integer, "sqlite")


class MoneyColumn(TypeDecorator[Money]):
    """Money in whole fen."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        return None if value is None else value.fen

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Money | None:
        return None if value is None else Money(value)


class UnitPriceColumn(TypeDecorator[UnitPrice]):
    """A price in 1/10000 yuan."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: UnitPrice | None, dialect: Dialect) -> int | None:
        return None if value is None else value.parts

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> UnitPrice | None:
        return None if value is None else UnitPrice(value)


class QuantityColumn(TypeDecorator[Quantity]):
    """A quantity in 1/1000 of the base unit."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Quantity | None, dialect: Dialect) -> int | None:
        return None if value is None else value.milli

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Quantity | None:
        return None if value is None else Quantity(value)


class DayColumn(TypeDecorator[date]):
    """A business date as the number 20261125: short in every index, in order, without a time zone."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        return None if value is None else day_number(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else day_of(value)


class TaxRateColumn(TypeDecorator[TaxRate]):
    """A tax rate by its name: 13, 9 … 0, exempt."""

    impl = String(8)
    cache_ok = True

    @override
    def process_bind_param(self, value: TaxRate | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> TaxRate | None:
        return None if value is None else TaxRate(value)


def column(kind: TypeEngine[T] | type[TypeEngine[T]], *parts: SchemaItem, **options: Any) -> ColumnClause[T]:
    """A column that always holds something."""
    return Column(kind, *parts, nullable=False, **options)


def optional(kind: TypeEngine[T] | type[TypeEngine[T]], *parts: SchemaItem, **options: Any) -> ColumnClause[T | None]:
    """A column that may be empty."""
    return Column(kind, *parts, nullable=True, **options)


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows that meet a condition; its migration names the condition for every store."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where))


class Record:
    """What every table is declared by: a class whose attributes are the table's columns, in their order.

    Statements name the class as they would name the table. There is no mapper behind it: rows go in and come out as
    plain values, and the program starts without the object-relational part of the library.
    """

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = ()
    __table__: ClassVar[Table]

    @override
    def __init_subclass__(cls) -> None:
        """Lay the table."""
        columns = {name: part for name, part in vars(cls).items() if isinstance(part, Column)}
        for name, part in columns.items():
            part.name = part.key = name
        cls.__table__ = Table(cls.__tablename__, cls.metadata, *columns.values(), *cls.__table_args__)

    @classmethod
    def __clause_element__(cls) -> Table:
        """What the library takes the class for."""
        return cls.__table__
