"""A red row's code becomes a product."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.quick_create import QuickCreate
from jxc_desktop.ui.widgets.quick_create_dialog import QuickCreateDialog, QuickCreateWords
from tests.robots.counter import UNKNOWN, Heard
from tests.story import Story

WORDS = QuickCreateWords("建好并入库", "拼音首字母自动生成。")


class Place(Page):
    """A page with nothing on it."""

    @staticmethod
    @override
    def title() -> str:
        return "空页"


class Creating:
    """The page, and what came of it."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.story, self.heard = story, Heard()
        surroundings = Surroundings(story.shop, Background(), self.heard, lambda _key, _item: None)
        self.page = Place(surroundings)
        qtbot.addWidget(self.page)
        self.quick = QuickCreate(self.page, surroundings)
        self.created: list[tuple[str, FoundProduct]] = []
        self.quick.created.connect(lambda code, found: self.created.append((code, found)))

    def open(self) -> QuickCreateDialog:
        opened: list[QuickCreateDialog] = []
        self.quick.opened.connect(opened.append)
        self.quick.begin(UNKNOWN, WORDS)
        return opened[0]


@pytest.fixture
def creating(qtbot: QtBot, dress: Callable[..., None], story: Story) -> Creating:
    dress()
    return Creating(qtbot, story)


def press_save(dialog: QuickCreateDialog) -> None:
    """Ctrl+S, once the dialog has the focus."""
    dialog.activateWindow()
    while QApplication.focusWindow() is not dialog.windowHandle():
        QApplication.processEvents()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def fill_in(dialog: QuickCreateDialog, *texts: str) -> None:
    _code, *lines = dialog.findChildren(InputLine)
    for line, text in zip(lines, texts, strict=False):
        line.setText(text)
    press_save(dialog)


def test_what_is_written_down_is_in_the_shop_and_told(creating: Creating) -> None:
    dialog = creating.open()
    dialog.open()
    fill_in(dialog, "液压锅刷子", "2", "1.2")
    assert [(code, found.name) for code, found in creating.created] == [(UNKNOWN, "液压锅刷子")]
    found = creating.story.shop.catalog.find_by_code(UNKNOWN)
    assert isinstance(found, FoundProduct)
    assert str(creating.story.shop.catalog.product(found.product_id).reference_cost) == "1.20"


def test_a_refusal_is_said_in_the_dialog_and_it_stays_open(creating: Creating) -> None:
    dialog = creating.open()
    dialog.open()
    creating.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    fill_in(dialog, "液压锅刷子", "2")
    assert (creating.created, dialog.isVisible()) == ([], True)
    assert creating.heard.kinds == [SoundKind.BAD]


@pytest.mark.parametrize(("role", "may"), [(Role.OWNER, True), (Role.STOCKKEEPER, True), (Role.CLERK, False)])
def test_only_those_who_write_products_down_may(creating: Creating, role: Role, may: bool) -> None:
    creating.story.desk.operator = SignedIn(1, "小王", role)
    assert creating.quick.may_create() is may


def test_without_the_categories_a_product_can_still_be_written_down(
    creating: Creating, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise NotAllowedError("catalog.categories")

    monkeypatch.setattr(creating.story.shop.catalog, "categories", refuse)
    dialog = creating.open()
    assert creating.heard.kinds == [SoundKind.BAD]
    dialog.open()
    fill_in(dialog, "液压锅刷子", "2")
    assert [found.name for _code, found in creating.created] == ["液压锅刷子"]
