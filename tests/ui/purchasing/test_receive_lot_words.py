"""How a batch is told in a row."""

from datetime import date

import pytest

from jxc_desktop.services.purchasing.receiving_draft import NO_LOT, Lot
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.purchasing.receive_lot_words import days_left_words, is_expired, lot_badge

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("expires_on", "word", "tone"),
    [
        (date(2026, 3, 3), "过期 1 天", Tone.DANGER),
        (date(2026, 3, 4), "今天到期", Tone.WARNING),
        (date(2026, 4, 3), "还有 30 天", Tone.WARNING),
        (date(2026, 4, 4), "2026-04-04", Tone.MUTED),
    ],
)
def test_an_expiry_near_or_past_stands_out(expires_on: date, word: str, tone: Tone) -> None:
    badge = lot_badge(Lot(expires_on=expires_on), TODAY)
    assert badge is not None
    assert (badge.word, badge.tone) == (word, tone)


def test_goods_may_be_taken_in_on_their_last_day() -> None:
    assert is_expired(Lot(expires_on=date(2026, 3, 3)), TODAY)
    assert not is_expired(Lot(expires_on=TODAY), TODAY)
    assert not is_expired(NO_LOT, TODAY)


def test_without_an_expiry_the_production_or_the_number_is_told() -> None:
    words = [
        badge and badge.word
        for badge in (
            lot_badge(Lot(produced_on=date(2026, 2, 10), number="260210"), TODAY),
            lot_badge(Lot(number="B7"), TODAY),
            lot_badge(NO_LOT, TODAY),
        )
    ]
    assert words == ["产 2026-02-10", "B7", None]


def test_the_days_left_are_counted_from_today() -> None:
    assert days_left_words(date(2026, 3, 5), TODAY) == "还有 1 天"
