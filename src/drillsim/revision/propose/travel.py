"""Ways walked: looked at on a display at the post, or the post is there."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.revision.need import CostlyWait
from drillsim.revision.propose.draft import CUSTOMER, PLAN, SITE, append_in, draft, set_in
from drillsim.revision.recommendation import FileEdit, Kind, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Observation, Step, Thing

_SHOWN = ("source", "bus", "load", "switch", "store")


def walked(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A thing somebody on duty goes to look at is looked at on a display at their post; or their post is there."""
    step, trip = context.step(wait.step), next(context.view.events("travel_begins", step=wait.step), None)
    if step is None or trip is None or not context.roster.on_duty(trip.data["person"], trip.t_ms):
        return
    who = str(trip.data["person"])
    yield from _looked_at_from_afar(context, wait, step, who)
    yield from _post_there(context, wait, step, who)


def _looked_at_from_afar(context: ReviewContext, wait: CostlyWait, step: Step, who: str) -> Iterator[Recommendation]:
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
    clause = context.naming.words("new-look-from-afar", place=post, things=things, wired="yes")
    path = context.step_path(step.id)
    edits = [
        *_shown_too(context, displays, missing, post),
        set_in(PLAN, (*path, "place"), post),
        set_in(PLAN, (*path, "text"), context.worded(clause)),
    ]
    kind: Kind = "purchase" if missing else "paper"
    owner = context.owner(step.by.operator)
    buys: Thing | None = "display" if missing else None
    yield draft(context, wait, "from-afar", new, edits, kind=kind, owner=owner, old=step.text, buys=buys)


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


def _post_there(context: ReviewContext, wait: CostlyWait, step: Step, who: str) -> Iterator[Recommendation]:
    place = step.place or next((context.site.devices[t].place for t in step.target if t in context.site.devices), None)
    if place is None or not context.dossier.customer.people[who].shifts or place == context.post_of(who):
        return
    new = context.naming.words("new-post-at", person=who, place=place)
    old = context.naming.words("old-post-at", person=who, place=context.post_of(who) or "")
    edits = [set_in(CUSTOMER, ("people", who, "shifts", 0, "place"), place)]
    owner = context.owner(step.by.operator)
    yield draft(context, wait, "post-there", new, edits, kind="staffing", owner=owner, clause="", old=old)
