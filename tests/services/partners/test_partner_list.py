"""The list of suppliers and customers."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.partners.partner_list import PartnerFilter, PartnerSegment, PartnerSort
from tests.story import Story

PEOPLE = (
    PartnerDetails("城南批发", is_supplier=True, phone="13800000000", contact="老王"),
    PartnerDetails("幸福小学", is_customer=True, phone="010-62220000"),
    PartnerDetails("两头", is_supplier=True, is_customer=True),
    PartnerDetails("老张_停了", is_supplier=True, is_active=False),
)


@pytest.fixture
def shop(story: Story) -> Story:
    for partner in PEOPLE:
        story.shop.partners.save_partner(partner)
    return story


def names(story: Story, wanted: PartnerFilter) -> list[str]:
    return [partner.name for partner in story.shop.partners.partner_list(wanted)]


@pytest.mark.parametrize(
    ("only", "listed"),
    [
        (PartnerSegment.ACTIVE, {"城南批发", "幸福小学", "两头"}),
        (PartnerSegment.SUPPLIERS, {"城南批发", "两头"}),
        (PartnerSegment.CUSTOMERS, {"幸福小学", "两头"}),
        (PartnerSegment.INACTIVE, {"老张_停了"}),
    ],
)
def test_each_segment_has_its_own(shop: Story, only: PartnerSegment, listed: set[str]) -> None:
    assert set(names(shop, PartnerFilter(only=only))) == listed
    assert shop.shop.partners.partner_list_count()[only] == len(listed)


@pytest.mark.parametrize(
    ("search", "found"), [("cnpf", "城南批发"), ("小学", "幸福小学"), ("6222", "幸福小学"), ("老王", "城南批发")]
)
def test_one_is_found_by_part_of_a_name_its_initials_a_number_or_a_contact(
    shop: Story, search: str, found: str
) -> None:
    assert names(shop, PartnerFilter(search)) == [found]
    assert shop.shop.partners.partner_list_count(search)[PartnerSegment.ACTIVE] == 1


def test_signs_that_mean_something_to_a_database_mean_themselves(shop: Story) -> None:
    assert names(shop, PartnerFilter("%")) == []
    assert names(shop, PartnerFilter("_", PartnerSegment.INACTIVE)) == ["老张_停了"]


def test_the_list_is_sorted_both_ways_and_read_page_by_page(shop: Story) -> None:
    by_phone = names(shop, PartnerFilter(sort=PartnerSort.PHONE))
    assert by_phone == ["两头", "幸福小学", "城南批发"]
    assert names(shop, PartnerFilter(sort=PartnerSort.PHONE, descending=True)) == by_phone[::-1]
    page = shop.shop.partners.partner_list(PartnerFilter(sort=PartnerSort.PHONE), 1, 1)
    assert [partner.name for partner in page] == ["幸福小学"]


def test_what_is_seen_is_written(shop: Story, tmp_path: Path) -> None:
    shop.shop.partners.export_partners(PartnerFilter(only=PartnerSegment.CUSTOMERS), tmp_path / "a.xlsx")
    headings, *rows = read_sheet(tmp_path / "a.xlsx").rows
    assert list(headings)[:2] == ["名称", "类型"]
    assert {row[0]: row[1] for row in rows} == {"两头": "供应商,客户", "幸福小学": "客户"}
