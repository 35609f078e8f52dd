"""How the program stands in a menu."""

from configparser import ConfigParser

import pytest

from jxc_desktop.resource_files import resource_path
from tests.project_files import PROJECT


@pytest.fixture
def entry() -> dict[str, str]:
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment]  # names here are written in large and small letters
    read.read(resource_path("desktop", "jxc-desktop.desktop"), encoding="utf-8")
    return dict(read["Desktop Entry"])


def test_it_starts_the_program_that_is_installed(entry: dict[str, str]) -> None:
    assert entry["Type"] == "Application"
    assert f"{entry['Exec']} = " in (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    assert entry["Terminal"] == "false"


def test_it_is_named_in_both_languages_and_has_its_icon(entry: dict[str, str]) -> None:
    assert (entry["Name"], entry["Name[zh_CN]"]) == ("Shop", "进销存")
    assert resource_path("icons", "app", f"{entry['Icon']}-128.png").is_file()
