"""What the counter and its lists ask for."""

from jxc_desktop.models.values.permissions import Role
from tests.services.sales.at_counter import cash, line, seat, sell
from tests.story import Story


def test_a_number_on_a_receipt_finds_its_sale_or_return(story: Story) -> None:
    sale = story.sell(story.product(), "2")
    back = story.take_back(sale.document_id, "1")
    assert story.shop.sales.sale_by_number(sale.number) == sale.document_id
    assert story.shop.sales.sale_by_number("XT20260302-0001") == back


def test_the_number_of_another_document_is_no_sale(story: Story) -> None:
    story.receive(story.product(), "1", "2.00")
    for number in ("CGRK20260302-0001", "XS20260302-0001", "6901234567892", ""):
        assert story.shop.sales.sale_by_number(number) is None


def test_the_ways_of_paying_stand_in_the_order_of_their_keys(story: Story) -> None:
    assert [way.name for way in story.shop.sales.ways_of_paying()] == ["现金", "微信", "支付宝", "银行卡"]


def test_the_last_sale_is_the_clerks_own_that_stands_and_never_a_return_or_a_mirror(story: Story) -> None:
    cola = story.product()
    owners = story.sell(cola, "2")
    story.take_back(owners.document_id, "1")
    story.shop.sales.reverse(story.sell(cola).document_id, "打错了")
    last = story.shop.sales.last_sale()
    assert last is not None
    assert last.row.number == "XS20260302-0001"
    story.shop.sales.reverse(story.sell(cola, "3").document_id, "打错了")
    assert story.shop.sales.last_sale() == last
    seat(story, Role.CLERK)
    assert story.shop.sales.last_sale() is None
    mine = sell(story, [line(cola)], cash("5"))
    last = story.shop.sales.last_sale()
    assert last is not None
    assert (last.row.number, str(last.change)) == (mine.number, "2.00")
