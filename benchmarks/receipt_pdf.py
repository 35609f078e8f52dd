"""A receipt of ten lines as a PDF, against the same texts, rules and bars on a bare canvas.

Both use the same loaded font and give one page each; the floor knows every text and place beforehand, so it has no
layout, no columns and no care for characters that are missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from statistics import median

from benchmarks.bench import Bench, Pair, milliseconds
from benchmarks.floors import KnownDrawing, draw
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.receipt_page import (
    ReceiptKind,
    ReceiptLine,
    ReceiptPage,
    ReceiptPaper,
    ReceiptTender,
    ReceiptTotals,
)
from jxc_desktop.models.values.receipt_text import LineLook
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.printing.bars import code_128
from jxc_desktop.services.printing.fonts import BOLD, REGULAR, paper_font
from jxc_desktop.services.printing.receipt_lines import receipt_lines
from jxc_desktop.services.printing.receipt_pdf import receipt_pdf

GOODS = (
    ("海天酱油老抽王800ml", 1, 700),
    ("香满园大豆油", 1, 3300),
    ("上好佳洋葱圈（绿色）40g", 3, 300),
    ("雪碧柠檬味汽水（2L）", 2, 550),
    ("100g云南白药牙膏留兰香型", 1, 1900),
    ("好丽友Q蒂派(巧克力味)", 1, 1200),
    ("百姓福小腿王40g", 5, 100),
    ("恰恰香瓜子160g", 2, 500),
    ("乐百氏脉动桔子600ml", 2, 350),
    ("君乐宝红枣酸奶量贩装150g*8", 1, 1600),
)


def ours() -> bytes:
    """The receipt from its page value."""
    return receipt_pdf(sample_page())


def floor() -> bytes:
    """The same drawing with nothing around it."""
    paper_font(REGULAR)
    paper_font(BOLD)
    return draw(known_drawing())


@lru_cache(maxsize=1)
def sample_page() -> ReceiptPage:
    """A sale of ten lines, paid in two ways."""
    nothing = Money(0)
    lines = tuple(
        ReceiptLine(
            name=name,
            code=str(6_900_000_000_000 + number),
            quantity=Quantity.of(pieces),
            price=UnitPrice.of(Money(fen)),
            list_amount=Money(fen * pieces),
            discount=nothing,
            net=Money(fen * pieces),
        )
        for number, (name, pieces, fen) in enumerate(GOODS)
    )
    total = Money(sum(pieces * fen for _name, pieces, fen in GOODS))
    return ReceiptPage(
        paper=ReceiptPaper.MM_80,
        kind=ReceiptKind.SALE,
        shop_name="惠民便利店",
        number="XS20260304-0019",
        moment=datetime(2026, 3, 4, 14, 33),
        clerk="收银员01",
        lines=lines,
        totals=ReceiptTotals(list_total=total, discount=nothing, rounding=nothing, due=total),
        tenders=(ReceiptTender("微信", Money(6000)), ReceiptTender("现金", Money(10000))),
        change=Money(3100),
        footer=("七天内凭小票退换", "谢谢惠顾"),
    )


@lru_cache(maxsize=1)
def known_drawing() -> KnownDrawing:
    """Texts, rules and bars at their places, worked out once."""
    lines = receipt_lines(sample_page())
    height = 40 * len(lines)
    texts, rules, bars = [], [], []
    for number, line in enumerate(lines):
        y = height - 40 * (number + 1)
        double = line.look is LineLook.DOUBLE
        size, font = (48, BOLD) if double else (24, REGULAR)
        if line.look is LineLook.RULE:
            rules.append(y)
        elif line.look is LineLook.BARCODE:
            code = code_128(line.texts[0].text)
            bars = [(153 + 2 * offset, y, 2 * width) for offset, width in code.bars] if code else []
        else:
            texts += [(32 + placed.start * size / 2, y, font, size, placed.text) for placed in line.texts]
    return KnownDrawing(texts, rules, bars, height, REGULAR)


RECEIPTS_A_ROUND = 40


@contextmanager
def one_receipt() -> Iterator[Pair]:
    """A warm receipt, drawn again and again."""
    yield Pair(
        lambda: median(milliseconds(ours) for _ in range(RECEIPTS_A_ROUND)),
        lambda: median(milliseconds(floor) for _ in range(RECEIPTS_A_ROUND)),
    )


BENCHES = (Bench("receipt_pdf", 2, one_receipt),)
