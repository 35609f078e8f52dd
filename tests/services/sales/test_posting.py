"""Sales and returns as the books hold them: stock, cost and money of each line."""

from datetime import date

import pytest

from jxc_desktop.models.values.accounts import CASH, HISTORY, WECHAT
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.errors import ClosedPeriodError, DuplicateNumberError
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from tests.services.sales.at_counter import in_account
from tests.story import Story

TODAY = date(2026, 3, 2)


def line(product: int, milli: int, net: int, root: int | None = None) -> SaleLineDraft:
    """So much for so many fen."""
    return SaleLineDraft(product, milli, "瓶", 1000, 30_000, net, net, "13", root_move_id=root)


def draft(
    *lines: SaleLineDraft, tenders: tuple[TenderDraft, ...] = (), number: str | None = None, day: date = TODAY
) -> SaleDraft:
    amount = sum(one.net for one in lines)
    kind = DocumentKind.CUSTOMER_RETURN if amount < 0 else DocumentKind.SALE
    return SaleDraft(Head(kind, day, SHOP_FLOOR, amount, number=number, is_history=True), lines, tenders)


def post(story: Story, *drafts: SaleDraft) -> list[int]:
    with story.desk.act("imports.history") as act:
        posted = post_sales(Books.open(act.work, act.journal), drafts, "imports.history")
        act.commit()
    return [one.id for one in posted]


def costs(story: Story, document: int) -> list[int]:
    """What each line of a sale cost, in fen."""
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(
            "SELECT cost FROM sale_line WHERE document_id = ? ORDER BY line_no", (document,)
        )
        return list(found.scalars())


def move_of(story: Story, document: int) -> int:
    with story.desk.storage.reading() as books:
        found: int = books.connection.exec_driver_sql(
            "SELECT move_id FROM sale_line WHERE document_id = ?", (document,)
        ).scalar_one()
    return found


def test_each_line_costs_what_it_took_out_of_the_stock(story: Story) -> None:
    """Three worth 10.00: one leaves for 3.33, then one more on the same ticket for 3.34."""
    cola = story.product()
    story.receive(cola, "3", amount="10.00")
    (sale,) = post(story, draft(line(cola, 1_000, 3_00), line(cola, 1_000, 3_00)))
    assert costs(story, sale) == [3_33, 3_34]
    assert story.cost_state(cola) == (1_000, 3_333_333)


def test_what_is_kept_goes_into_its_account_and_change_does_not(story: Story) -> None:
    cola = story.product()
    post(
        story, draft(line(cola, 1_000, 3_00), tenders=(TenderDraft(WECHAT, 1_00, 1_00), TenderDraft(CASH, 5_00, 2_00)))
    )
    assert (in_account(story, WECHAT), in_account(story, CASH)) == ("1.00", "2.00")
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql("SELECT account_id, tendered, kept FROM tender ORDER BY id").all()
    assert [tuple(tender) for tender in found] == [(WECHAT, 1_00, 1_00), (CASH, 5_00, 2_00)]


def test_a_return_brings_back_what_its_sale_took(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "3", amount="10.00")
    (sale,) = post(story, draft(line(cola, 3_000, 9_00)))
    story.receive(cola, "1", "99.00")
    (back,) = post(story, draft(line(cola, -1_000, -3_00, move_of(story, sale))))
    assert costs(story, back) == [-3_33]
    assert story.cost_state(cola) == (2_000, 102_330_000)


def test_a_return_that_names_no_sale_comes_in_at_the_average_in_whole_fen(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "3", amount="10.00")
    (back,) = post(story, draft(line(cola, -1_000, -3_00), tenders=(TenderDraft(CASH, -3_00, -3_00),)))
    assert costs(story, back) == [-3_33]
    assert (story.cost_state(cola), in_account(story, CASH)) == ((4_000, 13_330_000), "-3.00")


def test_what_is_given_away_has_no_tender_and_still_costs(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "1", "2.00")
    (sale,) = post(story, draft(line(cola, 1_000, 0)))
    assert (costs(story, sale), in_account(story, HISTORY)) == ([2_00], "0.00")


def test_documents_are_written_in_their_order_and_one_that_is_refused_takes_all_back(story: Story) -> None:
    cola = story.product()
    sales = {number: draft(line(cola, 1_000, 3_00), number=number) for number in ("A1", "A2", "A3")}
    first, second = post(story, sales["A1"], sales["A2"])
    assert first < second
    with pytest.raises(DuplicateNumberError) as refusal:
        post(story, sales["A3"], sales["A2"])
    assert refusal.value.number == "A2"
    assert story.cost_state(cola)[0] == -2_000
    assert story.shop.sales.sale_by_number("A3") is None


def test_nothing_is_sold_into_a_closed_month(story: Story) -> None:
    cola = story.product()
    story.shop.people.close_month(date(2026, 2, 1))
    with pytest.raises(ClosedPeriodError) as refusal:
        post(story, draft(line(cola, 1_000, 3_00), day=date(2026, 2, 28)))
    assert refusal.value.day == date(2026, 2, 28)
