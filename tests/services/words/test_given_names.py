"""What the program wrote into a shop's file itself is said in the shop's language; the shop's own words stay."""

import pytest

from jxc_desktop.models.values.accounts import FIRST_ACCOUNTS
from jxc_desktop.models.values.places import FIRST_PLACES, PlaceKind
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_COLUMNS
from jxc_desktop.services.people.settings import LANGUAGE, RECEIPT_FOOTER
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words.given_names import shown_name
from tests.story import Story

HEADINGS = [spec.names[0] for spec in PRODUCT_COLUMNS if spec.required]
WAREHOUSES = [name for _key, kind, name in FIRST_PLACES if kind is PlaceKind.WAREHOUSE]
WRITTEN_BY_THE_PROGRAM = [*(name for _key, _kind, name in FIRST_ACCOUNTS), *WAREHOUSES, RECEIPT_FOOTER.first, *HEADINGS]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("name", WRITTEN_BY_THE_PROGRAM)
def test_a_word_of_the_program_has_its_english(name: str) -> None:
    assert shown_name(name).isascii()


@pytest.mark.usefixtures("english")
def test_a_word_of_the_shop_stays_as_it_is() -> None:
    assert shown_name("老王的现金") == "老王的现金"


def test_without_another_language_nothing_changes() -> None:
    assert [shown_name(name) for name in WRITTEN_BY_THE_PROGRAM] == WRITTEN_BY_THE_PROGRAM


@pytest.mark.usefixtures("english")
def test_the_counter_pays_in_the_shops_language(story: Story) -> None:
    story.shop.settings.change(LANGUAGE, "en")
    with Shop.open(story.shop.path, story.clock) as shop:
        assert [way.name for way in shop.sales.ways_of_paying()] == ["Cash", "WeChat", "Alipay", "Card"]
