"""`rbts2_exact_ratio`: exact indices of RBTS Bus 2 case A against blind sampling of years through the same engine.

A sampled year draws how many failures there are and on which branches (Poisson, by their rates) and plays each with
luck of its own; years without a failure cost nothing. So many years are needed until the energy not supplied is known
to 1 % standard error: (deviation / mean / 0.01)², both from the sample. The time for them is extrapolated.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from statistics import mean, stdev
from tempfile import TemporaryDirectory

from benchmarks.clock import in_turn, spent
from drillsim.findings.verdict import unserved_w_ms
from drillsim.schema.dossier import Case
from drillsim.simulation import simulate
from helpers.published import Published, published

YEARS = 200
SEED = 1
WITHIN = 0.01
W_MS_A_KWH = 3.6e9


def measure() -> dict[str, object]:
    """The ratio, and how far the sample lies from the exact answer."""
    with TemporaryDirectory() as folder:
        system = published(Path(folder) / "A", "rbts_bus2", "A")
    exact_ens = system.exact().ens_kwh
    ens: list[float] = []
    sampling = spent(lambda: ens.extend(sample(system, YEARS)))
    (exact,) = in_turn((system.exact,), 3)
    needed = (stdev(ens) / mean(ens) / WITHIN) ** 2
    return {
        "rbts2_exact_ratio": sampling.cpu_s / YEARS * needed / exact.cpu_s,
        "rbts2_exact_ratio_wall": sampling.wall_s / YEARS * needed / exact.wall_s,
        "rbts2_exact_s": exact.cpu_s,
        "rbts2_cases_per_s": sum(1 for _ in system.failures()) / exact.cpu_s,
        "rbts2_sampled_years": YEARS,
        "rbts2_ms_a_year": 1000 * sampling.cpu_s / YEARS,
        "rbts2_years_needed": needed,
        "rbts2_exact_ens_kwh": exact_ens,
        "rbts2_sampled_ens_kwh": mean(ens),
        "rbts2_sampled_error_kwh": stdev(ens) / math.sqrt(YEARS),
    }


def sample(system: Published, years: int) -> list[float]:
    """Energy not supplied in each year, kWh."""
    failures = list(system.failures())
    bounds = list(accumulate(per_year for _, per_year in failures))
    dice = random.Random(SEED)
    found = []
    for _ in range(years):
        cases = [_drawn(failures, bounds, dice) for _ in range(_poisson(bounds[-1], dice))]
        found.append(math.fsum(_ens_kwh(system, case, dice.getrandbits(30)) for case in cases))
    return found


def _drawn(failures: Sequence[tuple[Case, float]], bounds: Sequence[float], dice: random.Random) -> Case:
    return dice.choices(failures, cum_weights=bounds)[0][0]


def _poisson(rate: float, dice: random.Random) -> int:
    """How many failures a year: as many as fit one after the other."""
    count, left = 0, 1.0 - dice.expovariate(rate)
    while left > 0:
        count, left = count + 1, left - dice.expovariate(rate)
    return count


def _ens_kwh(system: Published, case: Case, draw: int) -> float:
    journal = simulate(case, seed=SEED, draw=draw, flow=system.flow)
    return sum(unserved_w_ms(journal).values()) / W_MS_A_KWH
