"""One benchmark: two ways of doing the same work, measured in turn."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 5
Figure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours and the floor: each call is one round and gives one figure (milliseconds or megabytes).

    Attributes:
        also: further conditions, asked after the rounds; each gives what does not hold.
    """

    ours: Figure
    floor: Figure
    also: Callable[[], list[str]] = list


@dataclass(frozen=True, slots=True)
class Bench:
    """A benchmark by name; the median of its rounds' ratios may be `limit` at most."""

    name: str
    limit: float
    prepare: Callable[[], AbstractContextManager[Pair]]
    rounds: int = ROUNDS


@dataclass(frozen=True, slots=True)
class Result:
    """What a benchmark measured: medians, and the median of the ratios round by round."""

    name: str
    ours: float
    floor: float
    ratio: float
    limit: float
    broken: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether it is within its limits."""
        return self.ratio <= self.limit and not self.broken

    @property
    def line(self) -> str:
        """Name ours floor ratio limit."""
        return f"{self.name} {self.ours:.3f} {self.floor:.3f} {self.ratio:.2f} {self.limit:g}"


def measure(bench: Bench) -> Result:
    """A round of ours, a round of the floor, and so on; the first pair only warms up."""
    with bench.prepare() as pair:
        figures = list(_rounds(pair, bench.rounds + 1))[1:]
        broken = tuple(pair.also())
    ratios = [ours / floor for ours, floor in figures]
    return Result(
        bench.name,
        median(ours for ours, _ in figures),
        median(floor for _, floor in figures),
        median(ratios),
        bench.limit,
        broken,
    )


def _rounds(pair: Pair, count: int) -> Iterator[tuple[float, float]]:
    for _ in range(count):
        yield pair.ours(), pair.floor()


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
