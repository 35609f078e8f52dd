"""上线清单."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.go_live import GoLiveStep
from jxc_desktop.ui.window.go_live.go_live_page import GoLivePage
from jxc_desktop.ui.window.go_live.ways import GO_LIVE, WAYS
from jxc_desktop.ui.window.pages import pages_of
from tests.robots.whole_window import WholeWindow
from tests.story import Story

KEY = Qt.Key


@pytest.fixture
def page(window: WholeWindow) -> GoLivePage:
    window.show(GO_LIVE)
    assert isinstance(window.page, GoLivePage)
    return window.page


def test_each_step_says_what_the_books_have(page: GoLivePage) -> None:
    words = page.list.words()
    assert words[0] == "商品 办好了 已有 8 种，随时可以再导入"
    assert [text.split()[1] for text in words] == ["办好了", "办好了", "还没办", "还没办", "办好了", "还没办"]


def test_the_next_step_is_chosen_first_and_enter_leads_there(window: WholeWindow, page: GoLivePage) -> None:
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen.step is GoLiveStep.PRINTER
    window.key(KEY.Key_Down)
    window.key(KEY.Key_Down)
    window.key(KEY.Key_Return)
    assert window.page.key == "sales.checkout"


def test_a_digit_leads_to_its_page(window: WholeWindow, page: GoLivePage) -> None:
    window.type("2")
    window.wait(lambda: window.page.key == "inventory.opening")


def test_delete_ticks_a_step_off_and_takes_it_up_again(window: WholeWindow, page: GoLivePage) -> None:
    window.key(KEY.Key_Delete)
    window.settle()
    assert page.list.words()[2].startswith("打印机 不需要")
    window.key(KEY.Key_Delete)
    window.settle()
    assert page.list.words()[2].startswith("打印机 还没办")


def test_whoever_comes_back_from_a_step_that_is_done_now_finds_the_next_one_chosen(
    window: WholeWindow, page: GoLivePage
) -> None:
    window.shop.paper.note_tested()
    window.settle()
    chosen = page.list.chosen()
    assert chosen is not None
    assert chosen.step is GoLiveStep.OPERATORS


def test_what_is_done_cannot_be_ticked_off(window: WholeWindow, page: GoLivePage) -> None:
    for _step in range(2):
        window.key(KEY.Key_Up)
    window.key(KEY.Key_Delete)
    window.settle()
    assert page.list.words()[0].startswith("商品 办好了")


def test_it_is_not_offered_any_more_when_all_of_it_is_done(window: WholeWindow, page: GoLivePage) -> None:
    for step in GoLiveStep:
        window.shop.go_live.set_needed(step, False)
    window.settle()
    window.show("sales.checkout")
    window.key(KEY.Key_5, Qt.KeyboardModifier.AltModifier)
    assert window.page.key == "catalog.products"
    assert window.window.page_list is not None
    names = [entry.key for entry in pages_of("catalog", Role.OWNER, window.shop)]
    assert GO_LIVE not in names


def test_only_the_owner_has_it(story: Story) -> None:
    story.desk.operator = SignedIn(1, "老陈", Role.STOCKKEEPER)
    assert GO_LIVE not in [page.key for page in pages_of("catalog", Role.STOCKKEEPER, story.shop)]


def test_every_step_leads_to_a_page_that_is_there(window: WholeWindow, page: GoLivePage) -> None:
    for number, step in enumerate(GoLiveStep, 1):
        window.show(GO_LIVE)
        page.list.open_number(number)
        assert window.page.key == WAYS[step]


def test_a_scan_is_not_lost_in_silence(window: WholeWindow, page: GoLivePage) -> None:
    window.scan("6901234567892")
    window.wait(lambda: "6901234567892" in page._notice.shown_words())
