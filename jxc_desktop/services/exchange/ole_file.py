"""The outer form of an old xls file: a small file system with named streams in it."""

import struct
from collections.abc import Iterator

# All numbers from here on end a chain of sectors; the last but one is what is written.
END_OF_CHAIN, END_WRITTEN = 0xFFFFFFF8, 0xFFFFFFFE
FREE, FAT_SECTOR, NO_ENTRY = 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
MINI_SECTOR = 64
MINI_CUTOFF = 4096
ENTRY = 128
ROOT, STREAM = 5, 2
LARGE_SECTOR = 4096


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


def ole_with(name: str, stream: bytes) -> bytes:
    """A new file of this form that holds one stream, with tables that are right.

    Source: [MS-CFB], version 4, whose large sectors need no list of lists below 400 MiB.
    """
    padded = stream.ljust(LARGE_SECTOR, b"\0")
    body = _filled(padded, b"\0")
    body_sectors = len(body) // LARGE_SECTOR
    # Readers of version 4 insist on a store of small streams, empty or not; it follows the directory.
    root = _entry("Root Entry", ROOT, body_sectors + 1, MINI_SECTOR, child=1)
    directory = _filled(root + _entry(name, STREAM, 0, len(padded)), b"\0")
    per_sector = LARGE_SECTOR // 4
    table_sectors = -(-(body_sectors + 2) // (per_sector - 1))
    chain = [*range(1, body_sectors), END_WRITTEN, END_WRITTEN, END_WRITTEN, *[FAT_SECTOR] * table_sectors]
    table = _filled(struct.pack(f"<{len(chain)}I", *chain), b"\xff")
    return _header(body_sectors, table_sectors) + body + directory + bytes(LARGE_SECTOR) + table


def _filled(part: bytes, filler: bytes) -> bytes:
    return part + filler * (-len(part) % LARGE_SECTOR)


def _header(directory_at: int, table_sectors: int) -> bytes:
    tables = [directory_at + 2 + n for n in range(table_sectors)] + [FREE] * (109 - table_sectors)
    fixed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 4, 0xFFFE, 12, 6) + bytes(6)
    places = (1, table_sectors, directory_at, 0, MINI_CUTOFF, END_WRITTEN, 0, END_WRITTEN, 0)
    return _filled(fixed + struct.pack("<9I109I", *places, *tables), b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = NO_ENTRY) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBB3I", len(text), kind, 1, NO_ENTRY, NO_ENTRY, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
