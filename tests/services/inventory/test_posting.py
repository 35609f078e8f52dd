"""Opening stock and count differences as the books hold them afterwards."""

from datetime import date

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.places import LOSSES, OPENING, SHOP_FLOOR
from jxc_desktop.services.inventory.posting import StockDraft, StockLineDraft, post_stock
from jxc_desktop.services.inventory.stock_book import StockBook
from jxc_desktop.services.people.errors import AlreadyPostedError
from jxc_desktop.services.people.journal import Head
from tests.story import Story

TODAY = date(2026, 3, 2)


def post(story: Story, *lines: StockLineDraft, token: str | None = None, outside: int = LOSSES) -> int:
    with story.desk.act("inventory.post_count") as act:
        head = Head(DocumentKind.COUNT, TODAY, SHOP_FLOOR, 0, token=token)
        draft = StockDraft(head, lines, outside)
        posted = post_stock(act.journal, StockBook(act.work, act.journal), draft, "inventory.post_count")
        act.commit()
    return posted.id


def moves(story: Story, document: int) -> list[tuple[int, int, int]]:
    """From where, to where, how much; in the order of the lines."""
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(
            "SELECT from_place_id, to_place_id, quantity FROM stock_move WHERE document_id = ? ORDER BY line_no",
            (document,),
        )
        return [(row[0], row[1], row[2]) for row in found]


def amounts(story: Story, document: int) -> list[int]:
    """What each line brought into stock, in fen."""
    with story.desk.storage.reading() as books:
        found = books.connection.exec_driver_sql(
            "SELECT cost FROM stock_line WHERE document_id = ? ORDER BY line_no", (document,)
        )
        return [row[0] for row in found]


def test_what_was_found_comes_from_the_losses_and_what_is_missing_goes_there(story: Story) -> None:
    cola, tea = story.product("可乐"), story.product("绿茶")
    story.receive(cola, "3", amount="10.00")
    story.receive(tea, "3", amount="10.00")
    document = post(story, StockLineDraft(cola, -1_000), StockLineDraft(tea, 1_000))
    assert moves(story, document) == [(SHOP_FLOOR, LOSSES, 1_000), (LOSSES, SHOP_FLOOR, 1_000)]
    assert amounts(story, document) == [-3_33, 3_33]
    assert (story.cost_state(cola), story.cost_state(tea)) == ((2_000, 6_666_667), (4_000, 13_333_333))


def test_what_was_given_a_value_comes_in_at_it_and_free_goods_at_nothing(story: Story) -> None:
    cola, gift = story.product("可乐"), story.product("赠品")
    document = post(story, StockLineDraft(cola, 3_000, 9_99), StockLineDraft(gift, 1_000, 0), outside=OPENING)
    assert amounts(story, document) == [9_99, 0]
    assert (story.cost_state(cola), story.cost_state(gift)) == ((3_000, 9_990_000), (1_000, 0))


def test_one_product_on_two_lines_moves_twice(story: Story) -> None:
    cola = story.product()
    document = post(story, StockLineDraft(cola, 1_000, 2_00), StockLineDraft(cola, -3_000))
    assert amounts(story, document) == [2_00, -6_00]
    assert story.cost_state(cola) == (-2_000, -4_000_000)
    assert story.shop.health.verify() == ()


def test_a_document_handed_over_twice_is_posted_once(story: Story) -> None:
    cola = story.product()
    first = post(story, StockLineDraft(cola, 1_000, 2_00), token="once")
    with pytest.raises(AlreadyPostedError) as refusal:
        post(story, StockLineDraft(cola, 1_000, 2_00), token="once")
    assert refusal.value.document_id == first
    assert story.cost_state(cola) == (1_000, 2_000_000)
