"""Chance that is the same every time: what happens is drawn from the words that name it."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate


def drawn(most: int, *what: object) -> int:
    """A number from 0 up to, but not, `most`; always the same for the same words."""
    words = "|".join(map(str, what)).encode()
    return int.from_bytes(blake2b(words, digest_size=8).digest()) % most


def drawn_place(weights: Sequence[int], *what: object) -> int:
    """A place in the row; one of twice the weight is drawn twice as often. All weights together are more than 0."""
    reached = list(accumulate(weights))
    wanted = drawn(reached[-1], *what)
    return next(place for place, end in enumerate(reached) if wanted < end)
