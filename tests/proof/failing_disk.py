"""A disk that fails when it is told to: between SQLite and the system stands a layer that counts what is written.

SQLite calls the system through a table of functions. The layer is a copy of the usual table whose files write, cut and
flush through functions of ours; all others are the system's own.
"""

import ctypes
import ctypes.util
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FULL, WRITE_FAILS, FLUSH_FAILS = 13, 778, 1034

# The name is handed on where it lies: SQLite reads what stands behind it, and keeps it.
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
CUT = CFUNCTYPE(c_int, c_void_p, c_int64)
FLUSH = CFUNCTYPE(c_int, c_void_p, c_int)


class _System(Structure):
    """sqlite3_vfs: what SQLite asks of the system."""

    _fields_ = (
        *((name, c_int) for name in ("version", "file_size", "longest_path")),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        *((f"other{number}", c_void_p) for number in range(15)),
    )


class _Methods(Structure):
    """sqlite3_io_methods: what is done with an open file."""

    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "cut", "flush")),
        *((f"other{number}", c_void_p) for number in range(13)),
    )


@dataclass
class FailingDisk:
    """Counts every write, cut and flush of one shop file and its log.

    Attributes:
        done: how many there were since `watch`. fails_at: the number of the one that fails; None: none does.
        stays_bad: all that follow fail too, as on a full disk. code: what SQLite is told; None: what fits the call.
        has_failed: whether one did.
    """

    shop: Path
    done: int = 0
    fails_at: int | None = None
    stays_bad: bool = False
    code: int | None = None
    has_failed: bool = False
    _kept: list[Any] = field(default_factory=list)

    def watch(self, fails_at: int | None, stays_bad: bool = False, code: int | None = None) -> None:
        """Count anew from here."""
        self.done, self.fails_at, self.stays_bad, self.code, self.has_failed = 0, fails_at, stays_bad, code, False

    def mend(self) -> None:
        """Nothing fails any more."""
        self.fails_at = None

    def verdict(self, usual: int) -> int:
        """What to answer to one more call; 0: let it be done."""
        self.done += 1
        if self.fails_at is None or self.done < self.fails_at or (self.done > self.fails_at and not self.stays_bad):
            return 0
        self.has_failed = True
        return usual if self.code is None else self.code


def sqlite_library() -> ctypes.CDLL | None:
    """The library that Python itself uses; None where it cannot be reached from outside."""
    name = ctypes.util.find_library("sqlite3")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    library.sqlite3_libversion.restype = c_char_p
    library.sqlite3_vfs_find.restype = POINTER(_System)
    library.sqlite3_vfs_find.argtypes = (c_char_p,)
    is_the_same = library.sqlite3_libversion().decode() == sqlite3.sqlite_version
    return library if is_the_same and Path("/proc/self/maps").exists() else None


@contextmanager
def failing_disk(library: ctypes.CDLL, shop: Path) -> Iterator[FailingDisk]:
    """Every file that SQLite opens in here goes through the layer."""
    disk = FailingDisk(shop)
    usual = library.sqlite3_vfs_find(None)
    layer = _System.from_buffer_copy(usual.contents)
    opened = OPEN(usual.contents.open)
    known: dict[int, _Methods] = {}

    def open_file(_layer: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        answer = int(opened(ctypes.addressof(usual.contents), name, file, flags, out))
        slot = c_void_p.from_address(file)
        if answer == 0 and slot.value and name is not None and _is_of(ctypes.string_at(name), shop):
            if slot.value not in known:
                known[slot.value] = _counting(disk, _Methods.from_address(slot.value))
            slot.value = ctypes.addressof(known[slot.value])
        return answer

    wrapped = OPEN(open_file)
    layer.name, layer.open = b"failing", ctypes.cast(wrapped, c_void_p).value
    assert library.sqlite3_vfs_register(ctypes.byref(layer), 1) == 0
    try:
        yield disk
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(layer))
        library.sqlite3_vfs_register(usual, 1)


def _is_of(name: bytes, shop: Path) -> bool:
    path = name.decode()
    return path in (str(shop), f"{shop}-wal", f"{shop}-journal")


def _counting(disk: FailingDisk, usual: _Methods) -> _Methods:
    """The functions of an open file, three of them through the count."""
    ours = _Methods.from_buffer_copy(usual)
    write, cut, flush = WRITE(usual.write), CUT(usual.cut), FLUSH(usual.flush)

    def on_write(file: int, content: int, length: int, at: int) -> int:
        return disk.verdict(WRITE_FAILS) or int(write(file, content, length, at))

    def on_cut(file: int, length: int) -> int:
        return disk.verdict(WRITE_FAILS) or int(cut(file, length))

    def on_flush(file: int, flags: int) -> int:
        return disk.verdict(FLUSH_FAILS) or int(flush(file, flags))

    wrapped = (WRITE(on_write), CUT(on_cut), FLUSH(on_flush))
    for name, function in zip(("write", "cut", "flush"), wrapped, strict=True):
        setattr(ours, name, ctypes.cast(function, c_void_p).value)
    disk._kept += [*wrapped, ours]
    return ours
