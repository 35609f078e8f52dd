"""What every page of the window is, and what it is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from jxc_desktop.services.changes import Change
from jxc_desktop.services.ports.sound import Sound
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.pc_choices import PcChoices

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.key_cap import KeyHint


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page works with.

    Attributes:
        shop: the services. background: the worker for what is long. sound: the scanner's sounds.
        show_page: bring a page to the front by its key; the second argument is what to open on it, such as a
            document's key, None for nothing.
        pc: what this PC has chosen. scan_gap_ms: the longest pause between two keys of the last scan.
        receipt_picture: a receipt's PDF as a picture.
    """

    shop: Shop
    background: Background
    sound: Sound
    show_page: Callable[[str, object], None]
    pc: PcChoices = field(default_factory=PcChoices)
    scan_gap_ms: Callable[[], int] = lambda: 0
    receipt_picture: Callable[[bytes], QImage] = lambda _document: QImage()


@runtime_checkable
class Exporting(Protocol):
    """A page whose list can be written to a file."""

    def export(self) -> None:
        """Ask where to, and write what is seen."""


class Page(QWidget):
    """One page of a tab.

    Subclasses set `key`, `icon` and `stale_on`, and override what they need. A page is built when it is first shown.

    Attributes:
        key: its name in code, such as ``sales.checkout``. icon: the icon in the page list.
        stale_on: changes that make its figures old.
        foot: what the window shows over its whole width below the page, such as the F-keys of the counter.

    Signals:
        item_shown: the key of what fills the page now, such as a document; None: its list again.
        help_asked: what F1 shows, by a click.
    """

    item_shown = Signal(object)
    help_asked = Signal()

    key = ""
    icon = ""
    stale_on: frozenset[Change] = frozenset()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.foot: QWidget | None = None

    def title(self) -> str:
        """The word in the page list and over the page."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the figures again: called when it comes to the front with old ones, and on F5."""

    def take_scan(self, code: str) -> None:
        """A burst from the scanner, wherever the focus was."""

    def open_item(self, item: object) -> None:
        """Show one thing, such as the document with this key."""

    def focus_first(self) -> None:
        """Put the focus where work begins: the scan field, the search, the table."""
        self.setFocus()

    def keys(self) -> "list[KeyHint]":
        """What its keys do as it stands, taken from the parts that show them."""
        from jxc_desktop.ui.widgets.shown_keys import shown_keys

        return shown_keys([self] if self.foot is None else [self.foot, self])

    def may_leave(self) -> bool:
        """Whether typed work is safe when the window closes; a page that says no says why in its line."""
        return True
