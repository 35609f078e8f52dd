"""Make the two fonts of the window and of paper from the released Noto Sans SC.

What only fine typesetting needs is taken out: kerning, vertical writing, alternate forms. The characters and their
outlines stay as they are, all 30,890 of them: GBK, CJK Extension A, Latin, symbols.

Run it with a Python that has fontTools, which the program itself does not need::

    python make_fonts.py FOLDER

FOLDER is searched for the static fonts of the release, ``*400Regular.ttf`` and ``*700Bold.ttf``.

Source: Noto Sans SC 2.004, static TrueType instances as served by Google Fonts; SIL Open Font License 1.1 (OFL.txt).
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

# Layout, vertical metrics and design axes: neither Qt without kerning nor a PDF reads them.
LEFT_OUT = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx")
WEIGHTS = {"*400Regular.ttf": "NotoSansSC-Regular.ttf", "*700Bold.ttf": "NotoSansSC-Bold.ttf"}


def make_font(released: Path, made: Path) -> None:
    """Write the released font without the tables that are left out; the same input gives the same bytes."""
    font = TTFont(released, recalcTimestamp=False)
    for table in LEFT_OUT:
        if table in font:
            del font[table]
    font.save(made)


def main() -> None:
    """Make both weights beside this file."""
    folder, here = Path(sys.argv[1]), Path(__file__).parent
    for pattern, name in WEIGHTS.items():
        make_font(next(folder.rglob(pattern)), here / name)


if __name__ == "__main__":
    main()
