"""Callable[..., None]ing the program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot


def test_no_menu_list_or_tool_tip_moves(dress: Callable[..., None]) -> None:
    dress()

    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeTooltip):
        assert not QApplication.isEffectEnabled(effect)


def test_the_palette_is_the_dark_one_when_dark_is_chosen(dress: Callable[..., None], qapp: QApplication) -> None:
    dress(dark=True)

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#14171C"
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == "#646C79"


def test_a_selection_without_the_focus_is_neutral(dress: Callable[..., None], qapp: QApplication) -> None:
    dress()

    inactive = qapp.palette().color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight)
    assert inactive.name().upper() == "#E9EBEF"


@pytest.mark.parametrize(("base", "tall"), [(14, 34), (16, 39), (18, 44)])
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QPushButton])
def test_inputs_and_buttons_have_the_height_of_the_design(
    dress: Callable[..., None], qtbot: QtBot, kind: type[QWidget], base: int, tall: int
) -> None:
    dress(base=base)
    part = kind()
    qtbot.addWidget(part)
    part.show()

    assert part.sizeHint().height() == tall
