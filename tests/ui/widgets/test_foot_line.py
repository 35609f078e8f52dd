"""The strip below the cart."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.foot_line import FootLine
from jxc_desktop.ui.widgets.parts import muted, plain


def test_it_says_rows_and_pieces_in_one_height(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    foot = FootLine()
    qtbot.addWidget(foot)

    foot.say([muted("10 行")], [muted("件数"), plain("19")])

    assert foot.words() == foot.accessibleName() == "10 行 件数 19"
    assert foot.sizeHint().height() == 40
