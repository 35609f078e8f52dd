"""Plays the counter's sounds, on whatever this computer has to play them on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.ports.sound import Sound, SoundKind

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

# The system has one beep only. If a good scan beeped too, nobody could hear a bad one.
_BEEPS = (SoundKind.WARN, SoundKind.BAD)


class Beeper(Sound):
    """The system's beep for what needs a look; silent where the system is."""

    @override
    def play(self, kind: SoundKind) -> None:
        """Beep if something needs a look; what went well stays silent."""
        if kind in _BEEPS:
            QApplication.beep()


class Player(Sound):
    """The four sound files, loaded once and started without waiting.

    Units: volume in percent.
    """

    def __init__(self, effects: "dict[SoundKind, QSoundEffect]", volume: int) -> None:
        self._effects = effects
        for effect in effects.values():
            effect.setVolume(volume / 100)

    @override
    def play(self, kind: SoundKind) -> None:
        """Start the sound of that kind."""
        self._effects[kind].play()


class Silence(Sound):
    """A shop that wants no sounds."""

    @override
    def play(self, kind: SoundKind) -> None:
        """Do nothing."""


def sound_for(parent: QObject, volume: int) -> Sound:
    """What can be heard here: the sound files, else the system's beep; nothing at volume 0.

    Asking takes a moment where there is multimedia: ask after the window is painted, not at the first scan.

    Units: volume in percent.
    """
    if volume == 0:
        return Silence()
    effects = _effects(parent)
    return Player(effects, volume) if effects else Beeper()


def _effects(parent: QObject) -> "dict[SoundKind, QSoundEffect]":
    """The loaded sound files; none without multimedia or without anything to hear it on."""
    # Not part of PySide6-Essentials, and on Linux it needs a sound library that may be missing.
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:
        return {}
    if not QMediaDevices.audioOutputs():
        return {}
    effects = {kind: QSoundEffect(parent) for kind in SoundKind}
    for kind, effect in effects.items():
        effect.setSource(QUrl.fromLocalFile(str(resource_path("sounds", f"{kind}.wav"))))
    return effects
