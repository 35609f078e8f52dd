"""What an operator has set up for himself."""

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPinError
from jxc_desktop.services.people.memory import KEPT_FROM_HIM
from jxc_desktop.services.people.override import authorise
from jxc_desktop.services.people.tries import Door
from tests.story import Story


def test_what_is_remembered_is_there_again_and_the_last_word_counts(story: Story) -> None:
    memory = story.shop.memory
    memory.remember("columns", "name,price")
    memory.remember("columns", "price")
    assert memory.recall("columns") == "price"


def test_what_was_forgotten_or_never_said_is_empty(story: Story) -> None:
    memory = story.shop.memory
    memory.remember("columns", "name")
    memory.remember("columns", "")
    assert (memory.recall("columns"), memory.recall("filters")) == ("", "")


def test_each_operator_has_his_own(story: Story) -> None:
    story.shop.memory.remember("columns", "name")
    story.shop.people.add_operator("小王", Role.CLERK)
    story.shop.sign_in("小王", None)
    assert story.shop.memory.recall("columns") == ""


def test_nobody_forgets_for_himself_how_often_he_was_wrong(story: Story) -> None:
    story.shop.people.set_pin(1, "4711")
    story.shop.people.add_operator("小王", Role.CLERK)
    story.shop.sign_in("小王", None)
    for guess in ("0001", "0002", "0003"):
        with pytest.raises(WrongPinError):
            authorise(story.desk, guess, "sales.checkout")
    for key in (KEPT_FROM_HIM + door.value for door in Door):
        with pytest.raises(NotAllowedError):
            story.shop.memory.remember(key, "")
        with pytest.raises(NotAllowedError):
            story.shop.memory.recall(key)
    with pytest.raises(TriedTooSoonError):
        authorise(story.desk, "4711", "sales.checkout")
