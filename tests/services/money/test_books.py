"""The books of one act are written together or not at all."""

from datetime import date

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR, SUPPLIERS
from jxc_desktop.services.inventory.stock_book import Line
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head
from tests.story import Story


def trade(story: Story, product: int, *, commits: bool) -> None:
    with story.desk.act("purchasing.receive_goods") as act:
        books = Books.open(act.work, act.journal)
        posted = books.journal.open(Head(DocumentKind.GOODS_RECEIPT, date(2026, 3, 2), SHOP_FLOOR, 0))
        books.stock.receive(Line(posted, 1, product, SUPPLIERS, 3_000), 10_00)
        books.money.pay_in(posted, CASH, -10_00)
        books.journal.close("purchasing.receive_goods", posted)
        if commits:
            act.commit()


def balances(story: Story, product: int) -> tuple[tuple[int, int], list[int]]:
    with story.desk.storage.reading() as books:
        money = books.connection.exec_driver_sql("SELECT amount FROM account_balance").scalars().all()
    return story.cost_state(product), list(money)


def test_goods_and_money_arrive_together(story: Story) -> None:
    product = story.product()
    trade(story, product, commits=False)
    assert balances(story, product) == ((0, 0), [])
    trade(story, product, commits=True)
    assert balances(story, product) == ((3_000, 10_000_000), [-10_00])
