"""From a figure to the document behind it, and back to where one was."""

from PySide6.QtCore import Qt

from jxc_desktop.ui.inventory.stock_page import StockPage
from tests.robots.whole_window import WholeWindow


def page_key(window: WholeWindow) -> str:
    return window.page.key


def test_escape_leads_from_the_document_back_to_its_row_in_the_ledger(
    window: WholeWindow, goods: dict[str, int]
) -> None:
    window.show("inventory.stock", goods["可乐"])
    window.settle()
    page = window.page
    assert isinstance(page, StockPage)
    window.key(Qt.Key.Key_F8)
    ledger = window.focus()
    window.key(Qt.Key.Key_Down)
    window.key(Qt.Key.Key_Return)
    window.wait(lambda: page_key(window) == "sales.list")
    window.key(Qt.Key.Key_Escape)
    window.wait(lambda: page_key(window) == "inventory.stock")
    assert window.focus() is ledger


def test_escape_leads_from_the_stock_of_a_product_back_to_the_page_that_asked_for_it(
    window: WholeWindow, goods: dict[str, int]
) -> None:
    window.show("sales.list")
    window.show("inventory.stock", goods["可乐"])
    window.settle()
    window.key(Qt.Key.Key_Escape)
    window.wait(lambda: page_key(window) == "sales.list")


def test_who_went_elsewhere_meanwhile_is_not_taken_back(window: WholeWindow, goods: dict[str, int]) -> None:
    window.show("inventory.stock", goods["可乐"])
    window.show("sales.list", goods["零售"])
    window.show("catalog.products")
    window.show("sales.list")
    window.settle()
    window.key(Qt.Key.Key_Escape)
    window.settle()
    assert page_key(window) == "sales.list"
