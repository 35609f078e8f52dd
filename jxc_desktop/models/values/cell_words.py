"""A cell as screen and paper write it: 1,234.50, a true minus, quantities without idle zeros, dates as 2026-03-05."""

from datetime import date, datetime

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import MINUS, with_thousands
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice


def cell_words(cell: object) -> str:
    """The cell as text; nothing is an empty text."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Money | Quantity | UnitPrice | int):
        return with_thousands(str(cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).replace("-", MINUS)
