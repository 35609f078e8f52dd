"""A day in the window itself, under a window manager, with keys that come from the keyboard's side of the screen."""

import csv
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from jxc_desktop.app import PAPER_FOLDER
from jxc_desktop.commands import run
from tests.robots.real_window import RealWindow, opened_window

NAME = "惠民便利店"
YOGURT, SUGAR, SEEDS = "6922577702825", "6936793400304", "6924187851976"
GOODS = f"""商品名称,条码,单位,进价,零售价
君乐宝红枣酸奶量贩装150g*8,{YOGURT},个,12.50,16.00
天久源产妇红糖350g,{SUGAR},袋,9.20,12.00
恰恰香瓜子160g,{SEEDS},袋,3.80,5.00
"""
SCANS = 1_000


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    """A shop that knows three goods and has none of them."""
    path = tmp_path / "店.db"
    goods = tmp_path / "商品.csv"
    goods.write_text(GOODS, encoding="utf-8")
    assert run(["init", "--shop", str(path), "--name", NAME]) == 0
    assert run(["import", "products", str(goods), "--shop", str(path)]) == 0
    return path


@pytest.fixture
def window(shop_file: Path, tmp_path: Path) -> Iterator[RealWindow]:
    with opened_window(shop_file, NAME, tmp_path) as opened:
        yield opened


def test_goods_come_in_by_scanning_and_go_out_with_a_receipt(
    window: RealWindow, shop_file: Path, tmp_path: Path
) -> None:
    receive(window, "Hongda", YOGURT, SUGAR, "12*", SEEDS)
    window.comes(lambda: window.asked("SELECT 1 FROM document WHERE kind = 'goods_receipt'"))
    window.press("alt+1")
    window.scan(YOGURT, YOGURT, SEEDS)
    pay(window, "200")
    assert window.comes(lambda: sold_pieces(window)) == {YOGURT: 2, SEEDS: 1}
    words = window.comes(lambda: receipt_text(shop_file.parent / PAPER_FOLDER))
    assert "君乐宝红枣酸奶量贩装150g*8" in words
    assert "找零" in words
    assert "163.00" in words
    window.press("alt+F4")
    report = tmp_path / "库存.csv"
    assert run(["report", "stock", "--shop", str(shop_file), "--out", str(report)]) == 0
    assert on_hand(report) == {YOGURT: "-1", SUGAR: "1", SEEDS: "11"}
    assert run(["verify", "--shop", str(shop_file)]) == 0


def test_a_thousand_scans_at_a_key_a_millisecond_are_all_in_the_sale(window: RealWindow) -> None:
    chance = random.Random(20261125)
    codes = [chance.choice((YOGURT, SUGAR, SEEDS)) for _ in range(SCANS)]
    window.scan(*codes)
    pay_exactly_in_cash(window)
    sold = window.comes(lambda: sold_pieces(window))
    assert sold == Counter(codes)


def receive(window: RealWindow, supplier: str, *codes: str) -> None:
    """A delivery on credit from a supplier the shop does not know yet; ``12*`` before a code counts it twelve times."""
    window.press("alt+2", "F2")
    window.write(supplier)
    window.press("Return")
    for code in codes:
        if code.endswith("*"):
            window.write(code)
        else:
            window.scan(code)
    window.press("F9", "F9")


def pay(window: RealWindow, handed_over: str) -> None:
    """In cash, with a note too large."""
    window.press("F9", "1")
    window.write(handed_over)
    window.press("Return")


def pay_exactly_in_cash(window: RealWindow) -> None:
    window.press("F9", "1", "Return")


def sold_pieces(window: RealWindow) -> dict[str, int]:
    """Code → pieces that left, as the stock ledger has them."""
    moves = window.asked(
        "SELECT p.code, sum(l.quantity) FROM sale_line l JOIN product p ON p.id = l.product_id GROUP BY p.code"
    )
    return {str(code): int(str(milli)) // 1000 for code, milli in moves}


def receipt_text(paper: Path) -> str:
    """What stands on the newest receipt; "" before there is one."""
    newest = max(paper.glob("*.pdf"), key=lambda file: file.stat().st_mtime, default=None)
    if newest is None:
        return ""
    document = pypdfium2.PdfDocument(newest)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


def on_hand(report: Path) -> dict[str, str]:
    """Code → quantity, as the stock report says."""
    with report.open(encoding="utf-8-sig", newline="") as file:
        return {row["条码"]: row["数量"] for row in csv.DictReader(file) if row["条码"]}
