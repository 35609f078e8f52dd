"""A stockkeeper at the door of a small shop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.people.desk import SignedIn
from tests.robots.receiving import CASE, COLA, TEA, Receiving
from tests.story import Story
from tests.ui.widgets.conftest import Keyboard, scanner_at


@pytest.fixture
def goods(story: Story) -> None:
    """Cola sells for 3.00 and cost 2.00, a case holds 24; nobody knows what tea at 4.50 costs. One supplier."""
    story.product("可乐", "3.00", (COLA,), "2.00", packs=(Pack("箱", Quantity.of(24), codes=(CASE,)),))
    story.product("红茶", "4.50", (TEA,))
    story.supplier("城南批发")


@pytest.fixture
def receiving(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Receiving]:
    """扫码入库; every key comes long after a dialog opened."""
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _timer: 10_000)
    dress()
    story.desk.operator = SignedIn(1, "库管", Role.STOCKKEEPER)
    made = Receiving(qtbot, story)
    yield made
    made.close()


@pytest.fixture
def keyboard(qapp: QApplication, receiving: Receiving) -> Iterator[Keyboard]:
    """A scanner and a keyboard at the door, their clock the page's and the scan filter's."""
    with scanner_at(qapp, receiving.page.take_scan) as made:
        receiving.clock = made.wall
        yield made
