"""The stock and cost ledgers of one act: what is there during it, after it, and when it fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import IN_TRANSIT, LOSSES, SHOP_FLOOR
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.inventory.cost import CostKind
from jxc_desktop.services.inventory.stock_book import Line, StockBook
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.people.journal import Head, Posted
from tests.story import Story

LOSS = CostKind.STOCK_DIFFERENCE


@contextmanager
def document(story: Story, *, commits: bool = True) -> Iterator[tuple[Act, StockBook, Posted]]:
    """An act with a document open, and its stock book."""
    with story.desk.act("inventory.post_count") as act:
        stock = StockBook(act.work, act.journal)
        posted = act.journal.open(Head(DocumentKind.COUNT, date(2026, 3, 2), SHOP_FLOOR, 0))
        yield act, stock, posted
        act.journal.close("inventory.post_count", posted)
        if commits:
            act.commit()


def line(posted: Posted, product: int, quantity: int, number: int = 1, place: int = SHOP_FLOOR) -> Line:
    return Line(posted, number, product, LOSSES, quantity, place)


def rows(story: Story, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with story.desk.storage.reading() as books:
        return [tuple(row) for row in books.connection.exec_driver_sql(sql, values)]


def test_what_came_and_went_in_one_act_is_seen_before_it_is_written(story: Story) -> None:
    product = story.product()
    with document(story) as (_act, stock, posted):
        assert (stock.quantity_of(product), stock.on_hand(product, SHOP_FLOOR)) == (0, 0)
        came = stock.receive(line(posted, product, 3_000), 10_00)
        gone = stock.issue(line(posted, product, 1_000, 2), LOSS)
        assert (came.booked, gone.booked) == (10_00, -3_33)
        assert (stock.quantity_of(product), stock.on_hand(product, SHOP_FLOOR)) == (2_000, 2_000)
        assert stock.cost_of_leaving(product, 2_000) == 6_67
    assert story.cost_state(product) == (2_000, 6_666_667)
    assert rows(story, "SELECT booked FROM cost_balance WHERE product_id = ?", product) == [(6_67,)]


def test_an_act_that_is_given_up_leaves_no_trace(story: Story) -> None:
    product = story.product()
    with document(story, commits=False) as (_act, stock, posted):
        stock.receive(line(posted, product, 3_000), 10_00)
    assert story.cost_state(product) == (0, 0)
    assert rows(story, "SELECT * FROM stock_move") == rows(story, "SELECT * FROM stock_balance") == []


def test_a_product_there_is_not_is_refused(story: Story) -> None:
    with document(story, commits=False) as (_act, stock, posted), pytest.raises(NotFoundError) as refusal:
        stock.issue(line(posted, 99, 1_000), LOSS)
    assert (refusal.value.kind, refusal.value.name) == ("product", 99)


def test_a_sale_that_comes_back_in_the_act_it_left_in_is_worth_the_same(story: Story) -> None:
    """Two of three pieces worth 10.00 leave for 6.67; one comes back for half of that, up: 3.34; then the other."""
    product = story.product()
    with document(story) as (_act, stock, posted):
        stock.receive(line(posted, product, 3_000), 10_00)
        gone = stock.issue(line(posted, product, 2_000, 2), LOSS)
        first = stock.bring_back(line(posted, product, 1_000, 3), gone.move_id)
        second = stock.bring_back(line(posted, product, 1_000, 4), gone.move_id)
        assert (gone.booked, first.booked, second.booked) == (-6_67, 3_34, 3_33)


def test_oversold_goods_are_remembered_until_they_are_covered_in_another_act(story: Story) -> None:
    """Two go for a thought 2.00 each; five come in at 2.50: the two cost 1.00 more, and the book forgets them."""
    product = story.product(cost="2.00")
    with document(story) as (_act, stock, posted):
        assert stock.issue(line(posted, product, 2_000), LOSS).booked == -4_00
    open_parts = "SELECT quantity, estimate, difference_kind FROM oversold_part WHERE product_id = ?"
    assert rows(story, open_parts, product) == [(2_000, 4_00, "stock_difference")]
    with document(story) as (_act, stock, posted):
        came = stock.receive(line(posted, product, 5_000), 12_50)
        assert (came.booked, came.difference) == (12_50, -1_00)
    assert rows(story, open_parts, product) == []
    assert story.cost_state(product) == (3_000, 7_500_000)


def test_a_gain_is_exact_and_a_return_that_names_no_sale_is_whole_fen(story: Story) -> None:
    gain, returned = story.product("可乐"), story.product("绿茶")
    with document(story) as (_act, stock, posted):
        for number, product in enumerate((gain, returned), 1):
            stock.receive(line(posted, product, 3_000, number), 10_00)
        stock.receive_at_average(line(posted, gain, 1_000, 3), whole_fen=False)
        stock.receive_at_average(line(posted, returned, 1_000, 4), whole_fen=True)
    assert story.cost_state(gain) == (4_000, 13_333_333)
    assert story.cost_state(returned) == (4_000, 13_330_000)


def test_each_place_counts_its_own_goods_and_the_cost_is_that_of_all_of_them(story: Story) -> None:
    product = story.product()
    with document(story) as (_act, stock, posted):
        stock.receive(line(posted, product, 3_000), 3_00)
        stock.receive(line(posted, product, 1_000, 2, IN_TRANSIT), 5_00)
        assert [stock.on_hand(product, place) for place in (SHOP_FLOOR, IN_TRANSIT)] == [3_000, 1_000]
        assert stock.issue(line(posted, product, 1_000, 3), LOSS).booked == -2_00
    assert rows(story, "SELECT place_id, quantity FROM stock_balance ORDER BY place_id") == [
        (SHOP_FLOOR, 2_000),
        (IN_TRANSIT, 1_000),
    ]


def test_the_largest_shop_imaginable_still_adds_up(story: Story) -> None:
    """9,999,999.99 yuan in 999,999 pieces; one of them is 10.00000… yuan, to the fen 10.00."""
    product = story.product()
    with document(story) as (_act, stock, posted):
        stock.receive(line(posted, product, 999_999_000), 9_999_999_99)
        assert stock.issue(line(posted, product, 1_000, 2), LOSS).booked == -10_00
    assert story.cost_state(product)[1] == 9_999_999_990_000 - 10_000_010
