"""Tells whoever waits for an import how far it has come."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

# Given how much is done and how much there is to do; an exception it raises ends the import with nothing done.
Progress = Callable[[int, int], None]
Item = TypeVar("Item")

STEPS = 10


def reported(items: Iterable[Item], count: int, progress: Progress | None, before: int, total: int) -> Iterator[Item]:
    """The same items; of so many the tenths are reported, after what was done before them."""
    if progress is None:
        yield from items
        return
    step = max(1, -(-count // STEPS))
    done = 0
    for done, item in enumerate(items, 1):
        yield item
        if done % step == 0:
            progress(before + done, total)
    if done % step or not done:
        progress(before + done, total)
