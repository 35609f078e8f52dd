"""The one style sheet, filled with the colours and sizes of a look."""

import re
from functools import lru_cache

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.current import Look
from jxc_desktop.ui.look.tokens import TOKENS
from jxc_desktop.ui.look.type_scale import height

# {accent} a colour, {9} a size, {h34-2} the height of a control less its edges, {look} the folder of the drawings.
PLACE = re.compile(r"\{(?P<word>[a-z][a-z0-9-]*?)?(?P<size>\d+)?(?:-(?P<less>\d+))?\}")


def style_sheet(worn: Look) -> str:
    """The rules of the style sheet for this look.

    Raises:
        KeyError: the sheet names a colour there is not.
    """
    known = _words(worn)
    return PLACE.sub(lambda found: known.get(found[0][1:-1]) or _size(worn, found), _sheet())


def _size(worn: Look, found: re.Match[str]) -> str:
    if found["size"] is None or found["word"] not in (None, "h"):
        raise KeyError(found[0])
    size = int(found["size"])
    pixels = height(size) if found["word"] else worn.px(size)
    return f"{pixels - int(found['less'] or 0)}px"


def _words(worn: Look) -> dict[str, str]:
    column = 1 if worn.is_dark else 0
    words = {name.replace("_", "-"): pair[column] for name, pair in TOKENS.items()}
    words["tone"] = "dark" if worn.is_dark else "light"
    words["look"] = resource_path("look").as_posix()
    return words


@lru_cache(maxsize=1)
def _sheet() -> str:
    return resource_path("style", "window.qss").read_text(encoding="utf-8")
