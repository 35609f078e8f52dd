"""A copy of the shop file, as a list of copies shows it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy that was made and checked.

    Attributes:
        made_at: when. size: how much room it takes.

    Units: size in bytes.
    """

    path: Path
    made_at: datetime
    size: int
