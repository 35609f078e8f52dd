"""The outer form of an old xls file: a small file system with named streams in it."""

import struct
from collections.abc import Iterator

END_OF_CHAIN = 0xFFFFFFF8
MINI_SECTOR = 64
MINI_CUTOFF = 4096
ENTRY = 128


class BrokenOleError(Exception):
    """The file's own tables contradict each other."""


class OleFile:
    """The streams of such a file.

    Source: [MS-CFB], Compound File Binary File Format.
    """

    def __init__(self, data: bytes) -> None:
        """Read the tables.

        Raises:
            BrokenOleError: they cannot be followed.
        """
        if len(data) < 512:
            raise BrokenOleError
        self._data = data
        self._sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self._table = self._read_table()
        directory = self._chain(self._number(48))
        self._entries = dict(_entries(directory))
        mini_table = self._chain(self._number(60))
        self._mini_table = struct.unpack(f"<{len(mini_table) // 4}I", mini_table)

    @property
    def names(self) -> set[str]:
        """The names of all streams."""
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of one stream.

        Raises:
            BrokenOleError: it cannot be followed to its end.
        """
        start, size = self._entries[name]
        if size >= MINI_CUTOFF:
            return self._chain(start)[:size]
        store = self._chain(self._entries.get("Root Entry", (END_OF_CHAIN, 0))[0])
        mini = (store[n * MINI_SECTOR : (n + 1) * MINI_SECTOR] for n in _followed(self._mini_table, start))
        return b"".join(mini)[:size]

    def _number(self, offset: int) -> int:
        number: int = struct.unpack_from("<I", self._data, offset)[0]
        return number

    def _sector_at(self, number: int) -> bytes:
        return self._data[(number + 1) * self._sector : (number + 2) * self._sector]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector_at, _followed(self._table, start)))

    def _read_table(self) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        next_list, lists_left = self._number(68), self._number(72)
        per_list = self._sector // 4 - 1
        while next_list < END_OF_CHAIN and lists_left > 0 and len(sectors) * self._sector < len(self._data) + 2**20:
            more = self._sector_at(next_list)
            if len(more) < self._sector:
                raise BrokenOleError
            sectors += struct.unpack_from(f"<{per_list}I", more)
            next_list = struct.unpack_from("<I", more, per_list * 4)[0]
            lists_left -= 1
        table = b"".join(self._sector_at(number) for number in sectors if number < END_OF_CHAIN)
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _followed(table: tuple[int, ...], start: int) -> Iterator[int]:
    left = len(table)
    while start < END_OF_CHAIN:
        if start >= len(table) or left == 0:
            raise BrokenOleError
        yield start
        start = table[start]
        left -= 1


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    for offset in range(0, len(directory) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", directory, offset + 64)[0]
        name = directory[offset : offset + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", directory, offset + 116)
        if name:
            yield name, (start, size)
