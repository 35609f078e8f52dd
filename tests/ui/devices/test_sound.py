"""What a counter hears, on a computer with and without something to play sounds on."""

import sys
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.devices.sound import sound_for


class Effect(QObject):
    """A sound that writes down what was done with it."""

    played: list[str]

    def setSource(self, source: object) -> None:
        self.source = source

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def play(self) -> None:
        Effect.played.append(f"{self.source} {self.volume}")


class Outputs:
    """A computer with one loudspeaker, or none."""

    found: list[str]

    @classmethod
    def audioOutputs(cls) -> list[str]:
        return cls.found


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("PySide6.QtMultimedia")
    monkeypatch.setattr(module, "QSoundEffect", Effect, raising=False)
    monkeypatch.setattr(module, "QMediaDevices", Outputs, raising=False)
    monkeypatch.setattr(Outputs, "found", ["loudspeaker"], raising=False)
    monkeypatch.setattr(Effect, "played", [], raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    return module


@pytest.fixture
def no_multimedia(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)


def test_without_multimedia_what_needs_a_look_beeps_and_the_rest_is_silent(
    no_multimedia: None, beeps: list[str], qapp: QApplication
) -> None:
    sound = sound_for(qapp, 80)
    sound.play(SoundKind.GOOD)
    sound.play(SoundKind.DONE)
    assert beeps == []
    sound.play(SoundKind.WARN)
    sound.play(SoundKind.BAD)
    assert beeps == ["beep", "beep"]


def test_without_a_loudspeaker_it_beeps(
    multimedia: ModuleType, monkeypatch: pytest.MonkeyPatch, beeps: list[str], qapp: QApplication
) -> None:
    monkeypatch.setattr(Outputs, "found", [])
    sound_for(qapp, 80).play(SoundKind.BAD)
    assert beeps == ["beep"]


def test_with_multimedia_each_sound_is_its_own_file_at_the_volume_set(
    multimedia: ModuleType, beeps: list[str], qapp: QApplication
) -> None:
    sound = sound_for(qapp, 50)
    for kind in SoundKind:
        sound.play(kind)
    assert [played.rpartition("/")[2] for played in Effect.played] == [
        "good.wav') 0.5",
        "warn.wav') 0.5",
        "bad.wav') 0.5",
        "done.wav') 0.5",
    ]
    assert beeps == []


def test_volume_0_is_silence(no_multimedia: None, beeps: list[str], qapp: QApplication) -> None:
    sound_for(qapp, 0).play(SoundKind.BAD)
    assert beeps == []


def test_a_computer_without_sound_prints_no_warning(
    no_multimedia: None, qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    sound = sound_for(qapp, 100)
    for kind in SoundKind:
        sound.play(kind)
    assert capfd.readouterr() == ("", "")
