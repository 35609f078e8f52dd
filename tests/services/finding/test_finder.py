"""Anything of the shop by a few letters or digits, as far as one may see it."""

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from tests.story import Story

COLA, TEA = "6901234567892", "6902083881405"


def seat(story: Story, role: Role) -> None:
    story.desk.operator = SignedIn(1, "某人", role)


@pytest.fixture
def shop(story: Story) -> dict[str, int]:
    """Cola and green tea; cola came in, was sold and came back; tea lay there at the beginning."""
    cola = story.product("可口可乐", "3.00", (COLA,))
    tea = story.product("绿茶", "4.50", (TEA,))
    receipt = story.receive(cola, "10", "2.00")
    sale = story.sell(cola, "4").document_id
    back = story.take_back(sale, "1")
    opening = story.open_with(tea, "2", "5.00")
    story.shop.partners.add_supplier("城北批发", "13800000018")
    return {"cola": cola, "tea": tea, "receipt": receipt, "sale": sale, "back": back, "opening": opening}


@pytest.mark.parametrize("text", ["kkkl", "可乐", "67892", COLA, " KL "])
def test_a_product_is_found_by_initials_name_and_last_digits(story: Story, shop: dict[str, int], text: str) -> None:
    (found,) = story.shop.finder.find(text).products
    assert (found.product_id, found.name, found.code) == (shop["cola"], "可口可乐", COLA)
    assert (str(found.price), str(found.on_hand)) == ("3.00", "7")


def test_what_was_typed_is_told_in_the_name(story: Story, shop: dict[str, int]) -> None:
    (found,) = story.shop.finder.find("kl").products
    assert found.name[slice(*found.matched)] == "可乐"


def test_a_document_is_found_by_the_end_and_by_the_beginning_of_its_number(story: Story, shop: dict[str, int]) -> None:
    number = story.shop.sales.sale(shop["sale"]).row.number
    for text in (number[-4:], number[:-2], number.lower()):
        found = story.shop.finder.find(text).documents
        assert (shop["sale"], DocumentKind.SALE, number) in [(one.document_id, one.kind, one.number) for one in found]


def test_two_characters_are_part_of_every_number_and_find_none_by_it(story: Story, shop: dict[str, int]) -> None:
    assert [one for one in story.shop.finder.find("01").documents if not one.holds] == []
    assert story.shop.finder.find("XS").documents == ()


def test_the_best_product_brings_the_documents_it_was_last_on(story: Story, shop: dict[str, int]) -> None:
    found = story.shop.finder.find("kkkl").documents
    assert [one.document_id for one in found] == [shop["back"], shop["sale"], shop["receipt"]]
    assert [(one.holds, str(one.quantity)) for one in found] == [
        ("可口可乐", "1"),
        ("可口可乐", "4"),
        ("可口可乐", "10"),
    ]
    assert [one.partner for one in found] == ["", "", "城南批发"]


def test_one_letter_brings_no_documents(story: Story, shop: dict[str, int]) -> None:
    found = story.shop.finder.find("k")
    assert [one.name for one in found.products] == ["可口可乐"]
    assert found.documents == ()


def test_opening_stock_is_found(story: Story, shop: dict[str, int]) -> None:
    number = story.shop.inventory.opening_stock(shop["opening"]).row.number
    (found,) = story.shop.finder.find(number).documents
    assert (found.document_id, found.kind) == (shop["opening"], DocumentKind.OPENING_STOCK)


@pytest.mark.parametrize("text", ["cb", "城北", "批发", "0018"])
def test_a_supplier_is_found_by_initials_name_and_the_end_of_the_telephone(
    story: Story, shop: dict[str, int], text: str
) -> None:
    assert "城北批发" in [found.name for found in story.shop.finder.find(text).suppliers]


def test_no_more_of_a_kind_than_was_asked_for(story: Story) -> None:
    for number in range(5):
        story.product(f"雪碧{number}")
    assert len(story.shop.finder.find("xb", 3).products) == 3
    assert len(story.shop.finder.find("xb", 4).products) == 4


def test_signs_that_mean_something_to_the_store_mean_themselves(story: Story, shop: dict[str, int]) -> None:
    for text in ("%", "_", "\\", "%%%1", "___1", "'"):
        found = story.shop.finder.find(text)
        assert (found.products, found.documents, found.suppliers) == ((), (), ())


def test_nothing_typed_finds_nothing(story: Story, shop: dict[str, int]) -> None:
    found = story.shop.finder.find("  ")
    assert (found.products, found.documents, found.suppliers) == ((), (), ())


def test_a_clerk_finds_sales_but_neither_receipts_nor_suppliers(story: Story, shop: dict[str, int]) -> None:
    seat(story, Role.CLERK)
    found = story.shop.finder.find("kkkl")
    assert [one.kind for one in found.documents] == [DocumentKind.CUSTOMER_RETURN, DocumentKind.SALE]
    assert story.shop.finder.find("cbpf").suppliers == ()
    recalled = story.shop.finder.recall([], [shop["receipt"], shop["sale"], shop["opening"]])
    assert [one.document_id for one in recalled.documents] == [shop["sale"]]


def test_a_stockkeeper_finds_receipts_but_no_sales(story: Story, shop: dict[str, int]) -> None:
    seat(story, Role.STOCKKEEPER)
    assert [one.kind for one in story.shop.finder.find("kkkl").documents] == [DocumentKind.GOODS_RECEIPT]


def test_what_was_open_is_recalled_as_it_is_now_and_what_is_gone_is_left_out(
    story: Story, shop: dict[str, int]
) -> None:
    story.sell(shop["cola"], "2")
    found = story.shop.finder.recall([shop["tea"], 999, shop["cola"]], [999, shop["receipt"], shop["sale"]])
    assert [(one.name, str(one.on_hand)) for one in found.products] == [("绿茶", "2"), ("可口可乐", "5")]
    assert [one.document_id for one in found.documents] == [shop["receipt"], shop["sale"]]


def test_a_document_that_undoes_another_says_so(story: Story, shop: dict[str, int]) -> None:
    mirror = story.shop.inventory.reverse(shop["opening"], "写错了")
    (found,) = story.shop.finder.recall([], [mirror]).documents
    assert found.is_mirror
