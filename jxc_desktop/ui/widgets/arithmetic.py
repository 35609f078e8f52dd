"""Sums typed into a number field: 12*4 is 48, worked out without ever becoming a float."""

import re
import unicodedata
from decimal import Decimal, DecimalException, localcontext

# 15 digits before the point, as the books; a longer sum is no sum a shop types.
TOKEN = re.compile(r"\d{1,15}(?:\.\d*)?|\.\d+|[-+*/()]")
SIGNS = {"×": "*", "÷": "/", "−": "-", "。": ".", "，": ","}
LONGEST = 60


class BadSumError(ValueError):
    """A text that is no number and no sum.

    Attributes:
        text: what was written.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def plain_digits(text: str) -> str:
    """The text with full-width digits and signs turned into plain ones; its length stays."""
    narrow = (unicodedata.normalize("NFKC", letter) for letter in text)
    return "".join(SIGNS.get(letter, letter) if len(letter) == 1 else " " for letter in narrow)


def calculate(text: str) -> Decimal:
    """What the number or sum in the text comes to.

    Raises:
        BadSumError: the text is no sum of + - * / and brackets, or divides by zero.
    """
    tokens = _tokens(text)
    try:
        with localcontext(prec=40):
            result = _sum(tokens)
    except (DecimalException, IndexError) as fault:
        raise BadSumError(text) from fault
    if tokens:
        raise BadSumError(text)
    return result


def _tokens(text: str) -> list[str]:
    """The numbers and signs of the text, the first one last."""
    packed = plain_digits(text).replace(" ", "")
    found = TOKEN.findall(packed)
    if not packed or len(packed) > LONGEST or "".join(found) != packed:
        raise BadSumError(text)
    return found[::-1]


def _sum(tokens: list[str]) -> Decimal:
    result = _product(tokens)
    while tokens and tokens[-1] in "+-":
        result = result + _product(tokens) if tokens.pop() == "+" else result - _product(tokens)
    return result


def _product(tokens: list[str]) -> Decimal:
    result = _factor(tokens)
    while tokens and tokens[-1] in "*/":
        result = result * _factor(tokens) if tokens.pop() == "*" else result / _factor(tokens)
    return result


def _factor(tokens: list[str]) -> Decimal:
    token = tokens.pop()
    if token == "-":
        return -_factor(tokens)
    if token == "(":
        inside = _sum(tokens)
        if tokens.pop() != ")":
            raise IndexError
        return inside
    return Decimal(token)
