"""The first line of the window: the gear opens the settings, beside the tabs and not among them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.ui.window.pages import SETTINGS, pages_of, tabs_of
from tests.robots.whole_window import ALT, CONTROL, WholeWindow


def test_the_gear_opens_the_settings_by_mouse_and_by_key(window: WholeWindow) -> None:
    gear = window.window.tab_line.settings_button
    QTest.mouseClick(gear, Qt.MouseButton.LeftButton)
    assert window.page.key == "settings.shop"
    assert gear.is_current
    window.key(Qt.Key.Key_1, ALT)
    assert (window.page.key, gear.is_current) == ("sales.checkout", False)
    window.key(Qt.Key.Key_Comma, CONTROL)
    assert window.page.key == "settings.shop"


def test_its_tool_tip_names_the_key(window: WholeWindow) -> None:
    assert window.window.tab_line.settings_button.toolTip() == "设置 Ctrl+,"


def test_no_number_leads_to_the_settings_by_accident(window: WholeWindow) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        window.key(key, ALT)
        assert window.window.tab_line.current() != SETTINGS


def test_a_clerk_finds_there_what_belongs_to_the_pc_and_nothing_of_the_shop() -> None:
    assert [tab.name for tab in tabs_of(Role.CLERK)] == ["sales", SETTINGS]
    assert {page.key for page in pages_of(SETTINGS, Role.CLERK)} == {
        "settings.printer",
        "settings.scanner",
        "settings.sound",
        "settings.look",
    }
    assert {"settings.shop", "settings.receipt", "settings.operators"} <= {
        page.key for page in pages_of(SETTINGS, Role.OWNER)
    }
