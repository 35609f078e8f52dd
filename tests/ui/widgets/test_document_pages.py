"""From a document to its page, from wherever one is named."""

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.document_pages import open_document
from jxc_desktop.ui.widgets.page import Surroundings
from tests.robots.counter import Heard
from tests.story import Story


class Asking:
    """Somebody who asks for document 7, and what came of it."""

    def __init__(self, story: Story) -> None:
        self.pages: list[tuple[str, object]] = []
        self.said: list[str] = []
        self._around = Surroundings(story.shop, Background(), Heard(), lambda key, item: self.pages.append((key, item)))

    def ask(self, kind: DocumentKind) -> None:
        open_document(self._around, kind, 7, self.said.append)


@pytest.fixture
def asking(qtbot: QtBot, story: Story) -> Asking:
    return Asking(story)


def test_a_document_is_opened_on_the_page_of_its_kind(asking: Asking) -> None:
    asking.ask(DocumentKind.SUPPLIER_RETURN)
    assert (asking.pages, asking.said) == ([("purchasing.list", 7)], [])


def test_a_document_without_a_page_is_told_so(asking: Asking) -> None:
    asking.ask(DocumentKind.COUNT)
    assert asking.pages == []
    assert "没有单独的页面" in asking.said[0]


def test_who_may_not_see_it_is_told_whom_to_ask(asking: Asking, story: Story) -> None:
    story.desk.operator = SignedIn(1, "库管", Role.STOCKKEEPER)
    asking.ask(DocumentKind.SALE)
    assert asking.pages == []
    assert "请老板来看" in asking.said[0]
