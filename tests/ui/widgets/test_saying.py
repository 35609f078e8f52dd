"""What a line can say."""

from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.saying import ICONS, TONES, LineKind, Saying


def test_every_kind_has_an_icon_and_a_meaning_so_that_colour_is_never_alone() -> None:
    assert set(ICONS) == set(TONES) == set(LineKind)
    assert len(set(ICONS.values())) == len(LineKind)


def test_a_quiet_hint_stands_before_the_keys() -> None:
    saying = Saying(hint="可以扫码", keys=(KeyHint("F9", "收款"),))

    assert saying.hints() == (KeyHint("", "可以扫码"), KeyHint("F9", "收款"))
