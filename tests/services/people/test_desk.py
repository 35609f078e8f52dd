"""The desk lets people do what their role may do, and tells once what an act changed."""

import logging

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import NotAllowedError, ShopError
from jxc_desktop.services.people.desk import Desk, SignedIn
from jxc_desktop.services.people.permission_table import MAY_CALL
from tests.story import Story


def desk_of(story: Story, role: Role) -> Desk:
    return Desk(story.desk.storage, story.clock, SignedIn(1, "某人", role))


def suppliers(story: Story) -> list[str]:
    return [supplier.name for supplier in story.shop.partners.suppliers()]


@pytest.fixture
def told(story: Story) -> list[frozenset[Change]]:
    """What a page that listens is told."""
    heard: list[frozenset[Change]] = []
    story.shop.on_change(heard.append)
    return heard


def test_a_clerk_may_sell_and_may_not_receive(story: Story) -> None:
    desk = desk_of(story, Role.CLERK)
    desk.check("sales.checkout")
    with pytest.raises(NotAllowedError) as refusal:
        desk.check("purchasing.receive_goods")
    assert refusal.value.call == "purchasing.receive_goods"


def test_a_stockkeeper_may_receive_and_may_not_sell(story: Story) -> None:
    desk = desk_of(story, Role.STOCKKEEPER)
    desk.check("purchasing.receive_goods")
    with pytest.raises(NotAllowedError):
        desk.check("sales.checkout")


def test_the_owner_may_do_everything(story: Story) -> None:
    desk = desk_of(story, Role.OWNER)
    for call in MAY_CALL:
        desk.check(call)


def test_an_act_that_is_not_allowed_does_not_begin(story: Story) -> None:
    with pytest.raises(NotAllowedError), desk_of(story, Role.CLERK).act("partners.add_supplier"):
        pytest.fail("the act began")


def test_a_question_that_is_not_allowed_is_not_answered(story: Story) -> None:
    with pytest.raises(NotAllowedError), desk_of(story, Role.CLERK).question("partners.suppliers"):
        pytest.fail("the question was asked")


def test_a_call_that_is_in_no_table_is_a_bug_and_not_allowed_to_anyone(story: Story) -> None:
    with pytest.raises(KeyError):
        desk_of(story, Role.OWNER).check("till.open_by_itself")


def test_who_listens_is_told_once_what_an_act_changed(story: Story, told: list[frozenset[Change]]) -> None:
    product = story.product()
    story.sell(product)
    assert told[0] == {Change.PRODUCTS}
    assert len(told) == 2
    assert {Change.SALES, Change.STOCK, Change.MONEY} <= told[1]


def test_an_act_without_commit_changes_nothing_and_is_told_to_nobody(
    story: Story, told: list[frozenset[Change]]
) -> None:
    with story.desk.act("partners.add_supplier") as act:
        act.work.connection.exec_driver_sql("UPDATE partner SET name = ''")
        act.journal.note("partners.add_supplier")
    assert (told, suppliers(story)) == ([], [])


def test_a_refused_act_is_told_to_nobody(story: Story, told: list[frozenset[Change]]) -> None:
    with pytest.raises(ShopError):
        story.shop.partners.add_supplier("  ")
    assert told == []


def test_an_act_that_touched_nothing_visible_is_told_to_nobody(story: Story, told: list[frozenset[Change]]) -> None:
    with story.desk.act("settings.change") as act:
        act.commit()
    assert told == []


def test_who_listens_can_ask_at_once(story: Story) -> None:
    seen: list[list[str]] = []
    story.shop.on_change(lambda _changes: seen.append(suppliers(story)))
    story.shop.partners.add_supplier("城南批发")
    assert seen == [["城南批发"]]


def test_who_listens_may_act_himself(story: Story) -> None:
    def order_sprite(changes: frozenset[Change]) -> None:
        if Change.PARTNERS in changes:
            story.product("雪碧")

    story.shop.on_change(order_sprite)
    story.shop.partners.add_supplier("城南批发")
    assert [hit.name for hit in story.shop.catalog.search("雪碧")] == ["雪碧"]


def test_an_act_knows_the_business_day_and_who_does_it(story: Story) -> None:
    story.clock.go_on(days=3)
    with story.desk.act("settings.change") as act:
        assert act.today.isoformat() == "2026-03-05"
        assert act.operator == SignedIn(1, "老板", Role.OWNER)


def test_the_log_says_which_documents_an_act_made_and_nothing_of_anybody(
    story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "jxc.acts")
    product = story.product("顾客张三订的蛋糕")
    sold = story.sell(product)
    line = caplog.messages[-1]
    assert line.startswith(f"sales.checkout {sold.number} ")
    assert line.endswith(" ms")
    assert "张三" not in caplog.text


def test_saving_a_draft_with_every_scan_fills_no_log(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "jxc.acts")
    story.shop.carts.save("cart", "{}")
    assert caplog.messages == []
