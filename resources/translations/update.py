"""Bring every catalogue up to date with the texts of the program: new ones wait for words, gone ones are dropped.

What waits is listed. The program reads the catalogues as they are; there is nothing to compile.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
PROGRAM = HERE.parent.parent / "jxc_desktop"


def program_texts() -> Catalog:
    """Every text handed to ``_( )``, with the files it stands in."""
    texts = Catalog(domain="jxc", fuzzy=False)
    found = extract_from_dir(PROGRAM, [("**.py", "python")], keywords={"_": None})
    for name, _line, text, _comments, _context in sorted(found, key=lambda one: one[:2]):
        texts.add(text, locations=[(f"jxc_desktop/{Path(name).as_posix()}", 0)])
    return texts


def bring_up_to_date(path: Path, texts: Catalog) -> list[str]:
    """Write the catalogue anew; the texts that wait for words."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    texts.creation_date = catalogue.creation_date
    catalogue.update(texts, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    with path.open("wb") as file:
        # Without line numbers: a text that only moves is no change.
        write_po(file, catalogue, width=110, ignore_obsolete=True, include_lineno=False, sort_by_file=True)
    return [str(text.id) for text in catalogue if text.id and not text.string]


def main() -> int:
    """1 where a text waits for words."""
    texts = program_texts()
    waiting = {path: bring_up_to_date(path, texts) for path in sorted(HERE.glob("*/LC_MESSAGES/jxc.po"))}
    for path, without_words in waiting.items():
        for text in without_words:
            sys.stderr.write(f"{path.relative_to(HERE)}: {text}\n")
    return int(any(waiting.values()))


if __name__ == "__main__":
    sys.exit(main())
