"""The veil over the window behind a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.veil import Veil


def test_it_covers_the_window_whatever_size_that_takes_and_goes_away(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    veil = Veil(window)
    assert (veil.isVisible(), veil.geometry()) == (True, window.rect())
    window.resize(700, 500)
    assert veil.geometry() == window.rect()
    veil.remove()
    assert not veil.isVisible()
    window.resize(300, 200)
    assert veil.geometry() != window.rect()


def test_the_window_is_darker_behind_it(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(40, 30)
    window.show()
    before = window.grab().toImage().pixelColor(20, 15).lightness()
    veil = Veil(window)
    assert window.grab().toImage().pixelColor(20, 15).lightness() < before
    veil.remove()
    assert window.grab().toImage().pixelColor(20, 15).lightness() == before
