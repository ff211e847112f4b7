"""Every case on both versions, on several processes: the answer is the same whoever played what."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.campaign import unit_count, units
from drillsim.revision.pool import pool
from drillsim.revision.versions.answer import Comparison, answer
from drillsim.revision.versions.pairing import Pairing
from drillsim.revision.versions.play import UnitCompared, compare_unit

Progress = Callable[[str, int, int], None]
"""The part being done, units done, of how many."""


def compare_all(pairing: Pairing, workers: int = 1, progress: Progress = lambda what, done, of: None) -> Comparison:
    """Return the comparison of all cases, played by `workers` processes. Ctrl-C ends it at once."""
    failures, spec = pairing.new.failures, pairing.new.spec
    total, found = unit_count(failures, spec), list[UnitCompared]()
    with pool(pairing, workers) as players:
        try:
            for each in players.map(compare_unit, units(failures, spec)):
                found.append(each)
                progress("", len(found), total)
        except KeyboardInterrupt:
            players.stop()
            raise
    return answer(pairing, found)
