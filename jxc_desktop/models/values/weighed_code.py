"""Labels of a shop's scale: which goods, how heavy, how much money."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from typing_extensions import override

from jxc_desktop.models.values.barcode import is_digits, number_fault, with_check_digit
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero

SHORT_LABEL = 8
LABEL_LENGTHS = (SHORT_LABEL, 13, 18)
PIECE = re.compile(r"(?P<fixed>[0-9])|(?P<any>\.)|\{(?=[ND])(?P<whole>N*)(?P<decimals>D*)\}")


class LabelMeaning(StrEnum):
    """What a number on the label says."""

    WEIGHT = "kg"
    AMOUNT = "yuan"


DECIMALS = {LabelMeaning.WEIGHT: 3, LabelMeaning.AMOUNT: 2}
FORMAT_MEANINGS = {"E": LabelMeaning.AMOUNT, "N": LabelMeaning.WEIGHT}


class PatternFault(StrEnum):
    """What is wrong with the pattern of a rule."""

    SIGNS = "signs"
    LENGTH = "length"
    NO_NUMBER = "no number"
    MEANINGS = "meanings"
    CHECK_DIGIT = "check digit"


class BadPatternError(ValueError):
    """A pattern no label can be read with.

    Attributes:
        pattern: as it was written.
        fault: what is wrong with it.
    """

    def __init__(self, pattern: str, fault: PatternFault) -> None:
        super().__init__(pattern, fault)
        self.pattern = pattern
        self.fault = fault


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number exactly as a label prints it.

    Units: 10 ** -places of a kilogram, or of a yuan.
    """

    digits: int
    places: int

    @override
    def __str__(self) -> str:
        return show_scaled(self.digits, self.places, at_least=0)

    def to_places(self, places: int) -> int:
        """The number in units of 10 ** -places: exact where the label is no finer, else 四舍五入."""
        return half_away_from_zero(self.digits * 10**places, 10**self.places)


@dataclass(frozen=True, slots=True)
class WeighedRule:
    """How one kind of scale label is read.

    A pattern is read from the left: a digit stands for itself, ``.`` for any digit, ``{NNDDD}`` for a number with
    three decimals. It describes a label of 8, 13 or 18 digits; of the longer two it may leave out the last digit.

    Attributes:
        pattern: such as ``21.....{NNDDD}``.
        meanings: what each number of the pattern says, from the left.
        has_check_digit: whether the last digit of a label of 13 or 18 digits checks the others. A label of 8 digits has
            none. Where there is none, a last digit that the pattern leaves out may also be missing on the label.
    """

    pattern: str
    meanings: tuple[LabelMeaning, ...] = (LabelMeaning.WEIGHT,)
    has_check_digit: bool = True

    def __post_init__(self) -> None:
        fault = _pattern_fault(self)
        if fault is not None:
            raise BadPatternError(self.pattern, fault)

    @property
    def is_checked(self) -> bool:
        """Whether a label misread by one digit is refused."""
        return self.has_check_digit and len(_places(self.pattern)) > SHORT_LABEL

    def read(self, code: str) -> "WeighedLabel | None":
        """The label with this code; None where the code is not of this rule, or its check digit is wrong."""
        found = _reader(self.pattern, self.is_checked).fullmatch(code) if is_digits(code) else None
        if found is None or (self.is_checked and number_fault(code) is not None):
            return None
        numbers = tuple(
            PrintedNumber(int(digits), places)
            for digits, places in zip(found.groups(), _decimals(self.pattern), strict=True)
        )
        return WeighedLabel(code, self, _base_code(code, self), _plu(code, self), numbers)


@dataclass(frozen=True, slots=True)
class WeighedLabel:
    """What a scale label says.

    Attributes:
        code: as it was scanned, a UPC-A as its EAN-13.
        rule: the one it was read by.
        base_code: the code with zeros for the numbers and the check digit that goes with them; goods are stored by it.
        plu: the item's number inside the code; goods may be stored by that instead.
        numbers: what is printed, one for each meaning of the rule.
    """

    code: str
    rule: WeighedRule
    base_code: str
    plu: str
    numbers: tuple[PrintedNumber, ...]

    @property
    def weight(self) -> Quantity | None:
        """How heavy, to the gram; None where the label does not say."""
        number = self._number(LabelMeaning.WEIGHT)
        return None if number is None else Quantity(number.to_places(DECIMALS[LabelMeaning.WEIGHT]))

    @property
    def amount(self) -> Money | None:
        """How much money, to the fen; None where the label does not say."""
        number = self._number(LabelMeaning.AMOUNT)
        return None if number is None else Money(number.to_places(DECIMALS[LabelMeaning.AMOUNT]))

    @property
    def is_zero(self) -> bool:
        """Whether the label weighs or costs nothing: then it must not become a line of a sale by itself."""
        return self.weight == Quantity(0) or self.amount == Money(0)

    def _number(self, meaning: LabelMeaning) -> PrintedNumber | None:
        return dict(zip(self.rule.meanings, self.numbers, strict=True)).get(meaning)


def read_label(rules: Sequence[WeighedRule], code: str) -> WeighedLabel | None:
    """The label with this code by the first rule that fits; None where none does."""
    digits = _as_ean_13(code)
    return next((label for rule in rules if (label := rule.read(digits)) is not None), None)


def rule_of_scale_format(scale_format: str, flag: str) -> WeighedRule:
    """The rule for a format from a Chinese scale's handbook, such as ``FFWWWWWEEEEENNNNNC`` with the flag ``26``.

    F is the flag, W the item's number, E the amount in fen, N the weight in grams, C a check digit, O none.

    Raises:
        BadPatternError: there is another letter, no number, or the flag has another length.
    """
    runs = [run[0] for run in re.finditer(r"(.)\1*", scale_format)]
    if not re.fullmatch(r"F+W+(E{2,}|N{3,})*[CO]", scale_format) or not is_digits(flag) or len(flag) != len(runs[0]):
        raise BadPatternError(scale_format, PatternFault.SIGNS)
    pattern = flag + "".join(_pattern_of_run(run) for run in runs[1:-1])
    meanings = tuple(FORMAT_MEANINGS[run[0]] for run in runs if run[0] in FORMAT_MEANINGS)
    return WeighedRule(pattern, meanings, has_check_digit=scale_format.endswith("C"))


def _pattern_of_run(run: str) -> str:
    if run[0] not in FORMAT_MEANINGS:
        return "." * len(run)
    places = DECIMALS[FORMAT_MEANINGS[run[0]]]
    return "{" + ("N" * (len(run) - places)).ljust(len(run), "D") + "}"


def _as_ean_13(code: str) -> str:
    """Scanners send a label that begins with 0 as a UPC-A, and some send every number with 14 digits."""
    if len(code) == 12 or (len(code) == 14 and code.startswith("0")):
        return code.zfill(14)[1:]
    return code


def _pattern_fault(rule: WeighedRule) -> PatternFault | None:
    places = _places(rule.pattern)
    if "".join(piece[0] for piece in PIECE.finditer(rule.pattern)) != rule.pattern:
        return PatternFault.SIGNS
    if "{" not in rule.pattern:
        return PatternFault.NO_NUMBER
    if len(places) not in LABEL_LENGTHS and len(places) + 1 not in LABEL_LENGTHS[1:]:
        return PatternFault.LENGTH
    if not len(rule.meanings) == rule.pattern.count("{") == len(set(rule.meanings)):
        return PatternFault.MEANINGS
    covers_check_digit = rule.is_checked and len(places) in LABEL_LENGTHS and places[-1] != "."
    return PatternFault.CHECK_DIGIT if covers_check_digit else None


def _places(pattern: str) -> str:
    """The pattern with one sign for each digit of the label."""
    return pattern.replace("{", "").replace("}", "")


@lru_cache(maxsize=64)
def _decimals(pattern: str) -> tuple[int, ...]:
    return tuple(len(piece["decimals"]) for piece in PIECE.finditer(pattern) if piece["decimals"] is not None)


@lru_cache(maxsize=64)
def _reader(pattern: str, is_checked: bool) -> re.Pattern[str]:
    last = "" if len(_places(pattern)) in LABEL_LENGTHS else r"\d" if is_checked else r"\d?"
    return re.compile("".join(_piece_reader(piece) for piece in PIECE.finditer(pattern)) + last)


def _piece_reader(piece: re.Match[str]) -> str:
    if piece["fixed"]:
        return piece["fixed"]
    return r"\d" if piece["any"] else rf"(\d{{{len(piece['whole'] + piece['decimals'])}}})"


def _base_code(code: str, rule: WeighedRule) -> str:
    places = _places(rule.pattern).ljust(len(code), ".")
    zeroed = "".join("0" if sign in "ND" else digit for sign, digit in zip(places, code, strict=True))
    return with_check_digit(zeroed[:-1]) if rule.is_checked else zeroed


def _plu(code: str, rule: WeighedRule) -> str:
    numbered = code[:-1] if rule.is_checked else code
    return "".join(digit for sign, digit in zip(_places(rule.pattern), numbered, strict=False) if sign == ".")
