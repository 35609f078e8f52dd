"""A new shop has everything before its first customer."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.errors import WrongPasswordError
from jxc_desktop.services.people.found_shop import check_place, found_shop
from jxc_desktop.services.people.settings import RECEIPT_WIDTH
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.faults import ShopFileExistsError, ShopFileReadOnlyError
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


def test_the_owner_may_have_a_password_from_the_first_moment_on(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with Shop.found(path, "惠民便利店", TestClock(), "chenguang") as shop:
        assert shop.operator.role is Role.OWNER
    with pytest.raises(WrongPasswordError):
        Shop.open(path, TestClock())
    with Shop.open(path, TestClock(), "老板", "chenguang") as shop:
        assert shop.operator.role is Role.OWNER


def test_a_password_that_is_too_easy_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError):
        found_shop(tmp_path / "shop.db", "惠民便利店", TestClock(), "abc")
    assert list(tmp_path.iterdir()) == []


def test_its_receipts_are_as_wide_as_was_said(tmp_path: Path) -> None:
    with Shop.found(tmp_path / "shop.db", "惠民便利店", TestClock(), receipt_width="58") as shop:
        assert shop.settings.read(RECEIPT_WIDTH) == "58"


def test_the_folder_of_a_new_shop_is_made_with_it(tmp_path: Path) -> None:
    Shop.found(tmp_path / "进销存" / "店.db", "惠民便利店", TestClock()).close()
    assert (tmp_path / "进销存" / "店.db").exists()


def test_a_place_is_looked_at_without_leaving_anything_there(tmp_path: Path) -> None:
    check_place(tmp_path / "进销存" / "店.db")
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_a_file_stands_in_the_way_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "进销存").write_text("a file")
    with pytest.raises(ShopFileReadOnlyError):
        check_place(tmp_path / "进销存" / "店.db")
    with pytest.raises(ShopFileReadOnlyError):
        found_shop(tmp_path / "进销存" / "店.db", "惠民便利店", TestClock())


def test_a_place_that_is_taken_is_refused(tmp_path: Path) -> None:
    (tmp_path / "店.db").touch()
    with pytest.raises(ShopFileExistsError):
        check_place(tmp_path / "店.db")
