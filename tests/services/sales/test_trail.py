"""来龙去脉 of a sale: what came back of it, and what undid what."""

from jxc_desktop.services.sales.trail import SaleRelation
from tests.story import Story


def relations(story: Story, document: int) -> list[tuple[int, SaleRelation]]:
    return [(row.document_id, row.relation) for row in story.shop.sales.trail(document)]


def test_a_sale_leads_to_its_returns_and_each_return_to_its_sale(story: Story) -> None:
    cola = story.product()
    sale, other = story.sell(cola, "5").document_id, story.sell(cola, "1").document_id
    first, second = story.take_back(sale, "1"), story.take_back(sale, "2")
    assert relations(story, sale) == [(first, SaleRelation.RETURN), (second, SaleRelation.RETURN)]
    assert relations(story, second) == [(sale, SaleRelation.SALE)]
    assert relations(story, other) == []


def test_an_undone_sale_and_its_mirror_lead_to_each_other(story: Story) -> None:
    sale = story.sell(story.product()).document_id
    mirror = story.shop.sales.reverse(sale, "打错了")
    assert relations(story, sale) == [(mirror, SaleRelation.REVERSED_BY)]
    assert relations(story, mirror) == [(sale, SaleRelation.REVERSES)]


def test_an_undone_return_still_leads_to_its_sale(story: Story) -> None:
    story.allow_overselling()
    sale = story.sell(story.product(), "5").document_id
    back = story.take_back(sale, "1")
    again = story.shop.sales.reverse(back, "打错了")
    assert relations(story, back) == [(sale, SaleRelation.SALE), (again, SaleRelation.REVERSED_BY)]
    assert relations(story, again) == [(sale, SaleRelation.SALE), (back, SaleRelation.REVERSES)]
    assert relations(story, sale) == [(back, SaleRelation.RETURN), (again, SaleRelation.RETURN)]


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
