"""Observed step times of several drills pooled, and shrunk towards the plan's own figure.

Method. Times of work are taken to be log-normal, as the plan's own are. With y = ln(observed / the plan's median), the
observations of step s scatter about d_s with variance sigma2, and the d_s about 0, the plan's figure, with variance
tau2 (a normal-normal model). The step's d is estimated by w * mean(y), w = tau2 / (tau2 + sigma2 / n): one observation
moves the figure little, many move it to what was observed. sigma2 is the variance pooled within steps, moderated by the
plan's own spread (assumed where it has none) with the weight of four degrees of freedom, so that a few times that
happen to agree are not taken for certainty. tau2 is found by the method of moments about the fixed centre 0; with fewer
than three steps it is assumed. Sources: Efron and Morris, J. Am. Stat. Assoc. 70 (1975) 311; Morris, J. Am. Stat.
Assoc. 78 (1983) 47; DerSimonian and Laird, Control. Clin. Trials 7 (1986) 177; Smyth, Stat. Appl. Genet. Mol. Biol. 3
(2004) 3 (moderated variance). Drills of the same people are not independent, so the weight is rather too great: that is
why a change needs observations of two drills.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Literal

from drillsim.schema import Drawn, Lognormal

SIGMA = 0.4
"""Spread of the logarithm where neither plan nor observations tell: about one in three beyond a factor 1.5; assumed."""
TAU = 0.4
"""Usual distance of the plan's figure from the truth, as a logarithm, where fewer steps than `ENOUGH_STEPS` tell;
assumed."""
ENOUGH_STEPS = 3
LEAST_SIGMA, LEAST_TAU = 0.05, 0.0
PRIOR_FREEDOM = 4
"""Degrees of freedom the plan's own spread counts for; assumed."""
LEAST_OBSERVATIONS, LEAST_SESSIONS = 3, 2
"""Fewer observations, or drills, offer no change; assumed."""
WORTH = 0.10
"""A smaller change of the figure is none; assumed."""


@dataclass(frozen=True, slots=True)
class Times:
    """The observed times of one step, ms, and the drills they are from."""

    takes: Drawn
    """The plan's time for one target."""
    observed_ms: tuple[int, ...]
    sessions: int


@dataclass(frozen=True, slots=True)
class Shrunk:
    """The figure the observations of one step come to."""

    planned_ms: int
    observed_ms: int
    """Median of the observations."""
    n: int
    sessions: int
    weight: float
    """Weight of the observations against the plan's figure, 0 to 1."""
    factor: float
    """The plan's figure times this is the shrunk one."""
    verdict: Literal["offered", "few", "same"]

    @property
    def proposed_ms(self) -> int:
        """Return the shrunk median."""
        return round(self.planned_ms * self.factor)


def pooled(steps: Mapping[str, Times]) -> dict[str, Shrunk]:
    """Return the result of each step that has a figure above zero and an observation, in the order given."""
    known = {name: each for name, each in steps.items() if each.observed_ms and each.takes.median_ms > 0}
    ys = {name: [math.log(ms / each.takes.median_ms) for ms in each.observed_ms] for name, each in known.items()}
    squares, freedom = _within(list(ys.values()))
    sigma2 = {
        name: (PRIOR_FREEDOM * _spread(each.takes) ** 2 + squares) / (PRIOR_FREEDOM + freedom)
        for name, each in known.items()
    }
    tau2 = _between(ys, sigma2)
    return {name: _shrunk(each, ys[name], sigma2[name], tau2) for name, each in known.items()}


def _shrunk(each: Times, y: Sequence[float], sigma2: float, tau2: float) -> Shrunk:
    n = len(y)
    weight = tau2 / (tau2 + sigma2 / n) if tau2 > 0 else 0.0
    factor = math.exp(weight * fmean(y))
    few = n < LEAST_OBSERVATIONS or each.sessions < LEAST_SESSIONS
    verdict: Literal["offered", "few", "same"] = "few" if few else "same" if abs(factor - 1) < WORTH else "offered"
    planned = each.takes.median_ms
    return Shrunk(planned, round(median(each.observed_ms)), n, each.sessions, weight, factor, verdict)


def _within(groups: Sequence[Sequence[float]]) -> tuple[float, int]:
    """Return the sum of squares within steps, and its degrees of freedom."""
    squares = sum((y - fmean(group)) ** 2 for group in groups for y in group)
    return squares, sum(len(group) - 1 for group in groups)


def _spread(takes: Drawn) -> float:
    return max(takes.sigma, LEAST_SIGMA) if isinstance(takes, Lognormal) else SIGMA


def _between(ys: Mapping[str, Sequence[float]], sigma2: Mapping[str, float]) -> float:
    """Return the variance between steps about the plan's figures, by moments."""
    if len(ys) < ENOUGH_STEPS:
        return TAU**2
    weights = {name: len(y) / sigma2[name] for name, y in ys.items()}
    q = sum(weights[name] * fmean(y) ** 2 for name, y in ys.items())
    return max(LEAST_TAU, (q - len(ys)) / sum(weights.values()))
