"""The wait that cost most, where no weak point is about it, and the ways walked: answered like the weak points they are
closest to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drillsim.files import Tree
from drillsim.revision.occasion import LostTime
from drillsim.revision.propose import communication, people, permit
from drillsim.revision.propose.draft import CUSTOMER, PLAN, SITE, append_in, draft, set_in
from drillsim.revision.recommendation import FileEdit, Kind, Recommendation, Told
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.wait_cost import CostliestWait, WaitKey
from drillsim.schema import Observation, Step

_CODES = {"person_busy": "P02", "not_known": "P04", "permit": "O05", "order": "O05"}
"""Under which code a wait for each reason is answered."""
_MOST_WAYS = 3
_SHOWN = ("source", "bus", "load", "switch", "store")


def shortened(context: ReviewContext, wait: CostliestWait) -> Iterator[Recommendation]:
    """Changes against the costliest wait where no weak point is about it; their reason is what the wait cost."""
    code = _CODES.get(wait.reason)
    if code is None or any(wait.step in each.steps and each.code in (code, "O06") for each in context.findings):
        return
    part = next(w for row in context.view.rows if row.step == wait.step for w in row.waits if w.reason == wait.reason)
    facts = {"step": wait.step, "reason": wait.reason, "wait_ms": wait.ms, "cost_ms": wait.cost_ms}
    key, why = (wait.step, wait.reason), Told("revision-wait", facts)
    lost = LostTime(code, wait.step, wait.clause, part.span.seqs, why, key)
    if code == "P02":
        yield from people.by_another(context, lost, part.span.start_ms)
    elif code == "P04":
        yield from communication.report_first(context, lost)
    else:
        yield from permit.ahead(context, lost, wait.on)


def walked(context: ReviewContext, waits: Mapping[WaitKey, int]) -> Iterator[Recommendation]:
    """Ways walked by somebody on duty, the costliest first: what he goes to look at is looked at on a display at his
    post; or his post is there."""
    ways = [key for key, cost in waits.items() if key[1] == "travel" and cost > 0]
    for number, (name, _) in enumerate(sorted(ways, key=lambda key: -waits[key])[:_MOST_WAYS]):
        step, trip = context.step(name), next(context.view.events("travel_begins", step=name), None)
        if step is None or trip is None or not context.roster.on_duty(trip.data["person"], trip.t_ms):
            continue
        who = str(trip.data["person"])
        lost = _way(context, name, step, who, waits[name, "travel"])
        yield from _looked_at_from_afar(context, lost, step, who)
        if not number:
            yield from _post_there(context, lost, step, who)


def _way(context: ReviewContext, name: str, step: Step, who: str, cost_ms: int) -> LostTime:
    """Its reason is what the way cost, not a weak point: a way of usual length is none."""
    row = next(row for row in context.view.rows if row.step == name)
    part = next(wait for wait in row.waits if wait.reason == "travel")
    facts = {"who": who, "cost_ms": cost_ms, "wait_ms": part.span.ms, "step": step.id}
    return LostTime("P01", step.id, step.clause, part.span.seqs, Told("revision-way", facts), (step.id, "travel"))


def _looked_at_from_afar(context: ReviewContext, lost: LostTime, step: Step, who: str) -> Iterator[Recommendation]:
    post = context.post_of(who)
    check = step.success_check
    if post is None or check is None or step.do != "check" or step.place in (None, post):
        return
    wanted = [(leaf.kind, name) for leaf in check.leaves() if leaf.kind in _SHOWN for name in leaf.subjects]
    displays = [(n, each) for n, each in context.site.observations.items() if each.shown_at == post]
    seen = {
        (kind, name) for _, each in displays for sight in each.sees for kind in _SHOWN for name in getattr(sight, kind)
    }
    missing = list(dict.fromkeys(each for each in wanted if each not in seen))
    if not wanted:
        return
    things, wired = tuple(name for _, name in wanted), "no" if missing else "yes"
    new = context.naming.words("new-look-from-afar", place=post, things=things, wired=wired)
    path = context.step_path(step.id)
    edits = [
        *_shown_too(context, displays, missing, post),
        set_in(PLAN, (*path, "place"), post),
        set_in(PLAN, (*path, "text"), context.worded(new)),
    ]
    kind: Kind = "purchase" if missing else "paper"
    owner = context.owner(step.by.operator)
    yield draft(context, lost, "from-afar", new, edits, kind=kind, owner=owner, old=step.text)


def _shown_too(
    context: ReviewContext, displays: list[tuple[str, Observation]], missing: list[tuple[str, str]], post: str
) -> list[FileEdit]:
    sights: list[Tree] = [{kind: name} for kind, name in missing]
    if displays:
        return [append_in(SITE, ("observations", displays[0][0], "sees"), sight) for sight in sights]
    if not sights:
        return []
    name = context.new_name(f"display-{missing[0][1]}")
    return [set_in(SITE, ("observations", name), {"sees": sights, "shown_at": post, "source": "assumed"})]


def _post_there(context: ReviewContext, lost: LostTime, step: Step, who: str) -> Iterator[Recommendation]:
    place = step.place or next((context.site.devices[t].place for t in step.target if t in context.site.devices), None)
    if place is None or not context.dossier.customer.people[who].shifts or place == context.post_of(who):
        return
    new = context.naming.words("new-post-at", person=who, place=place)
    old = context.naming.words("old-post-at", person=who, place=context.post_of(who) or "")
    edits = [set_in(CUSTOMER, ("people", who, "shifts", 0, "place"), place)]
    owner = context.owner(step.by.operator)
    yield draft(context, lost, "post-there", new, edits, kind="staffing", owner=owner, clause="", old=old)
