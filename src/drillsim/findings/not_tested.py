"""The things this run did not test, as values for page one. The absence of a weak point says nothing about these.

Codes: `dark-not-judged`, `incomplete`, `not-applicable`, `oscillation`, `no-power-flow`, `no_plant_carries_this`,
`limit-beyond-horizon`, `still-dark`, `no-limit`, `endurance`, `dead-at-start`, `card-never-triggered`,
`steps-never-begun`, `branch-not-exercised`, `transfer-never-called`, `genset-never-called`. Text: `not-tested-<code>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drillsim.findings.finding import Verdict
from drillsim.findings.verdict import doubt_of, verdicts
from drillsim.journal import Journal, step_rows
from drillsim.network import net_of
from drillsim.plant import dead_at_start
from drillsim.schema import Case, Genset, base_name

_BEGUN = ("in_progress", "done", "failed", "timed_out")
_ABOUT_LIMITS = ("limit-beyond-horizon", "still-dark")


@dataclass(frozen=True, slots=True)
class NotTested:
    """One thing the run leaves open. Facts: `id` or `ids`, and times as `_ms`."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def not_tested(case: Case, journal: Journal, judged: tuple[Verdict, ...] | None = None) -> tuple[NotTested, ...]:
    """Everything the run leaves open: first what casts doubt on all of it, then limits, endurance, plan, devices."""
    found = verdicts(case, journal) if judged is None else judged
    return (
        *_whole(case, journal),
        *_limits(found, journal),
        *_endurance(case, found),
        *_plan(case, journal),
        *_devices(case, journal),
    )


def _whole(case: Case, journal: Journal) -> Iterator[NotTested]:
    doubt = doubt_of(journal)
    if not doubt.applicable:
        yield NotTested("not-applicable")
    if doubt.whole:
        yield NotTested(doubt.whole, {"until_ms": journal.end_ms})
    if doubt.buses:
        yield NotTested("no-power-flow", {"ids": doubt.buses})
    if doubt.beyond:
        yield NotTested("no_plant_carries_this", {"ids": doubt.beyond})
    dead = _dead_at_start(case, journal)
    if dead:
        yield NotTested("dead-at-start", {"ids": dead, "n": len(dead)})


def _dead_at_start(case: Case, journal: Journal) -> tuple[str, ...]:
    start, net = journal.initial, net_of(case.dossier)
    return dead_at_start(case.dossier, net, frozenset(start.get("live", ())), start.get("out_of_service", ()))


def _limits(judged: tuple[Verdict, ...], journal: Journal) -> Iterator[NotTested]:
    dark = tuple(verdict for verdict in judged if _dark_unjudged(verdict))
    if dark:
        longest = max(verdict.outage_ms for verdict in dark)
        ids = tuple(verdict.id for verdict in dark)
        yield NotTested("dark-not-judged", {"ids": ids, "longest_ms": longest, "until_ms": journal.end_ms})
    others = [verdict for verdict in judged if not _dark_unjudged(verdict)]
    for why in _ABOUT_LIMITS:
        ids = tuple(verdict.id for verdict in others if verdict.verdict == "not_tested" and verdict.why == why)
        if ids:
            yield NotTested(why, {"ids": ids, "until_ms": journal.end_ms})
    unstated = tuple(v.id for v in others if v.why == "no-limit" and (v.outages or v.open_at_end))
    if unstated:
        yield NotTested("no-limit", {"ids": unstated})


def _dark_unjudged(verdict: Verdict) -> bool:
    """Return whether something protected lay dark and no word could be said of it: the run was too short, or no limit
    is stated."""
    open_end = verdict.verdict == "not_tested" and verdict.why in ("limit-beyond-horizon", "no-limit")
    return open_end and verdict.protected and verdict.outage_ms > 0


def _endurance(case: Case, judged: tuple[Verdict, ...]) -> Iterator[NotTested]:
    """Loads whose own supply was not shown to last, by how long it was seen and how long it must."""
    groups: dict[tuple[int, int, str], list[str]] = {}
    for verdict in judged:
        due = case.dossier.site.loads[verdict.id].min_supply_time if verdict.endurance else None
        if verdict.endurance and due is not None and verdict.endurance.verdict in ("not_tested", "cannot_say"):
            groups.setdefault((verdict.endurance.lasts_ms or 0, due, verdict.endurance.why), []).append(verdict.id)
    for (lasts, due, why), ids in groups.items():
        yield NotTested("endurance", {"ids": tuple(ids), "lasts_ms": lasts, "due_ms": due, "why": why})


def _plan(case: Case, journal: Journal) -> Iterator[NotTested]:
    plan = case.dossier.plan
    active = {event.data["card"] for event in journal.of("card_active", "card_triggered")}
    state: dict[str, str] = {}
    for row in step_rows(journal):
        name = base_name(row.step)
        if state.get(name) not in _BEGUN:  # of many instances one that has begun speaks for the step
            state[name] = row.state
    idle = tuple(card.id for card in plan.all_cards() if card.id not in active)
    if idle:
        yield NotTested("card-never-triggered", {"ids": idle})
    branches = {name for _, step in plan.steps() for name in (step.on_failure.steps if step.on_failure else ())}
    for card in plan.all_cards():
        if card.id not in active:
            continue
        never = tuple(s.id for s in card.steps if state.get(s.id, "waiting") not in _BEGUN and s.id not in branches)
        if never:
            yield NotTested("steps-never-begun", {"id": card.id, "ids": never})
        for step in card.steps:
            unused = tuple(
                n for n in (step.on_failure.steps if step.on_failure else ()) if state.get(n, "waiting") not in _BEGUN
            )
            if unused:
                yield NotTested("branch-not-exercised", {"id": step.id, "ids": unused})


def _devices(case: Case, journal: Journal) -> Iterator[NotTested]:
    site = case.dossier.site
    asked = {
        event.data["transfer"]
        for event in journal.of("transfer_started", "transfer_done", "transfer_refused", "transfer_failed")
    }
    idle = tuple(name for name in site.transfers if name not in asked)
    if idle:
        yield NotTested("transfer-never-called", {"ids": idle})
    called = {event.data["source"] for event in journal.of("genset_called", "source_running")}
    gensets = tuple(name for name, spec in site.sources.items() if isinstance(spec, Genset) and name not in called)
    if gensets:
        yield NotTested("genset-never-called", {"ids": gensets})
