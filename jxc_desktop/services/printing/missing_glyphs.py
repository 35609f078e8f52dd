"""What the boxes on paper stand for: characters that the font does not have, named by their numbers."""

from collections.abc import Iterable

from jxc_desktop.models.values.text_width import character_columns
from jxc_desktop.services.printing.fonts import has_glyph
from jxc_desktop.services.words import _

MOST_NAMED = 12


def missing_in(texts: Iterable[str]) -> set[str]:
    """The characters of the texts that are printed as boxes."""
    characters = set().union(*(text for text in texts if not text.isascii()))
    return {character for character in characters if character_columns(character) and not has_glyph(character)}


def missing_words(missing: Iterable[str]) -> str:
    """Their numbers, by which anybody can look them up; no words where there are none."""
    named = [f"U+{ord(character):04X}" for character in sorted(missing)]
    if not named:
        return ""
    shown = named[:MOST_NAMED] + (["…"] if len(named) > MOST_NAMED else [])
    return _("□ 是打不出来的字：{characters}").format(characters=" ".join(shown))
