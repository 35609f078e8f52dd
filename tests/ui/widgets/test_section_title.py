"""The heading of a part of a panel."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.section_title import SectionTitle


@pytest.mark.parametrize("is_first", [True, False])
def test_a_line_parts_it_from_what_comes_before_if_anything_does(
    qtbot: QtBot, dress: Callable[..., None], is_first: bool
) -> None:
    dress()
    title = SectionTitle("来龙去脉", is_first=is_first)
    qtbot.addWidget(title)
    title.resize(200, 38)
    assert (title.grab().toImage().pixelColor(150, 0) == look().colours.border) is not is_first
    assert title.accessibleName() == "来龙去脉"
