"""The one place where text becomes a whole number of small units, and back."""

import re
import unicodedata

MINUS = "−"
# 15 digits before the point keep every product of a price and a quantity inside what the books can store.
NUMBER = re.compile(r"([+-]?)(\d{1,15})?(?:\.(\d*))?")


class BadNumberError(ValueError):
    """A text that is no number, or one with more decimals than there is room for.

    Attributes:
        text: what was written.
        places: how many decimals are possible.
    """

    def __init__(self, text: str, places: int) -> None:
        super().__init__(text, places)
        self.text = text
        self.places = places


def parse_scaled(text: str, places: int) -> int:
    """The number in the text, in units of 10 ** -places.

    Full-width digits, a currency sign, blanks around it and thousands separators are accepted; zeros beyond the
    last place are too, any other digit there is refused rather than rounded away.

    Raises:
        BadNumberError: the text is empty, no number, too long, or has too many decimals.
    """
    plain = _plain(text)
    match = NUMBER.fullmatch(plain)
    if match is None or not (match[2] or match[3]):
        raise BadNumberError(text, places)
    decimals = (match[3] or "").rstrip("0")
    if len(decimals) > places:
        raise BadNumberError(text, places)
    size = int((match[2] or "0") + decimals.ljust(places, "0"))
    return -size if match[1] == "-" else size


def show_scaled(number: int, places: int, at_least: int) -> str:
    """The number, given in units of 10 ** -places, with at_least decimals and no zeros after those.

    0 has no sign: -0.00 never appears.
    """
    whole, rest = divmod(abs(number), 10**places)
    decimals = str(rest).rjust(places, "0") if places else ""
    kept = decimals[:at_least] + decimals[at_least:].rstrip("0")
    return f"{'-' if number < 0 else ''}{whole}{'.' + kept if kept else ''}"


def with_thousands(number: str) -> str:
    """A number as people read it, with its thousands set apart and a true minus: 1,234.50, −1.20."""
    sign = MINUS if number.startswith("-") else ""
    whole, point, decimals = number.lstrip("-").partition(".")
    return f"{sign}{int(whole):,}{point}{decimals}"


def _plain(text: str) -> str:
    """ASCII form of a typed number: NFKC turns full-width digits, signs and points into plain ones."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(MINUS, "-")
    sign = plain[:1] if plain[:1] in "+-" else ""
    plain = plain[len(sign) :].strip().lstrip("¥").strip()
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d*)?", plain):
        plain = plain.replace(",", "")
    return sign + plain if plain.isascii() else ""
