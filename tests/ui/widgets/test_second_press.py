"""A question that the same key answers."""

from jxc_desktop.ui.widgets.second_press import SecondPress


class Hand:
    now = 0


def made() -> SecondPress:
    Hand.now = 0
    return SecondPress(lambda: Hand.now)


def test_the_second_fresh_press_is_the_yes() -> None:
    press = made()
    assert not press.is_yes("F9")
    assert press.is_asking()
    Hand.now = 300
    assert press.is_yes("F9")
    assert not press.is_asking()


def test_a_press_that_comes_too_soon_is_the_same_press() -> None:
    press = made()
    press.is_yes("F9")
    Hand.now = 299
    assert not press.is_yes("F9")
    Hand.now = 600
    assert press.is_yes("F9")


def test_another_key_asks_anew_and_something_else_forgets() -> None:
    press = made()
    press.is_yes("F9")
    Hand.now = 1000
    assert not press.is_yes("Esc")
    press.forget()
    Hand.now = 2000
    assert not press.is_yes("Esc")
