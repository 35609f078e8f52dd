"""Makes the four sounds beside this file; run it again after changing a figure."""

import math
import struct
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

RATE = 22050
LOUDEST = 26000
FADE_MS = 6


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone, or a pause where the loudness is 0.

    Units: hertz at its start and end, milliseconds.
    """

    start_hz: float
    end_hz: float
    length_ms: int
    loudness: float = 1.0


PAUSE = Tone(0, 0, 20, 0.0)
SOUNDS = {
    "good": (Tone(1760, 1760, 70),),
    "warn": (Tone(880, 880, 50), PAUSE, Tone(880, 880, 50)),
    "bad": (Tone(330, 330, 60), PAUSE, Tone(330, 330, 60)),
    "done": (Tone(1320, 660, 140),),
}


def samples(tones: tuple[Tone, ...]) -> list[int]:
    """The tones after one another.

    Shape: one whole number of 16 bits per sample, RATE of them in a second.
    """
    return list(chain.from_iterable(_tone_samples(tone) for tone in tones))


def write_sound(path: Path, tones: tuple[Tone, ...]) -> None:
    """Write the tones as a WAV file of 16 bits, one channel."""
    made = samples(tones)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(made)}h", *made))


def _tone_samples(tone: Tone) -> Iterator[int]:
    count = RATE * tone.length_ms // 1000
    fade = RATE * FADE_MS // 1000
    angle = 0.0
    for index in range(count):
        # Without the fade a tone begins and ends with a click.
        strength = min(1.0, index / fade, (count - 1 - index) / fade) * tone.loudness
        # A little of the octave carries a low tone through the small speaker of a counter PC.
        yield round(LOUDEST * strength * (0.75 * math.sin(angle) + 0.25 * math.sin(2 * angle)))
        angle += 2 * math.pi * (tone.start_hz + (tone.end_hz - tone.start_hz) * index / count) / RATE


if __name__ == "__main__":
    for name, tones in SOUNDS.items():
        write_sound(Path(__file__).with_name(f"{name}.wav"), tones)
