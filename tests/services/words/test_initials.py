"""Pinyin initials."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.services.words.initials import initials, search_initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("农夫山泉", "nfsq"),
        ("可口可乐 500ml", "kkkl500ml"),
        ("XO酱（大）", "xojd"),
        ("", ""),
        ("¥%-·", ""),
        ("安儿乐", "ael"),
    ],
)
def test_each_character_gives_its_first_letter_and_signs_none(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_with_two_readings_is_found_by_both() -> None:
    assert set(search_initials("重庆").split()) == {"zq", "cq"}


def test_a_name_with_one_reading_has_one() -> None:
    assert search_initials("农夫山泉") == "nfsq"


def test_never_more_than_four_readings_are_kept() -> None:
    assert len(search_initials("重重重重重重").split()) == 4


@settings(deadline=None)  # the first example reads the table
@given(st.text(st.sampled_from("农夫山泉重庆乐长 A1-（）é"), max_size=8))
def test_the_usual_reading_is_always_among_those_that_are_searched(name: str) -> None:
    usual = initials(name)
    assert usual == search_initials(name).partition(" ")[0]
    assert usual.isascii()
    assert usual == usual.lower()
