"""A partner is written down, and what is refused of one."""

from dataclasses import replace

import pytest

from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError, NotFoundError
from jxc_desktop.services.partners.partner import LONGEST, PartnerDetails
from tests.story import Story

NEW = PartnerDetails(
    "城南批发", is_supplier=True, contact="老王", phone="138", address="城南路", tax_number="9", note="二"
)


def test_everything_comes_back_as_it_was_written(story: Story) -> None:
    key = story.shop.partners.save_partner(NEW)
    assert story.shop.partners.partner(key) == replace(NEW, id=key)
    changed = replace(NEW, id=key, name="城南", is_customer=True, phone="139", is_active=False)
    assert story.shop.partners.save_partner(changed) == key
    assert story.shop.partners.partner(key) == changed


def test_a_supplier_who_changed_his_name_is_found_by_the_new_one(story: Story) -> None:
    key = story.shop.partners.save_partner(NEW)
    story.shop.partners.save_partner(replace(NEW, id=key, name="北街副食"))
    assert [supplier.initials.split()[0] for supplier in story.shop.partners.suppliers()] == ["bjfs"]


@pytest.mark.parametrize(
    ("partner", "field", "reason"),
    [
        (replace(NEW, name="  "), "name", "empty"),
        (replace(NEW, is_supplier=False), "partner_role", "empty"),
        *((replace(NEW, **{field: "长" * (most + 1)}), field, "too_long") for field, most in LONGEST.items()),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    story: Story, partner: PartnerDetails, field: str, reason: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        story.shop.partners.save_partner(partner)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_two_partners_cannot_have_one_name(story: Story) -> None:
    story.shop.partners.save_partner(NEW)
    with pytest.raises(InvalidInputError):
        story.shop.partners.save_partner(NEW)


def test_one_who_is_not_there_cannot_be_changed_or_asked_for(story: Story) -> None:
    with pytest.raises(NotFoundError):
        story.shop.partners.save_partner(replace(NEW, id=99))
    with pytest.raises(NotFoundError):
        story.shop.partners.partner(99)


def test_whoever_shows_partners_is_told(story: Story) -> None:
    told: list[frozenset[Change]] = []
    story.desk.on_change(told.append)
    story.shop.partners.save_partner(NEW)
    assert told == [frozenset({Change.PARTNERS})]
