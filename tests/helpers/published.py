"""Published distribution systems as customers, played by the engine: one run a failure and way its chances go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

from drillsim.campaign.exact import enumerate_case
from drillsim.campaign.indices import CaseOutcomes, Weighted, indices, points_of
from drillsim.campaign.result import Indices
from drillsim.errors import InvalidInput
from drillsim.files.folder import load_customer
from drillsim.files.new_folder import folder_of_system
from drillsim.findings.verdict import interruptions
from drillsim.journal import Journal
from drillsim.network import PowerFlow, flow_for, net_of
from drillsim.schema.base import NO_WORDS
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import FaultEvent, Scenario, Selector, Start
from drillsim.simulation import simulate

DATA = Path(__file__).resolve().parents[1] / "data"
MS_AN_HOUR = 3_600_000
AFTER_MS = 60_000
"""Time a case is watched once its repair is over, ms."""


def expected(name: str) -> Mapping[str, Any]:
    """The indices written down beside the table `name`, by case."""
    return yaml.safe_load((DATA / f"{name}_indices.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def case_names(name: str) -> tuple[str, ...]:
    """The cases of the table `name`."""
    return tuple(yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))["cases"])


def half_up(value: float, like: str) -> str:
    """`value` with as many decimals as `like`, a half rounded up; what lies below 1e-5 of the last digit is noise."""
    places = Decimal(like).as_tuple().exponent
    assert isinstance(places, int)
    noise = Decimal(10) ** (places - 5)
    return str(Decimal(value).quantize(noise).quantize(Decimal(10) ** places, ROUND_HALF_UP))


@dataclass(frozen=True)
class Published:
    """A customer with its engine."""

    dossier: Compiled
    flow: PowerFlow

    def failures(self) -> Iterator[tuple[Case, float]]:
        """A case for each branch, with its failures a year."""
        for name, facts in self.dossier.site.elements.items():
            assert facts.failures_per_year is not None
            if not facts.failures_per_year:
                continue  # left out by the table
            assert facts.repair is not None
            yield self.case(name, facts.repair.at(0.5) + AFTER_MS), facts.failures_per_year

    def case(self, element: str, horizon_ms: int) -> Case:
        """A short circuit on `element`."""
        event = FaultEvent.model_construct(at=0, fault="short_circuit", on=Selector(id=(element,)))
        scenario = Scenario.model_construct(
            format=1,
            title=NO_WORDS,
            start=Start(date=dt.date(2026, 7, 1), time=600),
            horizon=horizon_ms,
            events=(event,),
        )
        return Case(self.dossier, element, scenario)

    def play(self, element: str, *, hours: float = 10.0) -> Journal:
        """One run, every chance going as it does with seed 1."""
        case = self.case(element, round(hours * MS_AN_HOUR))
        return simulate(case, flow=self.flow)

    def dark(self, journal: Journal) -> dict[str, tuple[int, int]]:
        """Sustained interruptions and their milliseconds of each load that has any: published tables know no others,
        and what lies beside a fault is without voltage until it is cleared."""
        above = self.dossier.customer.indices.sustained_above
        rows = (row for row in interruptions(self.dossier, journal) if row.kind == "load")
        spans = {row.id: [span.ms for span in row.spans if span.ms > above] for row in rows}
        return {name: (len(found), sum(found)) for name, found in spans.items() if found}

    def exact(self) -> Indices:
        """Indices with every way the chances can go."""
        cases = []
        for case, per_year in self.failures():
            found = enumerate_case(case, self.dark, flow=self.flow)
            assert found.exact and not found.weight_left
            loads: dict[str, list[Weighted]] = {}
            for leaf in found.leaves:
                for load, (times, ms) in leaf.result.items():
                    loads.setdefault(load, []).append(Weighted(leaf.probability, times, ms / MS_AN_HOUR))
            cases.append(CaseOutcomes(per_year, loads))
        return indices(cases, points_of(self.dossier))


def published(folder: Path, name: str, case: str) -> Published:
    """Case `case` of the table `name`, written to `folder` and read back from there."""
    try:
        folder_of_system(folder, DATA / f"{name}.yaml", case, "en")
        dossier = load_customer(folder).dossier
    except InvalidInput as error:
        raise AssertionError(error.problems) from error
    return Published(dossier, flow_for(dossier.network, net_of(dossier)))
