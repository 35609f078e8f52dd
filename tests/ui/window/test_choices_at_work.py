"""What this PC has chosen is seen, heard and felt at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from jxc_desktop.services.ports.sound import Sound, SoundKind
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.pc_choices import (
    SCAN_END,
    SCAN_GAP,
    SCAN_PREFIX,
    SOUNDS,
    TEXT_SIZE,
    THEME,
    VOLUME,
    PcChoices,
)
from jxc_desktop.ui.window.choices_at_work import ChosenSound, scan_settings
from jxc_desktop.ui.window.choices_at_work import dress as dress_program
from tests.robots.whole_window import COLA, WholeWindow


def test_dark_and_large_at_once(qapp: QApplication, dress: Callable[..., None]) -> None:
    dress()
    pc, resized = PcChoices(), list[bool]()
    dress_program(qapp, pc).resized.connect(lambda: resized.append(True))
    pc.change(THEME, "dark")
    assert (look().is_dark, resized) == (True, [])
    pc.change(TEXT_SIZE, "18")
    assert (look().base, resized) == (18, [True])
    pc.change(THEME, "light")
    pc.change(TEXT_SIZE, "14")
    assert (look().is_dark, look().base) == (False, 14)


def test_the_scanner_is_heard_as_was_chosen() -> None:
    pc = PcChoices()
    for choice, value in ((SCAN_GAP, "90"), (SCAN_END, "pause"), (SCAN_PREFIX, "A#")):
        pc.change(choice, value)
    settings = scan_settings(pc)
    assert (settings.gap_ms, settings.ends_without_enter, settings.bare("A#6901234567892")) == (
        90,
        True,
        "6901234567892",
    )


class Volume(Sound):
    """Remembers how loud it was made."""

    def __init__(self, volume: int, played: list[int]) -> None:
        self._volume, self._played = volume, played

    @override
    def play(self, kind: SoundKind) -> None:
        self._played.append(self._volume)


def test_sounds_are_as_loud_as_was_chosen_from_the_next_one_on() -> None:
    played: list[int] = []
    pc = PcChoices()
    heard = ChosenSound(pc, lambda volume: Volume(volume, played))
    heard.play(SoundKind.GOOD)
    pc.change(VOLUME, "100")
    heard.play(SoundKind.GOOD)
    pc.change(SOUNDS, "no")
    heard.play(SoundKind.GOOD)
    assert played == [60, 100, 0]


def test_the_whole_window_grows_with_its_writing_and_stays_on_its_page(window: WholeWindow) -> None:
    window.show("settings.look")
    before = window.window.tab_line.height()
    window.program._pc.choices.change(TEXT_SIZE, "18")
    window.wait(lambda: window.window.tab_line.height() > before)
    assert window.page.key == "settings.look"
    window.program._pc.choices.change(TEXT_SIZE, "14")
    window.wait(lambda: window.window.tab_line.height() == before)


def test_what_the_scanner_sends_before_each_code_is_taken_off(window: WholeWindow) -> None:
    window.show("sales.checkout")
    window.program._pc.choices.change(SCAN_PREFIX, "9#")
    window.scan(f"9#{COLA}")
    window.settle()
    assert window.page.key == "sales.checkout"
    window.wait(lambda: bool(window.shop.carts.unfinished()))
    assert "可口可乐" in window.shop.carts.unfinished()[0].content
