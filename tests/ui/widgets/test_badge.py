"""States as icon and word."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge, badge_height, badge_width, paint_badge, state_badge

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


def test_a_badge_is_22_high_and_as_wide_as_its_word(dress: Callable[..., None]) -> None:
    dress()

    assert badge_height() == 22
    assert badge_width(state_badge("partly")) > badge_width(state_badge("draft"))


def test_a_badge_with_a_long_word_stays_in_its_cell(dress: Callable[..., None]) -> None:
    dress()
    cell = QRect(10, 4, 100, 34)
    image = QImage(300, 42, QImage.Format.Format_RGB32)
    image.fill(look().colours.surface)
    painter = QPainter(image)
    paint_badge(painter, Badge("批号 A20260210-000000000123456789", "pencil", Tone.WARNING), cell)
    painter.end()

    surface = look().colours.surface.name()
    painted = [x for x in range(300) for y in range(42) if image.pixelColor(x, y).name() != surface]
    assert (min(painted), max(painted)) == (cell.left(), cell.right())
