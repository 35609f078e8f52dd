"""Files that lie where the shop file should be, and are none, or no whole one."""

import gzip
import os
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.services.storage.older_files import of_first_schema

PAGE = 4096

Make = Callable[[Path, Path, random.Random], None]


def _cut(shop: Path, at: Path, chance: random.Random) -> None:
    """The copy broke off somewhere in its first half."""
    content = shop.read_bytes()
    at.write_bytes(content[: chance.randrange(1, len(content) // 2)])


def _empty(_shop: Path, at: Path, _chance: random.Random) -> None:
    at.touch()


def _zeros(shop: Path, at: Path, chance: random.Random) -> None:
    """What a file system leaves that knew the length and not the content yet."""
    at.write_bytes(bytes(chance.randrange(1, shop.stat().st_size)))


def _head_gone(shop: Path, at: Path, chance: random.Random) -> None:
    """The first page holds something else."""
    content = bytearray(shop.read_bytes())
    content[: chance.randrange(101, PAGE)] = chance.randbytes(PAGE)[: chance.randrange(101, PAGE)]
    at.write_bytes(content)


def _noise(_shop: Path, at: Path, chance: random.Random) -> None:
    at.write_bytes(chance.randbytes(chance.randrange(1, 50_000)))


def _text(_shop: Path, at: Path, chance: random.Random) -> None:
    at.write_text("条码,名称,零售价\n" * chance.randrange(1, 5_000), encoding=chance.choice(("utf-8", "gb18030")))


def _zip(shop: Path, at: Path, _chance: random.Random) -> None:
    with zipfile.ZipFile(at, "w") as packed:
        packed.write(shop, "店.db")


def _gzip(shop: Path, at: Path, _chance: random.Random) -> None:
    at.write_bytes(gzip.compress(shop.read_bytes()))


def _other_database(_shop: Path, at: Path, chance: random.Random) -> None:
    """A file of some other program, perhaps with tables called like ours."""
    with closing(sqlite3.connect(at)) as books:
        for name in chance.sample(("note", "document", "product", "alembic_version", "setting"), 3):
            books.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, text TEXT)")
        books.commit()


def _newer(shop: Path, at: Path, chance: random.Random) -> None:
    at.write_bytes(shop.read_bytes())
    _run(at, f"UPDATE alembic_version SET version_num = '{chance.randrange(7000, 9999)}'")


def _without_table(shop: Path, at: Path, chance: random.Random) -> None:
    at.write_bytes(shop.read_bytes())
    _run(at, f"DROP TABLE {chance.choice(('tender', 'money_entry', 'number_series', 'setting', 'draft'))}")


def _without_schema(shop: Path, at: Path, chance: random.Random) -> None:
    at.write_bytes(shop.read_bytes())
    _run(at, chance.choice(("DELETE FROM alembic_version", "DROP TABLE alembic_version")))


def _half_upgraded(shop: Path, at: Path, chance: random.Random) -> None:
    of_first_schema(shop, at)
    half = (
        "ALTER TABLE operator ADD COLUMN pin_hash TEXT",
        "ALTER TABLE partner ADD COLUMN note TEXT",
        "CREATE TABLE operator_choice (id INTEGER)",
    )
    _run(at, chance.choice(half))


def _folder(_shop: Path, at: Path, _chance: random.Random) -> None:
    at.mkdir()


def _circle(_shop: Path, at: Path, _chance: random.Random) -> None:
    other = at.with_name("other.db")
    os.symlink(other, at)
    os.symlink(at, other)


def _gone(_shop: Path, at: Path, _chance: random.Random) -> None:
    """A link to a disk that is not there."""
    os.symlink(at.with_name("U 盘") / "店.db", at)


def _run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as books:
        books.execute(statement)
        books.commit()


MAKERS: dict[str, Make] = {
    "cut off": _cut,
    "empty": _empty,
    "zeros": _zeros,
    "head gone": _head_gone,
    "noise": _noise,
    "text": _text,
    "zip": _zip,
    "gzip": _gzip,
    "other database": _other_database,
    "newer": _newer,
    "a table is missing": _without_table,
    "no schema": _without_schema,
    "half upgraded": _half_upgraded,
    "a folder": _folder,
    "a link in a circle": _circle,
    "a link to nowhere": _gone,
}


def content_of(path: Path) -> bytes:
    """What lies there, byte for byte; of a folder or a link that leads nowhere, nothing."""
    return path.read_bytes() if path.is_file() else b""
