"""What stops the work is said at length: what happened, what is safe, what to do."""

from pathlib import Path

import pytest

from jxc_desktop.services.storage.faults import (
    DiskFullError,
    NotAShopFileError,
    ShopFileDamagedError,
    ShopFileLockedError,
    ShopFileNewerError,
    ShopFileReadOnlyError,
    StorageError,
)
from jxc_desktop.services.words.refusals import bug, refusal

FILE = Path("shop", "店.db")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (DiskFullError, "DISK-FULL"),
        (ShopFileLockedError, "FILE-LOCKED"),
        (ShopFileReadOnlyError, "FILE-READ-ONLY"),
        (ShopFileDamagedError, "FILE-DAMAGED"),
        (NotAShopFileError, "FILE-DAMAGED"),
    ],
)
def test_what_stops_the_work_says_what_is_safe_and_what_to_do(kind: type[StorageError], code: str) -> None:
    stop = refusal(kind(FILE)).stop
    assert stop is not None
    assert (stop.code, stop.folder) == (code, FILE.parent)
    assert stop.safe
    assert len(stop.steps) >= 2
    assert not any(code in words or "!" in words or "！" in words for words in (stop.title, stop.safe))


def test_what_can_be_written_again_offers_to_do_it_once_more() -> None:
    stop = refusal(DiskFullError(FILE)).stop
    assert stop is not None
    assert [step.offer for step in stop.steps] == ["folder", "again"]


def test_what_only_concerns_opening_a_file_stops_nothing() -> None:
    assert refusal(ShopFileNewerError(FILE)).stop is None


def test_a_fault_of_the_program_says_that_the_books_are_safe() -> None:
    stop = bug("BUG-12AB")
    assert stop.code == "BUG-12AB"
    assert "已经过账的都在账里" in stop.safe
