"""Nothing is used that would bind the shop's program to a licence nobody chose."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project_files import PROJECT, parsed, place, python_files

# Charts, graphs, data visualisation and the virtual keyboard are GPLv3 or bought; WebEngine is a whole browser.
UNWANTED = re.compile(r"PySide6\.Qt(WebEngine|WebView|Charts|Graphs|DataVisualization|VirtualKeyboard)")


def modules_named(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each module that a file imports, or names in a text that could be handed to an import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def unwanted_imports(tree: ast.Module) -> list[int]:
    return [line for line, name in modules_named(tree) if UNWANTED.match(name)]


def test_no_file_imports_a_part_of_qt_under_another_licence() -> None:
    others = (path for path in python_files() if path != Path(__file__))
    assert [place(path, line) for path in others for line in unwanted_imports(parsed(path))] == []


@pytest.mark.parametrize(
    "line",
    [
        "import PySide6.QtWebEngineWidgets",
        "from PySide6.QtWebEngineCore import QWebEnginePage",
        "from PySide6 import QtCharts",
        "from PySide6.QtCharts import QChart as Chart",
        "from PySide6 import QtCore, QtGraphs",
        "def later():\n    import PySide6.QtGraphs",
        "importlib.import_module('PySide6.QtCharts')",
    ],
)
def test_such_an_import_would_be_seen(line: str) -> None:
    assert unwanted_imports(ast.parse(line))


def test_only_the_essential_parts_of_qt_are_asked_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [part for parts in project["optional-dependencies"].values() for part in parts]
    pinned = (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    names = {re.split(r"[^a-z0-9-]", line.lower().replace("_", "-"))[0] for line in (*wanted, *pinned)}
    assert {name for name in names if name.startswith("pyside")} == {"pyside6-essentials"}
