"""The program speaks English as completely as Chinese: read from the sources, not from memory."""

import ast
import re
from string import Formatter

import pytest

from jxc_desktop.resource_files import resource_path
from jxc_desktop.services.words.catalogue import read_catalogue
from tests.project_files import parsed
from tests.services.words.chinese_texts import (
    CHINESE,
    NOT_SHOWN,
    calls_of,
    chinese_outside,
    name_of,
    program_calls,
    shown_files,
)

CATALOGUE = resource_path("translations", "en", "LC_MESSAGES", "jxc.po")
ENGLISH = read_catalogue(CATALOGUE)


def placeholders(text: str) -> list[tuple[str, str]]:
    """Name and form of each, in any order."""
    return sorted((name, form or "") for _words, name, form, _how in Formatter().parse(text) if name is not None)


def test_every_text_has_its_english_and_no_other_is_kept() -> None:
    texts = {call.text for call in program_calls() if call.text is not None}
    assert sorted(texts - set(ENGLISH)) == [], "make words lists what waits for its English"
    assert sorted(set(ENGLISH) - texts) == [], "make words drops what the program does not say any more"


def test_nothing_in_the_catalogue_is_a_guess() -> None:
    assert "fuzzy" not in CATALOGUE.read_text(encoding="utf-8")


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    assert {text: english for text, english in ENGLISH.items() if placeholders(text) != placeholders(english)} == {}


def test_english_has_no_chinese_in_it_and_raises_its_voice_at_nobody() -> None:
    assert [english for english in ENGLISH.values() if CHINESE.search(english) or "\u3000" in english] == []
    assert [english for english in ENGLISH.values() if re.search(r"!|\b[Ee]rrors?\b", english)] == []


def test_each_text_is_written_out_where_it_is_said() -> None:
    assert [call.place for call in program_calls() if call.text is None] == []


def test_no_text_is_asked_for_before_the_shop_has_said_its_language() -> None:
    assert [call.place for call in program_calls() if not call.is_asked_late] == []


def test_all_chinese_on_the_screen_goes_through_the_catalogue() -> None:
    files = [path for path in shown_files() if name_of(path) not in NOT_SHOWN]
    assert [f"{name_of(path)}:{line}" for path in files for line in chinese_outside(parsed(path))] == []


def test_no_file_is_let_off_for_nothing() -> None:
    let_off = [path for path in shown_files() if chinese_outside(parsed(path))]
    assert sorted(NOT_SHOWN) == sorted(name_of(path) for path in let_off)


@pytest.mark.parametrize("broken", ['_(f"{a}件")', '_("一" + "二")', '_("一".format())', "_(word)", '_("一", "二")'])
def test_a_text_put_together_would_be_seen(broken: str) -> None:
    assert [call.text for call in calls_of(ast.parse(broken), "here")] == [None]


def test_a_text_asked_for_while_the_program_loads_would_be_seen() -> None:
    early = 'WORD = _("一")\nWORDS = {"a": lambda: _("二")}\ndef later():\n    return _("三")\n'
    assert [(call.text, call.is_asked_late) for call in calls_of(ast.parse(early), "here")] == [
        ("一", False),
        ("二", True),
        ("三", True),
    ]


def test_a_text_that_goes_round_the_catalogue_would_be_seen() -> None:
    assert chinese_outside(ast.parse('"""说明"""\nlabel = "挂单"\nother = _("取单")\nprice = f"{a} 元"\n')) == [2, 4]
