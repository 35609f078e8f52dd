"""Whatever lies where the shop file should be: a page says what to do, and the file stays as it is."""

import os
import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.ui.window.opening.fault_page import FaultPage
from tests.services.storage.spoiling import spoil
from tests.story import Story
from tests.ui.window.conftest import Start, opened
from tests.ui.window.opening.strange_files import MAKERS, content_of

WHOLE = pytest.mark.skipif("PROVE_STEPS" not in os.environ, reason="the whole takes a minute: make prove")
EACH = 10  # 16 kinds of ten


@pytest.fixture
def shop(story: Story) -> Path:
    """A shop with some trade."""
    product = story.product()
    story.receive(product, "5", "2.00")
    for _ in range(5):
        story.sell(product)
    story.shop.close()
    return story.shop.path


def page_of(qtbot: QtBot, program: Program) -> FaultPage:
    qtbot.waitUntil(lambda: program.window.findChild(FaultPage) is not None)
    page = program.window.findChild(FaultPage)
    assert isinstance(page, FaultPage)
    return page


def assert_guided(qtbot: QtBot, start: Start, shop: Path, at: Path, kind: str, seed: int) -> None:
    """Started on such a file, as on any morning after it was the shop."""
    at.parent.mkdir()
    MAKERS[kind](shop, at, random.Random(f"{kind} {seed}"))
    before = content_of(at)
    program = start(at)
    program._pc.remember_shop(at)
    page = page_of(qtbot, program)
    fact, *others = [label.text() for label in page.findChildren(QLabel)]
    assert str(at) in fact
    assert "什么都没有改动。" in others
    assert program.shop is None
    assert content_of(at) == before


@pytest.mark.parametrize("kind", MAKERS)
def test_a_page_says_what_to_do_and_the_file_is_left_alone(
    qtbot: QtBot, start: Start, shop: Path, tmp_path: Path, kind: str
) -> None:
    assert_guided(qtbot, start, shop, tmp_path / "there" / "店.db", kind, 0)


@pytest.mark.proof
@WHOLE
@pytest.mark.parametrize("seed", range(1, EACH))
@pytest.mark.parametrize("kind", MAKERS)
def test_ten_of_each_kind(qtbot: QtBot, start: Start, shop: Path, tmp_path: Path, kind: str, seed: int) -> None:
    assert_guided(qtbot, start, shop, tmp_path / "there" / "店.db", kind, seed)


def test_a_folder_that_lets_nobody_in_is_a_page_too(
    qtbot: QtBot, start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exists = Path.exists

    def closed(path: Path) -> bool:
        if path == shop:
            raise PermissionError(13, "no way in")
        return exists(path)

    program = start(shop)
    monkeypatch.setattr(Path, "exists", closed)
    page_of(qtbot, program)


def test_pages_lost_in_the_middle_are_found_soon_after_the_start_and_the_next_one_offers_the_backups(
    qtbot: QtBot, start: Start, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.app.BOOKS_CHECKED_AFTER_MS", 0)
    spoil(shop)
    program = start(shop)
    opened(qtbot, program)
    qtbot.waitUntil(lambda: program._pc.trouble_with(shop) == "FILE-DAMAGED", timeout=60_000)
