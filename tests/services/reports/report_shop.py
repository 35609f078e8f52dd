"""A shop of which every report has something to say; what they must say is worked out by hand in the tests."""

from datetime import date, datetime
from typing import Any

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.reports.answer import ReportAnswer
from jxc_desktop.services.reports.report import Asked, Period
from tests.story import ONE, Story

FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
GOODS = {
    "可口可乐": ("3", ("食品", "饮料"), "690001"),
    "东北大米": ("4.5", ("食品", "粮油"), "690002"),
    "香皂": ("6", ("百货",), "690003"),
    "香烟": ("10", ("食品",), "690004"),
    "赠品": ("2", (), "690005"),
}


class ReportShop:
    """Two months of it.

    Attributes:
        goods: name → key. documents: a word for it → key.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        story.allow_overselling()
        self.day(2, 10)
        self.goods = {name: self._product(name, *facts) for name, facts in GOODS.items()}
        self.suppliers = {name: story.supplier(name) for name in ("城南批发", "北方粮行")}
        self.documents: dict[str, int] = {}
        self._february()
        self._march()
        self.day(4, 2)

    def day(self, month: int, day: int) -> None:
        self.story.clock.moment = datetime(2026, month, day, 9)

    def run(self, name: str, period: Period | None = MARCH, **narrower: Any) -> ReportAnswer[Any]:
        return self.story.shop.reports.run(name, Asked(period, **narrower))

    def category(self, *names: str) -> int:
        """The key of a category by its names from the root."""
        return self.story.shop.catalog.category_keys()[names]

    def receive(self, name: str, quantity: str, price: str, supplier: str = "城南批发") -> int:
        line = ReceivedLine(self.goods[name], "个", ONE, Quantity.parse(quantity), UnitPrice.parse(price))
        return self.story.shop.purchasing.receive_goods(Receipt(self.story.token(), self.suppliers[supplier], (line,)))

    def sell(self, name: str, quantity: str = "1") -> int:
        return self.story.sell(self.goods[name], quantity).document_id

    def _product(self, name: str, price: str, category: tuple[str, ...], code: str) -> int:
        details = ProductDetails(name, codes=(code,), category=category, retail_price=UnitPrice.parse(price))
        return self.story.shop.catalog.save_product(details)

    def _february(self) -> None:
        """At its end: cola 7 for 14.00, rice 4 for 16.00, soap 4 for 10.00, cigarettes 2 for 24.00: 64.00."""
        kept = self.documents
        kept["opening"] = self.story.open_with(self.goods["香皂"], "4", "10.00")
        kept["cola"] = self.receive("可口可乐", "10", "2.00")
        self.day(2, 12)
        kept["rice"] = self.receive("东北大米", "5", "4.00", "北方粮行")
        self.receive("香烟", "2", "12.00", "北方粮行")
        self.day(2, 15)
        self.sell("可口可乐", "3")
        self.day(2, 20)
        self.sell("东北大米")

    def _march(self) -> None:
        """At its end: cola 4 for 8.40, rice 2 for 8.00, soap 3 for 7.50, cigarettes 1 for 12.00, gifts 3 for 3.00."""
        kept, shop = self.documents, self.story.shop
        self.day(3, 2)
        kept["sale"] = self.sell("可口可乐", "4")
        self.day(3, 3)
        kept["return"] = self.story.take_back(kept["sale"], "1")
        self.day(3, 4)
        kept["sent back"] = self.story.send_back(kept["rice"], "2")
        self.day(3, 5)
        # 4 of 10 are here: 0.40 stays in the stock, 0.60 is a difference.
        line = self.story.receipt_line(kept["cola"])
        kept["freight"] = shop.purchasing.correct_cost(line, Money.parse("1"), self.story.token())
        self.day(3, 6)
        # Sold before they came in, thought to cost nothing; two days later they turn out to cost 1.00 each.
        kept["gifts"] = self.sell("赠品", "2")
        self.day(3, 8)
        kept["gifts came"] = self.receive("赠品", "5", "1.00")
        self.day(3, 9)
        kept["count"] = self.story.count(self.goods["香皂"], "3") or 0
        self.day(3, 10)
        kept["mistake"] = self.sell("香皂")
        self.day(3, 11)
        kept["undone"] = shop.sales.reverse(kept["mistake"], "打错了")
        self.day(3, 12)
        kept["at a loss"] = self.sell("香烟")


def seen(answer: ReportAnswer[Any], *keys: str) -> list[list[str]]:
    """What some columns say in each row."""
    cells = [column.cell for key in keys for column in answer.spec.columns if column.key == key]
    assert len(cells) == len(keys)
    return [[_text(cell(row)) for cell in cells] for row in answer.rows]


def total(answer: ReportAnswer[Any], *keys: str) -> list[str]:
    """What they say below the last row."""
    cells = {column.key: column.cell for column in answer.spec.columns}
    return [_text(cells[key](answer.totals)) for key in keys]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
