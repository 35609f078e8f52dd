"""The keys that are shown on a part of the window: whoever shows keys can be asked for them."""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from jxc_desktop.ui.widgets.key_cap import KeyHint


@runtime_checkable
class ShowsKeys(Protocol):
    """A widget that shows keys with what they do."""

    def key_hints(self) -> tuple[KeyHint, ...]:
        """The keys, and what each does."""


def shown_keys(parts: Iterable[QWidget]) -> list[KeyHint]:
    """What the keys do in these parts and all that is visible in them, each once, in the order they were made."""
    found: dict[KeyHint, None] = {}
    for part in parts:
        for widget in (part, *part.findChildren(QWidget)):
            if isinstance(widget, ShowsKeys) and (widget is part or widget.isVisibleTo(part)):
                found.update(dict.fromkeys(hint for hint in widget.key_hints() if hint.key and hint.word))
    return list(found)
