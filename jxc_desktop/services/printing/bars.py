"""Barcodes as bars to be drawn: rectangles, so that they stay sharp at any size.

Units: modules, the width of the thinnest bar.
"""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

MODULE_DOTS = 2


class Bars(NamedTuple):
    """The black bars of a barcode from left to right, each with its offset and its width."""

    modules: int
    bars: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def code_128(content: str) -> Bars | None:
    """The bars of a Code 128; None for a text that this code cannot hold, such as a Chinese one.

    Source: ISO/IEC 15417.
    """
    # Imported here: the counter opens before the first receipt is printed.
    from barcode.codex import Code128
    from barcode.errors import BarcodeError

    if not content:
        return None
    try:
        pattern: str = Code128(content).build()[0]
    except BarcodeError:
        return None
    return Bars(len(pattern), _black(pattern))


def has_room_for_code_128(content: str, dots: int) -> bool:
    """Whether the barcode is possible and as wide as the printer at most; the paper's edges are its quiet zone."""
    bars = code_128(content)
    return bars is not None and bars.modules * MODULE_DOTS <= dots


def _black(pattern: str) -> tuple[tuple[int, int], ...]:
    bars, offset = [], 0
    for colour, run in groupby(pattern):
        width = sum(1 for _module in run)
        if colour == "1":
            bars.append((offset, width))
        offset += width
    return tuple(bars)
