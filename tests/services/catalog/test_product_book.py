from dataclasses import replace

import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog import product_book
from jxc_desktop.services.catalog.errors import DuplicateCodeError
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.catalog.product_book import ProductBook
from tests.story import Story


@pytest.fixture(params=["a few", "many"])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Codes are looked up one by one, or all at once."""
    monkeypatch.setattr(product_book, "ASKED_ONE_BY_ONE", 0 if request.param == "many" else 1_000)


def add(story: Story, *products: ProductDetails) -> list[int]:
    with story.desk.act("catalog.save_product") as act:
        keys = ProductBook(act.work).add(iter(products))
        act.commit()
    return keys


def change(story: Story, *products: ProductDetails) -> None:
    with story.desk.act("catalog.save_product") as act:
        ProductBook(act.work).change_all(iter(products))
        act.commit()


def code_of(story: Story, product: int) -> str:
    return story.shop.catalog.product(product).code


COLA = ProductDetails(name="可乐", code="A1", codes=("111",))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("taken", ["111", "222", "A1"])
def test_a_code_of_another_product_is_refused_with_its_name(story: Story, taken: str) -> None:
    add(story, replace(COLA, packs=(Pack("箱", Quantity.of(12), None, ("222",)),)))
    clash = {"code": taken} if taken == "A1" else {"codes": (taken,)}
    with pytest.raises(DuplicateCodeError) as refusal:
        add(story, ProductDetails(name="芬达", codes=("333",)), replace(ProductDetails(name="雪碧"), **clash))
    assert (refusal.value.code, refusal.value.name) == (taken, "可乐")


@pytest.mark.usefixtures("many")
def test_a_code_given_twice_at_once_is_refused_with_the_first_name(story: Story) -> None:
    with pytest.raises(DuplicateCodeError) as refusal:
        add(story, COLA, ProductDetails(name="雪碧", codes=("111",)))
    assert (refusal.value.code, refusal.value.name) == ("111", "可乐")


@pytest.mark.usefixtures("many")
def test_who_names_no_code_gets_the_first_barcode(story: Story) -> None:
    (product,) = add(story, ProductDetails(name="可乐", codes=("111", "222")))
    assert code_of(story, product) == "111"


@pytest.mark.usefixtures("many")
def test_a_barcode_that_is_anothers_code_is_no_code_of_its_own(story: Story) -> None:
    add(story, ProductDetails(name="可乐", code="111"))
    sprite, fanta = add(story, ProductDetails(name="雪碧", codes=("111",)), ProductDetails(name="芬达", code="222"))
    assert code_of(story, sprite) == f"{sprite:06d}"
    assert story.shop.catalog.product(sprite).codes == ("111",)
    assert code_of(story, fanta) == "222"


@pytest.mark.usefixtures("many")
def test_who_has_neither_gets_the_next_number_that_is_free(story: Story) -> None:
    taken = [ProductDetails(name=f"商品{number}", code=f"{number:06d}") for number in (3, 4)]
    add(story, taken[0])
    (towel, _four, brush) = add(story, ProductDetails(name="毛巾"), taken[1], ProductDetails(name="牙刷"))
    assert code_of(story, towel) == "000002"
    assert code_of(story, brush) == "000005"
    assert [hit.product_id for hit in story.shop.catalog.search("000005")] == [brush]


@pytest.mark.usefixtures("many")
def test_several_products_are_changed_at_once(story: Story) -> None:
    cola, sprite = add(story, COLA, ProductDetails(name="雪碧", codes=("222",)))
    case = Pack("箱", Quantity.of(12), UnitPrice(330_000), ("444",))
    change(
        story,
        replace(COLA, id=cola, name="可口可乐", codes=("111", "333"), packs=(case,)),
        ProductDetails(id=sprite, name="雪碧", code="222", codes=("222",), retail_price=UnitPrice(30_000)),
    )
    after = story.shop.catalog.product(cola)
    assert (after.name, after.codes, after.packs) == ("可口可乐", ("111", "333"), (case,))
    assert story.shop.catalog.product(sprite).retail_price == UnitPrice(30_000)
    assert [hit.product_id for hit in story.shop.catalog.search("kkkl")] == [cola]


@pytest.mark.usefixtures("many")
def test_a_change_may_not_take_anothers_code(story: Story) -> None:
    cola, _sprite = add(story, COLA, ProductDetails(name="雪碧", codes=("222",)))
    with pytest.raises(DuplicateCodeError) as refusal:
        change(story, replace(COLA, id=cola, codes=("111", "222")))
    assert (refusal.value.code, refusal.value.name) == ("222", "雪碧")
    assert story.shop.catalog.product(cola).codes == ("111",)
