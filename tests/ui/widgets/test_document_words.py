"""Words all documents have in common."""

import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.ui.widgets.document_words import counted, document_badge, left_words, undone_facts, why_not_undone


def test_a_mirror_is_told_apart_from_what_it_undoes() -> None:
    badges = [document_badge("posted", False), document_badge("reversed", False), document_badge("posted", True)]
    assert [badge.word for badge in badges] == ["已过账", "已红冲", "红冲单"]


def test_a_line_is_counted_in_the_unit_it_was_written_in() -> None:
    assert counted(Quantity.of(48), Quantity.of(24)) == Quantity.of(2)
    assert counted(Quantity.parse("0.5"), Quantity.of(1)) == Quantity.parse("0.5")


@pytest.mark.parametrize(
    ("left", "unit", "words"), [("24", "箱", "24 瓶"), ("3", "瓶", "3"), ("-3", "瓶", "0"), ("0", "箱", "0 瓶")]
)
def test_what_is_left_names_its_unit_where_it_is_another_one(left: str, unit: str, words: str) -> None:
    assert left_words(Quantity.parse(left), unit, "瓶") == words


def test_only_what_was_written_down_is_a_fact() -> None:
    assert undone_facts("", "", "") == []
    assert undone_facts("", "XS-2", "周三送") == [("已被红冲", "XS-2"), ("备注", "周三送")]
    assert undone_facts("XS-1", "", "打错了") == [("红冲原单", "XS-1"), ("红冲原因", "打错了")]


def test_why_a_document_cannot_be_undone_is_said() -> None:
    assert why_not_undone(False, "") == ""
    assert why_not_undone(True, "") == "这是红冲单，不能再红冲"
    assert why_not_undone(False, "XS-2") == "这张单已经被 XS-2 红冲"
