"""From whole numbers to what is printed: sums are exact, and are divided once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from drillsim.campaign.answer.weights import A_YEAR

W_MS_A_KWH = 3_600_000_000
MS_A_MIN = 60_000


@dataclass(frozen=True, slots=True)
class Scale:
    """The divisor of a weighed sum."""

    weighed: bool
    """True where sums are per year."""
    draws: int
    """Draws of a case, or the parts its branches' shares add up to."""
    hours: int

    def mean(self, total: int) -> Fraction:
        """Return the mean of a sum over rows of weight × value: the yearly sum, or the sum over single events."""
        return Fraction(total, A_YEAR * max(self.draws * self.hours, 1))

    def yearly(self, total: int) -> float | None:
        """The same a year; None where nothing is."""
        return float(self.mean(total)) if self.weighed else None


def apportioned(exact: Sequence[Fraction], digits: int) -> tuple[float, ...]:
    """Values rounded to so many digits so that they add up to their rounded sum: the largest remainders are rounded up.

    Source: the method of largest remainders (Hamilton).
    """
    unit = 10**digits
    lower = [int(each * unit // 1) for each in exact]
    lacking = round(sum(exact, Fraction(0)) * unit) - sum(lower)
    by_remainder = sorted(range(len(exact)), key=lambda at: (lower[at] - exact[at] * unit, at))
    for at in by_remainder[:lacking]:
        lower[at] += 1
    return tuple(each / unit for each in lower)
