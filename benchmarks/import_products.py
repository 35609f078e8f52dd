"""A goods list of 100,000 rows becomes products, against reading the file and putting the finished rows in.

The floor is given every row as the tables hold it, pinyin and search text included: it reads the cells with the same
reader, and writes with the driver alone, into tables with the same columns and indexes, with the same settings.
"""

import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from openpyxl.workbook import workbook as workbook_module
from python_calamine import CalamineWorkbook

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.migrate_in.imports import Imports
from jxc_desktop.services.people.desk import Desk, SignedIn
from jxc_desktop.services.people.found_shop import found_shop
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.storage.storage import Storage

ROWS = 100_000
HEADINGS = (
    *("商品名称", "条码", "货号", "分类", "单位", "规格", "品牌"),
    *("进价", "零售价", "会员价", "助记码", "计价方式"),
)
BRANDS = (
    *("康师傅", "统一", "海天", "农夫山泉", "娃哈哈", "旺旺", "双汇", "蒙牛", "伊利", "六神", "立白", "蓝月亮"),
    *("心相印", "维达", "洽洽", "好丽友", "达利园", "盼盼", "金龙鱼", "鲁花", "李锦记", "王守义", "老干妈", "涪陵"),
)
TASTES = ("原味", "香辣", "红烧", "清香", "蜂蜜柚子", "冰糖雪梨", "茉莉", "薄荷", "酸菜", "海鲜", "五香", "孜然")
GOODS = (
    *("方便面", "矿泉水", "酱油", "洗衣液", "牛奶", "饼干", "火腿肠", "沐浴露", "卷纸", "瓜子", "花生油", "食盐"),
    *("绿茶", "果汁", "薯片", "面包", "牙膏", "香皂", "榨菜", "辣椒酱", "白酒", "啤酒", "巧克力", "口香糖"),
)
SIZES = (
    "80g",
    "120g*5",
    "250ml",
    "330ml",
    "500ml",
    "1.5L",
    "2kg",
    "5L",
    "10片",
    "100抽*3",
    "65g*54",
    "1kg",
    "48cm",
    "25g",
    "3支",
    "6听",
)
TABLES = ("category", "product", "barcode")


def ours() -> None:
    """The list through every check into a new shop."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(_empty_shop(), folder))
        storage = Storage.open(path)
        _import(storage)
        storage.close()


def floor() -> None:
    """The cells read, the finished rows written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(_empty_tables(), folder))
        rows = CalamineWorkbook.from_path(_goods_list()).get_sheet_by_index(0).to_python()
        assert len(rows) == ROWS + 1
        with closing(_opened(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for table, (insertion, finished) in _finished_rows().items():
                assert table == "category" or len(finished) == ROWS
                connection.executemany(insertion, finished)
            connection.execute("COMMIT")


@lru_cache(maxsize=1)
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory()
    _kept.append(folder)
    return Path(folder.name)


_kept: list[tempfile.TemporaryDirectory[str]] = []


@lru_cache(maxsize=1)
def _goods_list() -> Path:
    path = _folder() / "goods.xlsx"
    new_workbook: Any = workbook_module.Workbook
    workbook = new_workbook(write_only=True)
    sheet = workbook.create_sheet("商品")
    sheet.append(HEADINGS)
    chance = random.Random(20261125)
    names = product(BRANDS, TASTES, GOODS, SIZES)
    for number, (brand, taste, goods, size) in zip(range(ROWS), names, strict=False):
        cost = chance.randrange(50, 9_000)
        price = cost * chance.randrange(110, 160) // 100
        code = with_check_digit(f"69{number:010d}")
        sheet.append(
            [
                *(
                    f"{brand}{taste}{goods}{size}",
                    code,
                    f"{number + 1:07d}",
                    f"食品/{goods}",
                    chance.choice("个瓶袋盒包"),
                ),
                *(size, brand, cost / 100, price / 100, 0, "", "计件"),
            ]
        )
    workbook.save(path)
    return path


@lru_cache(maxsize=1)
def _empty_shop() -> Path:
    path = _folder() / "empty.jxc"
    found_shop(path, "惠民便利店", SystemClock()).close()
    return path


def _import(storage: Storage) -> None:
    desk = Desk(storage, SystemClock(), SignedIn(1, "老板", Role.OWNER))
    result = Imports(desk).products(_goods_list())
    assert result.added == ROWS


@lru_cache(maxsize=1)
def _empty_tables() -> Path:
    """The tables that are written, with their indexes and nothing in them."""
    path = _folder() / "floor.db"
    with closing(sqlite3.connect(_empty_shop())) as shop, closing(_opened(path)) as connection:
        made = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"
        for table in (*TABLES, "product_unit"):
            for (sql,) in shop.execute(made, (table,)):
                connection.execute(sql)
    return path


@lru_cache(maxsize=1)
def _finished_rows() -> dict[str, tuple[str, list[tuple[Any, ...]]]]:
    """For each table, the statement and its rows as one import left them."""
    path = _folder() / "filled.jxc"
    shutil.copy(_empty_shop(), path)
    storage = Storage.open(path)
    _import(storage)
    storage.close()
    found = {}
    with closing(sqlite3.connect(path)) as shop:
        for table in TABLES:
            rows = shop.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
            found[table] = (f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    return found


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"):
        connection.execute(f"PRAGMA {setting}")
    return connection
