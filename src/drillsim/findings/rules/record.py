"""M06, M07, M08: several things at once, corrections that stayed open, outages planned side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from drillsim.findings.facts import M06, M07, M08
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_time
from drillsim.findings.view import View
from drillsim.schema import Condition, Correction, PlannedOutage, corrections

Standing = tuple[int, int, tuple[str, ...]]


def several_at_once(view: View) -> Iterator[Finding]:
    """M06: a limit was missed while several faults stood at once, and every card that answered asks for one fact."""
    standing = _apart(view, _most_at_once(view))
    if len(standing) < 2:
        return
    missed = tuple(m for m in view.missed if m.end_ms > standing[-1][0])
    answered = tuple(dict.fromkeys(str(e.data["card"]) for e in view.events("card_active")))
    cards = [card for card in view.plan.cards if card.id in answered]
    if not missed or not cards or any(_facts_asked(card.trigger) > 1 for card in cards):
        return
    things = tuple(dict.fromkeys(name for _, _, names in standing for name in names))
    facts = M06(
        things=things,
        count=len(things),
        cards=tuple(card.id for card in cards),
        at_ms=standing[-1][0],
    )
    yield finding(view, "M06", view.plan.id, facts, [seq for _, seq, _ in standing], missed)


def _apart(view: View, standing: list[Standing]) -> list[Standing]:
    """Those of the faults that are about something else than another: a burnt zone nobody may enter is one, and what
    had failed in it before."""
    inside = {name for _, _, names in standing for zone in names for name in _contents(view, zone)}
    seen: dict[tuple[str, ...], Standing] = {}
    for each in standing:
        if not set(each[2]) <= inside:
            seen.setdefault(each[2], each)
    return list(seen.values())


def _contents(view: View, name: str) -> tuple[str, ...]:
    return view.site.zones[name].contains if name in view.site.zones else ()


def _most_at_once(view: View) -> list[Standing]:
    """Faults of the scenario that stood together, at the moment of the most: begin, seq, targets."""
    standing: dict[int, Standing] = {}
    most: list[Standing] = []
    for event in view.events("fault_begins", "fault_ends"):
        if event.type == "fault_ends":
            standing.pop(event.data["event"], None)
            continue
        targets = tuple(str(name) for name in event.data["targets"])
        standing[event.data["event"]] = (event.t_ms, event.seq, targets)
        most = list(standing.values()) if len(standing) > len(most) else most
    return most


def _facts_asked(trigger: Condition) -> int:
    """Return the number of things a trigger asks for together."""
    if trigger.kind in ("all", "any"):
        count = sum if trigger.kind == "all" else max
        return count(max(1, _facts_asked(part)) for part in trigger.parts())
    return len(trigger.subjects) if trigger.kind != "not" else 1


def overdue(view: View) -> Iterator[Finding]:
    """M07: a correction was due before the day of this run and is still open."""
    for each in corrections(view.dossier):
        if _is_overdue(view, each):
            yield _correction(view, each, "overdue", (0,))


def recurred(view: View, found: Iterable[Finding]) -> Iterator[Finding]:
    """M07: a weak point of this run is one that a correction, open or closed, was to put right.

    An entry of the register holds on every day: it was found by a run and is closed for the plan as it is, whatever
    day the scenario plays on. One that is open and has never been closed is known, and no news."""
    seen, known = set[str](), corrections(view.dossier)
    for each in found:
        for one in known:
            same = one.code == each.code and one.subject in ("", each.subject.id)
            state = _state(view, one) if same and one.id not in seen else None
            if state is not None:
                seen.add(one.id)
                yield _correction(view, one, state, each.evidence)


def _state(view: View, one: Correction) -> Literal["recurred", "reopened", "open"] | None:
    """Return the state to tell of a correction whose weak point this run shows; None where there is nothing to tell, or
    it is told as overdue."""
    day = view.case.scenario.start.date
    if one.is_entry:
        told: Literal["recurred", "reopened"] | None = "recurred" if one.closed else "reopened" if one.recurs else None
        return None if _is_overdue(view, one) else told
    if one.opened > day:
        return None
    if one.closed is not None and one.closed <= day:
        return "recurred"
    return "open" if one.due is None or one.due >= day else None


def _is_overdue(view: View, one: Correction) -> bool:
    return one.closed is None and one.due is not None and one.due < view.case.scenario.start.date


def _correction(
    view: View, one: Correction, state: Literal["overdue", "recurred", "reopened", "open"], evidence: Iterable[int]
) -> Finding:
    day = view.case.scenario.start.date
    due = one.closed if state == "recurred" else one.due
    facts = M07(
        issue=one.id,
        state=state,
        what=f"issue[{one.id}]",
        of_code=one.code,
        coded="yes" if one.code else "no",
        opened=one.opened.isoformat(),
        due=due.isoformat() if due else "–",
        days=(day - due).days if due else 0,
        version=one.recurs[-1].version if state == "reopened" else "",
    )
    return finding(view, "M07", one.subject or view.plan.id, facts, evidence)


def planned_together(view: View) -> Iterator[Finding]:
    """M08: on the day of this run two planned outages leave the customer on less than it counts on."""
    day = view.case.scenario.start.date
    today = [outage for outage in view.dossier.customer.outages if outage.from_ <= day <= outage.to]
    for one, other in combinations(today, 2):
        if not _conflict(view, one, other):
            continue
        facts = M08(first=one.of, second=other.of, day=day.isoformat())  # fmt: skip
        endangers = by_time(view, 0, view.journal.end_ms) if _taken_out(view, one, other) else ()
        yield finding(view, "M08", other.of[0], facts, (0,), endangers)


def _conflict(view: View, one: PlannedOutage, other: PlannedOutage) -> bool:
    """Return whether one takes a feeder and the other another feeder, or an own source or its transfer."""
    sides = [[_kind(view, name) for name in outage.of] for outage in (one, other)]
    feeder = ["feeder" in each for each in sides]
    own = ["own" in each for each in sides]
    return set(one.of) != set(other.of) and (all(feeder) or (feeder[0] and own[1]) or (own[0] and feeder[1]))


def _kind(view: View, name: str) -> str:
    """A cable out of service counts as the feeder it carries."""
    network = view.dossier.network
    if name in {row.name for row in (*network.ext_grid, *network.line)}:
        return "feeder"
    return "own" if name in view.site.sources or name in view.site.transfers else "other"


def _taken_out(view: View, one: PlannedOutage, other: PlannedOutage) -> bool:
    """Return whether this run began with both out."""
    dead = {name for name, state in view.journal.initial.get("sources", {}).items() if state == "dead"}
    out = dead | set(view.journal.initial.get("out_of_service", ()))
    return bool(set(one.of) & out) and bool(set(other.of) & out)
