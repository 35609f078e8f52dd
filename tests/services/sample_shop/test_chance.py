"""Chance that is the same every time."""

from collections import Counter

from jxc_desktop.services.sample_shop.chance import drawn, drawn_place


def test_the_same_words_draw_the_same_number_and_others_another() -> None:
    assert drawn(10**9, 4, "lines") == drawn(10**9, 4, "lines")
    assert drawn(10**9, 4, "lines") != drawn(10**9, 5, "lines")


def test_every_number_is_drawn_about_as_often_as_the_others() -> None:
    seen = Counter(drawn(5, number) for number in range(5000))
    assert sorted(seen) == [0, 1, 2, 3, 4]
    assert min(seen.values()) > 850


def test_what_has_more_weight_is_drawn_more_often_and_what_has_none_never() -> None:
    seen = Counter(drawn_place([1, 0, 3], number) for number in range(4000))
    assert sorted(seen) == [0, 2]
    assert 2.5 < seen[2] / seen[0] < 3.5
