"""What this PC has chosen for itself, whatever the shop: its look, its scanner, its sounds, its printer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Signal


@dataclass(frozen=True, slots=True)
class PcChoice:
    """One choice of this PC.

    Attributes:
        key: its name where it is kept; first: what it is until somebody changes it; options: what it may be.
        takes: whether a text may be chosen, where there are no options.
    """

    key: str
    first: str
    options: tuple[str, ...] = ()
    takes: Callable[[str], bool] = lambda _text: True


def _is_gap(text: str) -> bool:
    return text.isdecimal() and 30 <= int(text) <= 100


def _is_affix(text: str) -> bool:
    return len(text) <= 8 and (not text or text.isprintable())


# "": as large as suits the screen.
TEXT_SIZE = PcChoice("text_size", "", ("", "14", "16", "18"))
THEME = PcChoice("theme", "system", ("system", "light", "dark"))
SOUNDS = PcChoice("sounds", "yes", ("yes", "no"))
VOLUME = PcChoice("volume", "60", ("20", "40", "60", "80", "100"))
SCAN_GAP = PcChoice("scan_gap_ms", "50", takes=_is_gap)
SCAN_END = PcChoice("scan_end", "enter", ("enter", "pause"))
SCAN_PREFIX = PcChoice("scan_prefix", "", takes=_is_affix)
SCAN_SUFFIX = PcChoice("scan_suffix", "", takes=_is_affix)
# After how many minutes without a key or the mouse the screen locks; "": it does not.
LOCK_AFTER = PcChoice("lock_after_min", "", ("", "5", "10", "30"))
# "": PDF files in a folder.
PRINTER = PcChoice("printer", "")


class PcChoices(QObject):
    """Reads and changes them; what is not written down is what it is at first.

    Signals:
        changed: the choice that is another one now. printer_wanted: somebody wants to choose a printer, or try one.
    """

    changed = Signal(object)
    printer_wanted = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        """Without settings they last as long as this."""
        super().__init__(parent)
        self._settings = settings
        self._told: dict[str, str] = {}

    def read(self, choice: PcChoice) -> str:
        """What was chosen; a file written by hand is not trusted."""
        value = self._told.get(choice.key) if self._settings is None else self._settings.value(choice.key)
        return value if isinstance(value, str) and _is_possible(choice, value) else choice.first

    def change(self, choice: PcChoice, value: str) -> None:
        """Choose otherwise from now on.

        Raises:
            ValueError: the choice does not offer this.
        """
        if not _is_possible(choice, value):
            raise ValueError(choice.key)
        if value == self.read(choice):
            return
        if self._settings is None:
            self._told[choice.key] = value
        else:
            self._settings.setValue(choice.key, value)
        self.changed.emit(choice)


def _is_possible(choice: PcChoice, value: str) -> bool:
    return value in choice.options if choice.options else choice.takes(value)
