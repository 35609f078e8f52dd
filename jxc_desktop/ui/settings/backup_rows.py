"""The list of backups: what is known of each, and its columns."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from jxc_desktop.models.values.backup_file import BackupContents, BackupFile, Occasion
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.document_words import moment_words

BYTES_A_MEGABYTE = 1_000_000


class BackupState(Enum):
    """How far a backup was looked at."""

    UNREAD = "unread"
    READABLE = "readable"
    SOUND = "sound"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup as the list shows it.

    Attributes:
        held: what it holds; None while it has not been read, or cannot be.
        fault: why it cannot be used, in words.
    """

    file: BackupFile
    state: BackupState = BackupState.UNREAD
    held: BackupContents | None = None
    fault: str = ""


def backup_columns() -> list[Column[BackupRow]]:
    """When, why, where, what it holds, how large, and whether it can be read."""
    return [
        Column("made_at", _("什么时候"), lambda row: made_words(row.file), 17, sort=lambda row: row.file.made_at),
        Column("occasion", _("为什么"), lambda row: occasion_word(row.file.occasion), 8, tone=Tone.MUTED),
        Column("place", _("在哪里"), lambda row: place_word(row.file), 8, tone=Tone.MUTED),
        Column("last", _("最后一单"), _last, 18, beside=_last_moment, stretches=True),
        _counted("products", _("商品"), lambda held: held.products),
        _counted("documents", _("单据"), lambda held: held.documents),
        Column("size", _("大小"), size_words, Width.AMOUNT, Align.RIGHT, sort=lambda row: row.file.size),
        Column("state", _("状态"), lambda row: _badge(row).word, 12, badge=_badge),
    ]


def made_words(file: BackupFile) -> str:
    """When it was made."""
    return f"{file.made_at:%Y-%m-%d %H:%M}"


def size_words(row: BackupRow) -> str:
    """How much room it takes."""
    return f"{row.file.size / BYTES_A_MEGABYTE:,.1f} MB"


def occasion_word(occasion: Occasion) -> str:
    """Why it was made."""
    return {
        Occasion.EXIT: _("关窗口"),
        Occasion.BY_HAND: _("手动"),
        Occasion.SHIFT_CLOSE: _("交班"),
        Occasion.UPGRADE: _("升级前"),
        Occasion.IMPORT: _("导入前"),
        Occasion.RESTORE: _("恢复前"),
    }.get(occasion, "")


def _counted(name: str, title: str, count: Callable[[BackupContents], int]) -> Column[BackupRow]:
    def text(row: BackupRow) -> str:
        return "" if row.held is None else f"{count(row.held):,}"

    return Column(name, title, text, 9, Align.RIGHT)


def place_word(file: BackupFile) -> str:
    """Which of the two places it lies in."""
    return _("第二处") if file.is_second else _("本机")


def _last(row: BackupRow) -> str:
    if row.held is None:
        return row.fault
    return row.held.last_number or _("还没有单据")


def _last_moment(row: BackupRow) -> str:
    moment = None if row.held is None else row.held.last_moment
    return "" if moment is None else moment_words(moment)


def _badge(row: BackupRow) -> Badge:
    return {
        BackupState.UNREAD: Badge(_("在读")),
        BackupState.READABLE: Badge(_("可以用"), "check", Tone.SUCCESS),
        BackupState.SOUND: Badge(_("查过完好"), "circle-check", Tone.SUCCESS),
        BackupState.BAD: Badge(_("不能用"), "circle-x", Tone.DANGER),
    }[row.state]
