"""What the four questions of the first start are answered with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jxc_desktop.services.ports.printer import Printer


class Beginning(StrEnum):
    """Where a new shop begins; in the order of their keys."""

    MOVE_IN = "move_in"
    EMPTY = "empty"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Answers:
    """All four answers.

    Attributes:
        path: where the shop's file goes. password: the owner's, "" for none. receipt_width: in mm.
        printer: its name, "" for files. is_tested: a test page came out. file: the table to move in; None: another
            beginning, or none chosen yet.
    """

    path: Path
    shop_name: str
    password: str
    receipt_width: str
    printer: str
    is_tested: bool
    beginning: Beginning
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Printers:
    """What receipts can be printed on here: the system's printers by name; "" is a folder for files."""

    names: Callable[[], Sequence[str]]
    named: Callable[[str], Printer]
