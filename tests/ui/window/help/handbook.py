"""The handbook and the program's keys, read from their files."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from jxc_desktop.ui.window.help.chapters import KEY, WORD
from tests.project_files import PROJECT, parsed, program_files
from tests.services.words.chinese_texts import program_calls

HELP = PROJECT / "resources" / "help"
LANGUAGES = ("zh", "en")
KEY_NAME = re.compile(
    r"((Ctrl|Alt|Shift)\+)*(F\d+|[A-Z,]|Enter|Esc|Tab|Delete|Space|PgUp|PgDn|[↑↓←→](?: ?[↑↓←→])?|[*./+-](?: [*./+-])?)"
    r"( [*./])?"
)
Shown = tuple[str, str]


def chapter_files(language: str) -> list[Path]:
    return sorted((HELP / language).glob("*.md"))


def keys_in(path: Path) -> list[str]:
    return KEY.findall(path.read_text(encoding="utf-8"))


def words_in(path: Path) -> list[str]:
    return WORD.findall(path.read_text(encoding="utf-8"))


@cache
def program_texts() -> frozenset[str]:
    """Every text that the program says."""
    return frozenset(call.text for call in program_calls() if call.text is not None)


@cache
def shown_keys() -> frozenset[Shown]:
    """Every key that the program shows, with the word beside it; "" where the word is worked out."""
    return frozenset(pair for path in program_files() for pair in _shown_in(parsed(path)))


def _shown_in(tree: ast.Module) -> Iterator[Shown]:
    """A key beside a word, in a call or a row of a table: which comes first is told by what they look like."""
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        also = [word.value for word in node.keywords if word.arg == "also"] if isinstance(node, ast.Call) else []
        for one, other in pairwise(parts):
            key, word = (one, other) if _key(one, constants) else (other, one)
            name = _key(key, constants)
            if name and not _key(word, constants):
                yield name, _word(word)
                yield from ((f"{name} {_key(sign, constants)}", _word(word)) for sign in also)


def _key(node: ast.expr, constants: dict[str, str]) -> str:
    """The key that a text or a constant names; "" where it is none."""
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if isinstance(node, ast.Name):
        text = constants.get(node.id, "")
    return text if KEY_NAME.fullmatch(text) else ""


def _word(node: ast.expr) -> str:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"):
        return ""
    text = node.args[0]
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
