"""Barcode numbers: check digits, which number is wrong in what way, and the one key under which equal numbers meet."""

from enum import IntEnum, StrEnum

KEY_LENGTH = 14


class BarcodeFault(StrEnum):
    """What is wrong with a number that should be a barcode's."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTERS = "characters"
    CHECK_DIGIT = "check digit"


class GtinKind(IntEnum):
    """The kinds of number a factory prints on goods; the value is how many digits it has."""

    EAN_8 = 8
    UPC_A = 12
    EAN_13 = 13
    GTIN_14 = 14


class BadBarcodeError(ValueError):
    """A number that is not of the kind asked for.

    Attributes:
        code: the number as it was given.
        fault: what is wrong with it.
    """

    def __init__(self, code: str, fault: BarcodeFault) -> None:
        super().__init__(code, fault)
        self.code = code
        self.fault = fault


def is_digits(code: str) -> bool:
    """Whether the code is nothing but the digits 0 to 9, at least one."""
    return code.isascii() and code.isdigit()


def check_digit(digits: str) -> int:
    """The check digit that belongs after these digits, for a number of any length.

    Raises:
        BadBarcodeError: there are no digits, or something else among them.

    Source:
        GS1 General Specifications 7.9.1.
    """
    _refuse(digits, _digits_fault(digits))
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return -total % 10


def with_check_digit(digits: str) -> str:
    """The digits and, after them, their check digit.

    Raises:
        BadBarcodeError: there are no digits, or something else among them.
    """
    return f"{digits}{check_digit(digits)}"


def number_fault(code: str) -> BarcodeFault | None:
    """What is wrong with a number of any length whose last digit checks the others; None for a right one."""
    fault = _digits_fault(code)
    if fault is None and len(code) < 2:
        return BarcodeFault.LENGTH
    if fault is None and with_check_digit(code[:-1]) != code:
        return BarcodeFault.CHECK_DIGIT
    return fault


def gtin_fault(code: str) -> BarcodeFault | None:
    """What is wrong with an EAN-8, UPC-A, EAN-13 or GTIN-14; None for a right one.

    A shop's own code may have any fault and still be a good code: this only says that no factory printed it.
    """
    fault = _digits_fault(code)
    if fault is None and len(code) not in set(GtinKind):
        return BarcodeFault.LENGTH
    return fault or number_fault(code)


def gtin_kind(code: str) -> GtinKind | None:
    """The kind of a right number as it is written; None for any other code."""
    return GtinKind(len(code)) if gtin_fault(code) is None else None


def match_key(code: str) -> str:
    """The text under which a code is stored and looked up, so that UPC-A, EAN-13 and GTIN-14 of one article are one.

    A right number of 8, 12, 13 or 14 digits is filled with zeros to 14; any other code is its own key, leading zeros
    and all.
    """
    return code.zfill(KEY_LENGTH) if gtin_fault(code) is None else code


def written_as(code: str, kind: GtinKind) -> str:
    """The same number with as many digits as the kind has, for a label that must be of that kind.

    Raises:
        BadBarcodeError: the number is wrong, or has too many digits for the kind.
    """
    _refuse(code, gtin_fault(code))
    key = code.zfill(KEY_LENGTH)
    _refuse(code, BarcodeFault.LENGTH if key[:-kind].strip("0") else None)
    return key[-kind:]


def upc_e_to_upc_a(code: str) -> str:
    """The 12 digits that a short UPC-E stands for.

    Six digits are taken without number system and check digit, seven without check digit, eight with both.

    Raises:
        BadBarcodeError: the code is no UPC-E.

    Source:
        GS1 General Specifications 5.2.2.4.2.
    """
    _refuse(code, _digits_fault(code))
    _refuse(code, None if len(code) in (6, 7, 8) else BarcodeFault.LENGTH)
    seven = code.rjust(7, "0")[:7]
    _refuse(code, None if seven[0] in "01" else BarcodeFault.CHARACTERS)
    upc_a = with_check_digit(seven[0] + _lengthened(seven[1:]))
    _refuse(code, None if code[7:] in ("", upc_a[-1]) else BarcodeFault.CHECK_DIGIT)
    return upc_a


def upc_a_to_upc_e(code: str) -> str | None:
    """The eight digits of the short form; None where the number has none.

    Raises:
        BadBarcodeError: the code is no UPC-A.

    Source:
        GS1 General Specifications 5.2.2.4.1.
    """
    _refuse(code, gtin_fault(code))
    _refuse(code, None if len(code) == GtinKind.UPC_A else BarcodeFault.LENGTH)
    six = _shortened(maker=code[1:6], item=code[6:11])
    return code[0] + six + code[11] if six and code[0] in "01" else None


def isbn_fault(code: str) -> BarcodeFault | None:
    """What is wrong with a book's number of 10 or 13 digits, hyphens and blanks allowed; None for a right one.

    A 13-digit number that begins with neither 978 nor 979 is no book's: its characters are wrong.
    """
    plain = _plain(code)
    if len(plain) == 10:
        return _modulo_11_fault(plain)
    fault = _digits_fault(plain)
    if fault is None and len(plain) != GtinKind.EAN_13:
        return BarcodeFault.LENGTH
    if fault is None and not plain.startswith(("978", "979")):
        return BarcodeFault.CHARACTERS
    return fault or number_fault(plain)


def isbn_to_ean(code: str) -> str:
    """The EAN-13 on the back of the book with this number of 10 or 13 digits.

    Raises:
        BadBarcodeError: the code is no ISBN.

    Source:
        ISO 2108.
    """
    _refuse(code, isbn_fault(code))
    plain = _plain(code)
    return plain if len(plain) == GtinKind.EAN_13 else with_check_digit("978" + plain[:9])


def issn_fault(code: str) -> BarcodeFault | None:
    """What is wrong with a periodical's number of 8 digits, hyphen and blanks allowed; None for a right one."""
    plain = _plain(code)
    if plain and len(plain) != 8:
        return BarcodeFault.LENGTH
    return _modulo_11_fault(plain)


def issn_to_ean(code: str) -> str:
    """The EAN-13 on the periodical with this number, for an issue at the ordinary price (variant 00).

    Raises:
        BadBarcodeError: the code is no ISSN.

    Source:
        ISO 3297.
    """
    _refuse(code, issn_fault(code))
    return with_check_digit("977" + _plain(code)[:7] + "00")


def _refuse(code: str, fault: BarcodeFault | None) -> None:
    if fault is not None:
        raise BadBarcodeError(code, fault)


def _digits_fault(code: str) -> BarcodeFault | None:
    if not code:
        return BarcodeFault.EMPTY
    return None if is_digits(code) else BarcodeFault.CHARACTERS


def _plain(code: str) -> str:
    """A book's number without what only makes it readable."""
    return code.replace("-", "").replace(" ", "").upper()


def _modulo_11_fault(plain: str) -> BarcodeFault | None:
    """The fault of a number whose last character, 0 to 9 or X for ten, makes the weighted sum a multiple of 11."""
    if not plain:
        return BarcodeFault.EMPTY
    body, last = plain[:-1], plain[-1]
    if not is_digits(body) or not (is_digits(last) or last == "X"):
        return BarcodeFault.CHARACTERS
    total = sum(weight * int(digit) for weight, digit in enumerate(reversed(body), start=2))
    return None if (total + (10 if last == "X" else int(last))) % 11 == 0 else BarcodeFault.CHECK_DIGIT


def _lengthened(six: str) -> str:
    """Maker's and item's five digits each; the last of the six says where zeros were left out."""
    last = six[5]
    if last in "012":
        return f"{six[:2]}{last}0000{six[2:5]}"
    if last == "3":
        return f"{six[:3]}00000{six[3:5]}"
    if last == "4":
        return f"{six[:4]}00000{six[4]}"
    return f"{six[:5]}0000{last}"


def _shortened(maker: str, item: str) -> str | None:
    if maker[2:] in ("000", "100", "200") and item.startswith("00"):
        return maker[:2] + item[2:] + maker[2]
    if maker.endswith("00") and item.startswith("000"):
        return maker[:3] + item[3:] + "3"
    if maker.endswith("0") and item.startswith("0000"):
        return maker[:4] + item[4] + "4"
    if item.startswith("0000") and item[4] in "56789":
        return maker + item[4]
    return None
