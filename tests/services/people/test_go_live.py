"""The go-live list: what a new shop still has to do, seen from its own books."""

from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.go_live import GoLiveState, GoLiveStep
from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.services.shop import back_up_beside
from tests.services.people.every_call import DeafPrinter
from tests.story import Story


def state(story: Story, step: GoLiveStep) -> GoLiveState:
    return next(row.state for row in story.shop.go_live.rows() if row.step is step)


def test_a_new_shop_has_everything_still_to_do_in_the_order_in_which_one_does_it(story: Story) -> None:
    rows = story.shop.go_live.rows()
    assert [row.step for row in rows] == list(GoLiveStep)
    assert {row.state for row in rows} == {GoLiveState.OPEN}
    assert not story.shop.go_live.is_over()


def test_products_are_counted(story: Story) -> None:
    story.product("可乐")
    story.product("绿茶")
    assert next((row.state, row.count) for row in story.shop.go_live.rows()) == (GoLiveState.DONE, 2)


def test_stock_is_there_by_an_opening_or_a_delivery(story: Story) -> None:
    cola = story.product("可乐")
    assert state(story, GoLiveStep.OPENING_STOCK) is GoLiveState.OPEN
    story.receive(cola, "2", "1.00")
    assert state(story, GoLiveStep.OPENING_STOCK) is GoLiveState.DONE


def test_opening_stock_is_stock(story: Story) -> None:
    story.open_with(story.product("可乐"), "2", "5.00")
    assert state(story, GoLiveStep.OPENING_STOCK) is GoLiveState.DONE


def test_a_test_page_that_came_out_is_remembered(story: Story) -> None:
    story.shop.paper.print_test(DeafPrinter())
    assert state(story, GoLiveStep.PRINTER) is GoLiveState.DONE
    story.shop.paper.print_test(DeafPrinter())
    assert state(story, GoLiveStep.PRINTER) is GoLiveState.DONE


def test_the_owner_alone_is_nobody_yet(story: Story) -> None:
    assert state(story, GoLiveStep.OPERATORS) is GoLiveState.OPEN
    story.shop.people.add_operator("小王", Role.CLERK)
    assert state(story, GoLiveStep.OPERATORS) is GoLiveState.DONE


def test_a_test_sale_counts_even_when_it_was_undone(story: Story) -> None:
    story.allow_overselling()
    sold = story.sell(story.product("可乐"))
    story.shop.sales.reverse(sold.document_id, "试卖")
    assert state(story, GoLiveStep.TEST_SALE) is GoLiveState.DONE


def test_backups_have_a_place_when_a_second_one_is_chosen(story: Story, tmp_path: Path) -> None:
    back_up_beside(story.shop.path)
    assert state(story, GoLiveStep.BACKUP_PLACE) is GoLiveState.OPEN
    (tmp_path / "U盘").mkdir()
    story.shop.backups.choose_second_place(tmp_path / "U盘")
    assert state(story, GoLiveStep.BACKUP_PLACE) is GoLiveState.DONE


def test_what_the_shop_can_do_without_is_ticked_off_and_taken_up_again(story: Story) -> None:
    go_live = story.shop.go_live
    go_live.set_needed(GoLiveStep.PRINTER, False)
    go_live.set_needed(GoLiveStep.OPERATORS, False)
    assert state(story, GoLiveStep.PRINTER) is GoLiveState.NOT_NEEDED
    go_live.set_needed(GoLiveStep.PRINTER, True)
    assert state(story, GoLiveStep.PRINTER) is GoLiveState.OPEN
    assert state(story, GoLiveStep.OPERATORS) is GoLiveState.NOT_NEEDED


@pytest.mark.parametrize("last", GoLiveStep)
def test_it_is_over_when_nothing_is_left(story: Story, last: GoLiveStep) -> None:
    for step in set(GoLiveStep) - {last}:
        story.shop.go_live.set_needed(step, False)
    assert not story.shop.go_live.is_over()
    story.shop.go_live.set_needed(last, False)
    assert story.shop.go_live.is_over()


def test_a_shop_to_practise_in_has_no_list(story: Story) -> None:
    story.shop.settings.change(IS_PRACTICE, "yes")
    assert story.shop.go_live.is_over()
