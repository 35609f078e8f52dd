"""Carts that are not sold yet: safe from a power cut, on hold, given up."""

import json

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotFoundError
from tests.services.sales.at_counter import seat
from tests.story import Story


@pytest.fixture
def told(story: Story) -> list[frozenset[Change]]:
    heard: list[frozenset[Change]] = []
    story.desk.on_change(heard.append)
    return heard


def unfinished(story: Story) -> list[tuple[str, str]]:
    return [(cart.token, cart.content) for cart in story.shop.carts.unfinished()]


def held(story: Story) -> list[tuple[str, str, str]]:
    return [(cart.token, cart.content, cart.note) for cart in story.shop.carts.held()]


def test_a_shop_without_carts_has_none(story: Story) -> None:
    assert (unfinished(story), held(story)) == ([], [])


def test_a_cart_saved_again_is_there_once_as_it_was_last(story: Story) -> None:
    for content in ("{}", '{"a":1}', "可乐"):
        story.shop.carts.save("t1", content)
    assert unfinished(story) == [("t1", "可乐")]


def test_the_newest_cart_is_offered_first_with_when_it_was_saved(story: Story) -> None:
    story.shop.carts.save("t1", "1")
    story.clock.go_on(minutes=5)
    story.shop.carts.save("t2", "2")
    assert unfinished(story) == [("t2", "2"), ("t1", "1")]
    assert story.shop.carts.unfinished()[0].moment == story.clock.moment


def test_a_cart_somebody_else_was_filling_is_not_mine(story: Story) -> None:
    story.shop.carts.save("t1", "1")
    seat(story, Role.CLERK)
    assert unfinished(story) == []
    story.shop.carts.save("t2", "2")
    assert unfinished(story) == [("t2", "2")]


def test_a_cart_on_hold_waits_for_anybody_the_longest_waiting_first(story: Story) -> None:
    story.shop.carts.save("t1", "1")
    story.shop.carts.hold("t1", "1", "红衣服")
    story.clock.go_on(minutes=1)
    story.shop.carts.hold("t2", "2", "")
    seat(story, Role.CLERK)
    assert held(story) == [("t1", "1", "红衣服"), ("t2", "2", "")]
    assert unfinished(story) == []


def test_who_takes_a_cart_back_is_filling_it(story: Story) -> None:
    story.shop.carts.hold("t1", "1", "红衣服")
    seat(story, Role.CLERK)
    back = story.shop.carts.take_back("t1")
    assert (back.token, back.content, back.note) == ("t1", "1", "红衣服")
    assert (held(story), unfinished(story)) == ([], [("t1", "1")])


def test_only_one_takes_it(story: Story) -> None:
    story.shop.carts.hold("t1", "1", "")
    story.shop.carts.take_back("t1")
    for token in ("t1", "never"):
        with pytest.raises(NotFoundError) as refusal:
            story.shop.carts.take_back(token)
        assert (refusal.value.kind, refusal.value.name) == ("cart", token)
    assert unfinished(story) == [("t1", "1")]


def test_a_cart_given_up_is_gone_and_what_was_in_it_is_on_record(story: Story) -> None:
    story.shop.carts.save("t1", "可乐 3 瓶")
    story.shop.carts.discard("t1", "可乐 3 瓶")
    assert (unfinished(story), held(story)) == ([], [])
    with story.desk.storage.reading() as books:
        log = books.connection.exec_driver_sql("SELECT act, content FROM audit_entry ORDER BY id").all()
    act, content = log[-1]
    assert (act, json.loads(content)) == ("carts.discard", {"content": "可乐 3 瓶"})


def test_only_carts_that_others_see_are_told_to_the_pages(story: Story, told: list[frozenset[Change]]) -> None:
    story.shop.carts.save("t1", "1")
    assert told == []
    story.shop.carts.hold("t1", "1", "")
    story.shop.carts.take_back("t1")
    story.shop.carts.discard("t1", "1")
    assert told == [frozenset({Change.CARTS})] * 3


def test_whoever_takes_the_desk_goes_on_with_the_cart_that_was_being_filled(story: Story) -> None:
    story.shop.carts.save("t1", "可乐")
    story.shop.carts.hold("t2", "雪碧", "等人")
    seat(story, Role.CLERK, "小王")
    assert unfinished(story) == []
    assert story.shop.carts.take_over(1) == 1
    assert unfinished(story) == [("t1", "可乐")]
    assert held(story) == [("t2", "雪碧", "等人")]
    assert story.shop.carts.take_over(1) == 0
