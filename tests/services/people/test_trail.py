"""来龙去脉: what came of a document, and what undid what."""

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.people.trail import Relation, TrailRow
from tests.story import Story


def told(rows: list[TrailRow]) -> list[tuple[int, Relation]]:
    return [(row.document_id, row.relation) for row in rows]


def of_sale(story: Story, document: int) -> list[tuple[int, Relation]]:
    return told(story.shop.sales.trail(document))


def of_receipt(story: Story, document: int) -> list[tuple[int, Relation]]:
    return told(story.shop.purchasing.trail(document))


def test_a_sale_leads_to_its_returns_and_each_return_to_its_sale(story: Story) -> None:
    cola = story.product()
    sale, other = story.sell(cola, "5").document_id, story.sell(cola, "1").document_id
    first, second = story.take_back(sale, "1"), story.take_back(sale, "2")
    assert of_sale(story, sale) == [(first, Relation.RETURN), (second, Relation.RETURN)]
    assert of_sale(story, second) == [(sale, Relation.ORIGINAL)]
    assert of_sale(story, other) == []


def test_an_undone_sale_and_its_mirror_lead_to_each_other(story: Story) -> None:
    sale = story.sell(story.product()).document_id
    mirror = story.shop.sales.reverse(sale, "打错了")
    assert of_sale(story, sale) == [(mirror, Relation.REVERSED_BY)]
    assert of_sale(story, mirror) == [(sale, Relation.REVERSES)]


def test_an_undone_return_still_leads_to_its_sale(story: Story) -> None:
    story.allow_overselling()
    sale = story.sell(story.product(), "5").document_id
    back = story.take_back(sale, "1")
    again = story.shop.sales.reverse(back, "打错了")
    assert of_sale(story, back) == [(sale, Relation.ORIGINAL), (again, Relation.REVERSED_BY)]
    assert of_sale(story, again) == [(sale, Relation.ORIGINAL), (back, Relation.REVERSES)]
    assert of_sale(story, sale) == [(back, Relation.RETURN), (again, Relation.RETURN)]


def test_a_receipt_leads_to_its_returns_and_corrections(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    story.receive(story.product("矿泉水"), "10", "1.00")
    sent = story.send_back(receipt, "4")
    correction = story.shop.purchasing.correct_cost(story.receipt_line(receipt), Money.parse("5"), "a")
    assert of_receipt(story, receipt) == [(sent, Relation.RETURN), (correction, Relation.CORRECTION)]
    assert of_receipt(story, sent) == [(receipt, Relation.ORIGINAL)]


def test_an_undone_receipt_and_its_mirror_lead_to_each_other(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    mirror = story.shop.purchasing.reverse(receipt, "送错了")
    assert of_receipt(story, receipt) == [(mirror, Relation.REVERSED_BY)]
    assert of_receipt(story, mirror) == [(receipt, Relation.REVERSES)]


def test_a_return_to_the_supplier_that_is_undone_still_names_its_receipt(story: Story) -> None:
    receipt = story.receive(story.product(), "10", "2.00")
    sent = story.send_back(receipt, "4")
    again = story.shop.purchasing.reverse(sent, "供应商不收")
    assert of_receipt(story, sent) == [(receipt, Relation.ORIGINAL), (again, Relation.REVERSED_BY)]
    assert of_receipt(story, again) == [(receipt, Relation.ORIGINAL), (sent, Relation.REVERSES)]
    assert of_receipt(story, receipt) == [(sent, Relation.RETURN), (again, Relation.RETURN)]


def test_a_row_says_who_when_and_how_much(story: Story) -> None:
    sale = story.sell(story.product(), "5").document_id
    story.clock.go_on(minutes=20)
    story.take_back(sale, "2")
    (row,) = story.shop.sales.trail(sale)
    assert (row.number, f"{row.moment:%H:%M}", row.operator, str(row.amount), row.is_mirror) == (
        "XT20260302-0001",
        "09:20",
        "老板",
        "-6.00",
        False,
    )
