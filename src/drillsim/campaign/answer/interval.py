"""The precision of a sampled share: Wilson's interval, with draws of luck as the trials.

The cases of a campaign are not sampled, they are all there, with known weights; only luck is. All cases of one draw
share its luck, so the trials are the draws: Y_d, the weighted share of the cases that meet the limit in draw d, are
independent and alike, each between 0 and 1. A variable between 0 and 1 with mean p varies by at most p(1−p) (Bhatia &
Davis, A better bound on the variance, Amer. Math. Monthly 107, 2000). So n draws tell at least as much about p as n
tosses of a coin do: the *effective* number of trials is n, however many cases there are, and Wilson's interval (J.
Amer. Statist. Assoc. 22, 1927) for n tosses covers p at least about as often as it claims. It is wide where cases
have their own luck; it never takes twenty good draws for certainty. The same trials are the cautious limit of the
effective sample size of Korn & Graubard (Survey Methodology 24, 1998), where no variation has been seen.

Cases that consult no luck are known, and take no part in this: see `Shares`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054
"""97.5 % point of the normal distribution."""


def wilson(share: float, trials: int) -> tuple[float, float]:
    """The 95 % interval of a chance of which `share` of so many trials came true."""
    if trials <= 0:
        return 0.0, 1.0
    square = Z95 * Z95 / trials
    middle = (share + square / 2) / (1 + square)
    half = Z95 / (1 + square) * sqrt(max(share * (1 - share), 0.0) / trials + square / (4 * trials))
    low = 0.0 if share <= 0 else max(middle - half, 0.0)
    return low, 1.0 if share >= 1 else min(middle + half, 1.0)


@dataclass(frozen=True, slots=True)
class Shares:
    """Weights of what became of a limit; any unit, for only their proportions count."""

    met: int = 0
    missed: int = 0
    unknown: int = 0

    @property
    def all(self) -> int:
        return self.met + self.missed + self.unknown


def interval(fixed: Shares, drawn: Shares, trials: int) -> tuple[float, float]:
    """The 95 % interval of the chance that the limit is met: cases without luck count as they are, those with luck by
    Wilson's interval; what nobody can say counts as missed at the lower end and as met at the upper one."""
    whole = fixed.all + drawn.all
    low = wilson(drawn.met / drawn.all, trials)[0] if drawn.all else 0.0
    high = wilson((drawn.met + drawn.unknown) / drawn.all, trials)[1] if drawn.all else 0.0
    return (fixed.met + low * drawn.all) / whole, (fixed.met + fixed.unknown + high * drawn.all) / whole


def t975(freedom: int) -> float:
    """97.5 % point of Student's distribution, to three digits from 3 degrees of freedom on.

    Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.5; 1 and 2 degrees exactly.
    """
    exact = {1: 12.706204736, 2: 4.302652730}
    if freedom in exact:
        return exact[freedom]
    z, n = Z95, float(freedom)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / n ** (place + 1) for place, term in enumerate(terms))
