"""Suppliers a search over everything comes up with."""

import pytest

from jxc_desktop.services.finding.suppliers import suppliers_found
from tests.story import Story


@pytest.fixture
def suppliers(story: Story) -> Story:
    for name, phone in (
        ("大城南批发部", "13800000018"),
        ("城南批发", ""),
        ("100%果业", "0571-8801"),
        ("ABC Trade", ""),
    ):
        story.shop.partners.add_supplier(name, phone)
    return story


def found(story: Story, text: str, most: int = 9) -> list[str]:
    with story.desk.storage.reading() as books:
        return [one.name for one in suppliers_found(books, text, most)]


def test_a_name_that_begins_with_it_comes_before_one_that_holds_it(suppliers: Story) -> None:
    assert found(suppliers, "城南") == ["城南批发", "大城南批发部"]
    assert found(suppliers, "城南", 1) == ["城南批发"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dcn", ["大城南批发部"]),
        ("abc", ["ABC Trade"]),
        (" ABC ", ["ABC Trade"]),
        ("0018", ["大城南批发部"]),
        ("8801", ["100%果业"]),
        ("018", []),
        ("1380", []),
        ("0%", ["100%果业"]),
        ("_", []),
        ("", []),
        (" ", []),
    ],
)
def test_initials_letters_and_the_end_of_the_telephone_find_him(suppliers: Story, text: str, names: list[str]) -> None:
    assert found(suppliers, text) == names


def test_a_whole_telephone_number_finds_him_and_the_matched_part_is_told_in_the_name(suppliers: Story) -> None:
    assert found(suppliers, "13800000018") == ["大城南批发部"]
    with suppliers.desk.storage.reading() as books:
        best = suppliers_found(books, "pf", 1)[0]
    assert best.name[slice(*best.matched)] == "批发"
