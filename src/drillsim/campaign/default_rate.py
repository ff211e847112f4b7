"""Shipped failure rates for where the customer's files do not say, each with its source.

They are *assumed* of the customer: whatever is worked out of one says so. Supplies and UPSs have none: how often one
is lost is a fact of its own that only the supply company or the maker knows.

Sources: Roy Billinton Test System, bus 6, data of its branches, transformers and busbars; the chances on demand are
common knowledge of the trade, unverified.
"""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.schema import Line, Switch
from drillsim.units import MS_PER


@dataclass(frozen=True, slots=True)
class Rate:
    """A failure rate a year, and the time of the repair; 0 ms where nobody can say."""

    per_year: float
    repair_ms: int


TRAFO = Rate(0.015, 200 * MS_PER["h"])
"""RBTS bus 6, transformer 11/0.415 kV, repaired and not replaced; of one with three windings and of a
reactor the same is assumed."""
BUS = Rate(0.001, 2 * MS_PER["h"])
"""RBTS bus 6, busbar 11 and 33 kV; of low voltage the same is assumed."""
ZONE = Rate(0.005, 0)
"""Lost as a whole by fire, flood or collapse: once in 200 years, assumed."""
_A_KM = Rate(0.04, 30 * MS_PER["h"])
"""RBTS bus 6, cable, a kilometre; of every line the same is assumed."""
BREAKER_ON_DEMAND = 0.002
"""A circuit breaker does not operate: 0.001 to 0.005, unverified."""
ATS_ON_DEMAND = 0.003
"""An automatic transfer switch does not operate: 0.002 to 0.005, unverified."""
BUS_TIE_ON_DEMAND = 0.015
"""A bus-tie transfer does not operate: 0.01 to 0.02, unverified."""


def line_rate(row: Line) -> Rate:
    """Return the rate of a line, by its length."""
    return Rate(_A_KM.per_year * row.length_km, _A_KM.repair_ms)


def switch_on_demand(row: Switch, kind: str | None) -> float | None:
    """Chance that a switch does not operate; None for what is no breaker. `kind` is what site.yaml says it is."""
    is_breaker = kind == "breaker" if kind else row.type == "CB"
    return BREAKER_ON_DEMAND if is_breaker else None


def transfer_on_demand(kind: str) -> float | None:
    """Chance that a transfer of this kind does not operate; None where nobody can say."""
    return {"ats": ATS_ON_DEMAND, "bus_tie_transfer": BUS_TIE_ON_DEMAND}.get(kind)
