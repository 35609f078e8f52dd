"""The project's own files, for the tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PROGRAM = PROJECT / "jxc_desktop"

_FOLDERS = (".ci", "benchmarks", "docs", "jxc_desktop", "resources", "tests")
_MADE_BY_TOOLS = ("__pycache__", ".hypothesis", ".pytest_cache")
_READ_AS_TEXT = (".cfg", ".csv", ".json", ".mako", ".md", ".po", ".py", ".qss", ".spec", ".svg", ".toml", ".txt")
_READ_WITHOUT_ENDING = (".gitignore", "Makefile", "run", "system-packages")


def text_files() -> Iterator[Path]:
    """Every file of the project that a person reads, whoever wrote it."""
    beside = (path for path in PROJECT.iterdir() if path.is_file())
    inside = (path for folder in _FOLDERS for path in (PROJECT / folder).rglob("*") if path.is_file())
    for path in (*beside, *inside):
        readable = path.suffix in _READ_AS_TEXT or path.name in _READ_WITHOUT_ENDING
        if readable and not set(_MADE_BY_TOOLS) & set(path.parts):
            yield path


def python_files() -> Iterator[Path]:
    """Every Python file of the project: the program, its tests, its benchmarks, what makes its resources."""
    return (path for path in text_files() if path.suffix == ".py")


def program_files() -> Iterator[Path]:
    """Every Python file of the program itself."""
    return (path for path in python_files() if path.is_relative_to(PROGRAM))


@cache
def parsed(path: Path) -> ast.Module:
    """The file as Python understands it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, line: int | None = None) -> str:
    """How a fault names a file, so that it can be found."""
    name = path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else path.name
    return name if line is None else f"{name}:{line}"
