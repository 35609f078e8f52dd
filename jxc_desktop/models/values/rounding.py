"""Whole-number rounding, and sharing an amount without losing a fen."""

from collections.abc import Sequence


def half_away_from_zero(numerator: int, denominator: int) -> int:
    """四舍五入 of numerator / denominator (> 0), symmetrical for returns: 2.5 → 3, -2.5 → -3."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def nearest(numerator: int, denominator: int) -> int:
    """floor(numerator / denominator + 1/2), the rounding of cost; denominator > 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def to_step(amount: int, step: int) -> int:
    """The multiple of step (> 0) nearest to amount, halves away from zero: 457.5 to 5 → 460."""
    return half_away_from_zero(amount, step) * step


def down_to_step(amount: int, step: int) -> int:
    """The multiple of step (> 0) next to amount towards zero (抹零): what is exact stays."""
    kept = abs(amount) // step * step
    return kept if amount >= 0 else -kept


def up_to_step(amount: int, step: int) -> int:
    """The multiple of step (> 0) next to amount away from zero: what is exact stays."""
    raised = -(-abs(amount) // step) * step
    return raised if amount >= 0 else -raised


def further_part(whole: int, before: int, gone: int, size: int) -> int:
    """What one more part of a whole comes to, with which `gone` of its `size` pieces are gone and `before` went before.

    Cumulative: the parts of any cutting add up to the whole.
    """
    return half_away_from_zero(whole * gone, size) - before


def share(amount: int, weights: Sequence[int]) -> list[int]:
    """The amount shared in proportion to the weights by largest remainder; the shares add up to it.

    Equal remainders are served in order. Where all weights are 0 the first one takes it all.

    Raises:
        ValueError: a weight is negative, or there are no weights for an amount other than 0.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("weights are never negative")
    if not weights:
        if amount:
            raise ValueError("nothing to share the amount over")
        return []
    total = sum(weights)
    if total == 0:
        return [amount, *[0] * (len(weights) - 1)]
    size = abs(amount)
    shares = [size * weight // total for weight in weights]
    remainders = [size * weight % total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda n: -remainders[n])
    for n in by_remainder[: size - sum(shares)]:
        shares[n] += 1
    return shares if amount >= 0 else [-part for part in shares]
