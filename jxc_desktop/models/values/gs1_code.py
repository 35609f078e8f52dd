"""GS1 codes on cartons and fresh goods: the article together with its lot, dates, count and weight."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jxc_desktop.models.values.barcode import BarcodeFault, gtin_fault
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.scan_text import GROUP_SEPARATOR, ScannedText
from jxc_desktop.models.values.weighed_code import PrintedNumber

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString
    from biip.gs1_messages import GS1Message

GS1_SYMBOLS = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})


class BadGs1CodeError(ValueError):
    """A text that is no GS1 code, or one whose article number is wrong.

    Attributes:
        text: what was scanned.
        gtin_fault: what is wrong with the article number; None where the text cannot be read at all.
    """

    def __init__(self, text: str, gtin_fault: BarcodeFault | None = None) -> None:
        super().__init__(text, gtin_fault)
        self.text = text
        self.gtin_fault = gtin_fault


@dataclass(frozen=True, slots=True)
class Gs1Code:
    """What a GS1 code says; None for what it does not.

    Attributes:
        gtin: the article, 14 digits (01).
        lot: 批号 (10).
        produced_on: 生产日期 (11).
        best_before: 保质期至 (15).
        expires_on: 有效期至 (17).
        count: how many pieces (30).
        printed_weight: net, in kilograms (310).
    """

    gtin: str | None = None
    lot: str | None = None
    produced_on: date | None = None
    best_before: date | None = None
    expires_on: date | None = None
    count: int | None = None
    printed_weight: PrintedNumber | None = None

    @property
    def net_weight(self) -> Quantity | None:
        """How heavy, to the gram."""
        return None if self.printed_weight is None else Quantity(self.printed_weight.to_places(3))


def is_gs1(scan: ScannedText) -> bool:
    """Whether to read the scan as a GS1 code: the scanner says so, or it begins with a right article number (01).

    Without a word from the scanner nothing else will do: 18 digits that begin with 10 are a lot, and a payment code.
    """
    code = scan.code.lstrip(GROUP_SEPARATOR).replace("(01)", "01", 1)
    begins_with_article = code.startswith("01") and len(code) >= 16 and gtin_fault(code[2:16]) is None
    return scan.aim in GS1_SYMBOLS or begins_with_article


def parse_gs1(text: str) -> Gs1Code:
    """What the GS1 code says, written with separators (GS) or with its numbers in brackets.

    Day 00 of a date is the last day of the month. Fields the shop has no use for are passed over.

    Raises:
        BadGs1CodeError: a field is unknown or malformed, or the article number has a wrong check digit.

    Source:
        GS1 General Specifications 3 and 7.8.
    """
    fields = {field.ai.ai: field for field in reversed(_message(text).element_strings)}
    gtin = _value(fields, "01")
    if gtin is not None and (fault := gtin_fault(gtin)) is not None:
        raise BadGs1CodeError(text, fault)
    count = _value(fields, "30")
    return Gs1Code(
        gtin=gtin,
        lot=_value(fields, "10"),
        produced_on=_date(fields, "11"),
        best_before=_date(fields, "15"),
        expires_on=_date(fields, "17"),
        count=None if count is None else int(count),
        printed_weight=_printed_weight(fields),
    )


def _message(text: str) -> "GS1Message":
    # Here and not above: the library takes a tenth of a second, which the first paint of the window cannot wait for.
    from biip import BiipException
    from biip.gs1_messages import GS1Message

    try:
        message = GS1Message.parse_hri(text) if text.startswith("(") else GS1Message.parse(text)
    except BiipException as error:
        raise BadGs1CodeError(text) from error
    # The library lets a field without content pass, and digits of other scripts.
    if not message.element_strings or not text.isascii() or any(not field.value for field in message.element_strings):
        raise BadGs1CodeError(text)
    return message


def _value(fields: "dict[str, GS1ElementString]", ai: str) -> str | None:
    return fields[ai].value if ai in fields else None


def _date(fields: "dict[str, GS1ElementString]", ai: str) -> date | None:
    return fields[ai].date if ai in fields else None


def _printed_weight(fields: "dict[str, GS1ElementString]") -> PrintedNumber | None:
    """The weight in kilograms; the fourth digit of the field's number says how many decimals."""
    for ai, field in fields.items():
        if ai.startswith("310"):
            return PrintedNumber(int(field.value), int(ai[3]))
    return None
