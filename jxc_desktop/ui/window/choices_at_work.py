"""What this PC has chosen, put to work at once: the look, the scanner, the sounds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from jxc_desktop.services.ports.sound import Sound, SoundKind
from jxc_desktop.ui.look.apply import apply_look
from jxc_desktop.ui.look.current import LARGE, STANDARD, look
from jxc_desktop.ui.widgets.pc_choices import (
    SCAN_END,
    SCAN_GAP,
    SCAN_PREFIX,
    SCAN_SUFFIX,
    SOUNDS,
    TEXT_SIZE,
    THEME,
    VOLUME,
    PcChoice,
    PcChoices,
)

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.scan_burst import ScanSettings
    from jxc_desktop.ui.widgets.scan_filter import ScanFilter

LARGE_SCREEN = (1900, 1000)


class LookAtWork(QObject):
    """Dresses the program as this PC has chosen, now and whenever it chooses otherwise.

    Signals:
        resized: the writing has another size, so everything must be laid out anew.
    """

    resized = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._pc: PcChoices | None = None
        self._scheme = application.styleHints().colorScheme()
        application.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def obey(self, pc: PcChoices) -> None:
        """These are the choices from now on."""
        self._pc = pc
        pc.changed.connect(self._on_changed)
        self._dress()

    def _on_changed(self, choice: PcChoice) -> None:
        if choice in (THEME, TEXT_SIZE):
            self._dress()

    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._dress()

    def _dress(self) -> None:
        """Only where it would change anything: dressing takes its time."""
        if self._pc is None:
            return
        dark, base, worn = is_dark(self._scheme, self._pc), text_size(self._application, self._pc), look()
        if self._application.property("dressed") and (worn.is_dark, worn.base) == (dark, base):
            return
        apply_look(self._application, dark, base)
        if worn.base != base:
            self.resized.emit()


def dress(application: QApplication, pc: PcChoices) -> LookAtWork:
    """Dress the program as this PC has chosen; there is one that does so, however often it is asked."""
    at_work = application.findChild(LookAtWork) or LookAtWork(application)
    at_work.obey(pc)
    return at_work


def is_dark(scheme: Qt.ColorScheme, pc: PcChoices) -> bool:
    """Light or dark as this PC has chosen, else as the system is."""
    chosen = pc.read(THEME)
    if chosen == "system":
        return scheme is Qt.ColorScheme.Dark
    return chosen == "dark"


def text_size(application: QApplication, pc: PcChoices) -> int:
    """The size of body text: the chosen one, else what suits the screen.

    Units: pixels.
    """
    chosen, size = pc.read(TEXT_SIZE), application.primaryScreen().size()
    if chosen:
        return int(chosen)
    return LARGE if size.width() >= LARGE_SCREEN[0] and size.height() >= LARGE_SCREEN[1] else STANDARD


def scan_settings(pc: PcChoices) -> "ScanSettings":
    """How the scanner at this PC types."""
    from jxc_desktop.ui.widgets.scan_burst import ScanSettings

    return ScanSettings(
        gap_ms=int(pc.read(SCAN_GAP)),
        ends_without_enter=pc.read(SCAN_END) == "pause",
        prefix=pc.read(SCAN_PREFIX),
        suffix=pc.read(SCAN_SUFFIX),
    )


def follow_scanner(scans: "ScanFilter", pc: PcChoices) -> None:
    """The filter goes by what was chosen, from the next key on."""

    def follow(choice: PcChoice) -> None:
        if choice in (SCAN_GAP, SCAN_END, SCAN_PREFIX, SCAN_SUFFIX):
            scans.settings = scan_settings(pc)

    scans.settings = scan_settings(pc)
    pc.changed.connect(follow)


class ChosenSound(Sound):
    """Sounds as loud as was chosen, from the next one on.

    Units: volume in percent.
    """

    def __init__(self, pc: PcChoices, sound_for: Callable[[int], Sound]) -> None:
        """`sound_for` makes the sounds of a volume."""
        self._pc, self._sound_for = pc, sound_for
        self._sound = sound_for(_volume(pc))
        pc.changed.connect(self._on_changed)

    @override
    def play(self, kind: SoundKind) -> None:
        """Play it as loud as it is now."""
        self._sound.play(kind)

    def _on_changed(self, choice: PcChoice) -> None:
        if choice in (SOUNDS, VOLUME):
            self._sound = self._sound_for(_volume(self._pc))


def _volume(pc: PcChoices) -> int:
    return int(pc.read(VOLUME)) if pc.read(SOUNDS) == "yes" else 0
