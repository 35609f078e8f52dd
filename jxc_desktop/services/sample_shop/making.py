"""Making the sample shop's file: whole, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree

from jxc_desktop.services.people.found_shop import found_shop
from jxc_desktop.services.people.settings import IS_PRACTICE, LANGUAGE, Settings, read_choice
from jxc_desktop.services.sample_shop.goods import SampleTable
from jxc_desktop.services.sample_shop.sample_desk import SampleDesk, SetClock, WholeWork
from jxc_desktop.services.sample_shop.six_weeks import DAYS, OWNER, SixWeeks
from jxc_desktop.services.storage.backup import backup_folder
from jxc_desktop.services.storage.engine import writing_engine
from jxc_desktop.services.storage.faults import ShopFileExistsError
from jxc_desktop.services.storage.storage import Storage, remove_file
from jxc_desktop.services.words import SOURCE

Progress = Callable[[int, int], None]
UNFINISHED = ".part"


def make_sample_shop(path: Path, now: datetime, language: str = SOURCE, progress: Progress | None = None) -> None:
    """A shop file to try things in, with six weeks of trade up to this moment; the same one for the same moment.

    Progress is told after each day; an exception it raises ends the work with no file left.

    Raises:
        ShopFileExistsError: something lies there already.
        StorageError: it cannot be written there.
    """
    if path.exists():
        raise ShopFileExistsError(path)
    table, part = SampleTable(language), path.with_name(path.name + UNFINISHED)
    remove_file(part)
    clock = SetClock(now - timedelta(days=DAYS))
    storage = found_shop(part, table.names.shop, clock)
    try:
        with _whole_work(part) as work:
            desk = SampleDesk(storage, work, OWNER, clock)
            _live(desk, SixWeeks(desk, table, now), language, progress)
            work.keep()
    except BaseException:
        storage.close()
        remove_file(part)
        raise
    storage.close()
    part.replace(path)


def forget_sample_shop(path: Path) -> bool:
    """Remove a sample shop, with its backups; False: it is a real shop, and stays.

    Raises:
        StorageError: it cannot be opened or removed.
    """
    storage = Storage.open(path)
    with storage.reading() as books:
        is_sample = read_choice(books, IS_PRACTICE) == "yes"
    storage.close()
    if is_sample:
        remove_file(path)
        rmtree(backup_folder(path), ignore_errors=True)
        for ending in (".lock", ".front"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return is_sample


def _live(desk: SampleDesk, weeks: SixWeeks, language: str, progress: Progress | None) -> None:
    weeks.begin()
    settings = Settings(desk)
    settings.change(IS_PRACTICE, "yes")
    settings.change(LANGUAGE, language)
    for day in range(DAYS + 1):
        weeks.live(day)
        if progress is not None:
            progress(day + 1, DAYS + 1)


@contextmanager
def _whole_work(path: Path) -> Iterator[WholeWork]:
    engine = writing_engine(path)
    try:
        with WholeWork(engine, path) as work:
            yield work
    finally:
        engine.dispose()
