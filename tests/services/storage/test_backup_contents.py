"""What a backup holds is read from itself, and nothing is written beside it."""

from datetime import datetime
from pathlib import Path

import pytest

from jxc_desktop.services.storage.backup import make_backup
from jxc_desktop.services.storage.backup_contents import is_backup_sound, look_into_backup
from jxc_desktop.services.storage.faults import NotAShopFileError, ShopFileMissingError
from tests.services.storage.spoiling import spoil
from tests.story import Story


def test_it_names_the_shop_and_counts_goods_and_documents_and_knows_the_last_one(story: Story, tmp_path: Path) -> None:
    product = story.product()
    story.product("红茶")
    story.receive(product, "5", "2.00")
    story.clock.go_on(minutes=5)
    sold = story.sell(product)
    backup = make_backup(story.shop.path, tmp_path / "b")
    story.sell(product)
    held = look_into_backup(backup)
    assert (held.shop_name, held.products, held.documents) == ("惠民便利店", 2, 2)
    assert (held.last_number, held.last_moment) == (sold.number, datetime(2026, 3, 2, 9, 5))
    assert list((tmp_path / "b").iterdir()) == [backup]


def test_a_backup_of_a_shop_that_has_not_begun_has_no_last_document(story: Story, tmp_path: Path) -> None:
    held = look_into_backup(make_backup(story.shop.path, tmp_path / "b"))
    assert (held.documents, held.last_number, held.last_moment) == (0, "", None)


def test_a_backup_that_is_gone_or_something_else_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.jxcbackup").write_text("no backup")
    with pytest.raises(NotAShopFileError):
        look_into_backup(tmp_path / "x.jxcbackup")
    with pytest.raises(ShopFileMissingError):
        look_into_backup(tmp_path / "gone.jxcbackup")


def test_a_backup_whose_disk_lost_pages_is_known_not_to_be_sound(story: Story, tmp_path: Path) -> None:
    backup = make_backup(story.shop.path, tmp_path / "b")
    assert is_backup_sound(backup)
    spoil(backup)
    assert not is_backup_sound(backup)
    assert not is_backup_sound(tmp_path / "gone.jxcbackup")
