"""A new shop has everything before its first customer."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.found_shop import found_shop
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.faults import ShopFileExistsError
from tests.story import Story, TestClock


def test_the_owner_is_there_and_needs_no_password(story: Story) -> None:
    (card,) = story.shop.people.operators()
    assert (card.name, card.role, card.has_password) == ("老板", Role.OWNER, False)


def test_there_is_a_place_for_the_goods_and_one_for_the_money(story: Story) -> None:
    with story.desk.storage.reading() as books:
        sql = books.connection.exec_driver_sql
        assert sql("SELECT name FROM place WHERE kind = 'warehouse'").scalars().all() == ["门店"]
        assert sql("SELECT name FROM account WHERE kind = 'cash'").scalars().all() == ["现金"]
        assert sql("SELECT count(*) FROM number_series").scalar() == len(DocumentKind)


def test_the_name_is_kept_without_the_blanks_around_it(tmp_path: Path) -> None:
    with Shop.found(tmp_path / "shop.db", " 惠民便利店　", TestClock()) as shop:
        assert shop.settings.shop_name() == "惠民便利店"
        assert shop.health.verify() == ()


@pytest.mark.parametrize("name", ["", " ", "　\n"])
def test_a_shop_without_a_name_is_refused_and_leaves_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        found_shop(tmp_path / "shop.db", name, TestClock())
    assert (refusal.value.field, refusal.value.reason) == ("shop_name", "empty")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    file.write_bytes(b"something of somebody")
    with pytest.raises(ShopFileExistsError):
        found_shop(file, "惠民便利店", TestClock())
    assert file.read_bytes() == b"something of somebody"
