"""来龙去脉 of a receipt: what came of it, and what undid what."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.purchasing.trail import Relation
from tests.story import Story


def relations(story: Story, document: int) -> list[tuple[int, Relation]]:
    return [(row.document_id, row.relation) for row in story.shop.purchasing.trail(document)]


def test_a_receipt_leads_to_its_returns_and_corrections(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    story.receive(story.product("矿泉水"), "10", "1.00")
    sent = story.send_back(receipt, "4")
    correction = story.shop.purchasing.correct_cost(story.receipt_line(receipt), Money.parse("5"), "a")

    assert relations(story, receipt) == [(sent, Relation.RETURN), (correction, Relation.CORRECTION)]
    assert relations(story, sent) == [(receipt, Relation.RECEIPT)]


def test_an_undone_receipt_and_its_mirror_lead_to_each_other(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    mirror = story.shop.purchasing.reverse(receipt, "送错了")

    assert relations(story, receipt) == [(mirror, Relation.REVERSED_BY)]
    assert relations(story, mirror) == [(receipt, Relation.REVERSES)]


def test_a_return_that_is_undone_still_names_its_receipt(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    sent = story.send_back(receipt, "4")
    again = story.shop.purchasing.reverse(sent, "供应商不收")

    assert relations(story, sent) == [(receipt, Relation.RECEIPT), (again, Relation.REVERSED_BY)]
    assert relations(story, again) == [(receipt, Relation.RECEIPT), (sent, Relation.REVERSES)]
