"""Rows of a campaign written by hand: failures with their rates, subjects with their limits, what became of each case.

of = campaign(failures=[event("a", 1.0, down=0.01)], subjects=[load("x", 1_000)])
rows = [of.row("a", 0, outage={"x": 2_000}), …]
answer([of.runner], of.rows(*rows))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pyarrow as pa

from drillsim.campaign.failure import Failure
from drillsim.campaign.outcome import VERDICTS, Outcome
from drillsim.campaign.play import Row
from drillsim.campaign.runner import Runner, Subject, runner_of
from drillsim.campaign.spec import Hour, Spec
from drillsim.campaign.table import schema, table
from drillsim.campaign.unit import units
from drillsim.findings.ledger import Entry
from drillsim.network import PandapowerFlow
from drillsim.schema.compiled import Compiled
from helpers.small_customer import small_customer

SUSTAINED_MS = 300_000
NIGHT = Hour("night", 150, None)
DAY = Hour("day", 600, None)


def event(name: str, per_year: float | None = None, *, down: float | None = None) -> Failure:
    return Failure(name, name, "short_circuit", "element", "event", per_year, down)


def state(name: str) -> Failure:
    return Failure(name, name, "person_absent", "person", "state")


def hidden(name: str, on_demand: float | None = None, group: Any = "device") -> Failure:
    return Failure(name, name, "fails_to_operate", group, "hidden", on_demand=on_demand)


def load(name: str, limit_ms: int | None = 1_000) -> Subject:
    return Subject("load", name, limit_ms, limit_ms is not None)


def function(name: str, limit_ms: int | None = 1_000) -> Subject:
    return Subject("function", name, limit_ms, True)


@cache
def _dossier() -> Compiled:
    return small_customer()


@cache
def _bench(spec: Spec) -> Runner:
    return runner_of(_dossier(), {}, spec, PandapowerFlow(_dossier().network))


@dataclass(frozen=True)
class Campaign:
    """A runner whose rows are written by hand."""

    runner: Runner

    def row(
        self,
        members: str,
        draw: int = 0,
        *,
        outage: Mapping[str, int] | None = None,
        says: Mapping[str, str] | None = None,
        hour: str = "night",
        scenario: str = "",
        **more: Any,
    ) -> Row:
        """A run of the case `a+b`: a subject's limit is missed where its outage is longer, unless `says` says
        something else. Unserved is 1 W for as long as a load is out."""
        ids = tuple(each for each in members.split("+") if each)
        out = [(outage or {}).get(each.id, 0) for each in self.runner.subjects]
        words = [(says or {}).get(each.id, _word(each, ms)) for each, ms in zip(self.runner.subjects, out, strict=True)]
        outcome = Outcome(
            status="completed",
            outage_ms=tuple(out),
            open=(0,) * len(out),
            total_ms=tuple(out),
            interruptions=tuple(int(ms > 0) for ms in out),
            sustained=tuple(int(ms > SUSTAINED_MS) for ms in out),
            sustained_ms=tuple(ms if ms > SUSTAINED_MS else 0 for ms in out),
            unserved_w_ms=tuple(
                ms if each.kind == "load" else 0 for each, ms in zip(self.runner.subjects, out, strict=True)
            ),
            verdicts=tuple(VERDICTS.index(word) for word in words),
            hazards=0,
            harmed=0,
            events=1,
            cards=(),
            steps=(),
            ledger=(),
        )
        of_outcome = {key: more.pop(key) for key in tuple(more) if key in Outcome.__slots__}
        outcome = replace(outcome, **of_outcome)
        unit = self._unit(ids, hour, scenario)
        row = Row(unit, more.pop("variant", ""), ids, hour, scenario, draw, more.pop("played", True), "", outcome)
        return replace(row, **more)

    def draws(self, members: str, outages: Sequence[Mapping[str, int]], **more: Any) -> list[Row]:
        """One row a draw."""
        return [self.row(members, draw, outage=outage, **more) for draw, outage in enumerate(outages)]

    def rows(self, *rows: Row, batch: int = 10_000) -> HandRows:
        """A store of these rows, so many in a batch."""
        ordered = sorted(rows, key=lambda row: (row.variant, row.unit))
        cut = [ordered[at : at + batch] for at in range(0, len(ordered), batch)]
        return HandRows(tuple(table(each, schema(self.runner.subjects)) for each in cut))

    def _unit(self, ids: tuple[str, ...], hour: str, scenario: str) -> int:
        places = {each.id: place for place, each in enumerate(self.runner.failures)}
        shown = tuple(sorted(places[each] for each in ids if self.runner.failures[places[each]].nature != "hidden"))
        for unit in units(self.runner.failures, self.runner.spec):
            if (unit.members, unit.hour.name, unit.scenario) == (shown, hour, scenario):
                return unit.number
        raise LookupError(ids)


@dataclass(frozen=True)
class HandRows:
    """Tables as a store holds them."""

    drawn: tuple[pa.Table, ...]
    exact: tuple[pa.Table, ...] = ()

    def tables(self, *, exact: bool = False) -> Iterator[pa.Table]:
        return iter(self.exact if exact else self.drawn)


def campaign(
    failures: Sequence[Failure],
    subjects: Sequence[Subject],
    *,
    order: int = 1,
    hours: tuple[Hour, ...] = (NIGHT,),
    scenarios: tuple[str, ...] = (),
    draws: int = 1,
    limit: int | None = None,
    variant: str = "",
) -> Campaign:
    """A runner with these failures and subjects; everything else is the small customer's."""
    spec = Spec(order=order, hours=hours, scenarios=scenarios, draws=draws, limit=limit)
    natures = ("event", "state", "hidden")
    ordered = sorted(failures, key=lambda each: natures.index(each.nature))
    return Campaign(replace(_bench(spec), failures=tuple(ordered), subjects=tuple(subjects), variant=variant))


def entry(subject: str, cause: str, *, late_ms: int = 0, unserved_w_ms: int = 0) -> Entry:
    return Entry(subject, cause, late_ms, unserved_w_ms)


def _word(subject: Subject, outage_ms: int) -> str:
    if subject.max_interruption_ms is None:
        return "not_tested"
    return "missed" if outage_ms > subject.max_interruption_ms else "met"
