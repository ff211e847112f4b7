"""The wait that cost most, where no weak point is about it: written up as one, so that the same proposers answer it."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files.document import Tree
from drillsim.findings.finding import Finding, Subject
from drillsim.revision.ground import Ground
from drillsim.revision.propose.draft import CUSTOMER, SITE, append_in, draft, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.wait_cost import CostliestWait
from drillsim.schema.plan import Step

_CODES = {"travel": "P01", "person_busy": "P02", "not_known": "P04", "permit": "O05", "order": "O05", "resource": "P03"}
"""Under which code a wait for each reason is answered."""
_SHOWN = ("source", "bus", "load", "switch", "store")


def as_finding(ground: Ground, wait: CostliestWait) -> Finding | None:
    """The wait as a weak point; None when there is one already, or no code for its reason."""
    code = _CODES.get(wait.reason)
    if code is None or any(wait.step in each.steps and each.code in (code, "O06") for each in ground.findings):
        return None
    part = next(w for row in ground.view.rows if row.step == wait.step for w in row.waits if w.reason == wait.reason)
    first = next((e for e in ground.view.events("travel_begins", step=wait.step)), None)
    facts = {
        "wait_ms": wait.ms, "at_ms": part.span.start_ms, "people": wait.on, "parts": wait.on, "reason": "far",
        "who": wait.on[0] if wait.on else "", "from": str(first.data["from"]) if first else "", "role": "", "other": "",
        "endangers": (),
    }  # fmt: skip
    return Finding(code, "B", Subject("step", wait.step), wait.clause, (wait.step,), facts, part.span.seqs)


def walked(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """A way walked by somebody on duty: what he goes to see is shown at his post, or his post is there."""
    step = ground.step(finding.steps[0])
    who = str(finding.facts.get("who", ""))
    if step is None or who not in ground.dossier.customer.people:
        return
    yield from _shown_at_post(ground, finding, step, who)
    yield from _post_there(ground, finding, step, who)


def _shown_at_post(ground: Ground, finding: Finding, step: Step, who: str) -> Iterator[Recommendation]:
    post = ground.post_of(who)
    leaves = step.success_check.leaves() if step.success_check and step.do == "check" else ()
    wanted = [(leaf.kind, name) for leaf in leaves if leaf.kind in _SHOWN for name in leaf.subjects]
    displays = [(n, each) for n, each in ground.site.observations.items() if each.shown_at == post]
    seen = {(kind, name) for _, each in displays for sight in each.sees for kind in _SHOWN for name in getattr(sight, kind)}
    missing = [each for each in wanted if each not in seen]
    if post is None or not missing:
        return
    sights: list[Tree] = [{kind: name} for kind, name in missing]
    new = ground.naming.words("new-show-source", thing=missing[0][1], place=post)
    edits: list[FileEdit]
    if displays:
        edits = [append_in(SITE, ("observations", displays[0][0], "sees"), sight) for sight in sights]
    else:
        name = ground.new_name(f"display-{missing[0][1]}")
        edits = [set_in(SITE, ("observations", name), {"sees": sights, "shown_at": post, "source": "assumed"})]
    yield draft(ground, finding, "show", new, edits, kind="purchase", owner="customer", clause="", wait=(step.id, "travel"))


def _post_there(ground: Ground, finding: Finding, step: Step, who: str) -> Iterator[Recommendation]:
    place = step.place or next((ground.site.devices[t].place for t in step.target if t in ground.site.devices), None)
    if place is None or not ground.dossier.customer.people[who].shifts or place == ground.post_of(who):
        return
    new = ground.naming.words("new-post-at", person=who, place=place)
    old = ground.naming.words("old-post-at", person=who, place=ground.post_of(who) or "")
    edits = [set_in(CUSTOMER, ("people", who, "shifts", 0, "place"), place)]
    yield draft(
        ground, finding, "post-there", new, edits, kind="staffing", owner=ground.owner(step.by.operator), clause="", old=old,
        wait=(step.id, "travel"),
    )  # fmt: skip
