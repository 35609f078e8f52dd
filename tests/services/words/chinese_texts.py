"""Where the program's Chinese stands: handed to ``_( )``, or a word that no screen shows."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project_files import PROGRAM, parsed, program_files

# Characters and full-width signs; neither the sign of the yuan nor a gap as wide as a character.
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff60]")

# File → why its Chinese goes through no `_( )`. What it names is never shown, or shown in another way.
NOT_SHOWN = {
    "app.py": "the name of a folder on the disk",
    "self_check.py": "goods of a shop that is gone a moment later",
    "services/catalog/catalog.py": "the journal, which is the same whatever the language",
    "services/catalog/product.py": "a unit, written into the shop's file",
    "services/exchange/cell_text.py": "what a cell may begin with",
    "services/exchange/columns.py": "brackets in headings of files",
    "services/finding/matched_part.py": "the range of characters that have initials",
    "services/migrate_in/history_rows.py": "headings of files",
    "services/migrate_in/import_forms.py": "marks and headings of files, in both languages",
    "services/migrate_in/matching.py": "headings of files; what is missing is shown through given_names",
    "services/migrate_in/opening_columns.py": "headings of files",
    "services/migrate_in/partner_cells.py": "cells of files",
    "services/migrate_in/partner_columns.py": "headings of files",
    "services/migrate_in/partner_rows.py": "headings of files",
    "services/migrate_in/preview.py": "a sign in headings of files",
    "services/migrate_in/product_cells.py": "cells of files",
    "services/migrate_in/product_columns.py": "headings of files",
    "services/migrate_in/product_packs.py": "a unit, written into the shop's file",
    "services/migrate_in/product_rows.py": "cells and headings of files; a refusal shows them by given_names",
    "services/migrate_in/remarks.py": "headings of files",
    "services/migrate_in/seeming.py": "headings of files",
    "services/people/found_shop.py": "a name, written into the shop's file",
    "services/people/settings.py": "the foot of a receipt; given_names shows it",
    "services/purchasing/receiving_draft.py": "units that shops write",
    "services/sales/discount_entry.py": "signs that a clerk types",
    "services/sample_shop/goods.py": "a unit, written into the shop's file",
    "services/storage/synced_folder.py": "the names of programs and of their folders",
    "services/words/given_names.py": "the words it looks for; what it shows goes through _( )",
    "ui/catalog/code_dialog.py": "units that shops write",
    "ui/catalog/product_form.py": "any character that has initials",
    "ui/settings/setting_table.py": "a language, named in itself",
    "ui/widgets/arithmetic.py": "signs that people type",
    "ui/widgets/day_span.py": "words that people type",
    "ui/widgets/period_input.py": "words that people type",
    "ui/widgets/pin_entry.py": "the name of an entry in code",
    "ui/widgets/scan_filter.py": "the range of full-width signs",
    "ui/window/opening/demo.py": "the name of a file on the disk",
    "ui/window/opening/practice.py": "the name of a file on the disk",
    "ui/window/printing/pages_text.py": "signs that people type",
    "ui/window/this_pc.py": "the name of a folder on the disk",
    "ui/window/troubles/trouble_dialog.py": "the name of a file on the disk",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One ``_( )``: where it stands, the text if it is one, and whether it is asked when something is shown."""

    place: str
    text: str | None
    is_asked_late: bool


def name_of(path: Path) -> str:
    return path.relative_to(PROGRAM).as_posix()


def shown_files() -> list[Path]:
    """All but the models, which have no language, and what they hold is shown by others."""
    return [path for path in program_files() if not name_of(path).startswith("models/")]


def calls_of(tree: ast.AST, name: str, is_late: bool = False) -> Iterator[Call]:
    """Every ``_( )`` below."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield Call(f"{name}:{node.lineno}", _text_of(node), is_late)
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from calls_of(node, name, is_late or is_function)


def program_calls() -> list[Call]:
    """Every ``_( )`` of the program."""
    return [call for path in program_files() for call in calls_of(parsed(path), name_of(path))]


def chinese_outside(tree: ast.Module) -> list[int]:
    """Lines with Chinese that goes through no ``_( )`` and is no description for programmers."""
    inside = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
        for argument in call.args
        for part in ast.walk(argument)
    }
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    loose = (text for text in texts if id(text) not in inside | described)
    return [text.lineno for text in loose if CHINESE.search(str(text.value))]


def _text_of(call: ast.Call) -> str | None:
    """The one literal text it is handed; None where it is anything else."""
    if len(call.args) != 1 or call.keywords:
        return None
    argument = call.args[0]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None
