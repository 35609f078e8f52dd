"""F4: the batch of a row."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.ui.purchasing.receive_model import receive_columns
from jxc_desktop.ui.widgets.badge import Badge, badge_width
from jxc_desktop.ui.widgets.columns import cell_inset
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.receiving import COLA, TEA, UNKNOWN, Receiving


def note(receiving: Receiving, *typed: str) -> None:
    """F4, and one after the other in the fields."""
    receiving.key(Qt.Key.Key_F4)
    for text in typed:
        receiving.type(text)
        receiving.key(Qt.Key.Key_Return)


def test_the_expiry_and_the_number_follow_from_the_production_date(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210", "180", "", "")
    assert receiving.noted() == "生产日期 2026-02-10; 到期日 2026-08-09　还有 160 天; 批号 260210"
    assert receiving.expiries() == ["2026-08-09"]
    assert receiving.said().startswith("可乐 批号 260210　到期 2026-08-09")
    assert (receiving.is_noting(), receiving.field().hasFocus()) == (False, True)


def test_what_follows_is_worked_out_anew_when_the_dates_are_changed(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210", "180", "", "")
    receiving.key(Qt.Key.Key_F4)
    assert receiving.lot_fields() == ["2026-02-10", "180", "", ""]
    receiving.type("20260220")
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.noted() == "生产日期 2026-02-20; 到期日 2026-08-19　还有 170 天; 批号 260220"


def test_an_expiry_and_a_number_from_the_box_are_taken_as_they_are(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "", "", "20260601", "b7")
    assert receiving.noted() == "到期日 2026-06-01　还有 91 天; 批号 b7"


def test_how_long_the_goods_keep_is_proposed_from_last_time(receiving: Receiving) -> None:
    story = receiving.story
    dates = (date(2026, 1, 1), date(2026, 1, 31))
    line = ReceivedLine(1, "瓶", Quantity.of(1), Quantity.of(6), UnitPrice.parse("2"), None, "", dates[0], dates[1])
    story.shop.purchasing.receive_goods(Receipt(story.token(), story.supplier(), (line,)))
    receiving.scan(COLA)
    note(receiving, "20260301", "", "", "")
    assert receiving.noted() == "生产日期 2026-03-01; 到期日 2026-03-31　还有 29 天; 批号 260301"
    assert receiving.expiries() == ["还有 29 天"]


def test_a_proposal_alone_notes_nothing(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "", "90", "", "")
    assert receiving.expiries() == [""]
    assert receiving.noted() == "没有记；食品要记生产日期 "


def test_a_day_that_is_none_is_said_under_its_field_and_esc_twice_leaves_it(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_F4)
    receiving.type("20261340")
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.is_noting()
    assert (receiving.kind(), "日期不对" in receiving.said()) == (LineKind.WARNING, True)
    receiving.key(Qt.Key.Key_Escape)
    assert (receiving.is_noting(), receiving.expiries()) == (False, [""])


def test_an_expiry_before_the_production_is_refused(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210", "", "20260110", "")
    assert receiving.is_noting()
    assert "日期不对" in receiving.said()


def test_goods_that_are_too_old_are_named_at_once(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20250210", "30", "", "")
    assert receiving.kind() is LineKind.DANGER
    assert "不要收" in receiving.said()


def test_the_fields_stay_with_their_row_while_another_is_scanned(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210")
    receiving.scan(TEA)
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.expiries() == ["产 2026-02-10", ""]
    assert "红茶" in receiving.in_hand()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F2])
def test_another_key_notes_what_is_typed_and_goes_on(receiving: Receiving, key: Qt.Key) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210")
    receiving.key(key)
    assert receiving.expiries() == ["产 2026-02-10"]
    assert receiving.line().is_asking()


def test_a_red_row_has_no_batch(receiving: Receiving) -> None:
    receiving.scan(UNKNOWN)
    receiving.key(Qt.Key.Key_F4)
    assert not receiving.is_noting()
    assert "未识别" in receiving.said()


def test_the_advice_counts_what_is_scanned_while_the_batch_is_noted(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving)
    assert "用于这一批的 1 瓶；" in receiving.lot_advice()
    receiving.scan(COLA)
    receiving.scan(TEA)
    assert "用于这一批的 2 瓶；" in receiving.lot_advice()


def test_the_day_of_production_fits_its_column(receiving: Receiving) -> None:
    receiving.scan(COLA)
    note(receiving, "20260210", "", "", "")
    assert receiving.expiries() == ["产 2026-02-10"]
    column = next(column for column in receive_columns(lambda: date(2026, 3, 2)) if column.name == "expiry")
    assert badge_width(Badge("产 2026-02-10", "calendar-event")) <= column.pixels() - 2 * cell_inset()
