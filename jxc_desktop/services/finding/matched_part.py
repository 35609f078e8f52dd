"""Which characters of a name are the ones that were typed."""

import re

# What has a letter among the initials: Chinese characters by their reading, Latin letters and digits as themselves.
_HAS_INITIAL = re.compile(r"[一-鿿a-z0-9]")
NOTHING = (0, 0)


def matched_part(name: str, initials: str, text: str) -> tuple[int, int]:
    """Where the part that was typed begins and ends in the name; (0, 0) where it is not part of it.

    Initials are told apart by counting: one letter for each character that has one. Initials the shop wrote itself
    may be others; then nothing is told.
    """
    wanted = text.strip().lower()
    if not wanted:
        return NOTHING
    literal = name.lower().find(wanted)
    if literal >= 0:
        return literal, literal + len(wanted)
    places = [place for place, character in enumerate(name.lower()) if _HAS_INITIAL.match(character)]
    for way in initials.lower().split():
        begin = way.find(wanted)
        if begin >= 0 and len(way) == len(places):
            return places[begin], places[begin + len(wanted) - 1] + 1
    return NOTHING
