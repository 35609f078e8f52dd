"""Meanings and their colours."""

from collections.abc import Callable

import pytest

from jxc_desktop.ui.look.tones import Tone, ground, ink


@pytest.mark.parametrize("tone", [Tone.ACCENT, Tone.SUCCESS, Tone.WARNING, Tone.DANGER])
def test_a_meaning_has_its_own_ink_and_ground_in_both_palettes(dress: Callable[..., None], tone: Tone) -> None:
    dress(dark=False)
    light = ink(tone).name(), ground(tone).name()

    dress(dark=True)

    assert light[0] != light[1]
    assert (ink(tone).name(), ground(tone).name()) != light


def test_quiet_words_stand_on_the_neutral_ground(dress: Callable[..., None]) -> None:
    dress()

    assert ink(Tone.MUTED).name().upper() == "#59616D"
    assert ground(Tone.MUTED).name().upper() == "#E9EBEF"
