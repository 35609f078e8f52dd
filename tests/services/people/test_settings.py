"""The shop's choices: what they are at first, and what they may become."""

import json
from datetime import date, datetime

import pytest

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people import settings
from jxc_desktop.services.people.settings import (
    BUSINESS_DAY_CUT,
    GENERAL_TAXPAYER_FROM,
    LANGUAGE,
    OVERSOLD_AT_COUNTER,
    OVERSOLD_IN_OFFICE,
    RECEIPT_FOOTER,
    RECEIPT_HEADING,
    RECEIPT_WIDTH,
    SHOP_NAME,
    Choice,
    oversold_rule,
)
from jxc_desktop.services.shop import Shop
from tests.story import Story, TestClock


def test_a_shop_that_chose_nothing_has_what_is_usual(story: Story) -> None:
    chosen = [story.shop.settings.read(choice) for choice in (LANGUAGE, RECEIPT_WIDTH, RECEIPT_HEADING, RECEIPT_FOOTER)]
    assert chosen == ["zh", "80", "", "谢谢惠顾"]
    assert story.shop.settings.shop_name() == "惠民便利店"


def test_the_counter_warns_of_overselling_and_the_office_forbids_it(story: Story) -> None:
    with story.desk.storage.reading() as books:
        rules = [oversold_rule(books, choice) for choice in (OVERSOLD_AT_COUNTER, OVERSOLD_IN_OFFICE)]
    assert rules == [OversoldRule.WARN, OversoldRule.FORBID]


def test_a_choice_lasts_and_may_be_changed_again(story: Story) -> None:
    for width in ("58", "80", "58"):
        story.shop.settings.change(RECEIPT_WIDTH, width)
        assert story.shop.settings.read(RECEIPT_WIDTH) == width


def test_a_choice_of_free_words_takes_any_and_none(story: Story) -> None:
    for words in ("欢迎再来\n电话 13800000018", ""):
        story.shop.settings.change(RECEIPT_FOOTER, words)
        assert story.shop.settings.read(RECEIPT_FOOTER) == words


@pytest.mark.parametrize(
    ("choice", "value"), [(RECEIPT_WIDTH, "76"), (RECEIPT_WIDTH, ""), (LANGUAGE, "ZH"), (OVERSOLD_AT_COUNTER, "maybe")]
)
def test_what_a_choice_does_not_offer_is_refused(story: Story, choice: Choice, value: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        story.shop.settings.change(choice, value)
    assert (refusal.value.field, refusal.value.reason, refusal.value.value) == (choice.key, "not_an_option", value)
    assert story.shop.settings.read(choice) == choice.first


def test_the_record_says_what_was_before_and_after_and_the_pages_are_told(story: Story) -> None:
    told: list[frozenset[Change]] = []
    story.desk.on_change(told.append)
    story.shop.settings.change(SHOP_NAME, "便民超市")
    with story.desk.storage.reading() as books:
        content = books.connection.exec_driver_sql("SELECT content FROM audit_entry ORDER BY id DESC").scalar()
    assert json.loads(str(content)) == {"key": "shop_name", "before": "惠民便利店", "after": "便民超市"}
    assert told == [frozenset({Change.SETTINGS})]


def test_what_a_choice_is_at_first_is_one_of_what_it_may_be() -> None:
    choices = [choice for choice in vars(settings).values() if isinstance(choice, Choice)]
    assert [choice.key for choice in choices if choice.options and choice.first not in choice.options] == []
    assert len({choice.key for choice in choices}) == len(choices)


@pytest.mark.parametrize(
    ("choice", "value", "reason"),
    [
        (SHOP_NAME, " ", "empty"),
        (SHOP_NAME, "店" * 61, "too_long"),
        (RECEIPT_FOOTER, "谢" * 401, "too_long"),
        (GENERAL_TAXPAYER_FROM, "2026-02-30", "not_a_day"),
        (GENERAL_TAXPAYER_FROM, "3月", "not_a_day"),
        (BUSINESS_DAY_CUT, "7", "not_an_option"),
    ],
)
def test_words_that_mean_nothing_there_are_refused(story: Story, choice: Choice, value: str, reason: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        story.shop.settings.change(choice, value)
    assert (refusal.value.field, refusal.value.reason) == (choice.key, reason)


def test_what_is_sold_before_the_cut_belongs_to_the_day_before(story: Story) -> None:
    story.allow_overselling()
    cola = story.product()
    story.shop.settings.change(BUSINESS_DAY_CUT, "4")
    story.clock.moment = datetime(2026, 3, 3, 3, 59)
    night = story.sell(cola)
    assert night.number == "XS20260302-0001"
    assert story.shop.sales.sale(night.document_id).row.day == story.shop.today == date(2026, 3, 2)
    story.clock.moment = datetime(2026, 3, 3, 4, 0)
    assert story.sell(cola).number == "XS20260303-0001"
    assert story.shop.today == date(2026, 3, 3)


def test_the_cut_is_known_when_the_shop_is_opened_again(story: Story) -> None:
    story.shop.settings.change(BUSINESS_DAY_CUT, "6")
    path = story.shop.path
    story.shop.close()
    with Shop.open(path, TestClock(datetime(2026, 3, 2, 5, 59))) as shop:
        assert shop.today == date(2026, 3, 1)
