"""A clerk at the counter of a small shop."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.scan_filter import ScanFilter
from tests.robots.counter import COLA, TEA, Counter
from tests.story import Story
from tests.ui.widgets.conftest import Keyboard


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
    made = Keyboard()
    listening = ScanFilter(qapp, clock=made.wall)
    listening.scanned.connect(counter.page.take_scan)
    counter.clock = made.wall
    yield made
    shiboken6.delete(listening)
