"""Framed keys, and how much room they take."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, key_cap_width, paint_hints

HINTS = (KeyHint("Enter", "打开"), KeyHint("", "也可以扫码"), KeyHint("F12", "选商品"))


def begins_at(hints: tuple[KeyHint, ...], place: QRect) -> int:
    canvas = QPixmap(600, 60)
    painter = QPainter(canvas)
    begin = paint_hints(painter, hints, place)
    painter.end()
    return begin


def test_a_longer_key_has_a_wider_cap_that_grows_with_the_look(dress: Callable[..., None]) -> None:
    dress()
    narrow, wide = key_cap_width("F1"), key_cap_width("Ctrl+Shift+F12")
    assert 0 < narrow < wide
    dress(base=18)
    assert key_cap_width("F1") > narrow


def test_no_hints_take_no_room(dress: Callable[..., None]) -> None:
    dress()
    assert hints_width(()) == 0
    assert begins_at((), QRect(10, 0, 500, 40)) == 510


def test_hints_are_painted_against_the_right_edge_in_just_the_room_they_ask_for(dress: Callable[..., None]) -> None:
    dress()
    for count in (1, 2, 3):
        hints = HINTS[:count]
        assert begins_at(hints, QRect(10, 0, 500, 40)) == 510 - hints_width(hints)


def test_a_hint_without_a_key_is_only_its_words(dress: Callable[..., None]) -> None:
    dress()
    assert hints_width((KeyHint("", "扫码"),)) < hints_width((KeyHint("F1", "扫码"),))
