"""Backups as the shop's people make and use them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop, back_up_beside, end_restore, restore
from jxc_desktop.services.storage.faults import BackupUnusableError, ShopFileMissingError
from tests.services.storage.spoiling import spoil
from tests.story import Story

MARCH = Asked(Period(date(2026, 3, 1), date(2026, 3, 31)))


def a_day(story: Story) -> int:
    """Goods come in, are sold, come back on both sides, and one sale is undone; the product."""
    cola, tea = story.product("可乐", "3.00"), story.product("红茶", "4.50")
    receipt = story.receive(cola, "20", "2.00")
    story.receive(tea, "6", "3.10")
    sale = story.sell(cola, "5").document_id
    story.take_back(sale, "1")
    story.send_back(receipt, "2")
    story.shop.sales.reverse(story.sell(tea, "2").document_id, "打错了")
    return cola


def reports_of(shop: Shop, folder: Path) -> dict[str, bytes]:
    """Every report of the month, as files."""
    folder.mkdir()
    written = {}
    for card in shop.reports.names():
        path = folder / f"{card.name}.csv"
        shop.reports.write(shop.reports.run(card.name, MARCH if card.takes_period else None), path)
        written[card.name] = path.read_bytes()
    return written


def test_a_restored_backup_gives_the_same_reports_byte_for_byte(story: Story, tmp_path: Path) -> None:
    cola = a_day(story)
    before = reports_of(story.shop, tmp_path / "before")
    made = story.shop.backups.make()
    story.sell(cola, "3")
    story.receive(cola, "9", "2.30")
    assert reports_of(story.shop, tmp_path / "later") != before
    path = story.shop.path
    story.shop.close()
    restore(made.path, path)
    with Shop.open(path, story.clock) as restored:
        assert reports_of(restored, tmp_path / "after") == before
        assert restored.health.verify() == ()
    assert len(before) > 5


def test_a_backup_says_whether_it_was_made_by_hand_or_at_the_end(story: Story) -> None:
    story.shop.backups.make(Occasion.SHIFT_CLOSE)
    back_up_beside(story.shop.path)
    assert [backup.occasion for backup in story.shop.backups.listed()] == [Occasion.EXIT, Occasion.SHIFT_CLOSE]


def test_before_a_file_is_taken_in_the_shop_as_it_was_is_kept(story: Story, tmp_path: Path) -> None:
    goods = tmp_path / "goods.csv"
    goods.write_text("名称,条码,单位,零售价\n酱油,6901234500016,瓶,12.00\n", encoding="utf-8")
    story.shop.imports.products(goods)
    (before,) = story.shop.backups.listed()
    assert before.occasion is Occasion.IMPORT
    assert story.shop.backups.look_into(before.path).products == 0


def test_preparing_to_go_back_keeps_the_present_and_lays_the_backup_ready(story: Story) -> None:
    product = story.product()
    story.sell(product)
    made = story.shop.backups.make()
    story.sell(product)
    story.shop.backups.prepare_restore(made.path)
    present, _ = story.shop.backups.listed()
    assert present.occasion is Occasion.RESTORE
    assert story.shop.backups.look_into(present.path).documents == 2
    path = story.shop.path
    story.shop.close()
    end_restore(path)
    with Shop.open(path, story.clock) as shop:
        assert shop.backups.look_into(made.path).documents == 1
        assert shop.health.verify() == ()


def acts(story: Story, act: str) -> list[dict[str, str]]:
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql("SELECT content FROM audit_entry WHERE act = ?", (act,))
        return [json.loads(content) for (content,) in found]


def test_who_goes_back_or_chooses_a_place_is_written_down(story: Story, tmp_path: Path) -> None:
    stick = tmp_path / "U 盘"
    stick.mkdir()
    made = story.shop.backups.make()
    story.shop.backups.choose_second_place(stick)
    story.shop.backups.restore_beside(made.path)
    story.shop.backups.prepare_restore(made.path)
    assert acts(story, "backups.choose_second_place") == [{"before": "", "after": str(stick)}]
    assert acts(story, "backups.restore_beside") == [{"backup": made.path.name}]
    assert acts(story, "backups.prepare_restore") == [{"backup": made.path.name}]


@pytest.mark.parametrize(
    "way_back",
    [lambda shop, path: shop.backups.restore_beside(path), lambda shop, path: shop.backups.prepare_restore(path)],
)
def test_a_spoiled_backup_is_refused_as_that_and_the_shop_is_as_it_was(
    story: Story, way_back: Callable[[Shop, Path], object]
) -> None:
    story.sell(story.product())
    made = story.shop.backups.make()
    spoil(made.path)
    with pytest.raises(BackupUnusableError) as refused:
        way_back(story.shop, made.path)
    assert refused.value.path == made.path
    with pytest.raises(ShopFileMissingError):
        end_restore(story.shop.path)
    assert story.shop.health.verify() == ()


@pytest.mark.parametrize("role", [Role.CLERK, Role.STOCKKEEPER])
def test_everybody_may_make_one_and_only_the_owner_goes_back(story: Story, role: Role) -> None:
    story.desk.operator = SignedIn(1, "小王", role)
    made = story.shop.backups.make()
    for way_back in (story.shop.backups.restore_beside, story.shop.backups.prepare_restore):
        with pytest.raises(NotAllowedError):
            way_back(made.path)


def test_the_last_act_tells_when_the_books_were_written(story: Story) -> None:
    story.clock.go_on(hours=3)
    story.sell(story.product())
    assert story.shop.health.last_act_at() == story.clock.now()


def test_a_look_at_the_file_finds_lost_pages_and_nothing_in_a_whole_one(story: Story) -> None:
    for _ in range(30):
        story.sell(story.product())
    assert story.shop.health.check_file() == ()
    story.shop.close()
    spoil(story.shop.path)
    with Shop.open_to_verify(story.shop.path, story.clock) as shop:
        assert shop.health.check_file() != ()
