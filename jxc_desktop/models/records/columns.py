"""How the shop's values lie in columns: whole numbers and short texts, the same on every store."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase
from typing_extensions import override

from jxc_desktop.models.values.days import day_number, day_of
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice

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


class Record(DeclarativeBase):
    """What every mapped class is built on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        Money: MoneyColumn,
        UnitPrice: UnitPriceColumn,
        Quantity: QuantityColumn,
        date: DayColumn,
        TaxRate: TaxRateColumn,
        int: BigInteger,
    }
