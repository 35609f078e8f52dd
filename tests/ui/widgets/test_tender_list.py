"""Ways of paying, chosen by a digit or a click."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.tender_list import HEAD, LEAST_STEP, STEP, TenderList


@dataclass(frozen=True)
class SomeWay:
    account_id: int | None
    kind: AccountKind | None
    name: str


WAYS = (SomeWay(None, None, "冲欠款"), SomeWay(1, AccountKind.CASH, "现金"), SomeWay(5, AccountKind.BANK, "银行存款"))


@pytest.mark.parametrize("step", [STEP, LEAST_STEP])
def test_a_click_chooses_what_is_under_it_however_low_the_list_is(
    qtbot: QtBot, dress: Callable[..., None], step: int
) -> None:
    dress()
    ways = TenderList(WAYS)
    qtbot.addWidget(ways)
    ways.resize(ways.sizeHint().width(), look().px(HEAD + step * len(WAYS) + 4))
    ways.show()
    chosen: list[SomeWay] = []
    ways.chosen.connect(chosen.append)
    for number in range(len(WAYS)):
        middle = QPoint(look().px(60), look().px(HEAD) + number * look().px(step) + look().px(step) // 2)
        QTest.mouseClick(ways, Qt.MouseButton.LeftButton, pos=middle)
    QTest.keyClick(ways, Qt.Key.Key_2)
    assert [way.name for way in chosen] == ["冲欠款", "现金", "银行存款", "现金"]
    assert ways.minimumSizeHint().height() == look().px(HEAD + LEAST_STEP * len(WAYS) + 4)
