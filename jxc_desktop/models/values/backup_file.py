"""A copy of the shop file, as a list of copies shows it, and what can be read from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path


class Occasion(IntEnum):
    """Why a copy was made. The number is written into the copy and never changes."""

    UNKNOWN = 0
    EXIT = 1
    BY_HAND = 2
    SHIFT_CLOSE = 3
    UPGRADE = 4
    IMPORT = 5
    RESTORE = 6


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy that was made and checked.

    Attributes:
        made_at: when. size: how much room it takes.
        occasion: why. is_second: it lies in the second place.

    Units: size in bytes.
    """

    path: Path
    made_at: datetime
    size: int
    occasion: Occasion = Occasion.UNKNOWN
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a copy holds, read from itself.

    Attributes:
        last_number, last_moment: the document written last; "" and None where there is none.
    """

    shop_name: str
    products: int
    documents: int
    last_number: str = ""
    last_moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Where another copy of each backup goes: a USB stick, another disk.

    Attributes:
        copied_at: when the newest copy there was made; None: none was.
        is_reachable: whether it is there now.
    """

    folder: Path
    copied_at: datetime | None = None
    is_reachable: bool = False


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup, and what became of its copy in the second place.

    Attributes:
        second: where that copy lies; None where there is none.
        is_second_missing: a second place is chosen and could not be written.
    """

    path: Path
    second: Path | None = None
    is_second_missing: bool = False
