"""Keys beside a control."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width
from jxc_desktop.ui.widgets.key_label import KeyLabel

HINTS = (KeyHint("+", ""), KeyHint("−", "换一档"))


def test_it_is_read_out_and_just_as_wide_as_its_keys(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    label = KeyLabel(HINTS)
    qtbot.addWidget(label)
    assert label.accessibleName() == "+ − 换一档"
    assert label.sizeHint().width() == hints_width(HINTS)
