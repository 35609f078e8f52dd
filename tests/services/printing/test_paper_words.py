"""Texts as A4 paper shows them."""

from collections.abc import Iterator

import pytest

from jxc_desktop.services.printing.fonts import drawing
from jxc_desktop.services.printing.paper_words import PaperWords


@pytest.fixture
def words() -> Iterator[PaperWords]:
    with drawing:
        yield PaperWords()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("可乐 330ml", "可乐 330ml"),
        ("两\n行\t字", "两 行 字"),
        ("零\u200b宽\u200d连\ufe0f接", "零宽连接"),
        ("倒\u202e过来", "倒过来"),
        ("¥5", "￥5"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_nothing_invisible_is_left(words: PaperWords, text: str, shown: str) -> None:
    assert words.clean(text) == shown
    assert not words.missing


def test_what_the_font_lacks_is_a_box_and_counted(words: PaperWords) -> None:
    assert words.clean("\U0001f600笑\U0001f600") == "□笑□"
    assert dict(words.missing) == {"\U0001f600": 2}


def test_a_text_that_fits_is_left_alone(words: PaperWords) -> None:
    assert words.lines("可乐", 3000) == ("可乐",)
    assert words.cut("可乐", 3000) == "可乐"


def test_words_stay_whole_where_they_can(words: PaperWords) -> None:
    assert words.lines("康师傅 Instant", 5_000)[0] == "康师傅"


def test_two_lines_are_the_most_and_never_wider_than_their_room(words: PaperWords) -> None:
    for text in ("好" * 50, "W" * 50, "一二三，四五六。" * 9):
        lines = words.lines(text, 6_000)
        assert len(lines) == 2
        assert lines[1].endswith("…")
        assert all(words.width(line) <= 6_000 for line in lines)


def test_a_room_for_nothing_still_shows_something(words: PaperWords) -> None:
    assert words.lines("好好", 10)[0] == "好"
