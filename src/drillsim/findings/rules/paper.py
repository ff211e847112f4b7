"""S06, O07, P05, P06, M04, M05: what the papers say against what this run did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, cast

from drillsim.checks import Inputs, Result, names_fit_network
from drillsim.findings.facts import M04, M05, O07, P05, P06, S06
from drillsim.findings.finding import Finding
from drillsim.findings.roster import Roster
from drillsim.findings.rules.make import came, finding
from drillsim.findings.severity import by_step
from drillsim.findings.view import View
from drillsim.journal import Event, StepRow, state_at
from drillsim.schema import Actor, Ats, Card, Compiled, Feeder, Step, Sts, base_name, follows_from

SETTLED_MS = 30 * 60_000
"""Half an hour after the mains are back somebody should have begun to go back to normal; assumed."""
NEVER = "–"
"""The last day of a certificate somebody never had."""
OPPOSITE_MS = 30 * 60_000
"""Opposite movements of one device within this time belong to one event; assumed."""


def differs_from_mode(view: View) -> Iterator[Finding]:
    """S06: switches stood otherwise at the start than the operating mode says, which is what everybody believes."""
    start = view.case.scenario.start
    mode = view.site.modes.get(start.mode)
    closed = {name for name, on in zip(view.feeding.net.switch_ids, view.feeding.net.closed, strict=True) if on}
    drawn = (closed - set(mode.open if mode else ())) | set(mode.closed if mode else ())
    found = set(view.journal.initial.get("closed", ()))
    odd = tuple(name for name in view.feeding.net.switch_ids if (name in drawn) != (name in found))
    if odd:
        touched = tuple(dict.fromkeys(row.step for row in view.rows if _touches(view, row, odd)))
        facts = S06(switches=odd, mode=start.mode, met=touched)
        yield finding(view, "S06", odd[0], facts, (0,), (), touched)


def _touches(view: View, row: StepRow, switches: tuple[str, ...]) -> bool:
    _, step = view.clause_of(row.step)
    return step is not None and row.started_ms is not None and any(name in switches for name in step.target)


def not_back_to_normal(view: View) -> Iterator[Finding]:
    """O07: the mains came back, and there is no way back to normal, or it was not begun, stood still, or ended
    with devices still in their emergency positions."""
    back = _last_back(view)
    moved = _still_moved(view)
    if back is None or not moved or view.journal.end_ms - back.t_ms < SETTLED_MS:
        return
    card = view.plan.restoration
    what, stuck = _how_far(view, card, moved)
    facts = O07(
        what=what,
        devices=moved,
        since_ms=view.journal.end_ms - back.t_ms,
        step=stuck,
    )
    yield finding(view, "O07", card.id if card else view.plan.id, facts, (back.seq,), (), [stuck] if stuck else ())


def _last_back(view: View) -> Event | None:
    """Return the event by which the last of the feeders that were lost was back; None while one is away, or none was
    lost."""
    lost = {event.data["source"]: False for event in view.events("source_lost")}
    last = None
    for event in view.events("source_lost", "source_back"):
        lost[event.data["source"]] = event.type == "source_back"
        last = event if event.type == "source_back" else last
    feeders = [row.name for row in view.dossier.network.ext_grid]
    return last if last and all(home for name, home in lost.items() if name in feeders) else None


def _still_moved(view: View) -> tuple[str, ...]:
    """Switches that stand at the end otherwise than at the start; those that a fault holds open, and those of own
    sources that have stopped, are no matter of going back."""
    before = set(view.journal.initial.get("closed", ()))
    after = state_at(view.journal, view.journal.end_ms).closed
    tripped = {event.data["device"] for event in view.events("protection_trips")}
    moved = (name for name in view.feeding.net.switch_ids if (name in before) != (name in after))
    own = {getattr(spec, "breaker", None) for spec in view.site.sources.values() if not isinstance(spec, Feeder)}
    return tuple(name for name in moved if name not in tripped and name not in own)


def _speaks_of(view: View, step: Step, devices: tuple[str, ...]) -> bool:
    """Return whether the step moves one of the devices, or the transfer one of them belongs to."""
    transfers = [view.site.transfers[name] for name in step.target if name in view.site.transfers]
    sides = {side for each in transfers if isinstance(each, Ats | Sts) for side in (each.normal, each.standby)}
    return bool({*step.target, *sides} & set(devices))


_HowFar = Literal["none", "never", "stuck", "failed", "left_out", "short"]


def _how_far(view: View, card: Card | None, moved: tuple[str, ...]) -> tuple[_HowFar, str]:
    """Return how far the way back came, and the step it stands at."""
    if card is None:
        return "none", ""
    if not any(view.events("card_active", card=card.id)):
        return "never", ""
    rows = {row.step: row for row in view.rows}
    for step in card.steps:
        row = rows.get(step.id)
        if row is not None and row.state == "skipped" and row.why == "when" and _speaks_of(view, step, moved):
            return "left_out", step.id
        if row is not None and row.state in ("waiting", "ready"):
            return "stuck", step.id
        if row is not None and row.state in ("failed", "timed_out"):
            return "failed", step.id
    return "short", ""


def opposite_orders(view: View) -> Iterator[Finding]:
    """P05: steps of two cards moved one device one way and back within half an hour."""
    last: dict[str, Event] = {}
    for event in view.events("switch_moved", cause="step"):
        device, before = event.data["switch"], last.get(event.data["switch"])
        last[device] = event
        if before is None or before.data["closed"] == event.data["closed"]:
            continue
        cards = [_response(view, each) for each in (before, event)]
        if None in cards or cards[0] == cards[1] or event.t_ms - before.t_ms > OPPOSITE_MS:
            continue
        steps = [str(each.data["cause_id"]) for each in (before, event)]
        facts = P05(
            first=steps[0],
            second=steps[1],
            cards=tuple(str(card) for card in cards),
            after_ms=event.t_ms - before.t_ms,
            at_ms=event.t_ms,
        )
        endangers = by_step(view, steps[1], event.t_ms, view.journal.end_ms)
        yield finding(view, "P05", device, facts, (before.seq, event.seq), endangers, steps)


def _response(view: View, event: Event) -> str | None:
    """The response card a movement belongs to; None for restoration and what no card wrote."""
    card, _ = view.clause_of(str(event.data["cause_id"]))
    return card.id if card is not None and card != view.plan.restoration else None


def certificate_run_out(view: View) -> Iterator[Finding]:
    """P06: somebody on duty when it began could not be taken because their certificate had run out."""
    began = view.disturbance_ms()
    for role, actor in view.plan.actors.items() if began is not None else ():
        steps = tuple(step.id for _, step in view.plan.steps() if role in (step.by.operator, step.by.supervisor))
        if actor.certificate and steps:
            yield from _without_certificate(view, role, began or 0, steps)


def _without_certificate(view: View, role: str, began: int, steps: tuple[str, ...]) -> Iterator[Finding]:
    roster, actor = Roster(view), view.plan.actors[role]
    lapsed = dict(_lapsed(view, actor, view.case.scenario.start.date))
    others = tuple(name for name in roster.holders(role, began) if name not in lapsed)
    until_ms = began if others else _first_valid(view, actor, tuple(lapsed), began)
    first = next(e for e in view.journal.of("load_lost", "source_lost") if e.t_ms == began)
    for person, until in lapsed.items():
        if roster.on_duty(person, began):
            facts = P06(
                role=role,
                certificate=actor.certificate,
                held="no" if until == NEVER else "yes",
                until=until,
                others="yes" if others else "no",
                nobody_ms=until_ms - began,
            )
            limits = {m.id: m for step in steps for m in by_step(view, step, began, until_ms)} if not others else {}
            yield finding(view, "P06", person, facts, (first.seq,), limits.values(), steps)


def _lapsed(view: View, actor: Actor, day: dt.date) -> Iterator[tuple[str, str]]:
    """Holders of a role whose certificate of its kind has run out, with the last day; '–' who never had one."""
    for person in actor.held_by:
        known = view.dossier.customer.people.get(person)
        dates = [each.until for each in known.certificates if each.kind == actor.certificate] if known else []
        if not dates or max(dates) < day:
            yield person, max(dates).isoformat() if dates else NEVER


def _first_valid(view: View, actor: Actor, lapsed: tuple[str, ...], began: int) -> int:
    """Return the time the first holder with a valid certificate came on duty, ms; the end of the run if none did."""
    valid = [name for name in actor.held_by if name not in lapsed]
    times = [e.t_ms for e in view.events("on_duty") if e.data["person"] in valid and e.t_ms >= began]
    return min(times, default=view.journal.end_ms)


def wrong_names(view: View) -> Iterator[Finding]:
    """M04: a step this run carried out names another device than it operates, or none."""
    begun = {base_name(row.step): row for row in view.rows if row.started_ms is not None}
    for result in _misnamed(view.dossier):
        row = begun.get(result.about.id)
        if row is not None:
            told = dict(result.facts)
            facts = M04(
                what=cast(Literal["strange", "other", "silent"], result.variant),
                numbers=str(told.get("numbers", "")),
                targets=str(told.get("targets", "")),
            )
            step = result.about.id
            yield finding(view, "M04", step, facts, row.seqs[:1], (), [step])


@follows_from("network", "site", "plan")
def _misnamed(dossier: Compiled) -> tuple[Result, ...]:
    """Return the results of `check` on devices called by other names than the network has."""
    return tuple(each for each in names_fit_network(Inputs(dossier)) if each.outcome == "fail")


def resource_missing(view: View) -> Iterator[Finding]:
    """M05: a step waited for a resource, or counted on one whose agreement had run out."""
    for wait in view.waits("resource"):
        lacking = tuple(name for name in wait.on if name in view.plan.resources)
        if not lacking:
            continue
        facts = M05(what="waited", resources=lacking, wait_ms=wait.ms, came=came(wait), until="")
        endangers = by_step(view, wait.row.step, wait.start_ms, wait.end_ms)
        yield finding(view, "M05", wait.row.step, facts, wait.seqs, endangers, [wait.row.step])
    for row in view.rows:
        _, step = view.clause_of(row.step)
        for name in _expired(view, step) if step and row.started_ms is not None else ():
            until = view.plan.resources[name].agreement_until
            facts = M05(what="expired", resources=(name,), wait_ms=0, until=until.isoformat() if until else "")
            yield finding(view, "M05", row.step, facts, row.seqs[:1], (), [row.step])


def _expired(view: View, step: Step) -> tuple[str, ...]:
    """Resources the step names or uses whose agreement ended before the day of the run."""
    day = view.case.scenario.start.date
    named = dict.fromkeys((*step.uses, *step.target))
    known = {name: view.plan.resources[name].agreement_until for name in named if name in view.plan.resources}
    return tuple(name for name, until in known.items() if until is not None and until < day)
