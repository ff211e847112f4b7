"""Supply indices: how often and how long customers are without supply in a year, and the energy they go without.

Definitions of Billinton & Allan, *Reliability Evaluation of Power Systems*, 2nd ed., section 7.3, the same as IEEE
1366: with λ the interruptions a year of a load point, U its hours a year without supply, N its customers and L its
average demand,

    SAIFI = Σ λN ÷ ΣN     SAIDI = Σ UN ÷ ΣN     CAIDI = SAIDI ÷ SAIFI     ASAI = 1 − SAIDI ÷ 8760     ENS = Σ LU

λ and U are those of sustained interruptions, in IEEE 1366 those longer than 5 min; MAIFI is SAIFI of the others. ENS is
the energy of all of them.

λ and U come from cases that exclude one another: each has a yearly frequency and outcomes with their probabilities.
An interruption of 0 ms is a dip and does not count; whoever counts interruptions has left it out. That a second fault
comes while the first lasts is neglected, as in the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from drillsim.campaign.result import Indices, LoadPoint
from drillsim.schema import Dossier

HOURS_A_YEAR = 8760.0
KW_PER_MW = 1000.0


@dataclass(frozen=True, slots=True)
class Point:
    """A load point."""

    id: str
    customers: int
    average_kw: float


@dataclass(frozen=True, slots=True)
class Weighted:
    """One outcome of a case for one load."""

    probability: float
    interruptions: int
    """Sustained ones."""
    dark_h: float
    """Hours without supply, all sustained interruptions together."""
    momentary: int = 0
    """Interruptions that are no longer than what counts as sustained."""
    momentary_h: float = 0.0
    """Hours without supply, all momentary interruptions together."""


@dataclass(frozen=True, slots=True)
class CaseOutcomes:
    """The outcomes of a failure, and how often a year it happens. Probabilities of each load's outcomes sum to 1."""

    per_year: float
    loads: Mapping[str, Sequence[Weighted]]
    """Outcomes by load; a load that is missing is never without supply."""


def points_of(dossier: Dossier) -> tuple[Point, ...]:
    """The load points of a customer, in file order, each with the demand of its row and its number of customers."""
    stated = dossier.site.loads
    return tuple(
        Point(row.name, stated[row.name].customers if row.name in stated else 1, row.p_mw * row.scaling * KW_PER_MW)
        for row in dossier.network.loads
        if row.in_service
    )


def indices(cases: Iterable[CaseOutcomes], points: Sequence[Point]) -> Indices:
    """The indices of `points` over `cases`; hours, kWh and numbers a year. CAIDI is 0 where nothing ever fails."""
    known = tuple(cases)
    rows = tuple(_point(known, point) for point in points)
    customers = sum(point.customers for point in points)
    pairs = tuple(zip(rows, points, strict=True))
    saifi = fsum(row.failures_per_year * p.customers for row, p in pairs) / max(customers, 1)
    saidi = fsum(row.hours_per_year * p.customers for row, p in pairs) / max(customers, 1)
    return Indices(
        saifi=saifi,
        saidi_h=saidi,
        caidi_h=saidi / saifi if saifi else 0.0,
        asai=1 - saidi / HOURS_A_YEAR,
        ens_kwh=fsum(_hours(known, p) * p.average_kw for p in points),
        maifi=fsum(row.momentary_per_year * p.customers for row, p in pairs) / max(customers, 1),
        load_points=rows,
    )


def _point(cases: Sequence[CaseOutcomes], point: Point) -> LoadPoint:
    met = [(case.per_year, each) for case in cases for each in case.loads.get(point.id, ())]
    return LoadPoint(
        id=point.id,
        failures_per_year=fsum(rate * each.probability * each.interruptions for rate, each in met),
        hours_per_year=fsum(rate * each.probability * each.dark_h for rate, each in met),
        momentary_per_year=fsum(rate * each.probability * each.momentary for rate, each in met),
    )


def _hours(cases: Sequence[CaseOutcomes], point: Point) -> float:
    """Hours a year without supply, momentary interruptions too."""
    return fsum(
        case.per_year * each.probability * (each.dark_h + each.momentary_h)
        for case in cases
        for each in case.loads.get(point.id, ())
    )
