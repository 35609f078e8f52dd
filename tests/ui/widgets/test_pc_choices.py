"""What a PC has chosen for itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from jxc_desktop.ui.widgets import pc_choices
from jxc_desktop.ui.widgets.pc_choices import SCAN_GAP, SCAN_PREFIX, THEME, PcChoice, PcChoices


@pytest.fixture
def file(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)


def test_what_was_chosen_is_there_at_the_next_start(file: QSettings) -> None:
    PcChoices(file).change(THEME, "dark")
    assert PcChoices(file).read(THEME) == "dark"


def test_a_change_is_told_once_and_only_if_it_is_one(file: QSettings) -> None:
    choices, told = PcChoices(file), list[PcChoice]()
    choices.changed.connect(told.append)
    for theme in ("dark", "dark", "system"):
        choices.change(THEME, theme)
    assert told == [THEME, THEME]


@pytest.mark.parametrize(
    ("choice", "value"), [(THEME, "blue"), (SCAN_GAP, "29"), (SCAN_GAP, "101"), (SCAN_GAP, "x"), (SCAN_PREFIX, "x" * 9)]
)
def test_what_cannot_be_is_refused(file: QSettings, choice: PcChoice, value: str) -> None:
    with pytest.raises(ValueError, match=choice.key):
        PcChoices(file).change(choice, value)
    assert PcChoices(file).read(choice) == choice.first


def test_a_file_somebody_wrote_nonsense_into_is_as_at_first(file: QSettings) -> None:
    file.setValue("scan_gap_ms", "5000")
    file.setValue("theme", 7)
    assert (PcChoices(file).read(SCAN_GAP), PcChoices(file).read(THEME)) == ("50", "system")


def test_without_a_file_they_last_as_long_as_the_program() -> None:
    choices = PcChoices()
    choices.change(THEME, "light")
    assert choices.read(THEME) == "light"
    assert PcChoices().read(THEME) == "system"


def test_what_a_choice_is_at_first_is_possible() -> None:
    choices = [choice for choice in vars(pc_choices).values() if isinstance(choice, PcChoice)]
    assert [choice.key for choice in choices if choice.options and choice.first not in choice.options] == []
    assert [choice.key for choice in choices if not choice.options and not choice.takes(choice.first)] == []
