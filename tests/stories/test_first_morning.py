"""The first morning in the window itself: an empty machine, four questions, the first article, the first sale."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jxc_desktop.commands import run
from tests.robots.real_window import RealWindow, opened_window

YOGHURT = "6922577702825"


@pytest.fixture
def real(tmp_path: Path) -> Iterator[RealWindow]:
    """The program on an empty machine."""
    with opened_window(tmp_path / "进销存" / "店.db", "进销存", tmp_path) as window:
        yield window


def test_an_empty_machine_sells_its_first_article_in_the_real_window(real: RealWindow) -> None:
    real.write("Chenguang")
    real.press("Return", "Return", "Return", "2", "Return")
    real.comes(lambda: is_founded(real.shop))
    real.look()
    real.press("alt+1")
    real.scan(YOGHURT)
    real.press("ctrl+n")
    real.write("Yoghurt")
    real.press("Return")
    real.write("16")
    real.press("ctrl+s")
    real.press("F9", "1", "Return")
    assert real.comes(lambda: real.asked("SELECT amount FROM document WHERE kind = 'sale'")) == [(1600,)]
    real.press("alt+F4")
    assert run(["verify", "--shop", str(real.shop)]) == 0


def is_founded(shop: Path) -> bool:
    """Whether the file is there and holds a shop."""
    if not shop.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{shop.as_uri()}?mode=ro", uri=True)) as file:
            return bool(file.execute("SELECT count(*) FROM operator").fetchone()[0])
    except sqlite3.OperationalError:
        return False
