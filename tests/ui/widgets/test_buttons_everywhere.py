"""No part of the window has a button that Enter could press."""

import ast
from pathlib import Path

import pytest

from jxc_desktop.resource_files import resource_path

SOURCES = sorted(resource_path("..", "jxc_desktop", "ui").rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.name))
def test_nobody_makes_a_default_button_or_restyles_a_widget(source: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [(call, call.func.attr) for call in calls if isinstance(call.func, ast.Attribute)]
    switched_on = [
        name
        for call, name in named
        if name in ("setDefault", "setAutoDefault")
        and not (isinstance(call.args[0], ast.Constant) and call.args[0].value is False)
    ]

    assert switched_on == []
    assert source.name == "apply.py" or "setStyleSheet" not in [name for _call, name in named]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.name))
def test_nobody_uses_a_bare_push_button(source: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]

    assert [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "QPushButton"] == []
