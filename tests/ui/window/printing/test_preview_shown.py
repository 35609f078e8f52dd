"""The preview over a page of the whole window, and back to where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.ui.widgets.print_preview_request import PRINT_PREVIEW, show_preview
from jxc_desktop.ui.window.printing.preview_shown import PreviewShown
from jxc_desktop.ui.window.printing.print_preview import PrintPreview
from tests.robots.whole_window import CONTROL, TEA, WholeWindow
from tests.ui.window.printing.paper_desk import PaperDesk, a_preview


@pytest.fixture
def desk() -> PaperDesk:
    return PaperDesk()


@pytest.fixture
def shown(window: WholeWindow, goods: dict[str, int], desk: PaperDesk, monkeypatch: pytest.MonkeyPatch) -> PreviewShown:
    """The list of goods in front, its second row chosen, and the preview over it."""
    found = window.program._previews
    monkeypatch.setattr(found, "_devices", lambda: desk)
    window.show("catalog.products")
    window.settle()
    window.key(Qt.Key.Key_Down)
    show_preview(window.page.surroundings, a_preview())
    window.settle()
    return found


def test_it_takes_the_place_of_the_page_and_esc_leads_back_to_the_same_place(
    window: WholeWindow, goods: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = window.program._previews
    monkeypatch.setattr(found, "_devices", PaperDesk)
    window.show("catalog.products")
    window.settle()
    focus = window.focus()
    show_preview(window.page.surroundings, a_preview())
    window.settle()
    assert found.preview is not None
    assert found.preview.isVisible()
    assert not window.page.isVisible()
    window.key(Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert window.focus() is focus
    assert found.preview is None


def test_a_scan_waits_until_it_is_closed(window: WholeWindow, shown: PreviewShown, goods: dict[str, int]) -> None:
    window.scan(TEA)
    window.settle()
    assert shown.preview is not None
    assert shown.preview.line.shown_words() == "扫了 1 件，关掉预览后再处理"
    taken: list[str] = []
    window.page.take_scan = taken.append  # type: ignore[method-assign, assignment]
    window.key(Qt.Key.Key_Escape)
    assert taken == [TEA]


def test_another_page_may_be_opened_from_it(window: WholeWindow, shown: PreviewShown, goods: dict[str, int]) -> None:
    window.show("inventory.stock")
    window.settle()
    assert window.page.isVisible()
    assert shown.preview is None
    window.show("catalog.products")
    assert window.page.isVisible()


def test_a_second_preview_is_not_laid_over_the_first(window: WholeWindow, shown: PreviewShown) -> None:
    first = shown.preview
    window.page.surroundings.show_page(PRINT_PREVIEW, a_preview())
    assert shown.preview is first


def test_it_may_be_closed_while_it_prints_and_writes(
    window: WholeWindow, shown: PreviewShown, desk: PaperDesk, tmp_path: Path
) -> None:
    assert shown.preview is not None
    desk.goes_on.clear()
    window.key(Qt.Key.Key_F9)
    shown.preview._write(tmp_path / "纸.pdf")
    window.key(Qt.Key.Key_Escape)
    window.qtbot.waitUntil(lambda: window.window.findChild(PrintPreview) is None)
    desk.goes_on.set()
    window.settle()
    assert len(desk.printed) == 1
    assert (tmp_path / "纸.pdf").exists()


def test_the_page_below_hears_no_key(window: WholeWindow, shown: PreviewShown, goods: dict[str, int]) -> None:
    asked: list[bool] = []
    window.page.reload = lambda: asked.append(True)  # type: ignore[method-assign]
    window.key(Qt.Key.Key_F5)
    window.key(Qt.Key.Key_N, CONTROL)
    assert asked == []
    assert shown.preview is not None


def test_the_program_ends_with_a_preview_open(window: WholeWindow, shown: PreviewShown) -> None:
    assert window.window.close()
