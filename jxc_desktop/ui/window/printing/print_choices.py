"""What this PC remembers of printing reports: the printer, and how far its paper is moved."""

import re
from urllib.parse import quote

from jxc_desktop.ui.widgets.pc_choices import PcChoice, PcChoices

# Farther than this a page would leave the paper.
FARTHEST_MM = 50.0
TWO_NUMBERS = re.compile(r"(-?\d{1,2}\.\d) (-?\d{1,2}\.\d)")
# "": the system's default one.
REPORT_PRINTER = PcChoice("report_printer", "")


def moved_mm(pc: PcChoices, printer: str) -> tuple[float, float]:
    """How far this printer's paper is moved, to the left and down.

    Units: millimetres.
    """
    match = TWO_NUMBERS.fullmatch(pc.read(_moved(printer)))
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def remember_moved(pc: PcChoices, printer: str, left_mm: float, down_mm: float) -> None:
    """Move it so far from now on."""
    pc.change(_moved(printer), f"{left_mm:.1f} {down_mm:.1f}")


def _moved(printer: str) -> PcChoice:
    """Names of printers hold signs that a file of settings does not take."""
    return PcChoice(f"report_moved/{quote(printer, safe='')}", "0.0 0.0", takes=_is_moved)


def _is_moved(text: str) -> bool:
    match = TWO_NUMBERS.fullmatch(text)
    return match is not None and all(abs(float(number)) <= FARTHEST_MM for number in match.groups())
