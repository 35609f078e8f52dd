"""商品: the list, what it is narrowed by, the files that come in and go out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.catalog.product_list_page import ProductListPage
from tests.robots.desk import CONTROL, Desk
from tests.story import Story
from tests.ui.catalog.conftest import TEA, form_of

Products = Desk[ProductListPage]


def test_every_product_is_listed_with_its_prices(products: Products) -> None:
    table = products.page.list.table
    assert products.sees(table, "name") == ["可乐", "红茶"]
    assert products.sees(table, "retail_price") == ["3.00", "4.50"]
    assert products.sees(table, "reference_cost") == ["2.00", "3.00"]


def test_enter_opens_the_chosen_product_and_esc_comes_back_to_its_row(products: Products) -> None:
    products.key(Qt.Key.Key_Down)
    products.key(Qt.Key.Key_Down)
    products.key(Qt.Key.Key_Return)
    assert form_of(products).fields.text("name") == "红茶"
    products.key(Qt.Key.Key_Escape)
    assert not products.page.is_form_shown()
    row = products.page.list.table.current_row()
    assert row is not None
    assert row.name == "红茶"


def test_typing_narrows_and_a_scan_opens(products: Products) -> None:
    products.type("kl")
    products.wait_for_rows(products.page.list.table, "name", ["可乐"])
    products.scan(TEA)
    assert form_of(products).fields.text("name") == "红茶"


def test_an_unknown_scan_offers_to_write_the_product_down(products: Products) -> None:
    products.scan("6950000000002")
    words = products.page.line.shown_words()
    assert "没有这个条码 6950000000002" in words
    assert "Ctrl+N 建商品" in words


def test_a_product_that_is_not_sold_any_more_has_its_own_segment(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["红茶"])
    form_of(products).fields.stopped.setChecked(True)
    products.key(Qt.Key.Key_S, CONTROL)
    products.key(Qt.Key.Key_Escape)
    products.wait_for_rows(products.page.list.table, "name", ["可乐"])
    products.page.list.segments.choose("inactive")
    products.wait_for_rows(products.page.list.table, "name", ["红茶"])


def test_a_category_leaves_what_is_in_it_and_below(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form_of(products).fields.combo("category").setCurrentText("食品 / 饮料")
    products.key(Qt.Key.Key_S, CONTROL)
    products.key(Qt.Key.Key_Escape)
    products.page.reload()
    combo = products.page.list.category
    assert [combo.itemText(place) for place in range(combo.count())] == ["全部类别", "食品", "食品 / 饮料"]
    combo.setCurrentText("食品")
    combo.activated.emit(1)
    products.wait_for_rows(products.page.list.table, "name", ["可乐"])


def test_ctrl_o_leads_to_where_goods_lists_come_in(products: Products) -> None:
    products.key(Qt.Key.Key_O, CONTROL)
    assert products.asked_pages == [("catalog.import", ImportKind.PRODUCTS)]


def test_whoever_may_not_import_is_not_offered_it(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int]
) -> None:
    dress()
    story.desk.operator = SignedIn(1, "小李", Role.STOCKKEEPER)
    desk = Desk(qtbot, story, ProductListPage)
    desk.wait(lambda: desk.page.list.row_count() == 2)
    desk.key(Qt.Key.Key_O, CONTROL)
    assert desk.asked_pages == []
    assert "导入商品" not in [button.text() for button in desk.page.findChildren(QPushButton)]
    desk.close()


def test_ctrl_e_writes_what_is_seen_so_that_it_can_be_read_again(products: Products, tmp_path: Path) -> None:
    products.type("kl")
    products.wait(lambda: products.page.list.row_count() == 1)
    products.key(Qt.Key.Key_E, CONTROL)
    products.pick_file(tmp_path / "商品.xlsx")
    products.wait(lambda: "已导出 商品.xlsx" in products.page.line.shown_words())
    rows = read_sheet(tmp_path / "商品.xlsx").rows
    assert [row[1] for row in rows] == ["商品名称", "可乐"]
    result = products.story.shop.imports.products(tmp_path / "商品.xlsx")
    assert (result.added, result.changed, result.unchanged) == (0, 0, 1)


def test_an_empty_shop_says_where_products_come_from(qtbot: QtBot, dress: Callable[..., None], story: Story) -> None:
    dress()
    desk = Desk(qtbot, story, ProductListPage)
    desk.wait(lambda: desk.page.list._panel.is_empty_shown())
    desk.key(Qt.Key.Key_N, CONTROL)
    assert desk.page.is_form_shown()
    desk.close()


def test_a_clerk_has_no_column_and_no_field_for_the_cost(
    qtbot: QtBot, dress: Callable[..., None], story: Story, goods: dict[str, int]
) -> None:
    dress()
    story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    desk = Desk(qtbot, story, ProductListPage)
    desk.wait(lambda: desk.page.list.row_count() == 2)
    assert "进价" not in [column.title for column in desk.page.list.table.model_of_rows().columns]
    desk.page.open_item(goods["可乐"])
    assert "reference_cost" not in form_of(desk).fields.fields
    assert "平均成本" not in form_of(desk).panels._margin.words()
    desk.close()


def test_a_refusal_of_the_categories_is_said_in_the_line(products: Products, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NotAllowedError("catalog.category_keys")

    monkeypatch.setattr(products.story.shop.catalog, "category_keys", refuse)
    products.page.reload()
    assert "没有权限做这件事" in products.page.line.shown_words()
