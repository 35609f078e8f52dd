"""Sheets of every kind, each spoiled in its own way; the number of one says all about it."""

import random
import struct
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from jxc_desktop.services.exchange.ole_file import ole_with
from tests.services.exchange.sheet_files import (
    FIRST_SHEET,
    MANIFEST,
    ODS_HEAD,
    ODS_TAIL,
    SHEET_HEAD,
    SHEET_TAIL,
    new_workbook,
    record,
    xls_stream,
)

Rows = list[list[str]]
MEBIBYTE = 1024 * 1024
HEADINGS = {
    "products": ["商品名称", "条码", "货号", "类别", "单位", "进价", "零售价", "备注"],
    "partners": ["名称", "类型", "联系人", "电话", "地址", "税号", "备注", "状态"],
    "opening-stock": ["条码", "数量", "成本单价", "金额", "仓库", "商品名称", "备注", "序号"],
}
KINDS = ("xlsx", "csv", "ods", "xls")
ODD_CELLS = (
    *("", "=A1*2", "#N/A", "6.93217E+12", "2026-03-05", "1e308", "-0", "NaN", "inf", "００１２", "1,234.50", "￥3"),
    *("=cmd|' /C calc'!A0", "\u202e倒过来", "㐂𠮷", "x" * 3000, "'00123", "12.345678901234567890", "-5", "0x10"),
)
CODES = ("6901234567892", "6902083881405", "6948195801696")


def mutant(folder: Path, number: int) -> tuple[Path, str, str]:
    """A spoiled file, what it is to be taken in as, and how it was spoiled."""
    chance = random.Random(number)
    form = chance.choices(("products", "partners", "opening-stock"), (6, 2, 2))[0]
    kind = KINDS[number % len(KINDS)]
    ways = WAYS[kind]
    name = list(ways)[number // len(KINDS) % len(ways)]
    path = folder / f"{number}.{kind}"
    path.write_bytes(ways[name](_rows(chance, form), chance))
    return path, form, f"{kind} {name}"


def _rows(chance: random.Random, form: str) -> Rows:
    made = [HEADINGS[form]]
    for number in range(chance.choice((1, 5, 40, 400))):
        code = chance.choice(CODES) if form == "opening-stock" else f"69{number:011d}"
        row = {
            "products": [f"商品{number}", code, f"A{number}", "食品/饮料", "瓶", "1.20", "2.50", ""],
            "partners": [f"单位{number}", "供应商", "王", "13800000000", "城南路", "", "", "正常"],
            "opening-stock": [code, "3", "1.5", "", "", "可乐", "", str(number)],
        }[form]
        made.append(row)
    return made


def _xlsx(rows: Rows) -> bytes:
    workbook = new_workbook()
    for row in rows:
        workbook.active.append(row)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _xlsx_of(sheet: str) -> bytes:
    return _with_part(_xlsx([["a"]]), FIRST_SHEET, SHEET_HEAD.encode() + sheet.encode() + SHEET_TAIL.encode())


def _cells(rows: Rows, cell: Callable[[str, str], str]) -> str:
    return "".join(
        f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )


def _text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def _with_part(file: bytes, name: str, content: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, content if part == name else source.read(part))
        if name not in source.namelist():
            target.writestr(name, content)
    return made.getvalue()


def _ods(rows: Rows) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    return _ods_of("".join(_ods_row("".join(cell.format(escape(text)) for text in row)) for row in rows))


def _ods_row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def _ods_of(rows: str, head: str = ODS_HEAD) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        target.writestr("content.xml", head + rows + ODS_TAIL)
        target.writestr("META-INF/manifest.xml", MANIFEST)
    return file.getvalue()


def _xls(rows: Rows, more: bytes = b"") -> bytes:
    cells = b"".join(_label(at, place, text) for at, row in enumerate(rows) for place, text in enumerate(row))
    return ole_with("Workbook", xls_stream(cells + more))


def _label(row: int, column: int, text: str) -> bytes:
    encoded = text[:4000].encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(encoded) // 2, 1) + encoded)


def _csv(rows: Rows) -> str:
    return "".join(",".join(f'"{cell}"' if '"' not in cell else cell for cell in row) + "\r\n" for row in rows)


# How bytes are spoiled, whatever they are.


def _flipped(data: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _torn(data: bytes, chance: random.Random) -> bytes:
    """A piece of it stands in another place, or is nothing but zeros."""
    spoiled, length = bytearray(data), chance.randrange(1, max(len(data) // 4, 2))
    at, other = chance.randrange(len(data)), chance.randrange(len(data))
    spoiled[at : at + length] = bytes(length) if chance.random() < 0.5 else data[other : other + length]
    return bytes(spoiled)


def _flipped_inside(data: bytes, chance: random.Random) -> bytes:
    """The packed file is whole; what is in it is not."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        name = chance.choice([name for name in archive.namelist() if name.endswith(".xml")])
        return _with_part(data, name, _flipped(archive.read(name), chance))


# How rows are spoiled.


def _odd(rows: Rows, chance: random.Random) -> Rows:
    spoiled = [list(row) for row in rows]
    for _ in range(chance.choice((1, 5, 30))):
        row = chance.choice(spoiled)
        row[chance.randrange(len(row))] = chance.choice(ODD_CELLS)
    return spoiled


def _as_dates(rows: Rows, chance: random.Random) -> Rows:
    at = chance.randrange(len(rows[0]))
    return [rows[0], *([*row[:at], f"2026-{chance.randrange(1, 13):02}-05", *row[at + 1 :]] for row in rows[1:])]


def _ragged(rows: Rows, chance: random.Random) -> Rows:
    notes = [["这张表", "", "只看第二页"], [""], ["注：" * 50]]
    return [*notes[: chance.randrange(4)], *(row[: chance.randrange(1, 9)] for row in rows), ["合计", "", "99"]]


def _wide(rows: Rows, chance: random.Random) -> Rows:
    return [[*row, *[""] * chance.randrange(300), "x"] for row in rows[:40]]


def _same_headings(rows: Rows, chance: random.Random) -> Rows:
    return [[chance.choice(rows[0]) for _cell in rows[0]], *rows[1:]]


# How a whole kind is spoiled.


def _formulas(rows: Rows, chance: random.Random) -> bytes:
    def cell(place: str, text: str) -> str:
        kinds = (
            f'<c r="{place}"><f>A1*2</f></c>',
            f'<c r="{place}" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            f'<c r="{place}"><v>{chance.choice(("45000", "6.93E+12", "1e400", "0.1", "-1"))}</v></c>',
        )
        return chance.choice(kinds) if chance.random() < 0.2 else _text_cell(place, text)

    return _xlsx_of(_cells(rows, cell))


def _merged(rows: Rows, chance: random.Random) -> bytes:
    areas = ("A2:A9", "B1:H1", "A1:XFD1048576", "C3:C2", "B2:B4", "B3:B6", "A2:A1048576", "ZZZ1:A0", "")
    merged = "".join(f'<mergeCell ref="{chance.choice(areas)}"/>' for _ in range(chance.randrange(1, 9)))
    sheet = f"{SHEET_HEAD}{_cells(rows, _text_cell)}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    return _with_part(_xlsx([["a"]]), FIRST_SHEET, sheet.encode())


def _formatted_rows(rows: Rows, _chance: random.Random) -> bytes:
    empty = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="H{n}" s="1"/></row>' for n in range(500, 1_048_577))
    return _xlsx_of(_cells(rows, _text_cell) + empty)


def _last_cell(rows: Rows, _chance: random.Random) -> bytes:
    return _xlsx_of(_cells(rows, _text_cell) + f'<row r="1048576">{_text_cell("XFD1048576", "x")}</row>')


def _entities(rows: Rows, chance: random.Random) -> bytes:
    names = "abcdefghij"
    bomb = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    head = SHEET_HEAD.replace("?>", f'?><!DOCTYPE x [<!ENTITY a "{"a" * 50}">{bomb}]>', 1)
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>'
    name = chance.choice((FIRST_SHEET, "xl/workbook.xml", "xl/styles.xml"))
    return _with_part(_xlsx(rows), name, (head + cell + SHEET_TAIL).encode())


def _zip_bomb(rows: Rows, chance: random.Random) -> bytes:
    what = chance.choice(("zeros", "text", "nested", "parts", "shared"))
    if what == "parts":
        file = BytesIO(_xlsx(rows))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
            for number in range(3000):
                archive.writestr(f"xl/media/{number}.png", b"x")
        return file.getvalue()
    nested = _with_part(_xlsx(rows), "xl/media/a.zip", bytes(30 * MEBIBYTE))
    shared = '<?xml version="1.0"?><sst uniqueCount="4000000000" count="4000000000">' + "<si><t/></si>" * 2_000_000
    content = {
        "zeros": bytes(120 * MEBIBYTE),
        "text": SHEET_HEAD.encode() + b"<row>" + b"<c><v>1</v></c>" * (6 * MEBIBYTE) + b"</row>" + SHEET_TAIL.encode(),
        "nested": nested,
        "shared": shared.encode() + b"</sst>",
    }[what]
    name = {"text": FIRST_SHEET, "shared": "xl/sharedStrings.xml"}.get(what, "xl/media/b.bin")
    return _with_part(_xlsx(rows), name, content)


def _lying_sizes(rows: Rows, chance: random.Random) -> bytes:
    """The list of the packed file says another size than there is."""
    data = bytearray(_with_part(_xlsx(rows), "xl/media/b.bin", bytes(2 * MEBIBYTE)))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + chance.choice((16, 20, 24)), chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFE)))
    return bytes(data)


def _repeated(rows: Rows, chance: random.Random) -> bytes:
    """One cell or row of an ods file that stands for very many."""
    count = chance.choice((1_048_576, 10_000_000, 2**31, 10**18))
    cell = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
    wide = cell.format(f' table:number-columns-repeated="{count}"')
    tall = f' table:number-rows-repeated="{count}"'
    plain = cell.format("")
    rows_xml = chance.choice((_ods_row(wide), _ods_row(plain, tall), _ods_row(wide, tall), _ods_row("", tall)))
    first = "".join(_ods_row("".join(plain.replace(">x<", f">{text}<") for text in row)) for row in rows[:5])
    return _ods_of(first + rows_xml)


def _ods_entities(_rows: Rows, _chance: random.Random) -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    return _ods_of("<table:table-row/>", ODS_HEAD.replace("?>", f"?>{bomb}", 1))


def _blank_records(rows: Rows, _chance: random.Random) -> bytes:
    """Every row of an xls sheet is formatted and empty."""
    blanks = b"".join(record(0x0201, struct.pack("<HHH", n, c, 0)) for n in range(500, 65_536) for c in range(8))
    return _xls(rows, blanks)


def _wrong_records(rows: Rows, chance: random.Random) -> bytes:
    kinds = (0x0006, 0x0203, 0x00FD, 0x00D6, 0x00BD, 0x0200, 0x00FC, 0x0085, 0x0031, 0x002F)
    wrong = b"".join(record(chance.choice(kinds), chance.randbytes(chance.randrange(40))) for _ in range(20))
    return _xls(rows, wrong)


def _encoded(rows: Rows, chance: random.Random) -> bytes:
    names = ("gbk", "gb18030", "big5", "shift_jis", "utf-16", "utf-16-le", "utf-32", "utf-7", "euc_kr", "utf-8-sig")
    return _csv(rows).encode(chance.choice(names), "replace")


def _mixed(rows: Rows, _chance: random.Random) -> bytes:
    return b"".join(_csv([row]).encode(("gbk", "utf-8")[at % 2], "replace") for at, row in enumerate(rows))


def _broken_quotes(rows: Rows, chance: random.Random) -> bytes:
    text = _csv(rows)
    at = chance.randrange(len(text))
    return (text[:at] + chance.choice(('"', '""', "\0", "\r", '"\r\n"', ";", "\t")) + text[at:]).encode()


def _empty_lines(rows: Rows, _chance: random.Random) -> bytes:
    return (_csv(rows) + ",,,,,,,\r\n" * 1_000_000).encode()


def _one_line(rows: Rows, _chance: random.Random) -> bytes:
    return (_csv(rows) + "x" * (3 * MEBIBYTE)).encode("gbk", "replace")


def _many_rows(rows: Rows, _chance: random.Random) -> bytes:
    return _csv([rows[0], *([f"商品{n}", *rows[-1][1:]] for n in range(220_000))]).encode()


Way = Callable[[Rows, random.Random], bytes]


def _ways(write: Callable[[Rows], bytes], is_zip: bool) -> dict[str, Way]:
    """What can happen to a file of any kind."""
    spoil_rows: Sequence[tuple[str, Callable[[Rows, random.Random], Rows]]] = (
        *(("odd cells", _odd), ("dates as codes", _as_dates), ("ragged rows", _ragged)),
        *(("many columns", _wide), ("headings twice", _same_headings)),
    )
    spoil_bytes = [("flipped bits", _flipped), ("cut off", _cut), ("torn", _torn)]
    if is_zip:
        spoil_bytes.append(("flipped inside", _flipped_inside))
    return {
        "whole": lambda rows, _chance: write(rows),
        **{name: partial(_rows_spoiled, write, spoil) for name, spoil in spoil_rows},
        **{name: partial(_bytes_spoiled, write, spoil) for name, spoil in spoil_bytes},
        "flipped again": lambda rows, chance: _flipped(_flipped(write(rows), chance), chance),
    }


def _rows_spoiled(
    write: Callable[[Rows], bytes], spoil: Callable[[Rows, random.Random], Rows], rows: Rows, chance: random.Random
) -> bytes:
    return write(spoil(rows, chance))


def _bytes_spoiled(
    write: Callable[[Rows], bytes], spoil: Callable[[bytes, random.Random], bytes], rows: Rows, chance: random.Random
) -> bytes:
    return spoil(write(rows), chance)


WAYS: dict[str, dict[str, Way]] = {
    "xlsx": {
        **_ways(_xlsx, is_zip=True),
        "formulas": _formulas,
        "merged cells": _merged,
        "a million formatted rows": _formatted_rows,
        "the last cell of all": _last_cell,
        "entities that multiply": _entities,
        "a zip bomb": _zip_bomb,
        "sizes that lie": _lying_sizes,
    },
    "csv": {
        **_ways(lambda rows: _csv(rows).encode(), is_zip=False),
        "another encoding": _encoded,
        "two encodings": _mixed,
        "broken quotes": _broken_quotes,
        "a million empty lines": _empty_lines,
        "a line without end": _one_line,
        "too many rows": _many_rows,
    },
    "ods": {**_ways(_ods, is_zip=True), "repeated cells": _repeated, "entities that multiply": _ods_entities},
    "xls": {**_ways(_xls, is_zip=False), "formatted rows": _blank_records, "records that lie": _wrong_records},
}
