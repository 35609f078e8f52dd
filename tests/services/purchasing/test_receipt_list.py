"""Receipts as lists show them, and what goods cost last."""

from datetime import date

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.purchasing.receipt import Receipt, ReceiptTotals, ReceivedLine
from tests.story import ONE, Story


def test_the_newest_document_stands_first_and_the_totals_are_of_all(story: Story) -> None:
    cola = story.product()
    first = story.receive(cola, "10", "2.00")
    story.clock.go_on(days=1)
    sent = story.send_back(first, "4")

    rows = story.shop.purchasing.receipt_list(DocumentFilter())

    assert [row.document_id for row in rows] == [sent, first]
    totals = ReceiptTotals(2, 2, Quantity.of(6), Money.parse("12"))
    assert story.shop.purchasing.receipt_totals(DocumentFilter()) == totals
    nothing = ReceiptTotals(0, 0, Quantity(0), Money(0))
    assert story.shop.purchasing.receipt_totals(DocumentFilter(text="没有的")) == nothing


def test_a_list_is_narrowed_by_supplier_number_kind_and_day(story: Story) -> None:
    first = story.receive(story.product(), "10", "2.00")
    story.clock.go_on(days=1)
    sent = story.send_back(first, "4")
    number = story.shop.purchasing.receipt(sent).row.number

    def found(wanted: DocumentFilter) -> list[int]:
        return [row.document_id for row in story.shop.purchasing.receipt_list(wanted)]

    assert found(DocumentFilter(text="城南")) == [sent, first]
    assert found(DocumentFilter(text="cnpf")) == [sent, first]
    assert found(DocumentFilter(text=number.lower())) == [sent]
    assert found(DocumentFilter(kind=DocumentKind.GOODS_RECEIPT)) == [first]
    assert found(DocumentFilter(last=date(2026, 3, 2))) == [first]
    assert found(DocumentFilter(first=date(2026, 3, 3))) == [sent]
    assert found(DocumentFilter(text="没有的")) == []


def test_a_list_is_narrowed_by_the_goods_on_its_lines(story: Story) -> None:
    cola, water = story.product(codes=("6901234567892",)), story.product("矿泉水", codes=("6902083881405",))
    colas, waters = story.receive(cola, "10", "2.00"), story.receive(water, "10", "1.00")

    def found(wanted: DocumentFilter) -> list[int]:
        return [row.document_id for row in story.shop.purchasing.receipt_list(wanted)]

    assert found(DocumentFilter(product_id=cola)) == [colas]
    assert found(DocumentFilter(product_id=cola, last=date(2026, 3, 1))) == []
    assert found(DocumentFilter(text="矿泉")) == [waters]
    assert found(DocumentFilter(text="kl")) == [colas]
    assert found(DocumentFilter(text="6901234567892")) == [colas]
    assert found(DocumentFilter(text="0002")) == [waters]


def test_a_row_says_how_much_came_and_how_it_was_paid(story: Story) -> None:
    cola = story.product()
    owed, paid = story.receive(cola, "10", "2.00"), story.receive(cola, "5", "2.00", account=CASH)

    rows = {row.document_id: row for row in story.shop.purchasing.receipt_list(DocumentFilter())}

    assert (rows[owed].product_count, rows[owed].quantity, rows[owed].paid_from) == (1, Quantity.of(10), "")
    assert (rows[paid].quantity, rows[paid].paid_from) == (Quantity.of(5), "现金")
    assert story.shop.purchasing.receipt(paid).account_id == CASH


def test_one_product_in_two_batches_is_one_kind_of_goods(story: Story) -> None:
    cola, water = story.product(), story.product("矿泉水")
    lines = [
        ReceivedLine(product, "瓶", ONE, Quantity.of(2), UnitPrice.parse("1"), lot_number=lot)
        for product, lot in ((cola, "A"), (cola, "B"), (water, ""))
    ]
    story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), tuple(lines)))
    story.receive(cola, "1", "1.00")

    assert [row.product_count for row in story.shop.purchasing.receipt_list(DocumentFilter())] == [1, 2]
    assert story.shop.purchasing.receipt_totals(DocumentFilter()) == ReceiptTotals(
        2, 3, Quantity.of(7), Money.parse("7")
    )


def test_a_receipt_is_found_by_its_number(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    sent = story.send_back(receipt, "4")
    find = story.shop.purchasing.receipt_by_number

    assert (find("CGRK20260302-0001"), find("CGTH20260302-0001"), find("XS20260302-0001")) == (receipt, sent, None)


def test_the_last_cost_is_that_of_the_last_receipt(story: Story) -> None:
    cola, water = story.product(cost="1.80"), story.product("矿泉水", cost="0.90")
    tea = story.product("绿茶")
    story.receive(cola, "10", "2.00")
    story.receive(cola, "10", "2.20")

    last = [story.shop.purchasing.last_price(product, ONE) for product in (cola, water, tea)]
    assert last == [UnitPrice.parse("2.2"), UnitPrice.parse("0.9"), None]


def test_a_receipt_that_was_undone_is_no_last_cost(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "10", "2.00")
    wrong = story.receive(cola, "10", "20.00")
    story.shop.purchasing.reverse(wrong, "价打错了")

    assert story.shop.purchasing.last_price(cola, ONE) == UnitPrice.parse("2")


def test_a_case_bought_at_50_is_proposed_at_50_again(story: Story) -> None:
    cola = story.product(packs=(Pack("箱", Quantity.of(24)),))
    line = ReceivedLine(cola, "箱", Quantity.of(24), Quantity.of(2), UnitPrice.parse("50"))
    story.shop.purchasing.receive_goods(Receipt("a", story.supplier(), (line,)))

    assert story.shop.purchasing.last_price(cola, Quantity.of(24)) == UnitPrice.parse("50")
    assert story.shop.purchasing.last_price(cola, Quantity.of(1)) == UnitPrice.parse("2.0833")
