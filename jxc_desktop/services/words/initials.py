"""Pinyin initials of a name: 农夫山泉 = nfsq, with the other readings kept for the search."""

import re
from functools import cache, lru_cache
from itertools import product

_MOST_READINGS = 4
_LATIN = re.compile(r"[a-z0-9]")


def initials(name: str) -> str:
    """The initials of a name by each character's usual reading, in lower case; what has none is left out."""
    return "".join(letters[0] for letters in _readings(name))


def search_initials(name: str) -> str:
    """The initials by every usual reading of a name, up to four, with blanks between (重庆: zq cq)."""
    letters = _readings(name)
    mixed = [options for options in letters if len(options) > 1]
    if not mixed:
        return "".join(options[0] for options in letters)
    ways = ["".join(way) for _, way in zip(range(_MOST_READINGS), product(*letters), strict=False)]
    return " ".join(ways)


def _readings(name: str) -> list[str]:
    return [letters for letters in map(_letters, name.lower()) if letters]


@cache
def _letters(character: str) -> str:
    """The different initials of one character's two most usual readings; "" where it has none."""
    if _LATIN.match(character):
        return character
    readings = _dictionary().get(str(ord(character)), "")
    firsts = [_plain(reading) for reading in readings.split(",")[:2] if reading]
    return "".join(dict.fromkeys(first for first in firsts if first))


def _plain(reading: str) -> str:
    """The first letter without its tone mark."""
    import unicodedata

    letter = unicodedata.normalize("NFD", reading)[0]
    return letter if letter.isascii() else ""


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, str]:
    """The number of a character → its readings, the most usual first; read at the first name."""
    import json
    from importlib.util import find_spec
    from pathlib import Path

    # The table alone: the package round it brings 50 MB of phrases, which names of goods do without.
    package = find_spec("pypinyin")
    assert package is not None
    assert package.submodule_search_locations is not None
    table = Path(package.submodule_search_locations[0], "pinyin_dict.json")
    readings: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return readings
