"""A disk that fails at its nth write or flush, or is full from there on: an act is there whole, or not at all."""

import ctypes
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.people.settings import RECEIPT_FOOTER
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.faults import DiskFailingError, DiskFullError, StorageError
from jxc_desktop.services.words.refusals import refusal
from tests.proof.failing_disk import FULL, FailingDisk, failing_disk, sqlite_library
from tests.story import ONE, Story, TestClock

WHOLE = pytest.mark.skipif("PROVE_STEPS" not in os.environ, reason="the whole takes minutes: make prove")
# No act of this shop writes so often; a loop that gets here never ends.
MOST_WRITES = 2_000
POINTS_OF_A_FULL_DISK = 50
SEVEN = Quantity.of(7)
GOODS_FILE = "名称,条码,单位,零售价\n酱油,6901234500016,瓶,12.00\n醋,6901234500023,瓶,8.50\n"


@dataclass(frozen=True)
class Traded:
    """A shop file with something of everything to act on."""

    file: Path
    cola: int
    tea: int
    supplier: int
    sale: int
    receipt: int
    undone: int


@pytest.fixture(scope="module")
def library() -> ctypes.CDLL:
    found = sqlite_library()
    if found is None:
        pytest.skip("SQLite's own library cannot be reached from outside here")
    return found


@pytest.fixture
def traded(story: Story) -> Traded:
    cola, tea = story.product("可乐", "3.00", cost="2.00"), story.product("红茶", "4.00")
    receipt = story.receive(cola, "20", "2.00")
    sale, undone = story.sell(cola, "5").document_id, story.sell(cola).document_id
    story.shop.carts.save("cart", '{"half": "done"}')
    path, supplier = story.shop.path, story.supplier()
    story.shop.close()
    (path.parent / "goods.csv").write_text(GOODS_FILE, encoding="utf-8")
    return Traded(path, cola, tea, supplier, sale, receipt, undone)


Act = Callable[[Story, Traded], object]
ACTS: dict[str, Act] = {
    "a sale": lambda story, at: story.sell(at.cola, "2"),
    "a receipt": lambda story, at: story.shop.purchasing.receive_goods(
        Receipt(story.token(), at.supplier, (ReceivedLine(at.tea, "瓶", ONE, SEVEN, UnitPrice.parse("2.50")),))
    ),
    "a customer's return": lambda story, at: story.shop.sales.return_goods(
        at.sale, {story.sale_line(at.sale): ONE}, CASH, story.token(), prints_receipt=False
    ),
    "a supplier's return": lambda story, at: story.send_back(at.receipt, "2"),
    "an undoing": lambda story, at: story.shop.sales.reverse(at.undone, "打错了"),
    "a count": lambda story, at: story.count(at.cola, "11"),
    "opening stock": lambda story, at: story.open_with(at.tea, "3", "7.50"),
    "freight": lambda story, at: story.shop.purchasing.correct_cost(
        story.receipt_line(at.receipt), Money.parse("1.30"), story.token()
    ),
    "an import": lambda story, at: story.shop.imports.products(at.file.parent / "goods.csv"),
    "a setting": lambda story, _at: story.shop.settings.change(RECEIPT_FOOTER, "慢走"),
    "a cart": lambda story, _at: story.shop.carts.save("cart", '{"half": "done", "and": "more"}'),
    "a delivery's draft": lambda story, _at: story.shop.purchasing.keep_draft(ReceivingDraft()),
}


class Trial:
    """One shop on a failing disk."""

    def __init__(self, disk: FailingDisk, traded: Traded, act: Act) -> None:
        self._disk, self._at, self._act = disk, traded, act
        self._story = Story(Shop.open(disk.shop, TestClock()), TestClock())

    def act(self) -> None:
        """Once: the form's key is the same whenever it is tried again."""
        self._story.tokens = count(1_000)
        self._act(self._story, self._at)

    def is_refused(self, expected: type[StorageError]) -> bool:
        """Try it on the disk as it is; a refusal says in words what to do, and leaves the books as they were."""
        before = self.books()
        error = _refused(self.act)
        if error is None:
            return False
        assert type(error) is expected
        said = refusal(error)
        assert "没有保存" in said.fact
        assert said.stop is not None
        assert self.books() == before
        return True

    def succeeds_now(self) -> None:
        """Once more on a disk that works: there is exactly one, and the books hold."""
        self._disk.mend()
        self.act()
        done = self.books()
        self.close_and_open()
        assert self.books() == done

    def close_and_open(self) -> None:
        """As on the next morning."""
        self._story.shop.close()
        self._story.shop = Shop.open(self._disk.shop, TestClock())
        assert self._story.shop.health.verify() == ()

    def books(self) -> bytes:
        """Everything that is committed, in one number."""
        with closing(sqlite3.connect(self._disk.shop)) as books:
            return hashlib.sha256("\n".join(books.iterdump()).encode()).digest()

    def close(self) -> None:
        self._disk.mend()
        self._story.shop.close()


def _refused(act: Callable[[], None]) -> StorageError | None:
    try:
        act()
    except StorageError as error:
        return error
    return None


def fresh(traded: Traded, folder: Path, number: int) -> Path:
    """The shop as it was, for another trial."""
    copy = folder / f"trial-{number}" / "shop.db"
    copy.parent.mkdir()
    return Path(shutil.copyfile(traded.file, copy))


def trials(
    library: ctypes.CDLL, traded: Traded, folder: Path, name: str, fails_at: Iterator[int], is_full: bool
) -> Iterator[bool]:
    """One after another; whether the act was refused."""
    for number in fails_at:
        with failing_disk(library, fresh(traded, folder, number)) as disk:
            trial = Trial(disk, traded, ACTS[name])
            disk.watch(number, stays_bad=is_full, code=FULL if is_full else None)
            try:
                was_refused = trial.is_refused(DiskFullError if is_full else DiskFailingError)
                is_untouched = not disk.has_failed
                if was_refused:
                    trial.succeeds_now()
                else:
                    disk.mend()
                    trial.close_and_open()
            finally:
                trial.close()
        shutil.rmtree(disk.shop.parent)
        yield was_refused
        if is_untouched:
            return


@pytest.mark.parametrize("name", ACTS)
def test_the_first_writes_fail_and_the_act_is_whole_or_not_there(
    library: ctypes.CDLL, traded: Traded, tmp_path: Path, name: str
) -> None:
    assert any(trials(library, traded, tmp_path, name, iter((1, 3)), is_full=False))


@pytest.mark.proof
@WHOLE
@pytest.mark.parametrize("name", ACTS)
def test_the_nth_write_or_flush_fails_until_none_does(
    library: ctypes.CDLL, traded: Traded, tmp_path: Path, name: str
) -> None:
    refused = list(trials(library, traded, tmp_path, name, iter(range(1, MOST_WRITES)), is_full=False))
    assert len(refused) < MOST_WRITES - 1
    assert refused[:-1]
    assert not refused[-1]


def test_a_full_disk_refuses_a_sale_and_takes_it_when_there_is_room(
    library: ctypes.CDLL, traded: Traded, tmp_path: Path
) -> None:
    assert all(trials(library, traded, tmp_path, "a sale", iter((2,)), is_full=True))


@pytest.mark.proof
@WHOLE
def test_a_disk_is_full_at_fifty_points(library: ctypes.CDLL, traded: Traded, tmp_path: Path) -> None:
    done = 0
    for name in ACTS:
        folder = tmp_path / name
        folder.mkdir()
        done += len(list(trials(library, traded, folder, name, iter(range(1, MOST_WRITES)), is_full=True)))
    assert done >= POINTS_OF_A_FULL_DISK
