"""Suppliers: found by name, made once."""

import pytest

from jxc_desktop.models.records import Partner
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.storage.tables import table_of
from tests.story import Story


def names(story: Story) -> list[str]:
    return [supplier.name for supplier in story.shop.partners.suppliers()]


def test_a_new_shop_has_no_supplier(story: Story) -> None:
    assert names(story) == []


def test_a_supplier_has_a_telephone_and_initials_to_be_found_by(story: Story) -> None:
    key = story.shop.partners.add_supplier(" 城南批发 ", " 13800000018 ")
    (supplier,) = story.shop.partners.suppliers()
    assert (supplier.id, supplier.name, supplier.initials, supplier.phone) == (key, "城南批发", "cnpf", "13800000018")


def test_the_same_name_is_the_same_supplier_whatever_blanks_are_round_it(story: Story) -> None:
    first = story.shop.partners.add_supplier("城南批发", "13800000018")
    assert story.shop.partners.add_supplier("　城南批发 ", "1") == first
    (supplier,) = story.shop.partners.suppliers()
    assert supplier.phone == "13800000018"


@pytest.mark.parametrize(("name", "reason"), [("", "empty"), (" 　", "empty"), ("长" * 121, "too_long")])
def test_no_name_and_one_too_long_are_refused_as_they_were_given(story: Story, name: str, reason: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        story.shop.partners.add_supplier(name)
    assert (refusal.value.field, refusal.value.reason, refusal.value.value) == ("supplier", reason, name)
    assert names(story) == []


def test_the_longest_name_is_taken(story: Story) -> None:
    story.shop.partners.add_supplier("长" * 120)
    assert names(story) == ["长" * 120]


def test_a_customer_of_that_name_becomes_a_supplier_too(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.insert(table_of(Partner), [(7, "老王", "lw", 0, 1, "", 1, "", "", "", "")])
        work.commit()
    assert names(story) == []
    assert story.shop.partners.add_supplier("老王") == 7
    assert names(story) == ["老王"]


def test_a_supplier_the_shop_had_given_up_is_back_when_he_is_added_again(story: Story) -> None:
    with story.desk.storage.writing() as work:
        work.insert(table_of(Partner), [(7, "老王", "lw", 1, 0, "", 0, "", "", "", "")])
        work.commit()
    assert names(story) == []
    assert story.shop.partners.add_supplier("老王") == 7
    assert names(story) == ["老王"]


def test_suppliers_are_in_order_of_their_names(story: Story) -> None:
    for name in ("b", "a", "c"):
        story.shop.partners.add_supplier(name)
    assert names(story) == ["a", "b", "c"]


def test_whoever_shows_suppliers_is_told(story: Story) -> None:
    told: list[frozenset[Change]] = []
    story.desk.on_change(told.append)
    story.supplier()
    assert told == [frozenset({Change.PARTNERS})]


def test_a_clerk_has_no_business_with_suppliers(story: Story) -> None:
    story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    with pytest.raises(NotAllowedError):
        story.shop.partners.add_supplier("城南批发")
    with pytest.raises(NotAllowedError):
        story.shop.partners.suppliers()
