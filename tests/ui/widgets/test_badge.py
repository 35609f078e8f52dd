"""States as icon and word."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import BadgeLabel, badge_height, badge_width, state_badge

STATES = {
    "draft": ("草稿", "pencil", Tone.MUTED),
    "waiting": ("待审核", "hourglass", Tone.ACCENT),
    "approved": ("已审核", "circle-check", Tone.ACCENT),
    "partly": ("部分到货", "progress", Tone.WARNING),
    "complete": ("已到齐", "checks", Tone.SUCCESS),
    "closed": ("已关闭", "lock", Tone.MUTED),
    "cancelled": ("已取消", "x", Tone.DANGER),
    "posted": ("已过账", "circle-check", Tone.SUCCESS),
    "reversed": ("已红冲", "arrow-back-up", Tone.DANGER),
}


@pytest.mark.parametrize("state", STATES)
def test_a_documents_state_looks_as_the_design_says(state: str) -> None:
    badge = state_badge(state)

    assert (badge.word, badge.icon, badge.tone) == STATES[state]
    assert resource_path("icons", f"{badge.icon}.svg").is_file()


def test_an_undrawn_state_is_refused() -> None:
    with pytest.raises(KeyError):
        state_badge("lost")


def test_a_badge_is_22_high_and_as_wide_as_its_word(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    label = BadgeLabel(state_badge("partly"))
    qtbot.addWidget(label)

    assert (label.sizeHint().height(), badge_height()) == (22, 22)
    assert badge_width(state_badge("partly")) > badge_width(state_badge("draft"))

    label.show_badge(None)
    assert label.sizeHint().width() == 0
