"""What the boxes on paper stand for."""

from jxc_desktop.services.printing.missing_glyphs import missing_in, missing_words


def test_what_the_font_has_is_not_named() -> None:
    assert missing_in(("可乐 ￥5，《镕喆》", "Cola", "")) == set()
    assert missing_words(()) == ""


def test_each_box_is_named_once_by_its_number() -> None:
    missing = missing_in(("\U0001f600笑\U0001f600", "\U0002a6b2"))
    assert missing_words(missing) == "□ 是打不出来的字：U+1F600 U+2A6B2"


def test_a_mark_that_is_not_seen_by_itself_is_not_missed() -> None:
    assert missing_in(("羊\ufe0f\u200d",)) == set()


def test_of_very_many_the_first_are_named() -> None:
    words = missing_words({chr(0x1F600 + number) for number in range(30)})
    assert words.count("U+") == 12
    assert words.endswith("…")
