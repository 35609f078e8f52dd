"""Verify: sound books are sound, and whatever is changed behind the program's back is found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.health import verify
from jxc_desktop.services.health.finding import Finding, FindingKind
from jxc_desktop.services.health.verify import Health, verify_books
from jxc_desktop.services.people.desk import Desk, SignedIn
from jxc_desktop.services.storage.storage import Storage
from jxc_desktop.services.storage.tables import AUDIT, BOOKS
from tests.services.health.tampering import OF_THE_FILE, TABLES, columns, found_after, found_after_doing, middle
from tests.services.health.traded_shop import EGGS, TradedShop

K = FindingKind

KEYS = ("id", "line_no")

# The odd things SQLite lets a column hold whatever it was declared as.
JUNK = ("'abc'", "-9223372036854775808", "x'00ff'", "CAST(x'ff' AS TEXT)", "1.5", "9223372036854775807", "NULL")

# Of oversold parts only the order counts, not the keys that put them into it.
ORDER_ONLY = ("oversold_part", "id")


def of_the_books(findings: list[Finding]) -> set[FindingKind]:
    return {finding.kind for finding in findings} - OF_THE_FILE


def test_sound_books_have_no_finding(shop: TradedShop) -> None:
    assert Health(shop.desk).verify() == ()


def test_every_column_of_the_books_was_used_in_trade(shop: TradedShop) -> None:
    with shop.storage.reading() as books:
        unused = [
            (table, column)
            for table, column in [*columns(numbers=True), *columns(numbers=False)]
            if not books.connection.exec_driver_sql(f"SELECT count({column}) FROM {table}").scalar_one()
        ]
    assert unused == []


@pytest.mark.parametrize(("table", "column"), columns(numbers=True))
def test_one_number_changed_anywhere_is_found(shop: TradedShop, table: str, column: str) -> None:
    step = 1_000 if column in KEYS or column.endswith("_id") else 1
    change = f"UPDATE {table} SET {column} = {column} + {step} WHERE rowid = {middle(table, column)}"
    assert of_the_books(found_after(shop.storage, change))


@pytest.mark.parametrize(("table", "column"), [place for place in columns(numbers=True) if place != ORDER_ONLY])
def test_a_number_with_its_sign_turned_is_found(shop: TradedShop, table: str, column: str) -> None:
    row = f"(SELECT rowid FROM {table} WHERE {column} <> 0 ORDER BY rowid LIMIT 1)"
    assert of_the_books(found_after(shop.storage, f"UPDATE {table} SET {column} = -{column} WHERE rowid = {row}"))


@pytest.mark.parametrize(("table", "column"), columns(numbers=False))
def test_one_text_changed_anywhere_is_found(shop: TradedShop, table: str, column: str) -> None:
    change = f"UPDATE {table} SET {column} = {column} || '1' WHERE rowid = {middle(table, column)}"
    assert of_the_books(found_after(shop.storage, change))


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_a_value_that_cannot_be_is_found(shop: TradedShop, table: str) -> None:
    for column in columns_of(table):
        for junk in JUNK:
            assert found_with(shop.storage, table, column, junk) != [], (column, junk)


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_no_value_stops_the_reading_even_where_the_seals_fit(shop: TradedShop, table: str) -> None:
    for column in columns_of(table):
        for junk in JUNK[:3]:
            found_with(shop.storage, table, column, junk, sealed=True)


def columns_of(table: str) -> list[str]:
    every = [*columns(numbers=True), *columns(numbers=False)]
    return [column for of, column in every if of == table and (of, column) != ORDER_ONLY]


def found_with(
    storage: Storage, table: str, column: str, junk: str, *, sealed: bool = False
) -> list[Finding] | Exception:
    """What is found with junk in a column, or how the store itself refused to take it."""
    change = f"UPDATE {table} SET {column} = {junk} WHERE rowid = {middle(table, column)}"
    try:
        return found_after(storage, change, sealed=sealed)
    except DBAPIError as refused:
        if refused.statement != change:
            raise
        return refused


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_one_row_taken_out_is_found(shop: TradedShop, table: str) -> None:
    row = f"(SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM {table}))"
    assert of_the_books(found_after(shop.storage, f"DELETE FROM {table} WHERE rowid = {row}"))


@pytest.mark.parametrize("table", [table.name for table in (*BOOKS, AUDIT)])
def test_the_newest_row_taken_out_is_found(shop: TradedShop, table: str) -> None:
    newest = f"(SELECT max(rowid) FROM {table})"
    assert of_the_books(found_after(shop.storage, f"DELETE FROM {table} WHERE rowid = {newest}"))


@pytest.mark.parametrize("table", [table.name for table in (*BOOKS, AUDIT)])
@pytest.mark.parametrize("document", ["document_id", "999"])
def test_one_row_put_in_is_found(shop: TradedShop, table: str, document: str) -> None:
    """A copy of the newest row, under its own document or under one that is not there."""
    fresh = {"id": "id + 1", "line_no": "line_no + 1", "move_id": "NULL", "number": "number || '0'", "token": "NULL"}
    fresh |= {"document_id": document, "reverses_id": "NULL"}
    if table in ("sale_line", "goods_receipt_line", "stock_line"):
        fresh["move_id"] = "move_id"
    names = [column.name for column in next(one for one in TABLES if one.name == table).columns]
    values = ", ".join(fresh.get(name, name) for name in names)
    put_in = f"INSERT INTO {table} SELECT {values} FROM {table} ORDER BY id DESC LIMIT 1"
    assert of_the_books(found_after(shop.storage, put_in))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("stock_balance VALUES (6, 4, 0)", K.STOCK),
        ("account_balance VALUES (4, 0)", K.ACCOUNT),
        ("partner_balance VALUES (9, 0)", K.PARTNER),
        ("cost_balance VALUES (9, 0, 0, 0, NULL)", K.COST_VALUE),
        ("oversold_part VALUES (9, 1, 1, 'sale_difference', 1000, 0)", K.OVERSOLD),
    ],
)
def test_a_balance_without_a_ledger_is_found(shop: TradedShop, row: str, kind: FindingKind) -> None:
    assert kind in of_the_books(found_after(shop.storage, f"INSERT INTO {row}"))


def test_two_audit_rows_that_changed_places_are_found(shop: TradedShop) -> None:
    swap = "UPDATE audit_entry SET id = CASE id WHEN 10 THEN -11 WHEN 11 THEN -10 END WHERE id IN (10, 11)"
    found = found_after(shop.storage, swap, "UPDATE audit_entry SET id = -id WHERE id < 0")
    assert [finding.where for finding in found] == ["audit_entry 10", "audit_entry 11", "audit_entry 12"]
    assert {finding.kind for finding in found} == {K.CHAIN}


def test_a_log_that_was_emptied_is_found(shop: TradedShop) -> None:
    found = found_after(shop.storage, "DELETE FROM audit_entry")
    assert {finding.kind for finding in found} == {K.AUDIT_ROWS}
    assert found[0].where == "audit_entry"


def test_a_changed_number_is_named_with_its_document_and_nothing_else_is_accused(shop: TradedShop) -> None:
    with shop.storage.reading() as books:
        number = books.connection.exec_driver_sql("SELECT number FROM document WHERE id = 2").scalar_one()
    found = found_after(shop.storage, "UPDATE goods_receipt_line SET expires_on = 20280101 WHERE id = 2")
    assert [(finding.kind, finding.where) for finding in found] == [(K.DIGEST, number)]
    assert found[0].sentence.startswith(f"{number} 过账后被改动")


def test_a_changed_balance_is_named_with_its_product_and_both_figures(shop: TradedShop) -> None:
    found = found_after(shop.storage, f"UPDATE stock_balance SET quantity = 7000 WHERE product_id = {EGGS}")
    assert [finding.sentence for finding in found] == ["鸡蛋 的库存数量应为 -5.5，实为 7"]


def test_oversold_goods_in_another_order_are_found(shop: TradedShop) -> None:
    turn = "UPDATE oversold_part SET id = 9 WHERE id = (SELECT min(id) FROM oversold_part)"
    (found,) = found_after(shop.storage, turn)
    assert (found.kind, found.where) == (K.OVERSOLD, "鸡蛋")


# Each change with every fingerprint and the chain made to fit: only the sums themselves can tell.
SEALED = [
    ("UPDATE sale_line SET net = net + 1, list_amount = list_amount + 1 WHERE id = 1", {K.AMOUNT, K.LINE_AMOUNT}),
    ("UPDATE sale_line SET net = net + 1 WHERE id = 1", {K.AMOUNT, K.LINE_AMOUNT}),
    ("UPDATE sale_line SET price = price + 100 WHERE id = 1", {K.LINE_AMOUNT}),
    ("UPDATE sale_line SET cost = cost + 1 WHERE id = 1", {K.LINE_MOVE}),
    ("UPDATE sale_line SET quantity = quantity + 1 WHERE id = 2", {K.LINE_MOVE}),
    ("UPDATE sale_line SET product_id = 2 WHERE id = 1", {K.LINE_MOVE}),
    ("UPDATE sale_line SET day = day + 1 WHERE id = 1", {K.DAY}),
    ("UPDATE document SET amount = amount + 1 WHERE kind = 'sale' AND id = 4", {K.AMOUNT, K.PAYMENT}),
    ("UPDATE document SET amount = amount + 1 WHERE kind = 'goods_receipt' AND id = 2", {K.AMOUNT}),
    ("UPDATE document SET amount = amount + 1 WHERE id = 1", {K.AMOUNT}),
    ("UPDATE document SET amount = 1 WHERE kind = 'count'", {K.AMOUNT}),
    ("UPDATE document SET state = 'posted' WHERE reverses_id IS NULL", {K.STATE}),
    ("UPDATE document SET state = 'reversed' WHERE id = 2", {K.STATE}),
    ("UPDATE document SET state = 'draft' WHERE id = 2", {K.STATE}),
    ("UPDATE document SET reverses_id = 2 WHERE kind = 'sale' AND reverses_id IS NOT NULL", {K.STATE, K.MIRROR}),
    ("UPDATE tender SET tendered = kept - 1 WHERE id = 1", {K.TENDER}),
    ("UPDATE tender SET tendered = -tendered, kept = -kept WHERE id = 1", {K.PAYMENT}),
    ("UPDATE tender SET kept = kept - 1 WHERE id = 2", {K.PAYMENT, K.SETTLED}),
    ("UPDATE money_entry SET account_id = 4 WHERE document_id = 4", {K.SETTLED, K.ACCOUNT}),
    ("UPDATE money_entry SET amount = amount + 1 WHERE account_id = 7", {K.SETTLED, K.ACCOUNT}),
    ("UPDATE money_entry SET amount = amount + 1 WHERE account_id = 5", {K.SETTLED, K.ACCOUNT}),
    ("UPDATE partner_entry SET amount = amount + 1 WHERE id = 1", {K.SETTLED, K.PARTNER}),
    ("UPDATE partner_entry SET partner_id = 2 WHERE id = 1", {K.PARTNER}),
    ("UPDATE goods_receipt_line SET amount = amount + 1, cost = cost + 1 WHERE id = 1", {K.AMOUNT, K.LINE_MOVE}),
    ("UPDATE goods_receipt_line SET discount = discount + 1 WHERE id = 1", {K.LINE_AMOUNT}),
    ("UPDATE goods_receipt_line SET tax = tax + 1 WHERE id = 2", {K.LINE_AMOUNT, K.SETTLED}),
    ("UPDATE goods_receipt_line SET origin_line_id = 4 WHERE quantity < 0", {K.RETURNED}),
    ("UPDATE sale_line SET origin_line_id = 2 WHERE origin_line_id = 1", {K.RETURNED}),
    ("UPDATE stock_line SET counted_quantity = 1 WHERE book_quantity IS NOT NULL", {K.LINE_AMOUNT}),
    ("UPDATE stock_line SET cost = cost - 1", {K.LINE_MOVE}),
    ("UPDATE cost_correction_line SET amount = amount + 1 WHERE id = 1", {K.AMOUNT}),
    ("UPDATE stock_move SET quantity = quantity + 1000 WHERE id = 1", {K.MOVE_COST, K.STOCK, K.COST_QUANTITY}),
    ("UPDATE stock_move SET to_place_id = 2 WHERE id = 2", {K.STOCK}),
    ("UPDATE stock_move SET to_place_id = 4 WHERE id = 2", {K.MOVE_COST, K.STOCK}),
    ("UPDATE stock_move SET line_no = 9 WHERE id = 2", {K.MOVE_COST}),
    ("UPDATE cost_entry SET exact = exact + 10000 WHERE id = 1", {K.COST_VALUE, K.COST_BOOKED}),
    ("UPDATE cost_entry SET booked = booked + 1 WHERE id = 1", {K.LINE_MOVE, K.COST_BOOKED}),
    ("UPDATE cost_entry SET quantity = quantity + 1 WHERE id = 1", {K.MOVE_COST, K.COST_QUANTITY}),
    ("UPDATE cost_entry SET last_price = last_price + 1 WHERE last_price IS NOT NULL", {K.LAST_PRICE}),
    ("UPDATE cost_entry SET move_id = NULL WHERE id = 1", {K.MOVE_COST, K.LINE_MOVE}),
    ("UPDATE cost_entry SET open_quantity = open_quantity + 1 WHERE open_quantity > 0", {K.OVERSOLD}),
    ("UPDATE cost_entry SET open_estimate = open_estimate + 1 WHERE open_quantity > 0", {K.OVERSOLD, K.COST_VALUE}),
]


@pytest.mark.parametrize(("change", "kinds"), SEALED)
def test_sums_that_do_not_agree_are_found_even_where_the_seals_fit(
    shop: TradedShop, change: str, kinds: set[FindingKind]
) -> None:
    found = of_the_books(found_after(shop.storage, change, sealed=True))
    assert kinds <= found
    assert not found & {K.CHAIN, K.DIGEST}


def test_sealing_sound_books_again_changes_nothing(shop: TradedShop) -> None:
    assert found_after_doing(shop.storage, lambda _work: None, sealed=True) == []


def test_a_fingerprint_of_a_version_nobody_knows_is_found(shop: TradedShop) -> None:
    found = found_after(shop.storage, "UPDATE audit_entry SET digest_version = 99 WHERE document_id = 2", sealed=True)
    assert {finding.kind for finding in found} == {K.DIGEST_VERSION}


def test_a_document_recorded_twice_is_found(shop: TradedShop) -> None:
    twice = "UPDATE audit_entry SET document_id = 2 WHERE document_id = 3"
    found = found_after(shop.storage, twice, sealed=True)
    assert [(finding.kind, finding.found) for finding in found] == [(K.AUDIT_ROWS, "2"), (K.AUDIT_ROWS, "0")]


def test_a_trigger_that_is_gone_is_found(shop: TradedShop) -> None:
    with shop.storage.writing() as work:
        work.connection.exec_driver_sql("DROP TRIGGER sale_line_no_update")
        (found,) = verify_books(work)
    assert (found.kind, found.where, found.found) == (K.TRIGGER, "sale_line_no_update", "-")


def test_a_trigger_nobody_declared_is_found(shop: TradedShop) -> None:
    with shop.storage.writing() as work:
        work.connection.exec_driver_sql("CREATE TRIGGER mine AFTER INSERT ON tender BEGIN SELECT 1; END")
        (found,) = verify_books(work)
    assert (found.kind, found.where, found.expected) == (K.TRIGGER, "mine", "-")


def test_a_row_that_points_to_nothing_is_found(shop: TradedShop) -> None:
    found = found_after(shop.storage, "UPDATE document SET operator_id = 77 WHERE id = 2", sealed=True)
    assert [(finding.kind, finding.where, finding.expected) for finding in found] == [
        (K.REFERENCE, "document 2", "operator")
    ]


def test_a_damaged_file_is_found_and_not_a_crash(shop: TradedShop, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(shop.storage.path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        page = target.execute("SELECT rootpage FROM sqlite_master WHERE name = 'cost_entry'").fetchone()[0]
        size = target.execute("PRAGMA page_size").fetchone()[0]
    with copy.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xee" * size)
    storage = Storage.open(copy)
    with storage.reading() as books:
        kinds = {finding.kind for finding in verify_books(books)}
    storage.close()
    assert kinds == {K.UNREADABLE}


def test_a_clerk_may_ask_too(shop: TradedShop) -> None:
    clerk = Desk(shop.storage, shop.desk.clock, SignedIn(1, "小李", Role.CLERK))
    assert Health(clerk).verify() == ()


def test_progress_ends_with_every_document(shop: TradedShop) -> None:
    told: list[tuple[int, int]] = []
    Health(shop.desk).verify(lambda done, total: told.append((done, total)))
    with shop.storage.reading() as books:
        count = books.connection.exec_driver_sql("SELECT count(*) FROM document").scalar_one()
    assert told == [(count, count)]


def test_books_that_are_wrong_everywhere_give_a_list_that_ends(
    shop: TradedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "MOST_FINDINGS", 5)
    assert len(found_after(shop.storage, "UPDATE audit_entry SET moment = ''")) == 5


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_kind_of_finding_has_a_sentence_that_names_the_place(kind: FindingKind) -> None:
    sentence = Finding(kind, "甲", "乙", "丙").sentence
    assert ("丙" if kind is K.FILE else "甲") in sentence
    assert "{" not in sentence


@contextmanager
def changed_balances(shop: TradedShop) -> Iterator[None]:
    """Balances that say more than the books, and are mended afterwards."""
    for sign in (1, -1):
        with shop.storage.writing() as work:
            change = f"value = value + {sign * 7_770_000}, booked = booked + {sign * 777}"
            work.connection.exec_driver_sql(f"UPDATE cost_balance SET {change}")
            work.connection.exec_driver_sql(f"UPDATE stock_balance SET quantity = quantity + {sign * 1000}")
            work.commit()
        if sign == 1:
            yield


@pytest.mark.parametrize(("role", "shows"), [(Role.CLERK, False), (Role.STOCKKEEPER, True), (Role.OWNER, True)])
def test_a_clerk_is_told_what_is_wrong_and_not_what_goods_cost(shop: TradedShop, role: Role, shows: bool) -> None:
    desk = Desk(shop.storage, shop.desk.clock, SignedIn(1, "某人", role))
    with changed_balances(shop):
        found = Health(desk).verify()
    assert {K.COST_VALUE, K.COST_BOOKED, K.STOCK} <= {finding.kind for finding in found}
    told = [finding.expected + finding.found for finding in found if finding.kind in (K.COST_VALUE, K.COST_BOOKED)]
    assert all(("…" in text) is not shows for text in told)
    assert all("…" not in finding.found for finding in found if finding.kind is K.STOCK)
    assert len([finding.sentence for finding in found]) == len(found)
