"""The floors: the least that the standard library and bare widgets need for the same work.

Everything is prepared before a clock starts; statements are plain SQL, settings the same as the program's own.
"""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536")
SCHEMA = """
CREATE TABLE product(id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL);
CREATE TABLE barcode(code TEXT PRIMARY KEY, product_id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE series(prefix TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE sale(id INTEGER PRIMARY KEY, number TEXT UNIQUE, token TEXT UNIQUE, day INTEGER, moment INTEGER,
    shift INTEGER, due INTEGER);
CREATE TABLE sale_line(id INTEGER PRIMARY KEY, sale_id INTEGER, day INTEGER, product_id INTEGER, quantity INTEGER,
    price INTEGER, net INTEGER, cost INTEGER);
CREATE INDEX sale_line_sale ON sale_line(sale_id);
CREATE INDEX sale_line_report ON sale_line(day, product_id, quantity, net, cost);
CREATE TABLE tender(id INTEGER PRIMARY KEY, sale_id INTEGER, kind INTEGER, tendered INTEGER, kept INTEGER);
CREATE INDEX tender_sale ON tender(sale_id);
CREATE TABLE stock_move(id INTEGER PRIMARY KEY, product_id INTEGER, source INTEGER, target INTEGER, quantity INTEGER,
    document INTEGER);
CREATE INDEX stock_move_product ON stock_move(product_id, id);
CREATE TABLE cost_entry(id INTEGER PRIMARY KEY, product_id INTEGER, move_id INTEGER, exact INTEGER, booked INTEGER);
CREATE INDEX cost_entry_product ON cost_entry(product_id, id);
CREATE TABLE stock_balance(product_id INTEGER, place INTEGER, quantity INTEGER, PRIMARY KEY(product_id, place))
    WITHOUT ROWID;
CREATE TABLE cost_balance(product_id INTEGER PRIMARY KEY, quantity INTEGER, value INTEGER);
CREATE TABLE money_entry(id INTEGER PRIMARY KEY, account INTEGER, amount INTEGER, document INTEGER);
CREATE TABLE account_balance(account INTEGER PRIMARY KEY, amount INTEGER);
CREATE TABLE audit_entry(id INTEGER PRIMARY KEY, moment INTEGER, operator INTEGER, act TEXT, document INTEGER,
    content TEXT, hash TEXT);
CREATE TABLE print_job(id INTEGER PRIMARY KEY, document INTEGER, state INTEGER);
"""
PRICE_FEN = 990
DOT = 72 / 25.4 / 8

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


def open_file(path: Path) -> sqlite3.Connection:
    """A file with the program's settings and the driver's own transaction handling off."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


def stocked_file(path: Path, products: int, code_of: Callable[[int], str]) -> sqlite3.Connection:
    """A bare shop of so many products with stock."""
    shop = open_file(path)
    shop.executescript(SCHEMA)
    keys = range(1, products + 1)
    shop.execute("BEGIN")
    shop.executemany("INSERT INTO product VALUES(?,?,?)", ((key, f"商品{key}", PRICE_FEN) for key in keys))
    shop.executemany("INSERT INTO barcode VALUES(?,?)", ((code_of(key), key) for key in keys))
    shop.executemany("INSERT INTO stock_balance VALUES(?,1,100000000)", ((key,) for key in keys))
    shop.executemany("INSERT INTO cost_balance VALUES(?,100000000,600000000000)", ((key,) for key in keys))
    shop.execute("INSERT INTO series VALUES('XS', 0)")
    shop.execute("INSERT INTO account_balance VALUES(1, 0)")
    shop.execute("COMMIT")
    return shop


def check_out(shop: sqlite3.Connection, goods: list[int]) -> None:
    """The rows of one sale of one piece each."""
    run, now = shop.execute, int(time.time() * 1000)
    run("BEGIN IMMEDIATE")
    (last,) = run("UPDATE series SET last = last + 1 WHERE prefix = 'XS' RETURNING last").fetchone()
    due = PRICE_FEN * len(goods)
    head = (f"XS20261125-{last:04d}", f"t{last}", 20261125, now, due)
    sale = run("INSERT INTO sale(number, token, day, moment, shift, due) VALUES(?,?,?,?,1,?)", head).lastrowid
    marks = ",".join("?" * len(goods))
    quantities = f"SELECT product_id, quantity, value FROM cost_balance WHERE product_id IN ({marks})"
    held = {product: (quantity, value) for product, quantity, value in run(quantities, goods)}
    lines, moves, costs, balances = [], [], [], []
    first = (run("SELECT max(id) FROM stock_move").fetchone()[0] or 0) + 1
    for place, product in enumerate(goods):
        quantity, value = held[product]
        out = value * 1000 // quantity
        lines.append((sale, 20261125, product, 1000, 9900, PRICE_FEN, out // 10000))
        moves.append((first + place, product, 1, 9, 1000, sale))
        costs.append((product, first + place, -out, -(out // 10000)))
        balances.append((1000, out, product))
    shop.executemany(
        "INSERT INTO sale_line(sale_id, day, product_id, quantity, price, net, cost) VALUES(?,?,?,?,?,?,?)", lines
    )
    shop.executemany("INSERT INTO stock_move VALUES(?,?,?,?,?,?)", moves)
    shop.executemany("INSERT INTO cost_entry(product_id, move_id, exact, booked) VALUES(?,?,?,?)", costs)
    shop.executemany(
        "UPDATE stock_balance SET quantity = quantity - 1000 WHERE product_id = ? AND place = 1", [(p,) for p in goods]
    )
    shop.executemany(
        "UPDATE cost_balance SET quantity = quantity - ?, value = value - ? WHERE product_id = ?", balances
    )
    run("INSERT INTO tender(sale_id, kind, tendered, kept) VALUES(?,1,?,?)", (sale, due, due))
    run("INSERT INTO money_entry(account, amount, document) VALUES(1,?,?)", (due, sale))
    run("UPDATE account_balance SET amount = amount + ? WHERE account = 1", (due,))
    run(
        "INSERT INTO audit_entry(moment, operator, act, document, content, hash) VALUES(?,1,'sale',?,?,?)",
        (now, sale, "{}" * 150, "0" * 64),
    )
    run("INSERT INTO print_job(document, state) VALUES(?,0)", (sale,))
    run("COMMIT")


def some_goods(chance: random.Random, products: int, count: int = 5) -> list[int]:
    """The products of one sale."""
    return chance.sample(range(1, products + 1), count)


class FinishedRows:
    """The rows an import left behind, ready to be written again into a copy of the shop it found."""

    def __init__(self, empty: Path, filled: Path) -> None:
        self._empty = empty
        self._writes: list[tuple[str, list[tuple[Any, ...]]]] = []
        with closing(sqlite3.connect(empty)) as before, closing(sqlite3.connect(filled)) as after:
            for table in PARENTS_FIRST:
                known = set(before.execute(f"SELECT * FROM {table}"))
                rows = [row for row in after.execute(f"SELECT * FROM {table} ORDER BY rowid") if row not in known]
                if rows:
                    self._writes.append(
                        (f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
                    )

    def prepare(self, path: Path) -> Path:
        """A fresh copy of the shop to write into; before the clock starts."""
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return Path(shutil.copy(self._empty, path))

    def write(self, path: Path) -> None:
        """All of them in one transaction."""
        with closing(open_file(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for insertion, rows in self._writes:
                connection.executemany(insertion, rows)
            connection.execute("COMMIT")


# Tables in an order in which every row finds what it points to.
PARENTS_FIRST = (
    *("category", "product", "product_unit", "barcode", "partner", "document", "stock_move", "cost_entry"),
    *("sale_line", "goods_receipt_line", "tender", "money_entry", "audit_entry", "stock_balance", "cost_balance"),
    *("oversold_part", "account_balance"),
)

BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event); QTimer.singleShot(0, done)
def done():
    rss = next(line for line in open('/proc/self/status') if line.startswith('VmRSS')).split()[1]
    print(time.monotonic(), rss, flush=True); app.quit()
app = QApplication([]); window = Window(); tabs = QTabWidget()
for name in ("采购", "销售", "库存", "报表"): tabs.addTab(QWidget(), name)
window.setCentralWidget(tabs); window.resize(1200, 760); window.show(); app.exec()
"""


class BareCart(QAbstractTableModel):
    """The least a table asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[object, ...]] = []

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self.lines)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 6

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(self.lines[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    def add(self, line: tuple[object, ...]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines))
        self.lines.append(line)
        self.endInsertRows()


class BareTable(QTableView):
    """Counts its paintings."""

    paintings = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paintings += 1


class BareCounter:
    """A field, a table, one prepared statement."""

    def __init__(self, shop: sqlite3.Connection) -> None:
        self._shop = shop
        self.window, self.field, self.cart, self.table = QWidget(), QLineEdit(), BareCart(), BareTable()
        self.table.setModel(self.cart)
        box = QVBoxLayout(self.window)
        box.addWidget(self.field)
        box.addWidget(self.table)
        self.window.resize(1200, 760)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.field.setFocus()
        self.field.returnPressed.connect(self._on_scanned)

    def _on_scanned(self) -> None:
        text = self.field.text()
        self.field.clear()
        found = "SELECT p.id, p.name, p.price FROM barcode b JOIN product p ON p.id = b.product_id WHERE b.code = ?"
        row = self._shop.execute(found, (text,)).fetchone()
        self.cart.add((*row, 1, row[2], row[2]))
        self.table.scrollToBottom()


@dataclass(frozen=True, slots=True)
class KnownDrawing:
    """A receipt worked out beforehand.

    Units: dots of 1/8 mm.

    Attributes:
        texts: x, y, font, size, text. rules: y. bars: x, y, width.
    """

    texts: list[tuple[float, int, str, int, str]]
    rules: list[int]
    bars: list[tuple[int, int, int]]
    height: int
    first_font: str


def draw(known: KnownDrawing) -> bytes:
    """The drawing on a bare canvas, its fonts loaded before."""
    file = BytesIO()
    size = (640 * DOT, known.height * DOT)
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1, initialFontName=known.first_font)
    canvas.scale(DOT, DOT)
    for x, y, font, height, text in known.texts:
        canvas.setFont(font, height)
        canvas.drawString(x, y, text)
    for y in known.rules:
        canvas.line(32, y, 608, y)
    for x, y, width in known.bars:
        canvas.rect(x, y, width, 72, stroke=0, fill=1)
    canvas.save()
    return file.getvalue()


def long_table_pdf(rows: Sequence[Sequence[str]], widths: Sequence[float], font: str) -> bytes:
    """A bare table of these texts, the first row repeated on each page, rules below the rows; its fonts loaded."""
    from reportlab.lib.colors import lightgrey
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import LongTable, SimpleDocTemplate

    file = BytesIO()
    style = [
        ("FONT", (0, 0), (-1, -1), font, 9),
        ("ALIGN", (3, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, lightgrey),
    ]
    table = LongTable(rows, colWidths=widths, repeatRows=1, style=style)
    SimpleDocTemplate(file, pagesize=A4, leftMargin=40, rightMargin=40).build([table])
    return file.getvalue()


def write_only_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Plain values row by row."""
    from openpyxl.workbook import workbook

    new_workbook: Any = workbook.Workbook  # it does not say what its types are
    book = new_workbook(write_only=True)
    sheet = book.create_sheet("lines")
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    book.save(path)


def copy_file(source: Path, target: Path) -> None:
    """A plain copy that is on the disk when it ends."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def check_pages(path: Path) -> str:
    """What the store itself finds wrong with a file."""
    with closing(open_file(path)) as shop:
        (found,) = shop.execute("PRAGMA quick_check").fetchone()
    return str(found)


PRODUCT_SUMS = """
SELECT product_id, sum(quantity) AS quantity, sum(net) AS net, sum(cost) AS cost
FROM sale_line WHERE day BETWEEN ? AND ? GROUP BY product_id"""
PRODUCTS_OF_A_MONTH = f"""
SELECT product.code, product.name, product.unit, barcode.code, sums.quantity, sums.net, sums.cost
FROM ({PRODUCT_SUMS}) AS sums JOIN product ON product.id = sums.product_id
LEFT JOIN barcode ON barcode.product_id = product.id AND barcode.unit_id IS NULL AND barcode.position = 0
ORDER BY sums.net DESC"""
DAYS_OF_A_MONTH = "SELECT day, sum(net), sum(cost) FROM sale_line WHERE day BETWEEN ? AND ? GROUP BY day"
STOCK_AT_ITS_END = """
SELECT balance.product_id, balance.quantity - coalesce(later.quantity, 0), balance.booked - coalesce(later.cost, 0)
FROM cost_balance AS balance LEFT JOIN (
    SELECT product_id, -sum(quantity) AS quantity, -sum(cost) AS cost FROM sale_line WHERE day > ? GROUP BY product_id
) AS later ON later.product_id = balance.product_id"""


def read_products(shop: sqlite3.Connection, first: int, last: int) -> None:
    """What each product sold in a month, from the covering index."""
    shop.execute(PRODUCTS_OF_A_MONTH, (first, last)).fetchall()


def read_month(shop: sqlite3.Connection, first: int, last: int, first_before: int) -> None:
    """A month's sums by product, by day beside the month before, and what was there at its end."""
    shop.execute(PRODUCT_SUMS, (first, last)).fetchall()
    shop.execute(DAYS_OF_A_MONTH, (first_before, last)).fetchall()
    shop.execute(STOCK_AT_ITS_END, (last,)).fetchall()
