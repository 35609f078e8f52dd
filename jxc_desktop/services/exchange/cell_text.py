"""What a cell says as plain text, and which texts a spreadsheet program would take for something else."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

# Spreadsheet programs keep 15 digits of a number; what is beyond them was lost before the file was written.
EXACT_BELOW = 1e15
# Smaller than any price or quantity: what is left over when 0.3 - 0.2 - 0.1 is not quite nothing.
DUST_BELOW = 1e-9

# Full-width signs start a formula too where the keyboard is Chinese.
STARTS_A_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
PLAIN_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?", re.ASCII)
SCIENTIFIC = re.compile(r"[+-]?(\d+\.\d+[eE][+-]?\d+|\d+[eE][+-]\d+)")
NOT_CALCULATED = re.compile(r"=.*|#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.DOTALL)


class NumberText(str):
    """The text of a cell that holds a number: zeros before a code are lost there. Says so until it is stripped."""

    __slots__ = ()


class MomentText(str):
    """The text of a cell that holds a day or a time, which many a code becomes by itself."""

    __slots__ = ()


def is_scientific(text: str) -> bool:
    """Whether a number lost its digits to the form 6.93E+12; a code such as 12E4 is no such number."""
    return SCIENTIFIC.fullmatch(text.strip()) is not None


def is_not_calculated(text: str) -> bool:
    """Whether a cell holds a formula without its result, or an error such as #N/A, instead of a value."""
    return NOT_CALCULATED.fullmatch(text.strip()) is not None


def may_become_formula(text: str) -> bool:
    """Whether a spreadsheet program could run the text instead of showing it; plain numbers such as -5 never do."""
    return STARTS_A_FORMULA.match(text) is not None and PLAIN_NUMBER.fullmatch(text) is None


def guarded(text: str) -> str:
    """The text with an apostrophe before it where it could become a formula; ``as_seen`` takes it off again."""
    return f"'{text}" if may_become_formula(text) else text


def as_seen(text: str) -> str:
    """The text of a text file's cell as a spreadsheet program shows it.

    NUL characters are not shown, the guard of ``guarded`` is taken off, and ``="00123"``, the usual way to keep
    leading zeros, is 00123.
    """
    text = text.replace("\0", "")
    if text.startswith("'"):
        return text[1:] if may_become_formula(text[1:]) else text
    if len(text) > 2 and text.startswith('="') and text.endswith('"'):
        return text[2:-1].replace('""', '"')
    return text


def text_of(cell: object) -> str:
    """A workbook's cell as text: whole numbers without a point, no float dust, dates as 2026-03-05."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return float_text(cell)
    if isinstance(cell, date | time | timedelta):
        return _moment_text(cell)
    return "" if cell is None else str(cell)


def marked_text_of(cell: object) -> str:
    """The same, marked where the cell holds a number or a moment."""
    text = text_of(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return NumberText(text)
    return MomentText(text) if isinstance(cell, date | time | timedelta) else text


def float_text(number: float) -> str:
    """A number with the digits a spreadsheet program keeps of it.

    One with more digits before the point than are kept stays in the form 6.93E+18: it must not pass for a code.
    """
    if abs(number) < DUST_BELOW:
        return "0"
    if not abs(number) < EXACT_BELOW:
        return format(number, ".14E")
    if number.is_integer():
        return str(int(number))
    return _without_exponent(format(number, ".15g"))


def _without_exponent(digits: str) -> str:
    return format(Decimal(digits), "f") if "e" in digits else digits


def _moment_text(moment: date | time | timedelta) -> str:
    if isinstance(moment, timedelta):
        return _hours_text(moment)
    if isinstance(moment, datetime):
        moment = _to_second(moment)
        return moment.strftime("%Y-%m-%d" if moment.time() == time() else "%Y-%m-%d %H:%M:%S")
    if isinstance(moment, time):
        return moment.strftime("%H:%M:%S")
    return moment.isoformat()


def _to_second(moment: datetime) -> datetime:
    """Times in workbooks are fractions of a day: 10:30:00 may come as 10:29:59.999997."""
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _hours_text(length: timedelta) -> str:
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
