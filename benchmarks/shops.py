"""Shops to measure with: many products, stock of all of them, and years of sales where those are wanted."""

import random
from datetime import date, datetime, timedelta
from pathlib import Path

from jxc_desktop.models.values.accounts import HISTORY
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import OPENING, SHOP_FLOOR
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.catalog.product_book import ProductBook
from jxc_desktop.services.inventory.posting import StockDraft, StockLineDraft, post_stock
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.shop import Shop

PRODUCTS = 50_000
YEARS_LINES = 1_000_000
LINES_A_SALE = 5
SALES_A_FLUSH = 1_000
PRICE = UnitPrice.parse("9.90")
STOCK_MILLI = 100_000_000
STOCK_VALUE_FEN = 60_000_000


def code_of(product: int) -> str:
    """The barcode of the n-th product; not a GTIN that another could be confused with."""
    return f"69{product:011d}"


def stocked_shop(path: Path, products: int, day: date | None = None) -> Shop:
    """A shop of so many products, 100,000 pieces of each at 6.00, since today or an earlier day."""
    shop = Shop.found(path, "基准店", SystemClock())
    details = [
        ProductDetails(name=f"商品{n}", codes=(code_of(n),), retail_price=PRICE, reference_cost=UnitPrice.parse("6"))
        for n in range(1, products + 1)
    ]
    with shop._desk.act("imports.products") as act:
        keys = ProductBook(act.work).add(details)
        books = Books.open(act.work, act.journal)
        head = Head(DocumentKind.OPENING_STOCK, day or datetime.now().date(), SHOP_FLOOR, STOCK_VALUE_FEN * products)
        lines = [StockLineDraft(key, STOCK_MILLI, value=STOCK_VALUE_FEN) for key in keys]
        post_stock(act.journal, books.stock, StockDraft(head, lines, OPENING), "benchmark")
        act.commit()
    return shop


def grown_shop(path: Path, sold_lines: int = YEARS_LINES) -> Shop:
    """A stocked shop that has sold a million lines, or so many."""
    chance = random.Random(11)
    today = datetime.now().date()
    shop = stocked_shop(path, PRODUCTS, _day_of(0, today) - timedelta(days=1))
    with shop._desk.act("imports.history") as act:
        books = Books.open(act.work, act.journal)
        for first in range(0, sold_lines // LINES_A_SALE, SALES_A_FLUSH):
            numbers = range(first, first + SALES_A_FLUSH)
            post_sales(books, [_past_sale(chance, number, today) for number in numbers], "benchmark")
            act.journal.write()
        act.commit()
    return shop


def _past_sale(chance: random.Random, number: int, today: date) -> SaleDraft:
    fen = PRICE.times(Quantity.of(1)).fen
    lines = [
        SaleLineDraft(product, 1000, "个", 1000, PRICE.parts, fen, fen, "13")
        for product in chance.sample(range(1, PRODUCTS + 1), LINES_A_SALE)
    ]
    due = fen * LINES_A_SALE
    head = Head(DocumentKind.SALE, _day_of(number, today), SHOP_FLOOR, due, number=f"H{number:09d}", is_history=True)
    return SaleDraft(head, lines, [TenderDraft(HISTORY, due, due)])


def _day_of(number: int, today: date) -> date:
    """The day of a past sale, of which there were 300 a day."""
    return today - timedelta(days=1 + (YEARS_LINES // LINES_A_SALE - number) // 300)
