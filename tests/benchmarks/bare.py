"""`bare_simpy_light`, `bare_simpy_heavy`: a run over a bare SimPy program with the same requests and timeouts.

The run is the engine's whole run as a campaign's worker plays it, journal on, from `Run(...)` to `finish()`: what it
keeps from run to run (compiled network, known power flows) is warm, and Python does not look through it for garbage.
The bare program is told beforehand when everything comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.bare_replay import replay
from benchmarks.bare_script import Script, script_of
from benchmarks.clock import in_turn
from benchmarks.hospital import heavy, light, names, play
from drillsim.garbage import keep_what_is_there
from drillsim.schema.dossier import Case

ROUNDS = 3
REPLAYS = 20
"""A bare replay is too short to be timed once."""


@dataclass(frozen=True, slots=True)
class Bare:
    """Cases of one weight, each timed against its own replay; sums over the cases."""

    cases: tuple[str, ...]
    run_s: float
    run_wall_s: float
    bare_s: float
    bare_wall_s: float
    counts: tuple[Counter[str], ...]
    """Requests and timeouts, a case."""

    def figures(self, name: str) -> dict[str, object]:
        """The ratio and what it is made of."""
        total = sum(self.counts, Counter[str]())
        return {
            name: self.run_s / self.bare_s,
            f"{name}_wall": self.run_wall_s / self.bare_wall_s,
            f"{name}_cases_per_s": len(self.cases) / self.run_s,
            f"{name}_run_ms": 1000 * self.run_s / len(self.cases),
            f"{name}_bare_ms": 1000 * self.bare_s / len(self.cases),
            f"{name}_counts": dict(sorted(total.items())),
            f"{name}_cases": {case: dict(each) for case, each in zip(self.cases, self.counts, strict=True)},
        }


def measure() -> dict[str, object]:
    """Both weights."""
    return {
        **against_bare(light()).figures("bare_simpy_light"),
        **against_bare(heavy()).figures("bare_simpy_heavy"),
    }


def against_bare(cases: Sequence[Case]) -> Bare:
    """Every case in turn with its replay."""
    scripts = [script_of(play(case)) for case in cases]
    keep_what_is_there()  # as a worker does once it has played
    found = [
        in_turn((partial(play, case), partial(_replays, script)), ROUNDS)
        for case, script in zip(cases, scripts, strict=True)
    ]
    return Bare(
        tuple(names(cases)),
        sum(run.cpu_s for run, _ in found),
        sum(run.wall_s for run, _ in found),
        sum(bare.cpu_s for _, bare in found) / REPLAYS,
        sum(bare.wall_s for _, bare in found) / REPLAYS,
        tuple(script.counts() for script in scripts),
    )


def _replays(script: Script) -> None:
    for _ in range(REPLAYS):
        replay(script)
