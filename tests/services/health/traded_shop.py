"""A shop that has seen everything once: on real books, through the program's own postings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from jxc_desktop.models.values.accounts import BANK, CASH, HISTORY, WECHAT
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import LOSSES, SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.catalog.product_book import ProductBook
from jxc_desktop.services.inventory.counting import (
    CountedLine,
    OpeningLine,
    post_count,
    post_opening_stock,
    reverse_stock,
)
from jxc_desktop.services.inventory.posting import StockDraft, StockLineDraft, post_stock
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.partners.partners import supplier_named
from jxc_desktop.services.people.desk import Act, Desk, SignedIn
from jxc_desktop.services.people.found_shop import found_shop
from jxc_desktop.services.people.journal import Head, Posted
from jxc_desktop.services.purchasing.corrections import correct_cost, reverse_correction
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from jxc_desktop.services.purchasing.sending_back import reverse_receipt, send_back
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.sales.returns import return_goods, reverse_sale
from jxc_desktop.services.sales.shifts import current_shift

WATER, RICE, NOODLES, TEA, EGGS, GUM = 1, 2, 3, 4, 5, 6
NAMES = ("农夫山泉 550ml", "东北大米", "红烧牛肉面", "绿茶", "鸡蛋", "口香糖")
FACTORS = {WATER: 1000, RICE: 1000, NOODLES: 24_000, TEA: 1000, EGGS: 1000, GUM: 1000}


@dataclass
class StepClock:
    """A clock on which every look is a minute later."""

    moment: datetime = datetime(2026, 11, 24, 9, 0)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@dataclass(frozen=True)
class Bought:
    """Goods of one line: quantity in 1/1000 of the base unit, price in 1/10000 yuan per unit, the rest in fen."""

    product: int
    quantity: int
    price: int
    discount: int = 0
    tax: int = 0

    @property
    def amount(self) -> int:
        factor = Quantity(self.quantity * 1000 // FACTORS[self.product])
        return UnitPrice(self.price).times(factor).fen - self.discount


class TradedShop:
    """The shop's desk, with one short call for every kind of act."""

    def __init__(self, path: Path) -> None:
        clock = StepClock()
        self.storage = found_shop(path, "城南便利店", clock)
        self.desk = Desk(self.storage, clock, SignedIn(1, "老板", Role.OWNER))
        with self.act() as act:
            ProductBook(act.work).add([ProductDetails(name, tax_rate=TaxRate.R9) for name in NAMES])
            self.supplier = supplier_named(act.work, "康师傅经销商")

    @contextmanager
    def act(self) -> Iterator[Act]:
        with self.desk.act("sales.reverse") as act:
            yield act
            act.commit()

    def receive(self, *lines: Bought, paid_from: int | None = None) -> Posted:
        with self.act() as act:
            drafts = [_received(line) for line in lines]
            head = Head(
                DocumentKind.GOODS_RECEIPT,
                act.today,
                SHOP_FLOOR,
                sum(line.amount for line in lines),
                partner_id=self.supplier,
                token=f"receipt {act.now}",
                note="月结",
            )
            draft = ReceiptDraft(head, drafts, paid_from)
            return post_receipts(Books.open(act.work, act.journal), [draft], "purchasing.receive_goods")[0]

    def sell(self, *lines: Bought, tendered: tuple[tuple[int, int], ...] = (), member: str | None = None) -> Posted:
        with self.act() as act:
            due = sum(line.amount for line in lines)
            given = list(tendered) or [(CASH, due)]
            over = sum(amount for _, amount in given) - due
            tenders = [TenderDraft(*given[0], given[0][1] - over)]
            tenders += [TenderDraft(account, amount, amount, "4200002411") for account, amount in given[1:]]
            head = Head(
                DocumentKind.SALE,
                act.today,
                SHOP_FLOOR,
                due,
                shift_id=current_shift(act),
                token=f"sale {act.now}",
                member_code=member,
            )
            draft = SaleDraft(head, [_sold(line) for line in lines], tenders if due else [])
            return post_sales(Books.open(act.work, act.journal), [draft], "sales.checkout")[0]

    def sell_before_this_program(self) -> Posted:
        """A sale of the past with everything taken off that can be, at the amount of a scale's label."""
        with self.act() as act:
            line = SaleLineDraft(
                RICE,
                1_005,
                "个",
                1000,
                59_900,
                list_amount=602,
                line_discount=40,
                ticket_discount=20,
                coupon_share=30,
                rounding_off=2,
                net=510,
                is_amount_given=True,
                tax_rate=TaxRate.R9.value,
                tax=42,
            )
            head = Head(DocumentKind.SALE, act.today, SHOP_FLOOR, 510, number="S-1", is_history=True)
            draft = SaleDraft(head, [line], [TenderDraft(HISTORY, 510, 510)])
            return post_sales(Books.open(act.work, act.journal), [draft], "imports.history")[0]

    def take_back_unnamed(self, line: Bought) -> Posted:
        """Goods come back that name no sale."""
        with self.act() as act:
            head = Head(DocumentKind.CUSTOMER_RETURN, act.today, SHOP_FLOOR, line.amount, shift_id=current_shift(act))
            draft = SaleDraft(head, [_sold(line)], [TenderDraft(CASH, line.amount, line.amount)])
            return post_sales(Books.open(act.work, act.journal), [draft], "sales.return_goods")[0]

    def lines_of(self, table: str, document: Posted) -> list[tuple[int, int]]:
        """Key and quantity of each line of a document."""
        with self.storage.reading() as books:
            asked = f"SELECT id, quantity FROM {table} WHERE document_id = ? ORDER BY id"
            return [tuple(row) for row in books.connection.exec_driver_sql(asked, (document.id,))]

    def take_back(self, sale: Posted, *quantities: int) -> Posted:
        lines = self.lines_of("sale_line", sale)
        wanted = {line: Quantity(quantity) for (line, _), quantity in zip(lines, quantities, strict=True)}
        with self.act() as act:
            return return_goods(act, sale.id, wanted, CASH, f"return {act.now}")

    def undo_sale(self, sale: Posted) -> Posted:
        with self.act() as act:
            return reverse_sale(act, sale.id, "收错款")

    def send_back(self, receipt: Posted, *quantities: int, paid_into: int | None = None) -> Posted:
        lines = self.lines_of("goods_receipt_line", receipt)
        wanted = {line: Quantity(quantity) for (line, _), quantity in zip(lines, quantities, strict=True)}
        with self.act() as act:
            return send_back(act, receipt.id, wanted, paid_into, f"back {act.now}")

    def undo_receipt(self, receipt: Posted) -> Posted:
        with self.act() as act:
            return reverse_receipt(act, receipt.id, "重复入库")

    def add_freight(self, receipt: Posted, fen: int) -> Posted:
        line = self.lines_of("goods_receipt_line", receipt)[0][0]
        with self.act() as act:
            return correct_cost(act, line, Money(fen), f"freight {act.now}", "运费")

    def undo_freight(self, correction: Posted) -> Posted:
        with self.act() as act:
            return reverse_correction(act, correction.id, "运费记错")

    def open_with(self, product: int, quantity: int, fen: int) -> Posted:
        with self.act() as act:
            line = OpeningLine(product, Quantity(quantity), Money(fen))
            return post_opening_stock(act, [line], act.today, f"opening {act.now}")

    def count(self, product: int, quantity: int) -> Posted | None:
        with self.act() as act:
            return post_count(act, [CountedLine(product, Quantity(quantity))], act.today, f"count {act.now}")

    def lose(self, product: int, quantity: int) -> Posted:
        """More is lost than the books have: a shop that allows that in its office."""
        with self.act() as act:
            books = Books.open(act.work, act.journal)
            head = Head(DocumentKind.COUNT, act.today, SHOP_FLOOR, 0)
            draft = StockDraft(head, [StockLineDraft(product, -quantity)], LOSSES)
            return post_stock(act.journal, books.stock, draft, "inventory.post_count")

    def undo_stock(self, document: Posted) -> Posted:
        with self.act() as act:
            return reverse_stock(act, document.id, "盘错")

    def close(self) -> None:
        self.storage.close()


def trade(path: Path) -> TradedShop:
    """Months in a few documents; at the end two sales of eggs are waiting for eggs to come in."""
    shop = TradedShop(path)
    shop.open_with(TEA, 12_000, 3_601)
    first = shop.receive(
        Bought(WATER, 10_000, 15_000), Bought(RICE, 5_500, 42_700, tax=194), Bought(NOODLES, 48_000, 720_000, 100)
    )
    paid = shop.receive(Bought(WATER, 10_000, 5_000), paid_from=BANK)
    sale = shop.sell(
        Bought(WATER, 4_000, 20_000),
        Bought(RICE, 735, 59_900, 3),
        Bought(NOODLES, 24_000, 960_000, 55),
        tendered=((CASH, 10_000), (WECHAT, 2_000)),
        member="01620320",
    )
    shop.take_back(sale, 3_000, 335, 0)
    shop.sell_before_this_program()
    mistake = shop.sell(Bought(RICE, 1_200, 59_900))
    shop.undo_sale(mistake)
    shop.sell(Bought(WATER, 20_000, 20_000))
    shop.receive(Bought(WATER, 2_000, 16_000))
    shop.lose(WATER, 3_000)
    shop.take_back_unnamed(Bought(WATER, -1_000, 20_000))
    back = shop.send_back(first, 0, 500, 24_000)
    shop.undo_receipt(back)
    shop.send_back(first, 0, 1_000, 0, paid_into=CASH)
    shop.undo_freight(shop.add_freight(first, 777))
    shop.add_freight(paid, 250)
    shop.add_freight(shop.receive(Bought(RICE, 3_000, 42_000)), 131)
    shop.count(TEA, 11_000)
    gain = shop.count(TEA, 14_000)
    assert gain is not None
    shop.undo_stock(gain)
    shop.undo_receipt(shop.receive(Bought(NOODLES, 24_000, 700_000)))
    shop.receive(Bought(WATER, 30_000, 15_500))
    returned = shop.take_back(sale, 1_000, 0, 0)
    shop.undo_sale(returned)
    shop.undo_stock(shop.open_with(GUM, 100_000, 5_000))
    shop.receive(Bought(EGGS, 2_000, 8_000))
    shop.sell(Bought(EGGS, 3_000, 12_000))
    shop.sell(Bought(EGGS, 4_500, 12_000))
    shop.sell(Bought(WATER, 1_000, 20_000))
    return shop


def _received(line: Bought) -> ReceiptLineDraft:
    return ReceiptLineDraft(
        line.product,
        line.quantity,
        "箱" if line.product == NOODLES else "个",
        FACTORS[line.product],
        line.price,
        line.amount,
        TaxRate.R9.value,
        discount=line.discount,
        tax=line.tax,
        lot_number="L20261101",
        produced_on=20261101,
        expires_on=20270501,
    )


def _sold(line: Bought) -> SaleLineDraft:
    return SaleLineDraft(
        line.product,
        line.quantity,
        "箱" if line.product == NOODLES else "个",
        FACTORS[line.product],
        line.price,
        line.amount + line.discount,
        line.amount,
        TaxRate.R9.value,
        line_discount=line.discount,
    )
