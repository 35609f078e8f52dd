"""Settings by keyboard: each counts as soon as its field is left, and one sees what it does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.receipt_page import ReceiptPaper
from jxc_desktop.services.people.settings import (
    BUSINESS_DAY_CUT,
    GENERAL_TAXPAYER_FROM,
    LANGUAGE,
    RECEIPT_FOOTER,
    RECEIPT_WIDTH,
    ROUNDING_AT_COUNTER,
    SHOP_NAME,
    Choice,
)
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.devices.pdf_pages import page_picture
from jxc_desktop.ui.settings.settings_page import SettingsPage
from jxc_desktop.ui.settings.settings_pages import (
    PrinterSettingsPage,
    ReceiptSettingsPage,
    ScannerSettingsPage,
    ShopSettingsPage,
    SoundSettingsPage,
    settings_page,
)
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.pc_choices import PRINTER, SCAN_GAP, SCAN_PREFIX, VOLUME, PcChoice
from tests.robots.desk import CONTROL, Desk
from tests.story import Story

RIGHT, TAB, ENTER, ESCAPE = Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def open_page(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> Callable[[type[Page]], Desk[Page]]:
    def opened(kind: type[Page]) -> Desk[Page]:
        dress()
        return Desk(qtbot, story, lambda surroundings, _clock: kind(surroundings))

    return opened


def go_to(desk: Desk[Page], choice: Choice | PcChoice) -> None:
    """Tab until the setting has the focus."""
    page = desk.page
    assert isinstance(page, SettingsPage)
    for _step in range(20):
        editor = next(editor for editor in page.editors if editor.row.choice is choice)
        focus = desk.focus()
        if focus is not None and (focus is editor.editor or editor.isAncestorOf(focus)):
            return
        desk.key(TAB)
    raise AssertionError(choice.key)


def fault_at(desk: Desk[Page], choice: Choice | PcChoice) -> str:
    assert isinstance(desk.page, SettingsPage)
    return next(editor.fault() for editor in desk.page.editors if editor.row.choice is choice)


def said(desk: Desk[Page]) -> str:
    assert isinstance(desk.page, SettingsPage)
    return desk.page.line.shown_words()


@pytest.mark.parametrize("key", ["shop", "receipt", "printer", "scanner", "sound", "look"])
def test_every_setting_says_in_a_sentence_what_it_does(
    qtbot: QtBot, story: Story, dress: Callable[..., None], key: str
) -> None:
    dress()
    desk: Desk[Page] = Desk(qtbot, story, lambda surroundings, _clock: settings_page(f"settings.{key}", surroundings))
    if isinstance(desk.page, SettingsPage):
        words = [label.text() for label in desk.page.findChildren(QLabel)]
        assert [editor.row.word() for editor in desk.page.editors if editor.row.does() not in words] == []
        assert all(len(editor.row.does()) > 5 for editor in desk.page.editors)


def test_a_new_name_counts_when_its_field_is_left(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ShopSettingsPage)
    desk.clear_and_type("城南店")
    assert desk.story.shop.settings.shop_name() == "惠民便利店"
    desk.key(ENTER)
    assert desk.story.shop.settings.shop_name() == "城南店"
    assert said(desk) == "已保存 店名：城南店"


def test_ctrl_s_takes_what_is_being_typed(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ShopSettingsPage)
    desk.clear_and_type("城北店")
    desk.key(Qt.Key.Key_S, CONTROL)
    assert desk.story.shop.settings.shop_name() == "城北店"


def test_esc_takes_back_what_is_being_typed(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ShopSettingsPage)
    desk.clear_and_type("x")
    desk.key(ESCAPE)
    desk.key(TAB)
    assert desk.story.shop.settings.shop_name() == "惠民便利店"
    assert fault_at(desk, SHOP_NAME) == ""


@pytest.mark.parametrize(
    ("choice", "typed", "fault"),
    [
        (SHOP_NAME, " ", "还没有填"),
        (BUSINESS_DAY_CUT, "7", "要在 0 到 6 之间"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_changes_nothing(
    open_page: Callable[[type[Page]], Desk[Page]], choice: Choice, typed: str, fault: str
) -> None:
    desk = open_page(ShopSettingsPage)
    before = desk.story.shop.settings.read(choice)
    go_to(desk, choice)
    desk.clear_and_type(typed)
    desk.key(TAB)
    assert fault_at(desk, choice) == fault
    assert desk.story.shop.settings.read(choice) == before
    assert not desk.page.may_leave()


def test_options_count_at_once(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ShopSettingsPage)
    go_to(desk, ROUNDING_AT_COUNTER)
    desk.key(RIGHT)
    assert desk.story.shop.settings.read(ROUNDING_AT_COUNTER) == "100"
    assert said(desk) == "已保存 收银抹零：抹到元"
    go_to(desk, LANGUAGE)
    desk.key(RIGHT)
    assert desk.story.shop.settings.read(LANGUAGE) == "en"


def test_the_hour_at_which_the_day_begins_is_the_shops_day_from_then_on(
    open_page: Callable[[type[Page]], Desk[Page]],
) -> None:
    desk = open_page(ShopSettingsPage)
    desk.story.clock.moment = desk.story.clock.moment.replace(hour=2)
    go_to(desk, BUSINESS_DAY_CUT)
    desk.clear_and_type("4")
    desk.key(ENTER)
    assert desk.story.shop.today == date(2026, 3, 1)


def test_a_day_is_typed_in_short_and_may_be_taken_away_again(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ShopSettingsPage)
    go_to(desk, GENERAL_TAXPAYER_FROM)
    desk.type("20260401")
    desk.key(ENTER)
    assert desk.story.shop.settings.read(GENERAL_TAXPAYER_FROM) == "2026-04-01"
    go_to(desk, GENERAL_TAXPAYER_FROM)
    desk.clear_and_type("")
    desk.key(ENTER)
    assert desk.story.shop.settings.read(GENERAL_TAXPAYER_FROM) == ""


def test_the_receipt_is_seen_as_it_will_be_printed_on_both_papers(
    qtbot: QtBot, story: Story, dress: Callable[..., None]
) -> None:
    dress()

    def build(surroundings: Surroundings, _clock: Callable[[], int]) -> Page:
        drawn = replace(surroundings, receipt_picture=lambda document: page_picture(document, 0, 100))
        return ReceiptSettingsPage(drawn)

    desk = Desk(qtbot, story, build)
    assert isinstance(desk.page, ReceiptSettingsPage)
    before = dict(desk.page.preview.pictures)
    assert before[ReceiptPaper.MM_58].width() < before[ReceiptPaper.MM_80].width()
    go_to(desk, RECEIPT_FOOTER)
    desk.clear_and_type("慢走")
    desk.key(TAB)
    desk.page.reload()
    assert desk.story.shop.settings.read(RECEIPT_FOOTER) == "慢走"
    after = desk.page.preview.pictures
    assert all(after[paper] != before[paper] for paper in ReceiptPaper)
    go_to(desk, RECEIPT_WIDTH)
    desk.key(Qt.Key.Key_Left)
    assert desk.story.shop.settings.read(RECEIPT_WIDTH) == "58"


def test_a_scan_shows_as_what_it_arrives_and_how_fast(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> None:
    dress()

    def build(surroundings: Surroundings, _clock: Callable[[], int]) -> ScannerSettingsPage:
        return ScannerSettingsPage(replace(surroundings, scan_gap_ms=lambda: 12))

    desk = Desk(qtbot, story, build)
    desk.scan("6901234567892")
    assert desk.page.trial.line.shown_words() == "收到 6901234567892 13 个字符"
    assert "最长 12 毫秒" in desk.page.trial.detail.shown_words()
    desk.scan("6901234567893")
    assert "校验位不对" in desk.page.trial.detail.shown_words()


def test_a_scanner_too_slow_to_be_heard_is_given_the_time_it_needs(
    open_page: Callable[[type[Page]], Desk[Page]],
) -> None:
    desk = open_page(ScannerSettingsPage)
    page = desk.page
    assert isinstance(page, ScannerSettingsPage)
    page.trial.field.ended.emit("6901234567892", 45)
    assert page.surroundings.pc.read(SCAN_GAP) == "90"
    assert "当成打字了" in page.trial.line.shown_words()
    page.trial.field.ended.emit("6901234567892", 180)
    assert page.surroundings.pc.read(SCAN_GAP) == "90"
    assert "太慢了" in page.trial.detail.shown_words()


def test_the_gap_has_its_bounds_and_a_prefix_is_kept(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(ScannerSettingsPage)
    pc = desk.page.surroundings.pc
    go_to(desk, SCAN_GAP)
    desk.clear_and_type("20")
    desk.key(TAB)
    assert fault_at(desk, SCAN_GAP) == "要在 30 到 100 之间"
    go_to(desk, SCAN_GAP)
    desk.clear_and_type("80")
    desk.key(TAB)
    go_to(desk, SCAN_PREFIX)
    desk.type("a1")
    desk.key(TAB)
    assert (pc.read(SCAN_GAP), pc.read(SCAN_PREFIX)) == ("80", "a1")


def test_each_sound_can_be_heard_by_its_key(open_page: Callable[[type[Page]], Desk[Page]]) -> None:
    desk = open_page(SoundSettingsPage)
    desk.heard.kinds.clear()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8):
        desk.key(key)
    assert desk.heard.kinds == [SoundKind.GOOD, SoundKind.WARN, SoundKind.BAD, SoundKind.DONE]
    go_to(desk, VOLUME)
    desk.key(RIGHT)
    assert desk.page.surroundings.pc.read(VOLUME) == "80"


def test_the_printer_page_names_the_printer_and_asks_for_the_list(
    qtbot: QtBot, open_page: Callable[[type[Page]], Desk[Page]]
) -> None:
    desk = open_page(PrinterSettingsPage)
    page = desk.page
    assert isinstance(page, PrinterSettingsPage)
    assert "PDF" in page.words()
    page.surroundings.pc.change(PRINTER, "XP-80C")
    assert page.words() == "XP-80C"
    with qtbot.waitSignal(page.surroundings.pc.printer_wanted):
        desk.key(Qt.Key.Key_F9)
