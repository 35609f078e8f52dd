"""How numbers are written on the screen: 1,234.50, a true minus, quantities without idle zeros."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import MINUS, with_thousands
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.unit_price import UnitPrice


def money_text(amount: Money) -> str:
    """An amount with two decimals and its thousands set apart: 1,234.50, −1.20."""
    return with_thousands(str(amount))


def price_text(price: UnitPrice) -> str:
    """A price with two decimals, or as many as it has: 2.9333."""
    return with_thousands(str(price))


def quantity_text(quantity: Quantity) -> str:
    """A quantity, whole or with its decimals: 3, 0.456."""
    return with_thousands(str(quantity))


def percent_text(part: int, whole: int) -> str:
    """The share of a whole (> 0) in per cent with one decimal, halves away from zero: 12.5%, −3.0%."""
    tenths = half_away_from_zero(part * 1000, whole)
    sign = MINUS if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}%"
