"""Writing products down: what is kept, and what is refused."""

from dataclasses import replace

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import check_barcode, has_wrong_check_digit
from jxc_desktop.services.catalog.errors import DuplicateCodeError, UnitFixedError
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.people.desk import SignedIn
from tests.story import Story

CASE = Pack("箱", Quantity.of(24), UnitPrice.parse("60"), ("16901234567899",))
COLA = ProductDetails(
    name="可口可乐",
    code="K01",
    codes=("6901234567892", "690"),
    unit="瓶",
    packs=(CASE, Pack("提", Quantity.of(6))),
    initials="kkkl",
    category=("食品", "饮料"),
    brand="可口可乐",
    spec="330ml",
    retail_price=UnitPrice.parse("99999999.9999"),
    member_price=UnitPrice.parse("0"),
    wholesale_price=UnitPrice.parse("2.5"),
    lowest_price=UnitPrice.parse("2.9333"),
    reference_cost=UnitPrice.parse("2.1"),
    tax_rate=TaxRate.EXEMPT,
    is_weighed=True,
    is_active=False,
)


def refused(story: Story, details: ProductDetails) -> tuple[str, str]:
    with pytest.raises(InvalidInputError) as refusal:
        story.shop.catalog.save_product(details)
    assert story.shop.catalog.search(details.name.strip() or "可乐") == []
    return refusal.value.field, refusal.value.reason


def test_everything_that_was_written_down_is_kept(story: Story) -> None:
    key = story.shop.catalog.save_product(COLA)
    assert story.shop.catalog.product(key) == replace(COLA, id=key)


def test_a_change_leaves_what_is_not_changed(story: Story) -> None:
    key = story.shop.catalog.save_product(COLA)
    changed = replace(COLA, id=key, name="零度可乐", packs=(replace(CASE, retail_price=None), COLA.packs[1]))
    assert story.shop.catalog.save_product(changed) == key
    assert story.shop.catalog.product(key) == changed


def test_who_writes_only_a_name_gets_a_number_and_initials(story: Story) -> None:
    key = story.shop.catalog.save_product(ProductDetails("农夫山泉"))
    product = story.shop.catalog.product(key)
    assert (product.code, product.initials, product.unit, product.category) == (f"{key:06d}", "nfsq", "个", ())


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"name": " 　"}, "name", "empty"),
        ({"unit": ""}, "unit", "empty"),
        ({"codes": ("",)}, "barcode", "empty"),
        ({"codes": ("12 ",)}, "barcode", "not_scannable"),
        ({"codes": ("1\n2",)}, "barcode", "not_scannable"),
        ({"codes": ("1" * 81,)}, "barcode", "not_scannable"),
        ({"packs": (replace(CASE, codes=("",)),)}, "barcode", "empty"),
        ({"packs": (replace(CASE, name="瓶"),)}, "packs", "same_unit_twice"),
        ({"packs": (CASE, replace(CASE, codes=()))}, "packs", "same_unit_twice"),
        ({"packs": (replace(CASE, factor=Quantity(0)),)}, "packs", "not_positive"),
        ({"packs": (replace(CASE, factor=Quantity.of(-1)),)}, "packs", "not_positive"),
        ({"packs": (replace(CASE, retail_price=UnitPrice(-1)),)}, "packs", "negative"),
    ],
)
def test_what_cannot_be_sold_so_is_refused(story: Story, change: dict[str, object], field: str, reason: str) -> None:
    assert refused(story, replace(COLA, **change)) == (field, reason)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["retail_price", "member_price", "wholesale_price", "lowest_price", "reference_cost"])
def test_a_price_below_nothing_or_of_a_barcode_is_refused_under_its_field(story: Story, field: str) -> None:
    for price, reason in (("-0.0001", "negative"), ("100000000", "too_large"), ("999999999999999", "too_large")):
        details = replace(COLA, **{field: UnitPrice.parse(price)})  # type: ignore[arg-type]
        assert refused(story, details) == (field, reason)


def test_a_code_of_another_product_is_refused_with_its_name(story: Story) -> None:
    story.shop.catalog.save_product(COLA)
    with pytest.raises(DuplicateCodeError) as refusal:
        story.shop.catalog.save_product(ProductDetails("雪碧", codes=("06901234567892",)))
    assert (refusal.value.code, refusal.value.name) == ("06901234567892", "可口可乐")


def test_the_unit_may_change_until_the_goods_have_moved(story: Story) -> None:
    cola = story.product("可乐")
    story.shop.catalog.save_product(ProductDetails("可乐", id=cola, unit="罐"))
    story.receive(cola, "1", "1.00")
    with pytest.raises(UnitFixedError) as refusal:
        story.shop.catalog.save_product(ProductDetails("可乐", id=cola, unit="箱"))
    assert (refusal.value.name, refusal.value.unit) == ("可乐", "罐")
    story.shop.catalog.save_product(ProductDetails("零度可乐", id=cola, unit="罐"))
    assert story.shop.catalog.product(cola).name == "零度可乐"


def test_a_product_there_is_not_is_neither_shown_nor_changed(story: Story) -> None:
    for call in (
        lambda: story.shop.catalog.product(99),
        lambda: story.shop.catalog.save_product(replace(COLA, id=99)),
        lambda: story.shop.catalog.set_reference_cost(99, UnitPrice(0)),
    ):
        with pytest.raises(NotFoundError) as refusal:
            call()
        assert (refusal.value.kind, refusal.value.name) == ("product", 99)


def test_a_clerk_sees_everything_but_what_it_cost(story: Story) -> None:
    key = story.shop.catalog.save_product(COLA)
    story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    assert story.shop.catalog.product(key) == replace(COLA, id=key, reference_cost=None)


def test_the_cost_it_is_thought_to_have_may_be_nothing_but_not_less(story: Story) -> None:
    cola = story.product(cost="2.00")
    story.shop.catalog.set_reference_cost(cola, UnitPrice(0))
    assert story.shop.catalog.product(cola).reference_cost == UnitPrice(0)
    with pytest.raises(InvalidInputError) as refusal:
        story.shop.catalog.set_reference_cost(cola, UnitPrice(-1))
    assert (refusal.value.field, refusal.value.reason) == ("reference_cost", "negative")


def test_a_category_is_made_once_and_listed_with_those_above_it(story: Story) -> None:
    for path in (("食品", "饮料"), ("食品", "饮料", "汽水"), ("百货",), ("食品",)):
        story.shop.catalog.save_product(ProductDetails("商品", category=path))
    paths = [("百货",), ("食品",), ("食品", "饮料"), ("食品", "饮料", "汽水")]
    assert story.shop.catalog.categories() == sorted(paths)
    assert list(story.shop.catalog.category_keys()) == sorted(paths)


def test_whoever_shows_products_is_told_of_a_change_and_of_no_refusal(story: Story) -> None:
    told: list[frozenset[Change]] = []
    story.desk.on_change(told.append)
    refused(story, ProductDetails(" "))
    assert told == []
    story.shop.catalog.save_product(COLA)
    assert told == [frozenset({Change.PRODUCTS})]


@pytest.mark.parametrize("code", ["1", "1" * 80, "A-1 b", "商品1"])
def test_what_a_scanner_can_send_is_a_barcode(code: str) -> None:
    check_barcode(code)


@pytest.mark.parametrize(
    ("code", "is_wrong"),
    [("6901234567892", False), ("6901234567891", True), ("690", False), ("", False), ("ABC", False)],
)
def test_a_mistyped_ean_is_told_from_a_code_of_the_shops_own(code: str, is_wrong: bool) -> None:
    assert has_wrong_check_digit(code) is is_wrong
