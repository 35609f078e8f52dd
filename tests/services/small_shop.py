"""A small shop on a real shop file, with trade written down through the postings; figures by hand in the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from jxc_desktop.models.records import Partner
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.catalog.product_book import ProductBook
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import Act, Desk, SignedIn
from jxc_desktop.services.people.found_shop import found_shop
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, post_sales
from jxc_desktop.services.sales.returns import reverse_sale
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import Reading

SUPPLIER = 1
COLA, RICE, SOAP, TEA, BISCUIT, OLD = range(1, 7)

GOODS = [
    ProductDetails(
        "可口可乐",
        code="K01",
        codes=("690001", "690099"),
        unit="瓶",
        packs=(Pack("箱", Quantity.of(24), codes=("190001",)),),
        category=("食品", "饮料"),
        spec="330ml",
        retail_price=UnitPrice.parse("3"),
        member_price=UnitPrice.parse("2.8"),
        reference_cost=UnitPrice.parse("2"),
    ),
    ProductDetails(
        "东北大米",
        code="A02",
        codes=("690002",),
        unit="斤",
        category=("食品", "粮油"),
        retail_price=UnitPrice.parse("4.5"),
    ),
    ProductDetails(
        "香皂", code="B03", unit="块", category=("百货",), retail_price=UnitPrice.parse("6"), is_active=False
    ),
    ProductDetails(
        "绿茶",
        code="C04",
        codes=("690004",),
        unit="瓶",
        category=("食品", "饮料"),
        spec="500ml",
        retail_price=UnitPrice.parse("5"),
        reference_cost=UnitPrice.parse("3.3333"),
    ),
    ProductDetails(
        "饼干",
        code="D05",
        codes=("690005",),
        unit="包",
        category=("食品",),
        retail_price=UnitPrice.parse("5"),
        reference_cost=UnitPrice.parse("3"),
    ),
    ProductDetails("旧日历", code="E06", codes=("690006",), unit="本", is_active=False),
]


class SetClock:
    """A clock that tells what it was set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class SmallShop:
    """The shop, and short ways to trade in it; lines are (product, quantity, amount)."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock(datetime(2026, 3, 4, 9, 0))
        self.storage = found_shop(folder / "shop.db", "小店", self.clock)
        self.desk = self.desk_of(Role.OWNER)
        with self.desk.act("catalog.save_product") as act:
            ProductBook(act.work).add(GOODS)
            act.work.insert(table_of(Partner), [(SUPPLIER, "自采", "zc", 1, 0, "", 1, "", "", "", "")])
            act.commit()

    def desk_of(self, role: Role) -> Desk:
        return Desk(self.storage, self.clock, SignedIn(1, "老板", role))

    def reading(self) -> Reading:
        return self.storage.reading()

    def receive(self, day: int, *lines: tuple[int, str, str]) -> Posted:
        amount = sum(Money.parse(line[2]).fen for line in lines)
        with self._trade(day, "purchasing.receive_goods") as (act, books):
            head = Head(DocumentKind.GOODS_RECEIPT, act.today, SHOP_FLOOR, amount, partner_id=SUPPLIER)
            draft = ReceiptDraft(head, [_receipt_line(*line) for line in lines])
            (posted,) = post_receipts(books, [draft], "purchasing.receive_goods")
        return posted

    def sell(self, day: int, *lines: tuple[int, str, str]) -> Posted:
        return self._sale(DocumentKind.SALE, day, [_sale_line(*line) for line in lines])

    def take_back(self, day: int, sale: Posted, product_id: int, quantity: str, amount: str) -> Posted:
        """A return of the only line of a sale."""
        with self.reading() as books:
            move, line = books.connection.exec_driver_sql(
                f"SELECT move_id, id FROM sale_line WHERE document_id = {sale.id}"
            ).one()
        draft = _sale_line(product_id, f"-{quantity}", f"-{amount}", origin_line_id=line, root_move_id=move)
        return self._sale(DocumentKind.CUSTOMER_RETURN, day, [draft])

    def undo(self, day: int, sale: Posted) -> Posted:
        with self._trade(day, "sales.reverse") as (act, _books):
            return reverse_sale(act, sale.id, "打错了")

    def close(self) -> None:
        self.storage.close()

    def _sale(self, kind: DocumentKind, day: int, lines: list[SaleLineDraft]) -> Posted:
        with self._trade(day, "sales.checkout") as (act, books):
            head = Head(kind, act.today, SHOP_FLOOR, sum(line.net for line in lines), is_history=True)
            (posted,) = post_sales(books, [SaleDraft(head, lines, [])], "sales.checkout")
        return posted

    @contextmanager
    def _trade(self, day: int, call: str) -> Iterator[tuple[Act, Books]]:
        self.clock.moment = datetime.combine(date(2026, 3, day), self.clock.moment.time())
        with self.desk.act(call) as act:
            yield act, Books.open(act.work, act.journal)
            act.commit()

    @classmethod
    def after_a_week(cls, folder: Path) -> Self:
        """From 4 to 8 March: goods come in, are sold, come back; biscuits are sold before they come in."""
        shop = cls(folder)
        shop.receive(4, (COLA, "10", "20.00"), (RICE, "3.5", "10.00"), (SOAP, "4", "10.00"))
        shop.sell(5, (COLA, "4", "12.00"), (RICE, "0.5", "2.25"), (BISCUIT, "2", "10.00"))
        one_bottle = shop.sell(5, (COLA, "1", "3.00"))
        shop.take_back(6, one_bottle, COLA, "1", "3.00")
        mistake = shop.sell(7, (COLA, "2", "6.00"))
        shop.undo(7, mistake)
        shop.receive(8, (BISCUIT, "5", "20.00"))
        return shop


def _receipt_line(product_id: int, quantity: str, amount: str) -> ReceiptLineDraft:
    fen = Money.parse(amount).fen
    return ReceiptLineDraft(product_id, Quantity.parse(quantity).milli, "个", 1000, 0, fen, "13")


def _sale_line(
    product_id: int, quantity: str, net: str, origin_line_id: int | None = None, root_move_id: int | None = None
) -> SaleLineDraft:
    fen = Money.parse(net).fen
    return SaleLineDraft(
        product_id,
        Quantity.parse(quantity).milli,
        "个",
        1000,
        0,
        list_amount=fen,
        net=fen,
        tax_rate="13",
        origin_line_id=origin_line_id,
        root_move_id=root_move_id,
    )
