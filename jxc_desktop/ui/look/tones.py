"""What a colour means: the strong colour for writing, the soft one for the ground below it."""

from enum import StrEnum

from PySide6.QtGui import QColor

from jxc_desktop.ui.look.current import look


class Tone(StrEnum):
    """The meaning of a word or a ground."""

    TEXT = "text"
    MUTED = "muted"
    DISABLED = "disabled"
    ACCENT = "accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


def ink(tone: Tone) -> QColor:
    """The colour a word of this meaning is written in."""
    colours = look().colours
    match tone:
        case Tone.MUTED:
            return colours.text_muted
        case Tone.DISABLED:
            return colours.text_disabled
        case Tone.ACCENT:
            return colours.accent
        case Tone.SUCCESS:
            return colours.success
        case Tone.WARNING:
            return colours.warning
        case Tone.DANGER:
            return colours.danger
        case Tone.TEXT:
            return colours.text


def ground(tone: Tone) -> QColor:
    """The soft colour below words of this meaning."""
    colours = look().colours
    match tone:
        case Tone.ACCENT:
            return colours.accent_soft
        case Tone.SUCCESS:
            return colours.success_soft
        case Tone.WARNING:
            return colours.warning_soft
        case Tone.DANGER:
            return colours.danger_soft
        case Tone.TEXT | Tone.MUTED | Tone.DISABLED:
            return colours.neutral_soft
