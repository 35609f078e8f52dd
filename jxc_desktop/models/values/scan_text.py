"""What a scanner sent, made plain: the code as printed, and what the scanner said about its symbol."""

import re
import unicodedata
from dataclasses import dataclass

GROUP_SEPARATOR = "\x1d"
AIM_PREFIX = re.compile(r"\][A-Za-z][0-9A-Fa-f](?=.)", re.DOTALL)

# Only the full-width twins of ASCII: NFKC would turn ￥ into ¥, which Chinese printers cannot print.
FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
BLANKS_AROUND = re.compile(r"^[^\S\x1d]+|[^\S\x1d]+$")


@dataclass(frozen=True, slots=True)
class ScannedText:
    """One scan, ready to be looked up.

    Attributes:
        code: what the symbol says.
        aim: the scanner's prefix for the kind of symbol, such as ``]C1``; empty where it sent none.
    """

    code: str
    aim: str = ""


def clean_scan(text: str) -> ScannedText:
    """The scan without full-width forms, invisible characters, blanks around it, and the prefix for the symbol.

    The separator GS (0x1d) stays, since it ends a field of a GS1 code; so does ￥, and every blank inside the code.

    Source:
        ISO/IEC 15424 for the prefixes.
    """
    visible = "".join(character for character in text.translate(FULL_WIDTH) if _is_kept(character))
    plain = BLANKS_AROUND.sub("", visible)
    prefix = AIM_PREFIX.match(plain)
    aim = prefix[0] if prefix else ""
    return ScannedText(BLANKS_AROUND.sub("", plain[len(aim) :]), aim)


def _is_kept(character: str) -> bool:
    return character == GROUP_SEPARATOR or unicodedata.category(character) not in ("Cc", "Cf")
