"""What the bundle is told to hold: nothing that the program reads while it runs is left out, nothing unwanted is in."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jxc_desktop.models import migrations
from tests.project_files import PROGRAM, PROJECT

RESOURCES = PROJECT / "resources"
Entry = tuple[str, str, str]


@dataclass
class Bundle:
    """What the spec asked the builder for."""

    datas: list[tuple[str, str]] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    is_wanted: Callable[[Entry], bool] = lambda _entry: True

    def places(self) -> set[Path]:
        """Where each file lies in the bundle."""
        return {Path(place) / Path(source).name for source, place in self.datas}


class Analysed:
    """Stands for what the builder finds."""

    def __init__(self, bundle: Bundle, **asked: Any) -> None:
        bundle.datas, bundle.modules = list(asked["datas"]), list(asked["hiddenimports"])
        bundle.excluded = list(asked["excludes"])
        self.binaries: list[Entry] = []
        self.datas: list[Entry] = []
        self.pure = self.scripts = ()


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch) -> Bundle:
    """The spec, read without the builder."""
    hooks = ModuleType("PyInstaller.utils.hooks")
    setattr(hooks, "collect_data_files", lambda name: [(f"{name}/pinyin_dict.json", name), (f"{name}/x.py", name)])  # noqa: B010
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    asked = Bundle()
    names: dict[str, Any] = {
        "SPECPATH": str(PROJECT),
        "Analysis": lambda _scripts, **words: Analysed(asked, **words),
        **dict.fromkeys(("PYZ", "EXE", "COLLECT"), lambda *_parts, **_words: None),
    }
    exec(compile((PROJECT / "jxc.spec").read_text(encoding="utf-8"), "jxc.spec", "exec"), names)
    asked.is_wanted = names["is_wanted"]
    return asked


def test_every_resource_is_in_it_but_not_what_makes_them(bundle: Bundle) -> None:
    files = {path.relative_to(PROJECT) for path in RESOURCES.rglob("*") if path.is_file()}
    read = {path for path in files if path.suffix != ".py" and "__pycache__" not in path.parts}
    assert read <= bundle.places()
    assert not {path for path in bundle.places() if path.parts[0] == "resources" and path.suffix == ".py"}


def test_every_step_of_the_schema_is_in_it_as_a_file(bundle: Bundle) -> None:
    steps = Path(migrations.__path__[0])
    files = {path.relative_to(PROJECT) for path in (steps / "env.py", *(steps / "versions").glob("0*.py"))}
    assert len(files) > 1
    assert files <= bundle.places()


def test_every_module_of_the_program_is_named_in_it(bundle: Bundle) -> None:
    loaded_by_alembic = PROGRAM / "models" / "migrations"
    files = (path for path in PROGRAM.rglob("*.py") if loaded_by_alembic not in path.parents)
    parts = [path.relative_to(PROJECT).with_suffix("").parts for path in files]
    names = {".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts}
    assert names - set(bundle.modules) == {"jxc_desktop.__main__"}


def test_the_readings_of_characters_are_in_it_without_their_phrases(bundle: Bundle) -> None:
    assert [Path(source).name for source, place in bundle.datas if place == "pypinyin"] == ["pinyin_dict.json"]


def test_the_licences_of_the_libraries_are_in_it(bundle: Bundle) -> None:
    libraries = {Path(place).name for _source, place in bundle.datas if place.startswith("licences/")}
    assert {"sqlalchemy", "openpyxl", "reportlab", "pypdfium2", "python-calamine", "pyside6-essentials"} <= libraries
    assert Path("resources/licences/LGPL-3.0.txt") in bundle.places()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6VirtualKeyboard.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
    ],
)
def test_what_is_gpl_or_needless_is_left_out(bundle: Bundle, name: str) -> None:
    assert not bundle.is_wanted((name, f"/somewhere/{name}", "BINARY"))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "python_calamine/_python_calamine.so",
    ],
)
def test_what_the_window_needs_stays(bundle: Bundle, name: str) -> None:
    assert bundle.is_wanted((name, f"/somewhere/{name}", "BINARY"))
