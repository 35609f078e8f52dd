"""Sales and returns in a list, and one of them as a whole."""

from datetime import date

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.sales.pricing import TicketReduction
from tests.services.sales.at_counter import alipay, cash, line, sell, wechat
from tests.story import Story

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture
def busy(story: Story) -> Story:
    """Two sales on Monday; on Tuesday one to a member, and one of Monday's comes back in part."""
    cola, water = story.product(), story.product("矿泉水", "2.00")
    first = sell(story, [line(cola, "3")], cash("10")).document_id
    story.clock.go_on(minutes=5)
    sell(story, [line(cola), line(water, "2", "2.00")], wechat("4"), cash("3"))
    story.clock.go_on(days=1)
    sell(story, [line(water, price="2.00")], alipay("2"), member="01620320")
    story.take_back(first, "1")
    return story


def listed(story: Story, **wanted: object) -> list[str]:
    """The numbers a filter leaves; its totals must agree."""
    asked = DocumentFilter(**wanted)  # type: ignore[arg-type]
    rows = story.shop.sales.sale_list(asked)
    count, amount = story.shop.sales.sale_totals(asked)
    assert (count, amount.fen) == (len(rows), sum(row.amount.fen for row in rows))
    return [row.number for row in rows]


def test_the_newest_comes_first(busy: Story) -> None:
    assert listed(busy) == ["XT20260303-0001", "XS20260303-0001", "XS20260302-0002", "XS20260302-0001"]


def test_a_day_shows_what_happened_on_it(busy: Story) -> None:
    assert listed(busy, first=MONDAY, last=MONDAY) == ["XS20260302-0002", "XS20260302-0001"]
    assert listed(busy, first=TUESDAY) == ["XT20260303-0001", "XS20260303-0001"]
    assert listed(busy, last=date(2026, 3, 1)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0302-0002", ["XS20260302-0002"]),
        ("xt", ["XT20260303-0001"]),
        ("1620", ["XS20260303-0001"]),
        ("%", []),
        ("_", []),
    ],
)
def test_text_is_part_of_a_number_or_of_a_member(busy: Story, text: str, numbers: list[str]) -> None:
    assert listed(busy, text=text) == numbers


def test_returns_can_be_seen_alone(busy: Story) -> None:
    assert listed(busy, kind=DocumentKind.CUSTOMER_RETURN) == ["XT20260303-0001"]
    assert len(listed(busy, kind=DocumentKind.SALE)) == 3


def test_a_product_shows_the_sales_and_returns_that_hold_it(busy: Story) -> None:
    cola = busy.shop.catalog.search("可乐")[0].product_id
    assert listed(busy, product_id=cola) == ["XT20260303-0001", "XS20260302-0002", "XS20260302-0001"]
    assert listed(busy, product_id=cola, first=TUESDAY, last=TUESDAY) == ["XT20260303-0001"]


def test_a_row_says_how_many_lines_and_how_it_was_paid(busy: Story) -> None:
    row = busy.shop.sales.sale_list(DocumentFilter(first=MONDAY, last=MONDAY))[0]
    shown = (row.line_count, row.ways_of_paying, str(row.amount), row.operator, f"{row.moment:%H:%M}")
    assert shown == (2, ("微信", "现金"), "7.00", "老板", "09:05")


def test_a_long_list_comes_page_by_page(story: Story) -> None:
    cola = story.product()
    numbers = [story.sell(cola).number for _ in range(5)]
    pages = [story.shop.sales.sale_list(DocumentFilter(), offset, 2) for offset in (0, 2, 4, 6)]
    assert [[row.number for row in page] for page in pages] == [
        numbers[:2:-1],
        numbers[2:0:-1],
        numbers[:1],
        [],
    ]


def test_an_undone_sale_and_its_mirror_are_both_there_and_come_to_nothing(story: Story) -> None:
    sale = story.sell(story.product(), "2").document_id
    story.shop.sales.reverse(sale, "打错了")
    mirror, undone = story.shop.sales.sale_list(DocumentFilter())
    assert (mirror.is_mirror, str(mirror.amount), undone.is_mirror, undone.state.value) == (
        True,
        "-6.00",
        False,
        "reversed",
    )
    count, amount = story.shop.sales.sale_totals(DocumentFilter())
    assert (count, str(amount)) == (2, "0.00")


def test_a_whole_sale_says_what_was_given_kept_and_handed_back(story: Story) -> None:
    cola = story.product(codes=("6901234567892",))
    reduction = TicketReduction(percent_off=1_000, rounding_step=10)
    sold = sell(story, [line(cola, "7", percent_off=500)], wechat("8", "42000"), cash("20"), reduction=reduction)
    # 21.00, 95 折 19.95, 9 折 of that 17.955: 2.00 off (rounded up), 17.95, 抹零 17.90.
    sale = story.shop.sales.sale(sold.document_id)
    (bottles,) = sale.lines
    amounts = (bottles.list_amount, bottles.line_discount, bottles.ticket_discount, bottles.rounding_off, bottles.net)
    assert [str(amount) for amount in amounts] == ["21.00", "1.05", "2.00", "0.05", "17.90"]
    assert (bottles.name, bottles.barcode, str(bottles.quantity), str(bottles.left)) == (
        "可乐",
        "6901234567892",
        "7",
        "7",
    )
    paid = [(tender.account, str(tender.tendered), str(tender.kept)) for tender in sale.tenders]
    assert (paid, str(sale.change)) == ([("微信", "8.00", "8.00"), ("现金", "20.00", "9.90")], "10.10")


def test_what_is_no_sale_is_not_shown_as_one(story: Story) -> None:
    receipt = story.receive(story.product(), "1", "2.00")
    for document in (receipt, 999):
        with pytest.raises(NotFoundError):
            story.shop.sales.sale(document)
