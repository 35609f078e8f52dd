"""Deliveries somebody is counting, kept until they are posted or given up."""

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.purchasing.draft_store import forget_draft, keep_draft, kept_draft
from jxc_desktop.services.purchasing.errors import UnreadableDraftError
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft, UnknownGoods
from tests.services.sales.at_counter import seat
from tests.story import Story

FIRST, SECOND = ReceivingDraft("first"), ReceivingDraft("second", 7, "城南批发", (UnknownGoods("6955487561862", 2),))


def keep(story: Story, draft: ReceivingDraft) -> None:
    story.clock.go_on(seconds=1)
    with story.desk.act("purchasing.keep_draft") as act:
        keep_draft(act, draft)
        act.commit()


def forget(story: Story, form: str) -> None:
    with story.desk.act("purchasing.keep_draft") as act:
        forget_draft(act, form)
        act.commit()


def kept(story: Story) -> ReceivingDraft | None:
    with story.desk.storage.reading() as books:
        return kept_draft(books, story.desk.operator.id)


def spoil(story: Story, draft: ReceivingDraft) -> None:
    with story.desk.storage.writing() as work:
        work.connection.exec_driver_sql("UPDATE draft SET content = 'spoiled' WHERE token = ?", (draft.token,))
        work.commit()


def test_where_nothing_was_counted_nothing_is_kept(story: Story) -> None:
    assert kept(story) is None
    forget(story, "never")


def test_a_delivery_is_kept_as_it_was_last_until_it_is_posted(story: Story) -> None:
    for pieces in (1, 2):
        last = ReceivingDraft("first", None, "", (UnknownGoods("6955487561862", pieces),))
        keep(story, last)
    assert kept(story) == last
    forget(story, "first")
    assert kept(story) is None


def test_the_one_counted_last_is_offered_and_the_other_stays_when_it_is_posted(story: Story) -> None:
    keep(story, FIRST)
    keep(story, SECOND)
    assert kept(story) == SECOND
    forget(story, "second")
    assert kept(story) == FIRST


def test_each_counts_a_delivery_of_his_own(story: Story) -> None:
    keep(story, FIRST)
    seat(story, Role.STOCKKEEPER)
    assert kept(story) is None
    keep(story, SECOND)
    story.shop.sign_in("老板", None)
    assert kept(story) == FIRST


def test_what_cannot_be_read_is_passed_over_while_another_can_and_said_where_none_can(story: Story) -> None:
    keep(story, FIRST)
    keep(story, SECOND)
    spoil(story, SECOND)
    assert kept(story) == FIRST
    spoil(story, FIRST)
    with pytest.raises(UnreadableDraftError):
        kept(story)


def test_a_delivery_being_counted_is_no_cart(story: Story) -> None:
    keep(story, FIRST)
    assert story.shop.carts.held() == story.shop.carts.unfinished() == []
