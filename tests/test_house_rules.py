"""Sources stay short, say what they are, and hold nothing of the machine they were written on."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house_rules import (
    LINES_OF_A_FILE,
    LINES_OF_A_FUNCTION,
    long_functions,
    names_that_say_nothing,
    prints,
    style_sheets,
    untranslatable_texts,
)
from tests.project_files import PROGRAM, PROJECT, parsed, place, program_files, python_files, text_files

Rule = Callable[[ast.Module], list[int]]

# Folders of one person or one machine; a file of the program is found, its path never written down.
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:work|root|home|Users)/\w|\b[A-Za-z]:[\\/]+Users\b")
# In pieces, so that this file does not hold them either.
REGISTRIES = ("".join(("py", "pi")), "".join(("python", "hosted")), "".join(("npm", "js")))
WHERE_PACKAGES_COME_FROM = re.compile(
    rf"\b(?:{'|'.join(REGISTRIES)})\b|\b(?:deb|security|snapshot)[.]debian|index-url|find-links|trusted-host",
    re.IGNORECASE,
)


def broken(rule: Rule, files: list[Path]) -> list[str]:
    return [place(path, line) for path in files for line in rule(parsed(path))]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    files = (path for path in text_files() if path != Path(__file__))  # it spells out what it looks for
    texts = ((path, path.read_text(encoding="utf-8", errors="replace").splitlines()) for path in files)
    return [place(path, at) for path, lines in texts for at, line in enumerate(lines, 1) if pattern.search(line)]


def written_files() -> list[Path]:
    """What people write and read; a migration is a record of tables that alembic writes, and never changes."""
    return [path for path in python_files() if path.parent.name != "versions"]


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written_files()}
    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    assert broken(long_functions, written_files()) == []


def test_every_file_and_folder_is_named_for_what_the_shop_calls_it() -> None:
    assert [place(path) for path in python_files() if names_that_say_nothing(place(path))] == []


def test_every_text_on_screen_can_be_translated() -> None:
    assert broken(untranslatable_texts, list(program_files())) == []


def test_only_the_command_line_prints() -> None:
    assert broken(prints, [path for path in program_files() if path != PROGRAM / "commands.py"]) == []


def test_only_the_look_dresses_the_window() -> None:
    files = [path for path in program_files() if not path.is_relative_to(PROGRAM / "ui" / "look")]
    assert broken(style_sheets, files) == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_says_where_packages_come_from() -> None:
    assert lines_with(WHERE_PACKAGES_COME_FROM) == []


def test_each_pinned_part_is_a_name_and_a_version() -> None:
    pins = (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (long_functions, "def endless():\n" + "    pass\n" * LINES_OF_A_FUNCTION),
        (untranslatable_texts, "_(f'还差 {amount}')"),
        (untranslatable_texts, "_('还差 {amount}'.format(amount=amount))"),
        (untranslatable_texts, "_('还差 ' + amount)"),
        (prints, "print('done')"),
        (style_sheets, "label.setStyleSheet('color: red')"),
    ],
)
def test_a_source_against_a_rule_is_caught(rule: Rule, source: str) -> None:
    assert rule(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (long_functions, "def long_enough():\n" + "    pass\n" * (LINES_OF_A_FUNCTION - 1)),
        (untranslatable_texts, "_('还差 {amount}').format(amount=f'{amount:.2f}')"),
        (prints, "paper.print('receipt')"),
    ],
)
def test_a_source_within_the_rules_is_left_alone(rule: Rule, source: str) -> None:
    assert rule(ast.parse(source)) == []


@pytest.mark.parametrize("name", ["services/utils.py", "services/stock_helpers.py", "common/money.py", "ui/Manager.py"])
def test_a_name_that_says_nothing_is_caught(name: str) -> None:
    assert names_that_say_nothing(name)


@pytest.mark.parametrize("name", ["services/sales/checkout.py", "models/records/database.py"])
def test_a_name_that_says_something_is_left_alone(name: str) -> None:
    assert not names_that_say_nothing(name)


@pytest.mark.parametrize("start", ["/{}/main", "open('/{}/li/shop.db')", "see /{}/a"])
@pytest.mark.parametrize("folder", ["root", "home", "work", "Users"])
def test_a_path_of_one_machine_is_caught(start: str, folder: str) -> None:
    assert MACHINE_PATH.search(start.format(folder))


@pytest.mark.parametrize("text", ["tests/work/a", "../home/a", "{shop}/root/a", "~/work/a", "and/or", "C:\\ShopData"])
def test_a_path_inside_the_project_is_left_alone(text: str) -> None:
    assert not MACHINE_PATH.search(text)


@pytest.mark.parametrize("start", ["https://{}.org/simple", "downloaded from {}", "--extra-index-url {}"])
@pytest.mark.parametrize("registry", [*REGISTRIES, REGISTRIES[0].upper()])
def test_an_address_of_packages_is_caught(start: str, registry: str) -> None:
    assert WHERE_PACKAGES_COME_FROM.search(start.format(registry))
