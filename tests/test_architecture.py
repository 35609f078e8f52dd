"""Who may import whom: the rules hold, and each of them, broken on purpose, is caught."""

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.project_files import PROGRAM, PROJECT, program_files

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print("PySide6" in sys.modules)
"""

SERVICES = (
    ("shop",),
    ("migrate_in", "sample_shop"),
    ("reports", "day_close", "finding"),
    ("health",),
    ("sales", "purchasing"),
    ("money",),
    ("inventory",),
    ("catalog", "partners"),
    ("people",),
    ("devices", "printing", "exchange"),
    ("storage",),
    ("ports",),
    ("words",),
    ("changes", "errors"),
)
DESKS = ("sales", "purchasing", "inventory", "reports", "catalog", "partners", "settings")
SCREENS = (
    ("window",),
    DESKS,
    ("widgets",),
    ("perform", "background", "devices"),
    ("refresh", "actions", "errors"),
    ("look",),
)


def upwards(folder: str, layers: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    """For each layer: one of its modules importing one of the layer above."""
    return [(f"{folder}.{lower[-1]}", f"jxc_desktop.{folder}.{upper[0]}") for upper, lower in pairwise(layers)]


def sideways(folder: str, layers: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    """For each two modules that stand side by side: one importing the other."""
    return [
        (f"{folder}.{left}", f"jxc_desktop.{folder}.{right}") for layer in layers for left, right in pairwise(layer)
    ]


FORBIDDEN = {
    "program": [
        ("app", "jxc_desktop.__main__"),
        ("ui.look", "jxc_desktop.app"),
        ("commands", "jxc_desktop.app"),
        ("commands", "jxc_desktop.ui.look"),
        ("ui.window", "jxc_desktop.commands"),
        ("services.catalog", "jxc_desktop.ui.look"),
        ("services.shop", "jxc_desktop.commands"),
        ("models.records", "jxc_desktop.services.errors"),
        ("resource_files", "jxc_desktop.models.values"),
    ],
    "models": [
        ("models.values", "jxc_desktop.models.records"),
        ("models.records", "jxc_desktop.models.migrations"),
    ],
    "values": [
        ("models.values", "sqlalchemy"),
        ("models.values", "sqlite3"),
        ("models.values", "alembic"),
    ],
    "services": upwards("services", SERVICES) + sideways("services", SERVICES),
    "screens": upwards("ui", SCREENS) + sideways("ui", SCREENS),
    "no-window-below": [
        ("services.printing", "PySide6.QtGui"),
        ("services.catalog", "shiboken6"),
        ("models.values", "PySide6.QtCore"),
        ("resource_files", "PySide6.QtCore"),
    ],
    "window-library": [
        ("commands", "PySide6.QtCore"),
        ("services.shop", "PySide6.QtCore"),
    ],
    "screens-ask-services": [
        ("ui.sales", "sqlalchemy.orm"),
        ("ui.sales", "sqlite3"),
        ("ui.reports", "reportlab.pdfgen"),
        ("ui.catalog", "openpyxl"),
        ("ui.window", "jxc_desktop.models.records"),
        ("ui.widgets", "jxc_desktop.services.storage"),
        ("ui.devices", "jxc_desktop.services.devices"),
    ],
    "paper": [
        ("services.reports", "reportlab.pdfgen"),
        ("app", "reportlab"),
    ],
    "devices": [
        ("ui.window", "jxc_desktop.ui.devices"),
        ("ui.sales", "jxc_desktop.services.devices"),
        ("services.sales", "jxc_desktop.services.devices"),
        ("commands", "jxc_desktop.services.devices"),
    ],
}
CASES = [(rule, importer, imported) for rule, imports in FORBIDDEN.items() for importer, imported in imports]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program's sources and the rules, to be spoilt."""
    for path in program_files():
        target = tmp_path / path.relative_to(PROJECT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copyfile(PROJECT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def source_of(tree: Path, module: str) -> Path:
    """The file of a module of the program; there afterwards even if nobody has written it yet."""
    path = tree.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    source.touch()
    return source


def checked(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What the check says of the sources in ``tree``."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo", *options],
        cwd=tree,
        env=os.environ | {"COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_import_of_the_program_keeps_the_rules() -> None:
    answer = checked(PROJECT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(("rule", "importer", "imported"), CASES)
def test_one_import_against_a_rule_is_caught(copy: Path, rule: str, importer: str, imported: str) -> None:
    if imported.startswith("jxc_desktop."):
        source_of(copy, imported)
    with source_of(copy, f"jxc_desktop.{importer}").open("a", encoding="utf-8") as source:
        source.write(f"\nimport {imported}\n")
    answer = checked(copy, "--contract", rule)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    library = imported if imported.startswith("jxc_desktop.") else imported.split(".")[0]
    assert f"jxc_desktop.{importer} -> {library} (l." in answer.stdout, answer.stdout + answer.stderr


def test_a_service_that_reaches_the_window_library_through_a_screen_is_caught(copy: Path) -> None:
    with source_of(copy, "jxc_desktop.services.catalog").open("a", encoding="utf-8") as source:
        source.write("\nimport jxc_desktop.ui.look.icons\n")
    answer = checked(copy, "--contract", "no-window-below")
    assert "jxc_desktop.services.catalog -> jxc_desktop.ui.look.icons (l." in answer.stdout, answer.stdout


@pytest.mark.parametrize(
    ("rule", "folder"), [("program", "."), ("models", "models"), ("services", "services"), ("screens", "ui")]
)
def test_a_new_folder_needs_a_place_among_the_layers(copy: Path, rule: str, folder: str) -> None:
    new = copy / "jxc_desktop" / folder / "gift_cards"
    new.mkdir()
    (new / "__init__.py").touch()
    answer = checked(copy, "--contract", rule)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "gift_cards" in answer.stdout, answer.stdout + answer.stderr


def test_every_rule_is_broken_here_at_least_once() -> None:
    rules = [line for line in (PROJECT / "pyproject.toml").read_text("utf-8").splitlines() if line.startswith("id = ")]
    assert sorted(rules) == sorted(f'id = "{rule}"' for rule in FORBIDDEN)


def test_the_services_start_without_the_window_library() -> None:
    modules = [
        ".".join(path.relative_to(PROJECT).with_suffix("").parts)
        for folder in ("models", "services")
        for path in (PROGRAM / folder).rglob("*.py")
        if path.name != "__init__.py" and "migrations" not in path.parts
    ]
    assert modules
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *modules], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert answer.stdout == "False\n", answer.stderr
