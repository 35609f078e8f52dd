"""A goods list of 100,000 rows becomes products, against reading the same cells and writing the finished rows.

The floor is given every row as the tables hold it, pinyin and search text included.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

from openpyxl.workbook import workbook as workbook_module
from python_calamine import CalamineWorkbook

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import FinishedRows
from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop

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
    *("80g", "120g*5", "250ml", "330ml", "500ml", "1.5L", "2kg", "5L"),
    *("10片", "100抽*3", "65g*54", "1kg", "48cm", "25g", "3支", "6听"),
)


@contextmanager
def goods_list() -> Iterator[Pair]:
    """The list through every check into a new shop."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        goods = folder / "goods.xlsx"
        write_goods(goods, ROWS)
        Shop.found(folder / "empty.db", "基准店", SystemClock()).close()
        _import(folder, goods, "filled.db")
        finished = FinishedRows(folder / "empty.db", folder / "filled.db")

        def ours() -> float:
            return _import(folder, goods, "ours.db")

        def floor() -> float:
            path = finished.prepare(folder / "floor.db")
            return milliseconds(lambda: _read(goods)) + milliseconds(lambda: finished.write(path))

        yield Pair(ours, floor)


def write_goods(path: Path, count: int) -> None:
    """A goods list as a shop's system exports one."""
    workbook: Any = workbook_module.Workbook(write_only=True)  # type: ignore[no-untyped-call]
    sheet = workbook.create_sheet("商品")
    sheet.append(HEADINGS)
    chance = random.Random(20261125)
    names = product(BRANDS, TASTES, GOODS, SIZES)
    for number, (brand, taste, goods, size) in zip(range(count), names, strict=False):
        cost = chance.randrange(50, 9_000)
        price = cost * chance.randrange(110, 160) // 100
        codes = (with_check_digit(f"69{number:010d}"), f"{number + 1:07d}")
        kind = (f"食品/{goods}", chance.choice("个瓶袋盒包"), size, brand)
        sheet.append([f"{brand}{taste}{goods}{size}", *codes, *kind, cost / 100, price / 100, 0, "", "计件"])
    workbook.save(path)


def _import(folder: Path, goods: Path, name: str) -> float:
    """Units: milliseconds."""
    path = folder / name
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    shutil.copy(folder / "empty.db", path)
    with Shop.open(path, SystemClock()) as shop:
        took = milliseconds(lambda: shop.imports.products(goods))
        assert len(shop.catalog.search("矿泉水", most=2)) == 2
    return took


def _read(goods: Path) -> None:
    rows = CalamineWorkbook.from_path(goods).get_sheet_by_index(0).to_python()
    assert len(rows) == ROWS + 1


BENCHES = (Bench("import_products", 3, goods_list),)
