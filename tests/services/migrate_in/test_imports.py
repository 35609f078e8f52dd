from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.exchange.faults import NoSuchFileError
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.migrate_in.imports import Imports
from jxc_desktop.services.people.desk import Desk, SignedIn
from tests.services.migrate_in.goods_lists import goods_list, imported, product_count, rows_of
from tests.story import Story

MANY = ["品名|条码|零售价", *(f"商品{number}|{number:05d}|3" for number in range(1, 301))]


class CancelledError(Exception):
    """Somebody pressed the key that ends an import."""


def heard(story: Story, act: Callable[[], object]) -> list[frozenset[Change]]:
    """What an act tells the pages that it changed."""
    told: list[frozenset[Change]] = []
    story.desk.on_change(told.append)
    act()
    return told


@pytest.mark.parametrize("role", [Role.CLERK, Role.STOCKKEEPER])
def test_only_the_owner_brings_in_a_goods_list(story: Story, tmp_path: Path, role: Role) -> None:
    desk = Desk(story.desk.storage, story.clock, SignedIn(1, "小李", role))
    with pytest.raises(NotAllowedError):
        Imports(desk).products(goods_list(tmp_path, *MANY))
    assert product_count(story) == 0


def test_a_check_says_what_would_happen_and_does_nothing(story: Story, tmp_path: Path) -> None:
    path = goods_list(tmp_path, *MANY)
    notes = rows_of(story, "audit_entry")
    told = heard(story, lambda: story.shop.imports.products(path, check_only=True))
    assert story.shop.imports.products(path, check_only=True).added == 300
    assert (product_count(story), rows_of(story, "audit_entry"), told) == (0, notes, [])


def test_a_check_finds_the_faults_that_the_import_would_find(story: Story, tmp_path: Path) -> None:
    story.product("可乐", codes=("111",))
    story.product("雪碧", codes=("222",))
    with pytest.raises(FileFaultsError) as refusal:
        story.shop.imports.products(goods_list(tmp_path, "品名|条码", "可乐|111,222"), check_only=True)
    assert [fault.row for fault in refusal.value.faults] == [2]


def test_pages_hear_of_new_products_and_not_of_a_list_that_changed_nothing(story: Story, tmp_path: Path) -> None:
    assert heard(story, lambda: imported(story, tmp_path, *MANY)) == [frozenset({Change.PRODUCTS})]
    assert heard(story, lambda: imported(story, tmp_path, *MANY)) == []


@pytest.mark.parametrize("times", [1, 2])
def test_progress_is_told_twenty_times_at_most_and_ends_at_the_end(story: Story, tmp_path: Path, times: int) -> None:
    told: list[tuple[int, int]] = []
    for _ in range(times):
        told.clear()
        story.shop.imports.products(goods_list(tmp_path, *MANY), progress=lambda *done: told.append(done))
    assert 2 <= len(told) <= 20
    assert told == sorted(told)
    assert len({total for _done, total in told}) == 1
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("stop_at", [1, 5, 12, 20])
def test_an_import_that_is_cancelled_leaves_nothing_half_done(story: Story, tmp_path: Path, stop_at: int) -> None:
    calls: list[int] = []

    def cancel(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) == stop_at:
            raise CancelledError

    path = goods_list(tmp_path, *MANY)
    notes = rows_of(story, "audit_entry")
    with pytest.raises(CancelledError):
        story.shop.imports.products(path, progress=cancel)
    assert (product_count(story), rows_of(story, "barcode"), rows_of(story, "audit_entry")) == (0, 0, notes)
    assert story.shop.imports.products(path).added == 300


def test_a_file_that_is_not_there_is_refused_before_anything_is_opened(story: Story, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        story.shop.imports.products(tmp_path / "没有.xlsx")
