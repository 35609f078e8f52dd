"""The receipt of the design's picture, and variants of it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

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
from jxc_desktop.models.values.unit_price import UnitPrice


def a_line(name: str, quantity: str, price: str, net: str, **more: Any) -> ReceiptLine:
    """A line without a discount unless one is given."""
    given = {"list_amount": Money.parse(net), "discount": Money(0), **more}
    return ReceiptLine(
        name=name, quantity=Quantity.parse(quantity), price=UnitPrice.parse(price), net=Money.parse(net), **given
    )


def totals(list_total: str, discount: str, rounding: str, due: str) -> ReceiptTotals:
    """The sums as a person writes them."""
    return ReceiptTotals(
        list_total=Money.parse(list_total),
        discount=Money.parse(discount),
        rounding=Money.parse(rounding),
        due=Money.parse(due),
    )


def tender(name: str, amount: str) -> ReceiptTender:
    """A payment as a person writes it."""
    return ReceiptTender(name, Money.parse(amount))


CHOCOLATE_PIE = a_line(
    "好丽友Q蒂派(巧克力味)",
    "1",
    "12",
    "10.80",
    code="6920907803129",
    list_amount=Money(1200),
    discount=Money(120),
)
GOODS = (
    a_line("海天酱油老抽王800ml", "1", "7", "7.00", code="6902265114543"),
    a_line("香满园大豆油", "1", "33", "33.00", code="6948195801696"),
    a_line("上好佳洋葱圈（绿色）40g", "3", "3", "9.00", code="6909409040799"),
    a_line("雪碧柠檬味汽水（2L）", "2", "5.5", "11.00", code="6954767433073"),
    a_line("100g云南白药牙膏留兰香型", "1", "19", "19.00", code="6901070600111"),
    CHOCOLATE_PIE,
    a_line("百姓福小腿王40g", "5", "1", "5.00", code="6920032200138"),
    a_line("恰恰香瓜子160g", "2", "5", "10.00", code="6924187820067"),
    a_line("乐百氏脉动桔子600ml", "2", "3.5", "7.00", code="6902538004052"),
    a_line("君乐宝红枣酸奶量贩装150g*8", "1", "16", "16.00", code="6922577702825"),
)
SALE = ReceiptPage(
    paper=ReceiptPaper.MM_80,
    kind=ReceiptKind.SALE,
    shop_name="惠民便利店",
    number="XS20260304-0019",
    moment=datetime(2026, 3, 4, 14, 33),
    clerk="收银员01",
    lines=GOODS,
    totals=totals("129", "1.20", "0", "127.80"),
    tenders=(tender("微信", "60"), tender("现金", "100")),
    change=Money.parse("32.20"),
    footer=("七天内凭小票退换　扫上面的码查单", "谢谢惠顾"),
    member="01620320",
)


def a_sale(paper: int, **changes: Any) -> ReceiptPage:
    """The receipt of the picture, changed."""
    return replace(SALE, paper=ReceiptPaper(paper), **changes)


def a_return(paper: int) -> ReceiptPage:
    """The chocolate pie brought back."""
    line = a_line(
        CHOCOLATE_PIE.name,
        "-1",
        "12",
        "-10.80",
        list_amount=Money(-1200),
        discount=Money(-120),
    )
    return a_sale(
        paper,
        kind=ReceiptKind.RETURN,
        number="XT20260304-0001",
        lines=(line,),
        totals=totals("-12", "-1.20", "0", "-10.80"),
        tenders=(tender("现金", "-10.80"),),
        change=Money(0),
    )
