"""What the shop says lies there, against what the books say."""

from datetime import date, timedelta

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.errors import InvalidInputError, NotFoundError, ShopError, WrongStateError
from jxc_desktop.services.inventory.counting import CountedLine, OpeningLine
from jxc_desktop.services.inventory.errors import GoodsGoneError, HasMovesError, OversoldError
from jxc_desktop.services.people.errors import AlreadyPostedError, ClosedPeriodError
from tests.story import Story

TODAY = date(2026, 3, 2)


def opening(product: int, quantity: str = "1", value: str = "1") -> OpeningLine:
    return OpeningLine(product, Quantity.parse(quantity), Money.parse(value))


def found(product: int, counted: str, value: str | None = None) -> CountedLine:
    return CountedLine(product, Quantity.parse(counted), None if value is None else Money.parse(value))


def post_opening(story: Story, *lines: OpeningLine, token: str = "opening") -> int:
    return story.shop.inventory.post_opening_stock(lines, TODAY, token)


def post_count(story: Story, *lines: CountedLine, day: date = TODAY, token: str = "count") -> int | None:
    return story.shop.inventory.post_count(lines, day, token)


def refused(story: Story, *lines: OpeningLine) -> tuple[str, str]:
    with pytest.raises(InvalidInputError) as refusal:
        post_opening(story, *lines)
    return refusal.value.field, refusal.value.reason


# Opening stock


def test_opening_stock_is_worth_what_the_shop_says(story: Story) -> None:
    oil, gift = story.product("油"), story.product("赠品")
    post_opening(story, opening(oil, "5.5", "155.01"), opening(gift, "2", "0"))
    assert (story.cost_state(oil), story.cost_state(gift)) == ((5_500, 155_010_000), (2_000, 0))
    assert str(story.shop.inventory.opening_stock_list()[0].amount) == "155.01"


def test_opening_stock_of_nothing_is_refused(story: Story) -> None:
    assert refused(story) == ("lines", "empty")


def test_a_product_on_two_lines_is_refused(story: Story) -> None:
    oil = story.product()
    assert refused(story, opening(oil), opening(oil)) == ("lines", "product_twice")


@pytest.mark.parametrize("line", [("0", "1"), ("-1", "1"), ("1", "-0.01")])
def test_nothing_less_than_nothing_and_a_worth_below_zero_are_refused(story: Story, line: tuple[str, str]) -> None:
    assert refused(story, opening(story.product(), *line)) == ("quantity", "not_positive")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (("9999999.001", "1"), "quantity"),
        (("999999999999999", "0"), "quantity"),
        (("1", "10000000"), "amount"),
        (("1", "6901234567892"), "amount"),
    ],
)
def test_a_barcode_scanned_into_the_wrong_field_is_refused(story: Story, line: tuple[str, str], field: str) -> None:
    assert refused(story, opening(story.product(), *line)) == (field, "too_large")


def test_goods_that_moved_have_no_opening_stock_and_all_of_them_are_named(story: Story) -> None:
    cola, tea, new = story.product("可乐"), story.product("绿茶"), story.product("新品")
    story.receive(cola, "1", "1.00")
    story.allow_overselling()
    story.sell(tea)
    with pytest.raises(HasMovesError) as refusal:
        post_opening(story, opening(cola), opening(new), opening(tea))
    assert refusal.value.names == ("可乐", "绿茶")
    assert story.cost_state(new) == (0, 0)


def test_opening_stock_of_goods_there_are_not_is_refused(story: Story) -> None:
    with pytest.raises(NotFoundError):
        post_opening(story, opening(99))


def test_opening_stock_is_posted_once(story: Story) -> None:
    oil, rice = story.product("油"), story.product("米")
    first = post_opening(story, opening(oil))
    with pytest.raises(AlreadyPostedError) as refusal:
        post_opening(story, opening(rice))
    assert refusal.value.document_id == first


def test_opening_stock_undone_is_gone_with_its_worth_and_may_not_be_undone_again(story: Story) -> None:
    oil = story.product()
    document = post_opening(story, opening(oil, "3", "10.00"))
    mirror = story.shop.inventory.reverse(document, "数错了")
    assert story.cost_state(oil) == (0, 0)
    for again, state in ((document, "reversed"), (mirror, "mirror")):
        with pytest.raises(WrongStateError) as refusal:
            story.shop.inventory.reverse(again, "再来")
        assert refusal.value.state == state


def test_opening_stock_of_which_some_is_sold_cannot_be_undone(story: Story) -> None:
    oil = story.product("油")
    document = post_opening(story, opening(oil, "3", "10.00"))
    story.sell(oil)
    with pytest.raises(GoodsGoneError) as refusal:
        story.shop.inventory.reverse(document, "数错了")
    assert refusal.value.names == ("油",)
    assert story.cost_state(oil) == (2_000, 6_666_667)


def test_the_largest_opening_stock_is_taken(story: Story) -> None:
    oil = story.product()
    post_opening(story, opening(oil, "9999999", "9999999.99"))
    assert story.cost_state(oil) == (9_999_999_000, 9_999_999_990_000)


# Counts


def test_a_count_that_agrees_posts_nothing(story: Story) -> None:
    cola, tea = story.product("可乐"), story.product("绿茶")
    story.receive(cola, "3", "1.00")
    assert post_count(story, found(cola, "3"), found(tea, "0")) is None
    assert post_count(story) is None
    assert story.shop.health.verify() == ()


def test_only_what_differs_is_posted_with_what_was_on_the_books(story: Story) -> None:
    cola, tea, rice = story.product("可乐"), story.product("绿茶"), story.product("米")
    for product in (cola, tea):
        story.receive(product, "3", amount="10.00")
    document = post_count(story, found(cola, "2"), found(tea, "3"), found(rice, "0.5", "2.00"))
    with story.desk.storage.reading() as books:
        lines = books.connection.exec_driver_sql(
            "SELECT product_id, book_quantity, counted_quantity, quantity, cost FROM stock_line"
            " WHERE document_id = ? ORDER BY line_no",
            (document,),
        ).all()
    assert [tuple(line) for line in lines] == [(cola, 3_000, 2_000, -1_000, -3_33), (rice, 0, 500, 500, 2_00)]


def test_what_is_found_of_oversold_goods_covers_them_at_their_last_cost(story: Story) -> None:
    """Two sold of none, thought to cost 3.00; five on the shelf: seven are found, worth 21.00."""
    story.allow_overselling()
    cola = story.product(cost="3.00")
    story.sell(cola, "2")
    post_count(story, found(cola, "5"))
    assert story.cost_state(cola) == (5_000, 15_000_000)


def test_a_count_below_nothing_or_of_one_product_twice_is_refused(story: Story) -> None:
    cola = story.product()
    for lines, reason in (([found(cola, "-1")], "negative"), ([found(cola, "1"), found(cola, "1")], "product_twice")):
        with pytest.raises(InvalidInputError) as refusal:
            post_count(story, *lines)
        assert refusal.value.reason == reason


def test_a_count_of_more_than_any_shelf_holds_is_refused(story: Story) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        post_count(story, found(story.product(), "6901234567892"))
    assert (refusal.value.field, refusal.value.reason) == ("counted", "too_large")


def test_a_count_of_goods_there_are_not_is_refused(story: Story) -> None:
    with pytest.raises(NotFoundError) as refusal:
        post_count(story, found(99, "1"))
    assert (refusal.value.kind, refusal.value.name) == ("product", 99)


def test_a_count_of_yesterday_is_held_against_the_books_of_yesterday(story: Story) -> None:
    cola = story.product()
    story.receive(cola, "5", "1.00", day=TODAY - timedelta(days=1))
    story.receive(cola, "5", "1.00")
    post_count(story, found(cola, "4"), day=TODAY - timedelta(days=1))
    assert story.cost_state(cola) == (9_000, 9_000_000)


def test_nothing_is_counted_into_a_closed_month(story: Story) -> None:
    cola = story.product()
    story.shop.people.close_month(date(2026, 2, 1))
    with pytest.raises(ClosedPeriodError):
        post_count(story, found(cola, "1"), day=date(2026, 2, 28))


@pytest.mark.parametrize(("counted", "after"), [("2", (2_000, 6_666_667)), ("5", (5_000, 16_666_667))])
def test_a_count_undone_leaves_quantity_and_worth_as_they_were(
    story: Story, counted: str, after: tuple[int, int]
) -> None:
    cola = story.product()
    story.receive(cola, "3", amount="10.00")
    document = post_count(story, found(cola, counted))
    assert document is not None
    assert story.cost_state(cola) == after
    story.shop.inventory.reverse(document, "数错了")
    quantity, value = story.cost_state(cola)
    assert (quantity, round(value, -4)) == (3_000, 10_000_000)
    assert story.shop.health.verify() == ()


def test_a_gain_whose_goods_are_sold_is_not_undone_where_the_office_may_not_oversell(story: Story) -> None:
    cola = story.product()
    document = post_count(story, found(cola, "2", "4.00"))
    assert document is not None
    story.sell(cola, "2")
    with pytest.raises(OversoldError):
        story.shop.inventory.reverse(document, "数错了")


def test_a_receipt_is_no_count_to_be_undone(story: Story) -> None:
    receipt = story.receive(story.product(), "1", "1.00")
    with pytest.raises(NotFoundError):
        story.shop.inventory.reverse(receipt, "弄错")


@pytest.mark.parametrize("what", list(DocumentKind)[:2])
def test_sales_and_returns_are_none_either(story: Story, what: DocumentKind) -> None:
    cola = story.product()
    story.receive(cola, "1", "1.00")
    sale = story.sell(cola).document_id
    document = sale if what is DocumentKind.SALE else story.take_back(sale, "1")
    with pytest.raises(ShopError):
        story.shop.inventory.reverse(document, "弄错")
