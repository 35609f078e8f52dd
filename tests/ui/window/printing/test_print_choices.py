"""What this PC remembers of printing reports."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from jxc_desktop.ui.widgets.pc_choices import PcChoices
from jxc_desktop.ui.window.printing.print_choices import moved_mm, remember_moved


def choices(folder: Path) -> PcChoices:
    return PcChoices(QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("printer", ["HP", "\\\\COUNTER\\针式 [2] / 100%", ""])
def test_each_printer_has_its_own_place_of_the_paper(tmp_path: Path, printer: str) -> None:
    remember_moved(choices(tmp_path), printer, 1.5, -2.0)
    assert moved_mm(choices(tmp_path), printer) == (1.5, -2.0)
    assert moved_mm(choices(tmp_path), "另一台") == (0.0, 0.0)


def test_a_page_is_not_moved_off_its_paper(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="report_moved"):
        remember_moved(choices(tmp_path), "HP", 99.0, 0.0)


def test_a_file_written_by_hand_moves_nothing(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    settings.setValue("report_moved/HP", "far away")
    assert moved_mm(PcChoices(settings), "HP") == (0.0, 0.0)
