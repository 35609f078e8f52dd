"""The outer form of xls files."""

import struct

import pytest

from jxc_desktop.services.exchange.ole_file import BrokenOleError, OleFile, ole_with


@pytest.mark.parametrize("size", [0, 100, 4096, 4097, 5_000_000])
def test_a_stream_comes_back_as_it_was_put_in(size: int) -> None:
    stream = bytes(number % 251 for number in range(size))
    ole = OleFile(ole_with("Workbook", stream))
    assert ole.names == {"Root Entry", "Workbook"}
    assert ole.stream("Workbook").rstrip(b"\0") == stream.rstrip(b"\0")


def test_a_chain_that_bites_its_tail_is_broken() -> None:
    data = bytearray(ole_with("Workbook", bytes(10_000)))
    struct.pack_into("<I", data, len(data) - 4096, 0)
    with pytest.raises(BrokenOleError):
        OleFile(bytes(data)).stream("Workbook")


def test_a_chain_that_leaves_the_file_is_broken() -> None:
    data = bytearray(ole_with("Workbook", bytes(10_000)))
    struct.pack_into("<I", data, len(data) - 4096, 900_000)
    with pytest.raises(BrokenOleError):
        OleFile(bytes(data)).stream("Workbook")


def test_too_few_bytes_are_broken() -> None:
    with pytest.raises(BrokenOleError):
        OleFile(b"\xd0\xcf\x11\xe0")


def ole_of_small_sectors(stream: bytes) -> bytes:
    """A file as Excel 97 writes it, long enough that its header cannot list all sectors of its table."""
    body = len(stream) // 512
    lists, tables = 1, 130
    first_table = body + 1 + lists
    chain = [*range(1, body), 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFC, *[0xFFFFFFFD] * tables]
    places = [first_table + number for number in range(tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, tables, body, 0, 4096, 0xFFFFFFFE, 0, body + 1, lists)
    header += struct.pack("<109I", *places[:109])
    name = "Book".encode("utf-16-le")
    directory = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, 2, 1) + b"\xff" * 12 + bytes(36)
    directory += struct.pack("<IQ", 0, len(stream))
    more = struct.pack("<21I", *places[109:]) + b"\xff" * (106 * 4) + struct.pack("<I", 0xFFFFFFFE)
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    return header + stream + directory.ljust(512, b"\0") + more + table


def test_a_long_file_of_small_sectors_is_followed_through_its_list_of_lists() -> None:
    stream = bytes(range(256)) * 2 * 16_000
    assert OleFile(ole_of_small_sectors(stream)).stream("Book") == stream


def test_a_list_of_lists_that_leaves_the_file_is_broken() -> None:
    data = bytearray(ole_of_small_sectors(bytes(512 * 16_000)))
    struct.pack_into("<I", data, 68, 900_000)
    with pytest.raises(BrokenOleError):
        OleFile(bytes(data))
