"""Four verdicts for every load and function: met, missed, not_tested, cannot_say, each with why.

The worst thing this product can do is a wrong "met". So the order of asking is: an interruption seen to be longer than
the limit is missed whatever else happened; a doubt (incomplete journal, oscillation, no power flow on its bus, a state
no plant carries) takes every other word away; a limit the run could not have missed was not tested; only what is left
was met.
An interruption is read at the end of an instant: 0 ms is none. Gaps under 20 ms merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from drillsim.findings.dependencies import needed_loads
from drillsim.findings.endurance import endurance
from drillsim.findings.feeding import Feeding
from drillsim.findings.finding import Endurance, Verdict, VerdictWord
from drillsim.journal import Interval, Journal, function_outages, load_outages
from drillsim.schema import Case, Dossier, Function, Load

_W_MS_A_KWH = 3.6e9
UNSTATED = Load()
"""Stands for a network load the site file says nothing about."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The reasons in this journal that forbid the word `met`."""

    whole: str = ""
    """Reason nothing at all may be called met; empty when there is no such reason."""
    applicable: bool = True
    buses: tuple[str, ...] = ()
    """Buses whose power flow gave no answer at some time."""
    beyond: tuple[str, ...] = ()
    """Loads that stayed for too long in a state no plant carries."""


def doubt_of(journal: Journal) -> Doubt:
    """Return the doubts `journal` leaves open."""
    status = journal.events[-1].data["status"] if journal.complete else "incomplete"
    cut = "" if status in ("completed", "not_applicable") else "incomplete"
    whole = "oscillation" if any(journal.of("oscillation")) else cut
    buses = dict.fromkeys(bus for event in journal.of("cannot_say") for bus in event.data["buses"])
    beyond = dict.fromkeys(event.data["load"] for event in journal.of("no_plant_carries_this"))
    return Doubt(whole, status != "not_applicable", tuple(buses), tuple(beyond))


def verdicts(case: Case, journal: Journal, feeding: Feeding | None = None) -> tuple[Verdict, ...]:
    """One verdict for each load (in the network file's order), then each function (in the site file's). `feeding` of
    the same run, where there is one already, saves working it out."""
    doubt, unserved = doubt_of(journal), unserved_kwh(journal)
    feeding = feeding or Feeding(case.dossier, journal)
    found = []
    for each in interruptions(case.dossier, journal):
        asked = isinstance(each.stated, Load) and each.stated.min_supply_time is not None and doubt.applicable
        lasting = (
            endurance(each.id, each.stated, feeding, each.unsure) if asked and isinstance(each.stated, Load) else None
        )
        found.append(_verdict(each, unserved.get(each.id, 0.0) if each.kind == "load" else 0.0, lasting))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Interruption:
    """The interruptions of one load or function, and the word for its interruption limit."""

    kind: Literal["load", "function"]
    id: str
    stated: Load | Function
    spans: tuple[Interval, ...]
    """Real interruptions (0 ms is none), in time order."""
    verdict: VerdictWord
    why: str
    unsure: str
    """Reason nothing may be called met; empty when it may."""

    @property
    def longest_ms(self) -> int:
        """Longest single interruption."""
        return max((span.ms for span in self.spans), default=0)

    @property
    def total_ms(self) -> int:
        """All interruptions together."""
        return sum(span.ms for span in self.spans)


def interruptions(dossier: Dossier, journal: Journal) -> Iterator[Interruption]:
    """Every load (in the network file's order), then every function (in the site file's), judged by its limit."""
    doubt = doubt_of(journal)
    yield from _loads(dossier, journal, doubt)
    yield from _functions(dossier, journal, doubt)


def _loads(dossier: Dossier, journal: Journal, doubt: Doubt) -> Iterator[Interruption]:
    outages, known = load_outages(journal), journal.initial.get("loads", {})
    for row in dossier.network.loads:
        if not row.in_service:  # it is not there: nothing can be asked of it
            continue
        stated = dossier.site.loads.get(row.name, UNSTATED)
        spans = _real(outages.get(row.name, ()))
        unsure = doubt.whole or _no_flow(doubt, _buses(stated, row.bus)) or _beyond(doubt, (row.name,))
        unsure = unsure or _unrecorded(known, row.name)
        word, why = _judged(stated.max_interruption, spans, journal, doubt, unsure)
        yield Interruption("load", row.name, stated, spans, word, why, unsure)


def _functions(dossier: Dossier, journal: Journal, doubt: Doubt) -> Iterator[Interruption]:
    lost, known = function_outages(journal), journal.initial.get("functions", {})
    buses_of = _buses_by_load(dossier) if doubt.buses else {}
    harmed = {e.data["function"] for e in journal.of("function_changed") if e.data["state"] == "harmed"}
    for name, function in dossier.site.functions.items():
        spans = _real(lost.get(name, ()))
        needed = needed_loads(dossier, name) if doubt.buses or doubt.beyond else ()
        buses = tuple(bus for load in needed for bus in buses_of.get(load, ()))
        unsure = doubt.whole or _no_flow(doubt, buses) or _beyond(doubt, needed) or _unrecorded(known, name)
        word, why = _judged(function.max_interruption, spans, journal, doubt, unsure)
        if name in harmed:
            word, why = "missed", "harmed"
        yield Interruption("function", name, function, spans, word, why, unsure)


def _buses(load: Load, bus: str) -> tuple[str, ...]:
    """Return the buses the load is plugged in at: its cords, or the bus of its row."""
    return tuple(cord.bus for cord in load.cords) or (bus,)


def _buses_by_load(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    stated = dossier.site.loads
    return {row.name: _buses(stated.get(row.name, UNSTATED), row.bus) for row in dossier.network.loads}


def unserved_kwh(journal: Journal) -> dict[str, float]:
    """Energy each load asked for and did not get, in kWh; a load never dark is missing here."""
    return {load: energy / _W_MS_A_KWH for load, energy in unserved_w_ms(journal).items()}


def unserved_w_ms(journal: Journal) -> dict[str, int]:
    """Energy each load asked for and did not get, in watt-milliseconds, so that sums are exact: its demand when it was
    lost, times the time until it was back or the run ended. A load never dark is missing here.

    Source: energy not supplied (ENS), Billinton & Allan, Reliability Evaluation of Power Systems; here per load.
    """
    initial = journal.initial.get("loads", {})
    dark = {
        load: (journal.start_ms, _watts(state["demand_kw"])) for load, state in initial.items() if not state["live"]
    }
    total: dict[str, int] = {}
    for event in journal.of("load_lost", "load_restored"):
        load = event.data["load"]
        if load in dark:
            since, watts = dark.pop(load)
            total[load] = total.get(load, 0) + watts * (event.t_ms - since)
        if event.type == "load_lost":
            dark[load] = (event.t_ms, _watts(event.data["demand_kw"]))
    for load, (since, watts) in dark.items():
        total[load] = total.get(load, 0) + watts * (journal.end_ms - since)
    return total


def _watts(kw: float) -> int:
    return round(kw * 1000)


def _real(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    return tuple(span for span in spans if span.ms > 0 or span.open)


def _judged(
    limit: int | None, spans: tuple[Interval, ...], journal: Journal, doubt: Doubt, unsure: str
) -> tuple[VerdictWord, str]:
    """The word for the interruption limit, and why."""
    longest = max((span.ms for span in spans), default=0)
    if not doubt.applicable:
        return "not_tested", "not-applicable"
    if limit is None:
        return "not_tested", "no-limit"
    if longest > limit:
        return "missed", "longer-than-limit"
    if unsure:
        return "cannot_say", unsure
    if limit >= journal.end_ms - journal.start_ms:
        return "not_tested", "limit-beyond-horizon"
    if any(span.open for span in spans):
        return "not_tested", "still-dark"
    return "met", "within-limit" if spans else "not-interrupted"


def _no_flow(doubt: Doubt, buses: tuple[str, ...]) -> str:
    return "no-power-flow" if any(bus in doubt.buses for bus in buses) else ""


def _beyond(doubt: Doubt, loads: Iterable[str]) -> str:
    return "no_plant_carries_this" if any(load in doubt.beyond for load in loads) else ""


def _unrecorded(known: Mapping[str, object], name: str) -> str:
    """A name the journal never heard of: the files are not those of the run."""
    return "" if name in known else "not-recorded"


def _verdict(each: Interruption, unserved: float, lasting: Endurance | None) -> Verdict:
    worst = max(each.spans, key=lambda span: span.ms, default=None)
    has_harm = isinstance(each.stated, Function) and each.stated.harm is not None
    return Verdict(
        kind=each.kind,
        id=each.id,
        protected=each.stated.max_interruption is not None or lasting is not None or has_harm,
        max_interruption_ms=each.stated.max_interruption,
        outage_ms=worst.ms if worst else 0,
        total_ms=each.total_ms,
        outages=len(each.spans),
        open_at_end=any(span.open for span in each.spans),
        unserved_kwh=round(unserved, 3) + 0.0,
        verdict=each.verdict,
        why=each.why,
        endurance=lasting,
        evidence=worst.seqs if worst else (),
    )
