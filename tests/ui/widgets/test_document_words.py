"""Words all documents have in common."""

from datetime import datetime

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.people.trail import Relation, TrailRow
from jxc_desktop.ui.widgets.document_words import (
    counted,
    document_badge,
    left_words,
    pack_words,
    relation_word,
    undone_facts,
    why_not_undone,
)

NINE = datetime(2026, 3, 2, 9, 0)


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


def test_a_pack_says_what_it_holds_and_the_base_unit_says_nothing() -> None:
    assert pack_words("箱", Quantity.of(24), "瓶") == "1箱=24瓶"
    assert pack_words("袋", Quantity.parse("0.5"), "kg") == "1袋=0.5kg"
    assert pack_words("瓶", Quantity.of(1), "瓶") == ""


def test_only_what_was_written_down_is_a_fact() -> None:
    assert undone_facts("", "", "") == []
    assert undone_facts("", "XS-2", "周三送") == [("已被红冲", "XS-2"), ("备注", "周三送")]
    assert undone_facts("XS-1", "", "打错了") == [("红冲原单", "XS-1"), ("红冲原因", "打错了")]


def test_why_a_document_cannot_be_undone_is_said() -> None:
    assert why_not_undone(False, "") == ""
    assert why_not_undone(True, "") == "这是红冲单，不能再红冲"
    assert why_not_undone(False, "XS-2") == "这张单已经被 XS-2 红冲"


@pytest.mark.parametrize(
    ("relation", "kind", "is_mirror", "word"),
    [
        (Relation.ORIGINAL, DocumentKind.SALE, False, "原销售"),
        (Relation.ORIGINAL, DocumentKind.GOODS_RECEIPT, False, "原入库"),
        (Relation.RETURN, DocumentKind.CUSTOMER_RETURN, False, "退货"),
        (Relation.RETURN, DocumentKind.SUPPLIER_RETURN, True, "红冲退货"),
        (Relation.CORRECTION, DocumentKind.COST_CORRECTION, False, "成本调整"),
        (Relation.CORRECTION, DocumentKind.COST_CORRECTION, True, "红冲成本调整"),
        (Relation.REVERSES, DocumentKind.SALE, False, "被本单红冲"),
        (Relation.REVERSED_BY, DocumentKind.SALE, True, "红冲本单"),
    ],
)
def test_a_document_of_the_trail_says_what_it_is_to_this_one(
    relation: Relation, kind: DocumentKind, is_mirror: bool, word: str
) -> None:
    row = TrailRow(1, relation, kind, "XS-1", NINE, "老板", Money(0), is_mirror, "")
    assert relation_word(row) == word
