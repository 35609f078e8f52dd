"""The handbook names only what there is, says the same in both languages, and shows nobody what is not his."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.words import SOURCE, choose_language
from jxc_desktop.ui.window.help.chapters import CHAPTERS, HEADING, chapters_for, fitting
from jxc_desktop.ui.window.help.help_keys import window_keys
from jxc_desktop.ui.window.pages import PAGES, pages_of, tabs_of
from tests.ui.window.help.handbook import HELP, LANGUAGES, chapter_files, keys_in, program_texts, shown_keys, words_in

FILES = [path for language in LANGUAGES for path in chapter_files(language)]
# A key and, right after it, the word that it does.
KEY_WITH_WORD = re.compile(r"\[\[([^]]+)\]\] \{\{([^}]+)\}\}")
# Buttons whose word the form of a return is given by its page.
GIVEN = {("F9", "退款"), ("F9", "退货")}
WORDS_OF_COST = {"zh": ("成本", "毛利", "进价"), "en": ("cost of", "profit", "margin")}


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    choose_language(SOURCE)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_key_named_is_one_of_the_program(path: Path) -> None:
    known = {key for key, _word in shown_keys()} | {hint.key for hint in window_keys()}
    assert [key for key in keys_in(path) if key not in known] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_word_named_is_a_page_or_stands_on_the_screen(path: Path) -> None:
    known = program_texts() | {page.key for page in PAGES}
    assert [word for word in words_in(path) if word not in known] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_key_and_the_word_after_it_belong_together(path: Path) -> None:
    pairs = KEY_WITH_WORD.findall(path.read_text(encoding="utf-8"))
    assert [pair for pair in pairs if pair not in shown_keys() | GIVEN] == []


def test_both_languages_have_the_same_chapters_and_no_file_is_in_none() -> None:
    names = sorted(chapter.name for chapter in CHAPTERS)
    assert {language: [path.stem for path in chapter_files(language)] for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, names
    )


@pytest.mark.parametrize("name", [chapter.name for chapter in CHAPTERS])
def test_both_languages_tell_the_same_keys_and_parts(name: str) -> None:
    chinese, english = (HELP / language / f"{name}.md" for language in LANGUAGES)
    assert set(keys_in(chinese)) == set(keys_in(english))
    assert set(words_in(chinese)) == set(words_in(english))
    texts = [path.read_text(encoding="utf-8") for path in (chinese, english)]
    assert len({len(HEADING.findall(text)) for text in texts}) == 1


@pytest.mark.parametrize("role", Role)
def test_every_page_has_a_chapter_of_its_own_for_whoever_sees_it(role: Role) -> None:
    pages = [page.key for tab in tabs_of(role) for page in pages_of(tab.name, role)]
    about_everything = CHAPTERS[-1]
    chapters = chapters_for(role)
    assert [page for page in pages if fitting(chapters, page) is about_everything] == []


def test_the_help_of_a_page_opens_at_its_own_chapter() -> None:
    assert fitting(chapters_for(Role.OWNER), "sales.checkout").name == "counter"
    assert fitting(chapters_for(Role.OWNER), "sales.list").name == "returns"
    assert fitting(chapters_for(Role.STOCKKEEPER), "purchasing.receive").name == "receiving"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clerk_reads_nothing_of_what_goods_cost(language: str) -> None:
    choose_language(language)
    chapters = chapters_for(Role.CLERK)
    assert "reports" not in {chapter.name for chapter in chapters}
    told = [word for chapter in chapters for word in WORDS_OF_COST[language] if word in chapter.markdown()]
    assert told == []


def test_a_word_of_the_program_is_said_in_the_language_of_the_shop() -> None:
    counter = next(chapter for chapter in CHAPTERS if chapter.name == "counter")
    assert "`F6` **挂单**" in counter.markdown()
    choose_language("en")
    assert "`F6` **Hold**" in counter.markdown()
    assert "On **Checkout**" in counter.markdown()


def test_a_chapter_is_found_by_what_stands_in_it_by_a_key_and_by_initials() -> None:
    def found(text: str) -> list[str]:
        return [chapter.name for chapter in CHAPTERS if chapter.holds(text)]

    assert "returns" in found("补打")
    assert "counter" in found("ctrl+delete")
    assert found("kcsm") == []
    assert "stock" in found("kchqc")
