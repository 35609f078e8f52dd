"""What an operator has set up for himself."""

from jxc_desktop.models.values.permissions import Role
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
