"""How wide a text is on a printer of fixed columns: a Chinese character takes two, and is never split.

Units: columns, each as wide as half a Chinese character.
"""

import re
import unicodedata

# A line does not begin with what closes nor end with what opens, and a word or number of Latin letters stays whole.
OPENING = "（《【「『“‘〔"
CLOSING = "，。、；：！？）》】」』”’〕…％"
SPACES = " \u3000"
TOKEN = re.compile(rf"[{SPACES}]+|[{OPENING}]*(?:[!-~]+|[^{SPACES}])[{CLOSING}]*")
# A full-width space is meant: it sets two sentences of a footer apart.
BLANKS = re.compile(r"[^\S\u3000]+")
# They choose between the looks of the character before them and are never seen themselves.
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def character_columns(character: str) -> int:
    """2 for a Chinese or full-width character, 0 for a mark set on the one before it, else 1.

    What Unicode calls ambiguous (· … × ①) counts as wide: Chinese fonts and printers draw it as wide as a Chinese
    character.

    Source: Unicode Standard Annex #11, East Asian Width.
    """
    if " " <= character <= "~":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def text_columns(text: str) -> int:
    """The columns a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(character_columns, text))


def one_line(text: str) -> str:
    """The text as it can stand in a line: composed, single spaces, nothing invisible, ¥ as the ￥ printers know."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    composed = unicodedata.normalize("NFC", BLANKS.sub(" ", text)).replace("¥", "￥")
    seen = "".join(character for character in composed if not _is_invisible(character))
    return BLANKS.sub(" ", seen).strip()


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; at least one line, an empty one for an empty text.

    Raises:
        ValueError: fewer than two columns, where no Chinese character has room.
    """
    if columns < 2:
        raise ValueError(columns)
    lines, line, room = [], "", columns
    for token in _tokens(text, columns):
        taken = text_columns(token)
        if taken > room:
            lines.append(line)
            line, room, token = "", columns, token.lstrip(SPACES)
            taken = text_columns(token)
        line, room = line + token, room - taken
    shown = [kept for kept in (line.rstrip(SPACES) for line in [*lines, line]) if kept]
    return shown or [""]


def pad_right(text: str, columns: int) -> str:
    """The text at the left of so many columns."""
    return text + " " * (columns - text_columns(text))


def _is_invisible(character: str) -> bool:
    """Control and format characters, and what only chooses a look."""
    return unicodedata.category(character) in ("Cc", "Cf") or VARIATION_SELECTORS.match(character) is not None


def _tokens(text: str, columns: int) -> list[str]:
    """What stays together when a text is wrapped, cut only where it is wider than a whole line."""
    if text_columns(text) <= columns:
        return [text]
    return [part for token in TOKEN.findall(text) for part in _cut(token, columns)]


def _cut(token: str, columns: int) -> list[str]:
    parts, room = [""], columns
    for character in token:
        taken = character_columns(character)
        if taken > room:
            parts.append("")
            room = columns
        parts[-1] += character
        room -= taken
    return parts
