"""The axis of a chart: round numbers, as few as one reads at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

MOST_STEPS, LEAST_STEP = 5, 1
# Where there is nothing to draw yet, the axis still says what it will be about.
NOTHING_YET = 100
ROUND = (1, 2, 2.5, 5, 10)
# Of what one compares with a few may stand over the field, where their figure is written: else they press all flat.
MOST_OTHERS = 0.9


@dataclass(frozen=True, slots=True)
class Scale:
    """From the bottom to the top, in even steps; zero is one of them.

    Units: those of the values.
    """

    bottom: float
    top: float
    step: float

    def steps(self) -> list[float]:
        """The values that have a line."""
        count = round((self.top - self.bottom) / self.step)
        return [self.bottom + number * self.step for number in range(count + 1)]


def scale_of(values: Sequence[float], others: Sequence[float] = ()) -> Scale:
    """The scale that holds all values, and of the others all but the few highest."""
    beside = sorted(others)[int((len(others) - 1) * MOST_OTHERS)] if others else 0
    lowest = min(0, min(values, default=0))
    highest = max(0, max(values, default=0), beside) or (0 if lowest < 0 else NOTHING_YET)
    step = max(_round_step((highest - lowest) / (MOST_STEPS - 1)), LEAST_STEP)
    return Scale(floor(lowest / step) * step, ceil(highest / step) * step, step)


def _round_step(least: float) -> float:
    """The smallest round number that is no smaller."""
    size = float(10 ** floor(log10(least)))
    return next(size * factor for factor in ROUND if size * factor >= least * 0.9999)
