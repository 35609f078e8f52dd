"""A gettext catalogue read as its translator left it: nothing is compiled, so nothing can be out of date."""

import json
import re
from pathlib import Path

# One text: the source, then the translation, each in one quoted line or several. Lines of `#~` are texts of the past.
_ENTRY = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', re.MULTILINE)


def read_catalogue(path: Path) -> dict[str, str]:
    """Source → translation of every text that has one; nothing where there is no such file."""
    if not path.is_file():
        return {}
    entries = _ENTRY.findall(f"{path.read_text(encoding='utf-8')}\n")
    texts = ((_joined(source), _joined(translation)) for source, translation in entries)
    return {source: translation for source, translation in texts if source and translation}


def _joined(quoted: str) -> str:
    """The text of one or more quoted lines; a catalogue escapes as JSON does."""
    return "".join(json.loads(line) for line in quoted.splitlines())
