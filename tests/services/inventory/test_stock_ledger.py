from datetime import date, datetime

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.inventory.stock_ledger import LedgerRow, stock_ledger
from tests.services.small_shop import BISCUIT, COLA, TEA, SmallShop


def ledger(shop: SmallShop, product_id: int, before: int | None = None, limit: int = 50) -> list[LedgerRow]:
    with shop.reading() as books:
        return stock_ledger(books, product_id, before=before, limit=limit, with_cost=True)


def test_every_move_is_there_newest_first_with_what_there_was_after_it(shop: SmallShop) -> None:
    rows = [(row.day.day, row.kind, str(row.quantity), str(row.running), str(row.cost)) for row in ledger(shop, COLA)]
    assert rows == [
        (7, DocumentKind.SALE, "2", "6", "4.00"),
        (7, DocumentKind.SALE, "-2", "4", "-4.00"),
        (6, DocumentKind.CUSTOMER_RETURN, "1", "6", "2.00"),
        (5, DocumentKind.SALE, "-1", "5", "-2.00"),
        (5, DocumentKind.SALE, "-4", "6", "-8.00"),
        (4, DocumentKind.GOODS_RECEIPT, "10", "10", "20.00"),
    ]


def test_a_row_names_its_document_its_moment_and_the_supplier(shop: SmallShop) -> None:
    first = ledger(shop, COLA)[-1]
    assert first.number == "CGRK20260304-0001"
    assert (first.moment, first.day) == (datetime(2026, 3, 4, 9, 0), date(2026, 3, 4))
    assert first.partner == "自采"
    assert ledger(shop, COLA)[0].partner == ""


def test_what_undoes_a_sale_is_marked(shop: SmallShop) -> None:
    assert [row.is_mirror for row in ledger(shop, COLA)] == [True, False, False, False, False, False]


def test_goods_sold_before_they_came_in_were_below_zero(shop: SmallShop) -> None:
    assert [(str(row.quantity), str(row.running)) for row in ledger(shop, BISCUIT)] == [("5", "3"), ("-2", "-2")]


def test_pages_put_together_are_the_whole_ledger(shop: SmallShop) -> None:
    whole = ledger(shop, COLA)
    pages: list[LedgerRow] = []
    before = None
    while page := ledger(shop, COLA, before, 2):
        pages += page
        before = page[-1].move_id
    assert pages == whole


def test_goods_that_never_moved_have_an_empty_ledger(shop: SmallShop) -> None:
    assert ledger(shop, TEA) == []


def test_without_the_right_to_costs_the_moves_have_none(shop: SmallShop) -> None:
    with shop.reading() as books:
        rows = stock_ledger(books, COLA, limit=50, with_cost=False)
    assert [row.cost for row in rows] == [None] * 6
    assert [str(row.running) for row in rows] == ["6", "4", "6", "5", "6", "10"]
