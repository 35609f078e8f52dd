"""The window is closed in the middle of something: it ends well, and what was begun is there whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.app import Program
from jxc_desktop.services.devices.pdf_folder import PdfFolder
from jxc_desktop.services.shop import Shop
from tests.story import Story, TestClock
from tests.ui.window.conftest import Start, opened

WHOLE = pytest.mark.skipif("PROVE_STEPS" not in os.environ, reason="the whole takes minutes: make prove")
STARTS = 100
GOODS = "名称,条码,单位,零售价\n" + "".join(f"货{n},69{n:011d},瓶,1.00\n" for n in range(300))

# The program as it is started, closed as soon as its first page is there.
START_AND_QUIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from jxc_desktop import app
shop, settings = map(Path, sys.argv[1:])
app._settings = lambda: QSettings(str(settings), QSettings.Format.IniFormat)
application = app.dressed_application()
program = app.Program(application, shop)
def look():
    if program.window.current_page() is None:
        QTimer.singleShot(5, look)
    else:
        program.window.close()
QTimer.singleShot(0, look)
sys.exit(app._run(application, program, app.CrashHandler(settings.parent / "log")))
"""


def _import(shop: Shop, folder: Path) -> Callable[[object], object]:
    goods = folder / "goods.csv"
    goods.write_text(GOODS, encoding="utf-8")
    return lambda _task: shop.imports.products(goods)


def _report(shop: Shop, folder: Path) -> Callable[[object], object]:
    return lambda _task: shop.reports.write(shop.reports.month(shop.today), folder / "month.pdf")


def _print(shop: Shop, folder: Path) -> Callable[[object], object]:
    sale = shop.sales.last_sale()
    assert sale is not None
    for _copy in range(20):
        shop.paper.reprint(sale.row.document_id)
    return lambda _task: shop.paper.print_waiting(PdfFolder(folder / "paper"))


WORK: dict[str, Callable[[Shop, Path], Callable[[object], object]]] = {
    "an import": _import,
    "a backup": lambda shop, _folder: lambda _task: shop.backups.make(),
    "a report": _report,
    "printing": _print,
    "a check": lambda shop, _folder: lambda _task: shop.health.verify(),
}


@pytest.mark.parametrize("work", WORK)
def test_closed_in_the_middle_of_long_work(qtbot: QtBot, start: Start, story: Story, tmp_path: Path, work: str) -> None:
    story.sell(story.product())
    path = story.shop.path
    story.shop.close()
    program: Program = start(path)
    shop = opened(qtbot, program)
    program._background.start(WORK[work](shop, tmp_path))
    assert program.window.close()
    assert program.shop is None
    with Shop.open(path, TestClock()) as again:
        assert again.health.verify() == ()
        assert len(again.catalog.search("货")) in (0, *range(1, 301))


def start_and_quit(shop: Path, settings: Path) -> tuple[int, str]:
    """One run of the program: how it ended, and what it complained of."""
    ended = subprocess.run(
        [sys.executable, "-c", START_AND_QUIT, str(shop), str(settings)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    complaints = [line for line in ended.stderr.splitlines() if "propagateSizeHints" not in line]
    return ended.returncode, "\n".join(complaints)


def test_the_program_starts_and_quits_without_a_word(story: Story, tmp_path: Path) -> None:
    story.shop.close()
    assert start_and_quit(story.shop.path, tmp_path / "w.ini") == (0, "")


@pytest.mark.proof
@WHOLE
@pytest.mark.parametrize("ten", range(STARTS // 10))
def test_it_does_so_a_hundred_times(story: Story, tmp_path: Path, ten: int) -> None:
    story.shop.close()
    assert [start_and_quit(story.shop.path, tmp_path / "w.ini") for _ in range(10)] == [(0, "")] * 10
