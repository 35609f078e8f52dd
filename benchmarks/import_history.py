"""Four months of a real shop's trade, 751,655 lines, against reading the same files and writing the finished rows."""

import csv
import lzma
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import FinishedRows
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "shop"
MOST_MEGABYTES = 500
MEASURED = """
import resource, sys
from jxc_desktop.commands import run
code = run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(code)
"""


@contextmanager
def history() -> Iterator[Pair]:
    """The import through every check; the floor is given the rows it left behind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [_unpacked(folder, kind) for kind in ("purchases", "sales")]
        empty = folder / "empty.db"
        with Shop.found(empty, "基准店", SystemClock()) as shop:
            shop.imports.products(DATA / "cn_large_products.xlsx")
        peak = _peak_megabytes(empty, folder / "filled.db", files)
        finished = FinishedRows(empty, folder / "filled.db")

        def ours() -> float:
            path = _fresh(empty, folder / "ours.db")
            with Shop.open(path, SystemClock()) as shop:
                return milliseconds(lambda: shop.imports.history(files))

        def floor() -> float:
            path = finished.prepare(folder / "floor.db")
            return milliseconds(lambda: _read(files)) + milliseconds(lambda: finished.write(path))

        yield Pair(ours, floor, lambda: [] if peak < MOST_MEGABYTES else [f"peak memory {peak} MB"])


def _unpacked(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.csv"
    path.write_bytes(lzma.decompress((DATA / f"cn_large_{kind}.csv.xz").read_bytes()))
    return path


def _fresh(empty: Path, path: Path) -> Path:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return Path(shutil.copy(empty, path))


def _peak_megabytes(empty: Path, path: Path, files: list[Path]) -> int:
    """The most memory the import takes, in a process of its own."""
    _fresh(empty, path)
    words = ["import", "history", *map(str, files), "--shop", str(path)]
    done = subprocess.run([sys.executable, "-c", MEASURED, *words], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1]) // 1024


def _read(files: list[Path]) -> None:
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for _ in csv.reader(file):
                pass


BENCHES = (Bench("import_history", 3, history),) if DATA.is_dir() else ()
