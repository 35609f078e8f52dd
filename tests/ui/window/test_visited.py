"""The places one was at."""

from jxc_desktop.ui.window.visited import Place, Visited


def test_each_place_is_remembered_once_the_newest_first() -> None:
    visited = Visited()
    for key, item in (("a", None), ("b", 1), ("a", None), ("b", 2), ("c", None)):
        visited.note(key, item)
    assert visited.elsewhere("c") == [Place("b", 2), Place("a"), Place("b", 1)]


def test_where_one_is_now_is_left_out_and_so_is_its_page() -> None:
    visited = Visited()
    visited.note("a")
    visited.note("b")
    visited.note("b", 7)
    assert visited.elsewhere("b") == [Place("a")]


def test_the_oldest_are_forgotten() -> None:
    visited = Visited()
    for number in range(100):
        visited.note("a", number)
    places = visited.elsewhere("b")
    assert len(places) < 20
    assert places[0] == Place("a", 98)
