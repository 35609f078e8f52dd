"""Dates and number of a batch in words: how long it keeps, whether it is too old."""

from datetime import date

from jxc_desktop.services.purchasing.receiving_draft import Lot
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge

# Goods that keep no longer than this are to be sold first.
SOON_DAYS = 30


def lot_badge(lot: Lot, today: date) -> Badge | None:
    """The batch in a row: when it expires, else when it was made, else its number; None: nothing is noted."""
    if lot.expires_on is not None:
        return _expiry_badge(lot.expires_on, today)
    if lot.produced_on is not None:
        return Badge(_("产 {day}").format(day=lot.produced_on), "calendar-event")
    return Badge(lot.number, "tag") if lot.number else None


def days_left_words(expires_on: date, today: date) -> str:
    """How long it keeps from today."""
    left = (expires_on - today).days
    if left < 0:
        return _("过期 {days} 天").format(days=-left)
    return _("还有 {days} 天").format(days=left) if left else _("今天到期")


def is_expired(lot: Lot, today: date) -> bool:
    """Whether nobody may take the goods in."""
    return lot.expires_on is not None and lot.expires_on < today


def _expiry_badge(expires_on: date, today: date) -> Badge:
    left = (expires_on - today).days
    if left < 0:
        return Badge(days_left_words(expires_on, today), "circle-x", Tone.DANGER)
    if left <= SOON_DAYS:
        return Badge(days_left_words(expires_on, today), "alert-triangle", Tone.WARNING)
    return Badge(str(expires_on), "calendar-event")
