"""A clerk at the counter of a small shop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.robots.counter import COLA, TEA, Counter
from tests.story import Story
from tests.ui.widgets.conftest import Keyboard, scanner_at


@pytest.fixture
def counter(
    qtbot: QtBot, dress: Callable[..., None], story: Story, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    """The counter, with cola at 3.00 and tea at 4.50; every key comes long after a dialog opened."""
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    dress()
    story.product("可乐", "3.00", (COLA,))
    story.product("红茶", "4.50", (TEA,))
    made = Counter(qtbot, story)
    yield made
    made.background.wait()


@pytest.fixture
def keyboard(qapp: QApplication, counter: Counter) -> Iterator[Keyboard]:
    """A scanner and a keyboard at the counter, their clock the page's and the scan filter's."""
    with scanner_at(qapp, counter.page.take_scan) as made:
        counter.clock = made.wall
        yield made
