"""Ctrl+K: anything by a few letters, from wherever one is, and back."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.finding.finder import Finder
from jxc_desktop.services.finding.found import Findings
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.catalog.product_form import ProductForm
from jxc_desktop.ui.catalog.product_list_page import ProductListPage
from jxc_desktop.ui.inventory.opening_page import OpeningPage
from jxc_desktop.ui.inventory.stock_page import StockPage
from jxc_desktop.ui.purchasing.receipt_list_page import ReceiptListPage
from jxc_desktop.ui.sales.cart_table import CartTable
from jxc_desktop.ui.sales.sale_list_page import SaleListPage
from jxc_desktop.ui.widgets.scan_field import ScanField
from tests.robots.counter import part_of
from tests.robots.whole_window import ALT, COLA, CONTROL, SCANNED, WholeWindow

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def cart(window: WholeWindow) -> list[str]:
    model = part_of(window.page, CartTable).model()
    return [str(model.data(model.index(row, 1))) for row in range(model.rowCount())]


def document(window: WholeWindow) -> int:
    assert isinstance(window.page, SaleListPage)
    sheet = window.page.document.sheet
    assert sheet is not None
    return sheet.document_id


# Open and close


def test_ctrl_k_opens_it_from_the_scan_field_and_esc_leads_back_there(window: WholeWindow) -> None:
    field = window.focus()
    assert isinstance(field, ScanField)
    palette = window.open_palette()
    assert window.focus() is palette.field
    window.key(ESCAPE)
    assert not window.is_palette_open()
    assert window.focus() is field


def test_a_click_on_the_field_in_the_top_line_opens_it_and_one_beside_it_closes_it(window: WholeWindow) -> None:
    QTest.mouseClick(window.window.tab_line.find_button, Qt.MouseButton.LeftButton)
    assert window.is_palette_open()
    corner = QPoint(5, window.window.height() - 5)
    QTest.mouseClick(window.window.windowHandle(), Qt.MouseButton.LeftButton, pos=corner)
    assert not window.is_palette_open()


def test_what_was_typed_last_time_is_gone(window: WholeWindow) -> None:
    window.find("kkkl", "可口可乐")
    window.key(ESCAPE)
    assert window.open_palette().field.text() == ""
    window.wait(lambda: "可口可乐" not in " ".join(window.rows()))


def test_it_lies_in_the_middle_of_the_window_and_inside_it(window: WholeWindow) -> None:
    palette = window.open_palette()
    for size in ((1366, 690), (1920, 1000), (1366, 768)):
        window.window.resize(*size)
        place = palette.geometry()
        assert abs(place.center().x() - window.window.rect().center().x()) <= 1
        assert window.window.rect().contains(place)


def test_no_key_of_the_window_or_the_page_does_anything_meanwhile(window: WholeWindow) -> None:
    window.open_palette()
    for key, modifiers in (
        (Qt.Key.Key_2, CONTROL),
        (Qt.Key.Key_2, ALT),
        (Qt.Key.Key_B, CONTROL),
        (Qt.Key.Key_F9, None),
    ):
        window.key(key, modifiers) if modifiers is not None else window.key(key)
    assert window.is_palette_open()
    assert window.page.key == "sales.checkout"
    assert window.window.page_list is not None
    assert window.window.page_list.isVisible()


def test_a_page_that_asks_for_the_focus_does_not_get_it_meanwhile(window: WholeWindow) -> None:
    palette = window.open_palette()
    window.page.focus_first()
    assert window.focus() is palette.field


# Finding and opening


def test_a_product_is_found_by_its_initials_and_enter_opens_its_form(
    window: WholeWindow, goods: dict[str, int]
) -> None:
    window.find("kkkl", "可口可乐")
    assert window.rows()[:2] == ["商品", f"可口可乐  {COLA}  零售 3.00  现存 7"]
    window.key(ENTER)
    assert not window.is_palette_open()
    assert isinstance(window.page, ProductListPage)
    assert window.page.form is not None
    assert window.page.form.product_id() == goods["可乐"]


def test_ctrl_enter_opens_what_came_and_went_of_the_product(window: WholeWindow, goods: dict[str, int]) -> None:
    window.find("881405", "绿茶")
    window.key(ENTER, CONTROL)
    page = window.page
    assert isinstance(page, StockPage)
    window.wait(lambda: page.panel.product_id() == goods["绿茶"])


def test_ctrl_enter_on_what_has_no_ledger_does_nothing(window: WholeWindow) -> None:
    window.find("kccx", "库存查询")
    window.key(ENTER, CONTROL)
    assert window.is_palette_open()


def test_a_page_is_found_by_its_initials_by_its_word_and_by_its_tab(window: WholeWindow) -> None:
    window.find("kccx", "库存查询")
    assert window.rows()[:2] == ["页面", "库存查询  库存"]
    window.key(ENTER)
    assert window.page.key == "inventory.stock"
    window.find("xs", "收银台  销售")
    assert "零售单  销售" in window.rows()


def test_a_sale_is_found_by_the_end_of_its_number(window: WholeWindow, goods: dict[str, int]) -> None:
    number = window.shop.sales.sale(goods["零售"]).row.number
    window.find(number[-6:], number)
    while window.chosen() != number:
        window.key(DOWN)
    window.key(ENTER)
    assert document(window) == goods["零售"]


def test_opening_stock_is_found_by_its_number(window: WholeWindow, goods: dict[str, int]) -> None:
    number = window.shop.inventory.opening_stock(goods["期初"]).row.number
    window.find(number.lower(), number)
    window.key(ENTER)
    page = window.page
    assert isinstance(page, OpeningPage)
    assert page.document.shown is not None
    assert page.document.shown.row.document_id == goods["期初"]


def test_the_documents_of_the_product_stand_below_it(window: WholeWindow, goods: dict[str, int]) -> None:
    number = window.shop.sales.sale(goods["零售"]).row.number
    window.find("kkkl", number)
    assert f"{number}  零售  含 可口可乐 × 4  2026-03-02  12.00" in window.rows()


def test_nothing_found_says_what_else_to_try(window: WholeWindow) -> None:
    window.open_palette()
    window.type("zzzz")
    window.wait_for_row("没有找到")
    window.key(ENTER)
    assert window.is_palette_open()


def test_a_click_on_a_row_opens_it(window: WholeWindow) -> None:
    window.find("881405", "绿茶")
    QTest.mouseClick(window.palette().list, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert isinstance(window.page, ProductListPage)


def test_arrows_walk_the_rows_and_stop_at_the_ends(window: WholeWindow) -> None:
    window.find("bg", "饼干0")
    first = window.chosen()
    window.key(UP)
    assert window.chosen() == first
    window.key(DOWN)
    assert window.chosen() != first
    for _row in range(20):
        window.key(DOWN)
    assert window.rows()[-1].startswith(window.chosen())


def test_tab_shows_only_the_group_of_the_row_and_more_of_it_and_tab_again_everything(window: WholeWindow) -> None:
    window.find("bg", "饼干0")
    assert [row.split()[0] for row in window.rows()[:4]] == ["商品", "饼干0", "饼干1", "饼干2"]
    window.key(TAB)
    window.wait_for_row("饼干4")
    assert [row.split()[0] for row in window.rows()] == ["商品", *(f"饼干{number}" for number in range(5))]
    window.key(TAB)
    window.wait(lambda: not any(row.startswith("饼干4") for row in window.rows()))


def test_a_form_with_unsaved_work_is_not_thrown_away(window: WholeWindow, goods: dict[str, int]) -> None:
    window.show("catalog.products", goods["绿茶"])
    form = part_of(window.page, ProductForm)
    name = next(line for line in form.findChildren(QLineEdit) if line.text() == "绿茶")
    name.setFocus()
    window.type("1")
    window.wait(lambda: name.text() == "绿茶1")
    window.find("kkkl", "可口可乐")
    window.key(ENTER)
    assert form.product_id() == goods["绿茶"]
    assert "没保存" in form.line.shown_words()


def test_a_supplier_is_found_and_his_receipts_are_listed(window: WholeWindow, goods: dict[str, int]) -> None:
    window.find("cnpf", "城南批发  供应商")
    window.key(ENTER)
    page = window.page
    assert isinstance(page, ReceiptListPage)
    assert page.list.filters.search.text() == "城南批发"
    window.wait(lambda: [row.document_id for row in page.list.table.model_of_rows().rows()] == [goods["入库"]])


# Where one was


def test_empty_it_offers_where_one_was_newest_first_without_where_one_is(
    window: WholeWindow, goods: dict[str, int]
) -> None:
    number = window.shop.sales.sale(goods["零售"]).row.number
    window.show("sales.list", goods["零售"])
    window.show("inventory.stock", goods["可乐"])
    window.show("catalog.products", goods["绿茶"])
    window.open_palette()
    window.wait_for_row("最近去过")
    assert [row.split()[0] for row in window.rows()] == [
        "最近去过",
        "可口可乐",
        "库存查询",
        number,
        "零售单",
        "收银台",
    ]
    window.key(ENTER)
    assert window.page.key == "inventory.stock"


def test_a_document_opened_by_hand_is_remembered_too(window: WholeWindow, goods: dict[str, int]) -> None:
    window.show("sales.list")
    page = window.page
    assert isinstance(page, SaleListPage)
    page.open_item(goods["退货"])
    window.key(ESCAPE)
    window.open_palette()
    window.wait_for_row("XT")


def test_no_more_than_eight_places_are_offered(window: WholeWindow, goods: dict[str, int]) -> None:
    for name in ("饼干0", "饼干1", "饼干2", "饼干3", "饼干4", "可乐", "绿茶"):
        window.show("catalog.products", goods[name])
        window.show("inventory.stock", goods[name])
    window.open_palette()
    window.wait_for_row("最近去过")
    assert len(window.rows()) == 1 + 8


# Commands


def test_a_list_is_exported_from_it(window: WholeWindow) -> None:
    window.show("inventory.stock")
    window.find("dc", "导出")
    window.key(ENTER)
    dialog = window.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_what_the_page_cannot_do_is_not_offered(window: WholeWindow) -> None:
    window.find("sx", "刷新  收银台")
    window.key(Qt.Key.Key_A, CONTROL)
    window.type("dc")
    window.wait(lambda: not any(row.startswith("刷新") for row in window.rows()))
    assert not any(row.startswith("导出") for row in window.rows())


def test_the_list_of_pages_is_put_away_and_brought_back(window: WholeWindow) -> None:
    pages = window.window.page_list
    assert pages is not None
    window.find("sq", "收起左边的页面列表")
    window.key(ENTER)
    assert not pages.isVisible()
    window.find("xszb", "显示左边的页面列表")
    window.key(ENTER)
    assert pages.isVisible()


# Speed


def test_typing_goes_on_while_the_shop_file_is_searched(window: WholeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer = Event()
    found = Finder.find

    def slow(finder: Finder, text: str, most: int = 3) -> Findings:
        assert may_answer.wait(10)
        return found(finder, text, most)

    monkeypatch.setattr(Finder, "find", slow)
    palette = window.open_palette()
    window.type("kkk")
    window.key(Qt.Key.Key_Backspace)
    window.wait(lambda: palette.field.text() == "kk")
    may_answer.set()
    window.wait_for_row("可口可乐")


def test_enter_before_the_answer_opens_what_was_typed_not_what_is_shown(
    window: WholeWindow, goods: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.find("881405", "绿茶")
    may_answer = Event()
    found = Finder.find

    def slow(finder: Finder, text: str, most: int = 3) -> Findings:
        assert may_answer.wait(10)
        return found(finder, text, most)

    monkeypatch.setattr(Finder, "find", slow)
    window.key(Qt.Key.Key_A, CONTROL)
    window.type("kkkl")
    window.key(ENTER)
    assert window.is_palette_open()
    may_answer.set()
    window.wait(lambda: not window.is_palette_open())
    assert isinstance(window.page, ProductListPage)
    assert window.page.form is not None
    assert window.page.form.product_id() == goods["可乐"]


# Scans and people


def test_a_scan_meanwhile_presses_nothing_and_reaches_the_page_when_it_closes(window: WholeWindow) -> None:
    palette = window.open_palette()
    window.type("lc")
    window.wait_for_row("绿茶")
    window.scan(COLA)
    window.scan(SCANNED)
    assert window.is_palette_open()
    assert palette.field.text() == "lc"
    assert cart(window) == []
    assert "扫了 2 件，关上就到页面" in [hint.word for hint in palette.hints()]
    window.key(ESCAPE)
    assert len(cart(window)) == 2
    assert cart(window)[0] == "可口可乐"


def test_what_was_scanned_meanwhile_goes_to_the_page_below_before_another_is_opened(window: WholeWindow) -> None:
    window.find("kccx", "库存查询")
    window.scan(COLA)
    window.key(ENTER)
    assert window.page.key == "inventory.stock"
    window.show("sales.checkout")
    assert cart(window) == ["可口可乐"]


def test_a_clerk_is_offered_nothing_that_no_page_of_his_opens(window: WholeWindow, goods: dict[str, int]) -> None:
    window.shop._desk.operator = SignedIn(1, "小王", Role.CLERK)
    sale = window.shop.sales.sale(goods["零售"]).row.number
    back = window.shop.sales.sale(goods["退货"]).row.number
    window.find("kkkl", sale)
    assert [row.split()[0] for row in window.rows()] == ["单据", back, sale]
    window.key(Qt.Key.Key_A, CONTROL)
    window.type("kc")
    window.wait_for_row("没有找到")


def test_where_nothing_is_found_the_foot_says_the_way_back(window: WholeWindow) -> None:
    palette = window.open_palette()
    window.type_to_find("zzzqq")
    assert [(hint.key, hint.word) for hint in palette.hints()] == [("Esc", "回到页面")]
