"""Receipts and supplier returns as the books hold them: stock, tax, debts and money."""

from datetime import date

from jxc_desktop.models.values.accounts import CASH, INPUT_TAX
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR, SUPPLIERS
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.purchasing.posting import ReceiptDraft, ReceiptLineDraft, post_receipts
from tests.services.purchasing.books_of import differences, in_account, owed_by
from tests.story import Story

TODAY = date(2026, 3, 2)


def line(product: int, pieces: int, amount: int, tax: int = 0, origin: int | None = None) -> ReceiptLineDraft:
    return ReceiptLineDraft(product, pieces * 1_000, "瓶", 1_000, 0, amount, "13", tax=tax, origin_line_id=origin)


def post(story: Story, supplier: int, *lines: ReceiptLineDraft, account: int | None = None, owes: bool = True) -> int:
    amount = sum(one.amount for one in lines)
    kind = DocumentKind.SUPPLIER_RETURN if amount < 0 else DocumentKind.GOODS_RECEIPT
    head = Head(kind, TODAY, SHOP_FLOOR, amount, partner_id=supplier)
    with story.desk.act("purchasing.receive_goods") as act:
        books = Books.open(act.work, act.journal)
        (posted,) = post_receipts(books, [ReceiptDraft(head, lines, account, owes)], "purchasing.receive_goods")
        act.commit()
    return posted.id


def test_what_is_not_paid_is_owed_to_the_supplier(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 3, 10_00), line(cola, 1, 0))
    assert (owed_by(story, supplier), in_account(story, CASH)) == ("-10.00", "0.00")
    assert story.cost_state(cola) == (4_000, 10_000_000)


def test_what_is_paid_at_once_is_owed_and_paid(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 3, 10_00), account=CASH)
    assert (owed_by(story, supplier), in_account(story, CASH)) == ("0.00", "-10.00")


def test_trade_settled_before_this_program_owes_nothing(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 3, 10_00), owes=False)
    assert (owed_by(story, supplier), story.cost_state(cola)) == ("0.00", (3_000, 10_000_000))


def test_tax_that_is_deducted_is_owed_but_is_no_part_of_what_the_goods_cost(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 1, 113_00, tax=13_00))
    assert (owed_by(story, supplier), in_account(story, INPUT_TAX)) == ("-113.00", "13.00")
    assert story.cost_state(cola) == (1_000, 100_000_000)


def test_a_return_gives_up_its_credit_and_takes_the_debt_back(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    receipt = post(story, supplier, line(cola, 2, 10_00), line(cola, 2, 20_00))
    back = post(story, supplier, line(cola, -1, -5_00, origin=story.receipt_line(receipt)))
    assert (owed_by(story, supplier), differences(story, back)) == ("-25.00", "0.00")
    assert story.cost_state(cola) == (3_000, 25_000_000)


def test_a_return_that_names_no_receipt_takes_the_average_and_says_the_difference(story: Story) -> None:
    """Four worth 30.00; one goes back for 5.00 and takes 7.50."""
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 4, 30_00))
    back = post(story, supplier, line(cola, -1, -5_00), account=CASH)
    assert (in_account(story, CASH), owed_by(story, supplier), differences(story, back)) == ("5.00", "-30.00", "-2.50")
    assert story.cost_state(cola) == (3_000, 22_500_000)


def test_goods_move_from_and_to_the_suppliers(story: Story) -> None:
    cola, supplier = story.product(), story.supplier()
    post(story, supplier, line(cola, 2, 2_00))
    post(story, supplier, line(cola, -1, -1_00))
    with story.desk.storage.reading() as books:
        moves = books.connection.exec_driver_sql("SELECT from_place_id, to_place_id, quantity FROM stock_move").all()
    assert [tuple(move) for move in moves] == [(SUPPLIERS, SHOP_FLOOR, 2_000), (SHOP_FLOOR, SUPPLIERS, 1_000)]
