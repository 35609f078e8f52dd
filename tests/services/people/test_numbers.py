"""Document numbers: in order, unique, and none lost when an act fails."""

import pytest

from jxc_desktop.models.values.accounts import HISTORY
from jxc_desktop.models.values.document_state import NUMBER_PREFIXES, DocumentKind
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.people.numbers import first_series, next_number
from jxc_desktop.services.sales.errors import WrongPaymentError
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.services.sales.pricing import PricedItem
from jxc_desktop.services.sales.ticket import Ticket, TicketLine
from tests.story import ONE, Story


def sale_number(story: Story, product: int) -> str:
    return story.sell(product).number


def test_the_first_sale_of_a_day_is_number_one_of_its_day(story: Story) -> None:
    assert sale_number(story, story.product()) == "XS20260302-0001"


def test_numbers_of_a_day_follow_each_other(story: Story) -> None:
    product = story.product()
    assert [sale_number(story, product)[-4:] for _ in range(3)] == ["0001", "0002", "0003"]


def test_each_day_begins_anew(story: Story) -> None:
    product = story.product()
    sale_number(story, product)
    story.clock.go_on(days=1)
    assert sale_number(story, product) == "XS20260303-0001"


def test_each_kind_counts_for_itself(story: Story) -> None:
    product = story.product()
    story.sell(product)
    receipt = story.shop.purchasing.receipt(story.receive(product, "3", "1.00"))
    assert receipt.row.number == "CGRK20260302-0001"


def test_every_kind_of_document_has_a_series_of_its_own(story: Story) -> None:
    assert {kind for kind, *_ in first_series()} == {kind.value for kind in DocumentKind}
    assert len(set(NUMBER_PREFIXES.values())) == len(DocumentKind)


def test_a_sale_that_fails_takes_no_number(story: Story) -> None:
    product = story.product()
    item = PricedItem(ONE, story.shop.catalog.find_by_id(product).price)
    with pytest.raises(WrongPaymentError):
        story.shop.sales.checkout(Ticket(story.token(), (TicketLine(product, "瓶", ONE, item),), ()))
    assert sale_number(story, product) == "XS20260302-0001"


def test_an_act_that_fails_after_taking_a_number_gives_it_back(story: Story) -> None:
    with story.desk.act("sales.checkout") as act:
        assert next_number(act.work, DocumentKind.SALE, 20260302) == "XS20260302-0001"
    assert sale_number(story, story.product()) == "XS20260302-0001"


def test_a_document_dated_back_is_numbered_by_the_day_it_is_written(story: Story) -> None:
    yesterday = story.clock.now().date().replace(day=1)
    receipt = story.receive(story.product(), "1", "1.00", day=yesterday)
    assert story.shop.purchasing.receipt(receipt).row.number == "CGRK20260302-0001"


def test_a_clock_that_went_back_and_came_again_repeats_no_number(story: Story) -> None:
    product = story.product()
    for _ in range(3):
        sale_number(story, product)
    story.clock.go_on(days=-1)
    assert sale_number(story, product) == "XS20260301-0001"
    story.clock.go_on(days=1)
    assert sale_number(story, product) == "XS20260302-0004"


def test_the_ten_thousandth_sale_of_a_day_has_five_digits(story: Story) -> None:
    product = story.product()
    with story.desk.storage.writing() as work:
        work.connection.exec_driver_sql("UPDATE number_series SET day = 20260302, last = 9999 WHERE kind = 'sale'")
        work.commit()
    assert [sale_number(story, product) for _ in range(2)] == ["XS20260302-10000", "XS20260302-10001"]


def test_a_reversal_has_a_number_of_its_own_and_leaves_no_gap(story: Story) -> None:
    product = story.product()
    story.shop.sales.reverse(story.sell(product).document_id, "打错了")
    assert sale_number(story, product) == "XS20260302-0003"


def bring_sales(story: Story, product: int, *numbers: str) -> None:
    """Sales of today with numbers of the system before."""
    with story.desk.act("imports.history") as act:
        books = Books.open(act.work, act.journal)
        for number in numbers:
            head = Head(DocumentKind.SALE, act.today, SHOP_FLOOR, 300, number=number, is_history=True)
            line = SaleLineDraft(product, 1000, "瓶", 1000, 30_000, 300, 300, "13")
            post_sales(books, [SaleDraft(head, [line], [TenderDraft(HISTORY, 300, 300)])], "imports.history")
        act.commit()


def test_a_number_brought_from_elsewhere_for_the_same_day_is_never_given_again(story: Story) -> None:
    product = story.product()
    bring_sales(story, product, "XS20260302-0041", "XS20260302-0007")
    assert [sale_number(story, product) for _ in range(2)] == ["XS20260302-0042", "XS20260302-0043"]


@pytest.mark.parametrize("ending", ["0041A", "A", "12-3", ""])
def test_a_number_from_elsewhere_with_an_ending_of_its_own_does_not_stop_the_counting(
    story: Story, ending: str
) -> None:
    product = story.product()
    bring_sales(story, product, "XS20260302-0001", f"XS20260302-{ending}")
    assert [sale_number(story, product) for _ in range(2)] == ["XS20260302-0002", "XS20260302-0003"]


def test_numbers_of_another_length_are_counted_by_what_they_are_worth(story: Story) -> None:
    product = story.product()
    bring_sales(story, product, "XS20260302-9999", "XS20260302-10000", "XS20260302-00731")
    assert sale_number(story, product) == "XS20260302-10001"
