"""The four sounds, measured."""

import importlib.util
import struct
import wave
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.ports.sound import SoundKind


def read(path: Path) -> tuple[int, tuple[int, ...]]:
    """Samples in a second, and the samples."""
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        count = file.getnframes()
        return file.getframerate(), struct.unpack(f"<{count}h", file.readframes(count))


def pitch(rate: int, samples: tuple[int, ...]) -> float:
    """Hertz, from how often the wave crosses zero upwards."""
    crossings = sum(1 for before, after in pairwise(samples) if before < 0 <= after)
    return crossings * rate / len(samples)


def tones(rate: int, samples: tuple[int, ...]) -> int:
    """How many stretches of sound there are, parted by 10 ms of silence or more."""
    silence = b"\x00" * (rate // 100)
    loud = bytes(1 if abs(sample) > 200 or abs(before) > 200 else 0 for before, sample in pairwise(samples))
    return len([stretch for stretch in loud.split(silence) if stretch.strip(b"\x00")])


@pytest.mark.parametrize("kind", SoundKind)
def test_a_sound_lasts_60_to_140_ms(kind: SoundKind) -> None:
    rate, samples = read(resource_path("sounds", f"{kind}.wav"))
    assert 60 <= len(samples) * 1000 / rate <= 140


@pytest.mark.parametrize(("kind", "count"), [("good", 1), ("warn", 2), ("bad", 2), ("done", 1)])
def test_what_needs_a_look_sounds_twice(kind: str, count: int) -> None:
    assert tones(*read(resource_path("sounds", f"{kind}.wav"))) == count


def test_good_is_high_warn_is_in_the_middle_and_bad_is_low() -> None:
    good, warn, bad = (pitch(*read(resource_path("sounds", f"{kind}.wav"))) for kind in ("good", "warn", "bad"))
    assert good > 1.5 * warn
    assert warn > 1.5 * bad


def test_done_falls() -> None:
    rate, samples = read(resource_path("sounds", "done.wav"))
    quarter = len(samples) // 4
    assert pitch(rate, samples[:quarter]) > 1.5 * pitch(rate, samples[-quarter:])


@pytest.mark.parametrize("kind", SoundKind)
def test_the_files_are_what_the_script_makes(kind: SoundKind, tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("make_sounds", resource_path("sounds", "make_sounds.py"))
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    write_sound: Callable[..., None] = script.write_sound
    write_sound(tmp_path / "made.wav", script.SOUNDS[kind.value])
    assert read(tmp_path / "made.wav") == read(resource_path("sounds", f"{kind}.wav"))
