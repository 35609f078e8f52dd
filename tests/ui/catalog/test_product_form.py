"""The form of a product: typed, scanned, saved, left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import FoundProduct, Pack, ProductDetails
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.catalog.product_list_page import ProductListPage
from tests.robots.desk import CONTROL, Desk
from tests.ui.catalog.conftest import COLA, COLA_CASE, NEW, TEA, form_of

Products = Desk[ProductListPage]


def saved(products: Products, code: str) -> ProductDetails:
    found = products.story.shop.catalog.find_by_code(code)
    assert isinstance(found, FoundProduct)
    return products.story.shop.catalog.product(found.product_id)


def test_a_new_product_is_typed_scanned_and_saved(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    products.type("大豆油5升")
    products.scan(NEW)
    form.fields.line("retail_price").setFocus()
    products.type("33.5")
    form.fields.combo("category").setFocus()
    products.type("食品/粮油")
    products.key(Qt.Key.Key_S, CONTROL)

    details = saved(products, NEW)
    assert (details.name, details.retail_price) == ("大豆油5升", UnitPrice.parse("33.5"))
    assert (details.initials, details.category, details.code) == ("ddy5s", ("食品", "粮油"), NEW)
    assert "已保存 大豆油5升" in form.line.shown_words()
    assert form.changes() == 0


def test_the_initials_follow_the_name_until_they_are_typed_by_hand(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    products.type("红茶")
    assert form.fields.text("initials") == "HC"
    form.fields.line("initials").setFocus()
    products.clear_and_type("hongcha")
    form.fields.line("name").setFocus()
    form.fields.line("name").end(False)
    products.type("大")
    assert form.fields.text("initials") == "hongcha"


def test_every_field_comes_back_as_it_was_saved(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    typed = {"spec": "330ml", "brand": "某牌", "member_price": "2.8", "wholesale_price": "2.5", "lowest_price": "2.2"}
    for name, text in typed.items():
        form.fields.line(name).setText(text)
    form.fields.weighed.setChecked(True)
    products.key(Qt.Key.Key_S, CONTROL)
    details = saved(products, COLA)
    assert (details.spec, details.brand, details.is_weighed) == ("330ml", "某牌", True)
    assert [str(details.member_price), str(details.wholesale_price), str(details.lowest_price)] == [
        "2.80",
        "2.50",
        "2.20",
    ]
    assert details.packs == (Pack("箱", Quantity.of(24), UnitPrice.parse("68"), (COLA_CASE,)),)


def test_faults_stand_under_their_fields_and_f9_goes_to_the_first(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    form.fields.line("lowest_price").setText("9")
    form.fields.line("retail_price").setText("8")
    products.key(Qt.Key.Key_S, CONTROL)
    assert form.fields.fields["name"].fault() == "还没有填"
    assert form.fields.fields["lowest_price"].fault() == "比零售价高"
    assert "还不能保存" in form.line.shown_words()
    assert "最低售价 比零售价高" in form.line.shown_words()
    form.fields.line("spec").setFocus()
    products.key(Qt.Key.Key_F9)
    assert QApplication.focusWidget() is form.fields.line("name")


def test_a_fault_goes_as_soon_as_it_is_mended(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    form.fields.line("retail_price").setText("8")
    products.key(Qt.Key.Key_S, CONTROL)
    form.fields.line("name").setFocus()
    products.type("茶")
    assert form.fields.fields["name"].fault() == ""
    assert not form.line.is_saying()


def test_what_the_books_refuse_stands_under_the_field_it_is_about(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    form.fields.line("code").setText(TEA)
    products.key(Qt.Key.Key_S, CONTROL)
    assert "已经是“红茶”的编码" in form.fields.fields["code"].fault()

    products.story.receive(goods["可乐"], "5", "2.00")
    form.fields.line("code").setText(COLA)
    form.fields.combo("unit").setCurrentText("罐")
    products.key(Qt.Key.Key_S, CONTROL)
    assert form.fields.fields["unit"].fault() == "只能是 瓶"
    assert saved(products, COLA).unit == "瓶"


def test_a_scan_adds_the_code_and_a_second_one_does_not_double_it(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    products.scan(NEW)
    products.scan(NEW)
    assert products.sees(form.codes.table, "code") == [COLA, NEW, COLA_CASE]
    products.key(Qt.Key.Key_S, CONTROL)
    assert saved(products, NEW).name == "可乐"


def test_a_code_of_another_product_is_refused_at_once(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    products.scan(TEA)
    form = form_of(products)
    assert f"{TEA} 已经是“红茶”的条码" in form.line.shown_words()
    assert products.sees(form.codes.table, "code") == [COLA, COLA_CASE]
    assert products.heard.kinds[-1] is SoundKind.BAD


def test_a_wrong_check_digit_is_warned_about_and_taken(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    wrong = NEW[:-1] + "7"
    products.scan(wrong)
    form = form_of(products)
    assert "校验位不对" in form.line.shown_words()
    assert wrong in products.sees(form.codes.table, "code")
    products.key(Qt.Key.Key_S, CONTROL)
    assert saved(products, wrong).name == "可乐"


def test_a_pack_is_written_with_its_code_content_and_price(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["红茶"])
    form = form_of(products)
    products.key(Qt.Key.Key_F3)
    dialog = form.codes.dialog
    assert dialog is not None
    products.scan("16902083881402")
    assert dialog.code.text() == "16902083881402"
    dialog.unit.setCurrentText("箱")
    dialog.factor.setText("15")
    dialog.price.setText("60")
    products.key(Qt.Key.Key_S, CONTROL)
    assert products.sees(form.codes.table, "unit") == ["瓶", "箱"]
    products.key(Qt.Key.Key_S, CONTROL)
    case = Pack("箱", Quantity.of(15), UnitPrice.parse("60"), ("16902083881402",))
    assert saved(products, TEA).packs == (case,)


def test_a_pack_must_say_how_much_it_holds(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["红茶"])
    products.key(Qt.Key.Key_F3)
    dialog = form_of(products).codes.dialog
    assert dialog is not None
    dialog.unit.setCurrentText("箱")
    products.key(Qt.Key.Key_S, CONTROL)
    assert dialog.isVisible()
    assert dialog._factor_field.fault() == "写一个单位有几瓶"
    products.key(Qt.Key.Key_Escape)


def test_delete_takes_a_code_away_but_a_saved_pack_stays(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    form.codes.table.setFocus()
    form.codes.table.choose(1)
    products.key(Qt.Key.Key_Delete)
    assert products.sees(form.codes.table, "code") == [COLA, "没有条码"]
    products.key(Qt.Key.Key_Delete)
    assert "不能去掉" in form.line.shown_words()
    products.key(Qt.Key.Key_S, CONTROL)
    assert saved(products, COLA).packs == (Pack("箱", Quantity.of(24), UnitPrice.parse("68")),)


def test_typed_work_is_thrown_away_only_by_the_second_esc(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    form.fields.line("spec").setFocus()
    products.type("1L")
    assert "改了 1 处，没保存" in form.panels.header.words()
    assert not products.page.may_leave()
    form.leave("Esc")
    assert "再按一次，不保存" in form.line.shown_words()
    products.type("x")
    assert not form.line.is_saying()
    form.leave("Esc")
    assert products.page.is_form_shown()


def test_esc_twice_leaves_and_the_product_is_as_it_was(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    form.fields.line("spec").setText("1L")
    products.key(Qt.Key.Key_Escape)
    assert products.page.is_form_shown()
    products.key(Qt.Key.Key_Escape)
    assert not products.page.is_form_shown()
    assert saved(products, COLA).spec == ""


def test_page_keys_walk_to_the_neighbours_of_the_list(products: Products, goods: dict[str, int]) -> None:
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    products.key(Qt.Key.Key_PageDown)
    assert form.fields.text("name") == "红茶"
    products.key(Qt.Key.Key_PageDown)
    assert "没有再后面的了" in form.line.shown_words()
    products.key(Qt.Key.Key_PageUp)
    assert form.fields.text("name") == "可乐"


def test_enter_goes_to_the_next_field_and_never_saves(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    products.type("茶")
    products.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.fields.line("initials")
    assert products.story.shop.catalog.search("茶", 5)[0].name == "红茶"


def test_stock_and_margin_of_a_known_product_are_shown(products: Products, goods: dict[str, int]) -> None:
    products.story.receive(goods["可乐"], "10", "2.10")
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    assert form.panels._stock.accessibleName() == "现存 10 瓶; 库存金额 21.00"
    assert form.panels._margin.words() == "平均成本 2.10 零售毛利率 30.0%"
    products.key(Qt.Key.Key_F7)
    assert products.asked_pages == [("inventory.stock", goods["可乐"])]


def test_an_esc_of_before_does_not_throw_away_what_the_window_asks_about(products: Products) -> None:
    products.key(Qt.Key.Key_N, CONTROL)
    form = form_of(products)
    products.type("红茶")
    products.key(Qt.Key.Key_Escape)
    assert not products.page.may_leave()
    assert form.line.shown_words().endswith("没保存 Ctrl+S 保存 Esc 不保存")
    products.key(Qt.Key.Key_Escape)
    assert form.fields.text("name") == "红茶"
    assert "Esc 再按一次，不保存" in form.line.shown_words()


def test_a_small_taxpayers_shop_sees_no_tax_rate_and_a_products_own_stays(
    products: Products, goods: dict[str, int]
) -> None:
    catalog = products.story.shop.catalog
    catalog.save_product(replace(catalog.product(goods["可乐"]), tax_rate=TaxRate.R9))
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    assert "税率" not in [field.editor.accessibleName() for field in form.fields.fields.values()]
    form.fields.line("spec").setText("330ml")
    products.key(Qt.Key.Key_S, CONTROL)
    assert (saved(products, COLA).spec, saved(products, COLA).tax_rate) == ("330ml", TaxRate.R9)


def test_a_general_taxpayers_shop_chooses_the_tax_rate(products: Products, goods: dict[str, int]) -> None:
    products.story.shop.settings.change(GENERAL_TAXPAYER_FROM, "2026-03-01")
    products.page.open_item(goods["可乐"])
    form = form_of(products)
    assert form.fields.text("tax_rate") == "13%"
    form.fields.combo("tax_rate").setCurrentText("12%")
    products.key(Qt.Key.Key_S, CONTROL)
    assert form.fields.fields["tax_rate"].fault() == "没有这个税率"
    form.fields.combo("tax_rate").setCurrentText("免税")
    products.key(Qt.Key.Key_S, CONTROL)
    assert saved(products, COLA).tax_rate is TaxRate.EXEMPT


def test_what_the_books_refuse_to_tell_is_said_in_the_line(
    products: Products, goods: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_what: object) -> None:
        raise NotAllowedError("catalog")

    products.page.open_item(goods["可乐"])
    form = form_of(products)
    catalog = products.story.shop.catalog
    for call, act in (("categories", form.reload_now), ("find_by_code", lambda: products.scan(NEW))):
        form.line.clear()
        monkeypatch.setattr(catalog, call, refuse)
        act()
        assert "没有权限做这件事" in form.line.shown_words()
    assert not form.codes.has_code(NEW)
