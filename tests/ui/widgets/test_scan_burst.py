"""The decisions on their own, without a window."""

from collections.abc import Iterable

import pytest

from jxc_desktop.ui.widgets.scan_burst import (
    LONG_AGO,
    Burst,
    Decision,
    Fate,
    Key,
    KeyKind,
    Moment,
    ScanSettings,
    proposed_gap_ms,
)

START = 5000
ENTER_PLACE = 36


def character(text: str, at: int, *, is_repeat: bool = False, in_number: bool = False) -> Key:
    return Key(KeyKind.CHARACTER, text, ord(text), Moment(at, at), is_repeat, in_number)


def enter(at: int, *, is_repeat: bool = False) -> Key:
    return Key(KeyKind.END, "\r", ENTER_PLACE, Moment(at, at), is_repeat)


def shift(at: int) -> Key:
    return Key(KeyKind.MODIFIER, "", 50, Moment(at, at))


def arrow(at: int) -> Key:
    return Key(KeyKind.OTHER, "", 116, Moment(at, at))


def press_all(burst: Burst, text: str, times: Iterable[int], *, in_number: bool = False) -> list[Decision]:
    return [burst.press(character(one, at, in_number=in_number)) for one, at in zip(text, times, strict=True)]


def scan(burst: Burst, code: str, gap: int, *, in_number: bool = False) -> Decision:
    press_all(burst, code, range(START, START + len(code) * gap, gap), in_number=in_number)
    return burst.press(enter(START + len(code) * gap))


@pytest.fixture
def burst() -> Burst:
    return Burst(ScanSettings())


@pytest.fixture
def burst_without_enter() -> Burst:
    return Burst(ScanSettings(ends_without_enter=True))


def test_the_first_key_waits(burst: Burst) -> None:
    assert burst.press(character("6", START)) == Decision(Fate.HOLD, waits=True)


def test_keys_at_most_50_ms_apart_and_enter_are_a_code(burst: Burst) -> None:
    assert scan(burst, "6901", 50) == Decision(Fate.EAT, code="6901")


def test_one_pause_of_51_ms_and_the_keys_before_it_are_a_persons(burst: Burst) -> None:
    press_all(burst, "69", (START, START + 10))
    assert burst.press(character("0", START + 61)) == Decision(Fate.HOLD, gives_back=True, waits=True)


def test_enter_after_51_ms_ends_no_code(burst: Burst) -> None:
    press_all(burst, "6901", range(START, START + 4))
    assert burst.press(enter(START + 3 + 51)) == Decision(Fate.PASS, gives_back=True)


def test_three_characters_are_too_short_for_a_code(burst: Burst) -> None:
    assert scan(burst, "690", 1) == Decision(Fate.PASS, gives_back=True)


def test_five_digits_in_a_number_field_are_a_number(burst: Burst) -> None:
    assert scan(burst, "12345", 1, in_number=True) == Decision(Fate.PASS, gives_back=True)


def test_six_digits_in_a_number_field_are_a_code(burst: Burst) -> None:
    assert scan(burst, "123456", 1, in_number=True).code == "123456"


def test_letters_alone_are_no_code(burst: Burst) -> None:
    assert scan(burst, "nongfu", 1) == Decision(Fate.PASS, gives_back=True)


@pytest.mark.parametrize("later", [0, 50])
def test_a_second_enter_right_after_a_code_belongs_to_it(burst: Burst, later: int) -> None:
    scan(burst, "6901", 1)
    assert burst.press(enter(START + 4 + later)) == Decision(Fate.EAT)


def test_an_enter_51_ms_after_a_code_is_a_persons(burst: Burst) -> None:
    scan(burst, "6901", 1)
    assert burst.press(enter(START + 4 + 51)) == Decision(Fate.PASS)


def test_the_enter_of_a_code_comes_up_unseen(burst: Burst) -> None:
    scan(burst, "6901", 1)
    assert burst.release(ENTER_PLACE, is_repeat=False) is Fate.EAT
    assert burst.release(ENTER_PLACE, is_repeat=False) is Fate.PASS


def test_a_digit_that_comes_up_after_the_enter_is_eaten_too(burst: Burst) -> None:
    scan(burst, "6901", 1)
    assert burst.release(ord("1"), is_repeat=False) is Fate.EAT


def test_a_release_waits_behind_its_press(burst: Burst) -> None:
    burst.press(character("6", START))
    assert burst.release(ord("6"), is_repeat=False) is Fate.HOLD


def test_a_release_after_its_press_was_given_back_passes(burst: Burst) -> None:
    burst.press(character("6", START))
    burst.pause()
    assert burst.release(ord("6"), is_repeat=False) is Fate.PASS


def test_a_held_down_enter_goes_on_being_eaten_after_a_code(burst: Burst) -> None:
    scan(burst, "6901", 1)
    assert burst.press(enter(START + 700, is_repeat=True)) == Decision(Fate.EAT)


def test_a_held_down_key_of_a_person_passes(burst: Burst) -> None:
    burst.press(character("0", START))
    burst.pause()
    assert burst.press(character("0", START + 300, is_repeat=True)) == Decision(Fate.PASS)


@pytest.mark.parametrize(("gap", "fate"), [(15, Fate.HOLD), (16, Fate.PASS)])
def test_a_repeat_within_15_ms_is_a_doubled_digit(burst: Burst, gap: int, fate: Fate) -> None:
    burst.press(character("0", START))
    assert burst.press(character("0", START + gap, is_repeat=True)).fate is fate


def test_shift_inside_a_burst_does_not_break_it(burst: Burst) -> None:
    press_all(burst, "ab1", (START, START + 1, START + 2))
    assert burst.press(shift(START + 40)) == Decision(Fate.PASS, waits=True)
    burst.press(character("C", START + 80))
    assert burst.press(enter(START + 81)).code == "ab1C"


def test_an_arrow_comes_after_the_keys_before_it(burst: Burst) -> None:
    press_all(burst, "69", (START, START + 1))
    assert burst.press(arrow(START + 2)) == Decision(Fate.PASS, gives_back=True)


def test_without_enter_a_pause_ends_a_code_of_six(burst_without_enter: Burst) -> None:
    press_all(burst_without_enter, "690112", range(START, START + 6))
    assert burst_without_enter.pause().code == "690112"


def test_without_enter_five_characters_are_typed(burst_without_enter: Burst) -> None:
    press_all(burst_without_enter, "69011", range(START, START + 5))
    assert burst_without_enter.pause() == Decision(Fate.PASS, gives_back=True)


def test_without_enter_the_next_code_ends_the_one_before(burst_without_enter: Burst) -> None:
    press_all(burst_without_enter, "690112", range(START, START + 6))
    assert burst_without_enter.press(character("7", START + 100)) == Decision(Fate.HOLD, code="690112", waits=True)


def test_with_enter_a_pause_makes_no_code(burst: Burst) -> None:
    press_all(burst, "690112", range(START, START + 6))
    assert burst.pause() == Decision(Fate.PASS, gives_back=True)


def test_the_largest_pause_of_a_code_is_known(burst: Burst) -> None:
    press_all(burst, "6901", (START, START + 5, START + 28, START + 30))
    burst.press(enter(START + 33))
    assert burst.scanned_gap_ms == 23


@pytest.mark.parametrize(("measured", "proposed"), [(2, 30), (20, 40), (49, 98), (80, 100)])
def test_the_gap_proposed_is_twice_the_pause_within_30_and_100(measured: int, proposed: int) -> None:
    assert proposed_gap_ms(measured) == proposed


@pytest.mark.parametrize("gap", [29, 101])
def test_a_gap_that_would_lose_scans_or_delay_typing_is_refused(gap: int) -> None:
    with pytest.raises(ValueError, match=str(gap)):
        ScanSettings(gap_ms=gap)


def test_the_window_systems_clock_may_start_again(burst: Burst) -> None:
    press_all(burst, "6901", (2**32 - 2, 2**32 - 1, 1, 2))
    assert burst.press(enter(3)).code == "6901"


def test_without_a_stamp_our_own_clock_counts() -> None:
    assert Moment(0, 900).since(Moment(77, 880)) == 20
    assert Moment(0, 0).since(LONG_AGO) > 1_000_000


@pytest.mark.parametrize(("kind", "text"), [(KeyKind.CONTROL, "\x1d"), (KeyKind.END, "\n")])
def test_a_control_character_is_taken_from_shortcuts_only_inside_a_burst(
    burst: Burst, kind: KeyKind, text: str
) -> None:
    key = Key(kind, text, 35, Moment(START, START))
    assert not burst.claims(key)
    burst.press(character("6", START))
    assert burst.claims(key)


def test_a_second_enter_is_taken_from_shortcuts_too(burst: Burst) -> None:
    scan(burst, "6901", 1)
    assert burst.claims(enter(START + 5))
    assert not burst.claims(enter(START + 500))


def test_a_printable_key_is_always_taken_from_shortcuts(burst: Burst) -> None:
    assert burst.claims(character("7", START))


@pytest.mark.parametrize(
    ("prefix", "suffix", "sent", "code"),
    [
        ("", "", "6901234567892", "6901234567892"),
        ("A#", "", "A#6901234567892", "6901234567892"),
        ("A#", "]", "A#6901234567892]", "6901234567892"),
        ("A#", "", "6901234567892", "6901234567892"),
        ("12", "34", "1234", "1234"),
    ],
)
def test_what_the_scanner_puts_around_a_code_is_taken_off(prefix: str, suffix: str, sent: str, code: str) -> None:
    assert ScanSettings(prefix=prefix, suffix=suffix).bare(sent) == code
