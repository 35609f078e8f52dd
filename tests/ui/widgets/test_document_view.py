"""One document to read, on a window too narrow for the panel beside its lines."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.document_keys import Mode
from tests.robots.sale_list import SaleList
from tests.story import Story

NARROW = 1100


@pytest.fixture
def sale(story: Story) -> int:
    """Four of a product sold, one of them taken back."""
    product = story.product("可乐", "3.00")
    story.receive(product, "10", "2.00")
    sale = story.sell(product, "4").document_id
    story.take_back(sale, "1")
    return sale


@pytest.fixture
def page(qtbot: QtBot, dress: Callable[..., None], story: Story, sale: int) -> Iterator[SaleList]:
    dress()
    made = SaleList(qtbot, story)
    made.page.resize(NARROW, 594)
    made.page.open_item(sale)
    yield made
    made.background.wait()


def focus(page: SaleList) -> tuple[bool, bool, bool]:
    """Whether the trail is seen, whether it has the focus, whether the lines have it."""
    document = page.page.document
    return document.trail.isVisible(), document.trail.hasFocus(), document.table.hasFocus()


def test_tab_opens_the_trail_over_the_lines_and_esc_or_tab_puts_it_away(page: SaleList) -> None:
    assert focus(page) == (False, False, True)
    for way_back in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        page.key(Qt.Key.Key_Tab)
        assert focus(page) == (True, True, False)
        page.key(way_back)
        assert focus(page) == (False, False, True)
    assert page.page.mode() is Mode.DOCUMENT


def test_the_trail_leads_on_to_a_document_that_is_seen_whole(page: SaleList) -> None:
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.title().startswith("零售退货")
    assert focus(page) == (False, False, True)


def test_the_figures_are_seen_even_where_nothing_goes_before_or_after(page: SaleList) -> None:
    page.page.open_item(page.story.sell(1).document_id)
    page.key(Qt.Key.Key_Tab)
    assert focus(page) == (True, False, True)
    page.key(Qt.Key.Key_Escape)
    assert focus(page) == (False, False, True)
    page.key(Qt.Key.Key_Escape)
    assert page.page.mode() is Mode.LIST


def test_tab_goes_on_as_ever_where_the_panel_has_its_room(page: SaleList) -> None:
    page.page.resize(1300, 594)
    assert focus(page) == (True, False, True)
    page.key(Qt.Key.Key_Tab)
    assert focus(page) == (True, True, False)
    page.page.resize(NARROW, 594)
    assert not page.page.document.trail.isVisible()
