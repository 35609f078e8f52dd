"""Takes spoiled files in, each in a process of its own that is timed, weighed and ended where it takes too long.

`python -m tests.services.migrate_in.import_in_child FOLDER FIRST COUNT STEP` writes one JSON line for each file.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
import traceback
from contextlib import closing
from pathlib import Path

from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words.refusals import refusal
from tests.services.migrate_in.mutated_files import CODES, mutant

# Of the processor's time: the machine may be busy with something else. Who waits for nothing at all ends as well.
MOST_SECONDS, LONGEST_WAIT = 10, 120
TAKEN_IN, REFUSED, BROKEN = 0, 10, 20


def found_shop(path: Path) -> Path:
    """A shop with the products of which opening stock is told."""
    with Shop.found(path, "店", SystemClock()) as shop:
        for number, code in enumerate(CODES):
            shop.catalog.save_product(ProductDetails(name=f"原有{number}", codes=(code,)))
    return path


def taken_in(shop_file: Path, path: Path, form: str) -> int:
    """Look at the file and take it in, as the page does; how that ended."""
    with Shop.open(shop_file, SystemClock()) as shop:
        try:
            seen = shop.imports.look(ImportKind(form), path)
            choice = seen.choice()
            match ImportKind(form):
                case ImportKind.PRODUCTS:
                    shop.imports.products(path, choice=choice)
                case ImportKind.PARTNERS:
                    shop.imports.partners(path, "supplier", choice=choice)
                case ImportKind.OPENING_STOCK:
                    shop.imports.opening_stock(path, choice=choice)
        except ShopError as error:
            return REFUSED if refusal(error).line else BROKEN
    return TAKEN_IN


def rows_of(path: Path) -> dict[str, int]:
    """How many rows each table has, read by nothing of ours."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as books:
        names = [name for (name,) in books.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: books.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)}


def _in_child(shop_file: Path, path: Path, form: str) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 2))
    signal.alarm(LONGEST_WAIT)
    try:
        return taken_in(shop_file, path, form)
    except BaseException:  # noqa: BLE001  whatever it is, it is what is looked for
        traceback.print_exc()
        return BROKEN


def _ended(shop_file: Path, path: Path, form: str) -> tuple[str, float, int]:
    """How it ended, after how many seconds, and how many megabytes it held at most."""
    child = os.fork()
    if child == 0:
        os._exit(_in_child(shop_file, path, form))
    _pid, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    too_long = dict.fromkeys((-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL), "too long")
    word = {TAKEN_IN: "taken in", REFUSED: "refused", **too_long}.get(code, f"broken ({code})")
    return word, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def main(folder: Path, first: int, count: int, step: int) -> None:
    """Go through the files of these numbers."""
    assert FORMS
    template = found_shop(folder / f"template-{first}.db")
    before = rows_of(template)
    for number in range(first, first + count * step, step):
        shop_file = folder / f"shop-{first}.db"
        for ending in ("", "-wal", "-shm"):
            shop_file.with_name(shop_file.name + ending).unlink(missing_ok=True)
        shutil.copyfile(template, shop_file)
        path, form, way = mutant(folder, number)
        word, seconds, megabytes = _ended(shop_file, path, form)
        changed = {name: (before[name], now) for name, now in rows_of(shop_file).items() if before[name] != now}
        path.unlink()
        shutil.rmtree(folder / f"shop-{first}-backups", ignore_errors=True)
        line = {"number": number, "way": way, "form": form, "ended": word, "changed": changed}
        line |= {"seconds": round(seconds, 2), "megabytes": megabytes}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
