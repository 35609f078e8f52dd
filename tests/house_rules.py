"""Rules of this house for sources, each a function from a parsed file to the lines that break it."""

import ast
from collections.abc import Iterator

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 60
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "base", "manager", "misc"}


def _calls_of(name: str, tree: ast.Module) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == name)


def long_functions(tree: ast.Module) -> list[int]:
    """Functions that nobody reads to their end."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [node.lineno for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LINES_OF_A_FUNCTION]


def _is_put_together(text: ast.expr) -> bool:
    """Whether a text is made while the program runs, so that no catalogue can hold it."""
    if isinstance(text, ast.Call):
        return isinstance(text.func, ast.Attribute) and text.func.attr == "format"
    return isinstance(text, ast.JoinedStr | ast.BinOp)


def untranslatable_texts(tree: ast.Module) -> list[int]:
    """Texts put together inside ``_( )`` instead of around it."""
    return [call.lineno for call in _calls_of("_", tree) if any(map(_is_put_together, call.args))]


def prints(tree: ast.Module) -> list[int]:
    """Words said to nobody: the shop has a window, not a console."""
    return [call.lineno for call in _calls_of("print", tree)]


def style_sheets(tree: ast.Module) -> list[int]:
    """Places that dress a part of the window by themselves."""
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [node.lineno for node in names if node.attr == "setStyleSheet"]


def names_that_say_nothing(module: str) -> bool:
    """Whether a part of the path, such as ``stock_helpers.py``, says nothing of the shop."""
    return any(set(part.split("_")) & NAMES_THAT_SAY_NOTHING for part in module.lower().replace(".", "/").split("/"))
