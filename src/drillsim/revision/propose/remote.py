"""Ways walked to a switch: it is operated, and read, from the post."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import P01
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, SITE, append_in, dotted, draft, new_entry, set_in
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Observation, Step

_OPERATED = ("open", "close", "trip")
_SHOWN = ("switch", "bus", "load", "source")
_MOST = 4
"""Switches fitted with remote control by one proposal; more is a control system, which nobody buys for one step."""


def walked(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A way to switches that cost something: they are operated from the post."""
    yield from _from_the_post(context, wait)


def far(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P01: so are those whose operator was far off."""
    if isinstance(finding.facts, P01) and finding.facts.reason == "far":
        yield from _from_the_post(context, finding)


def _from_the_post(context: ReviewContext, need: Need) -> Iterator[Recommendation]:
    step = context.step(need.steps[0]) if need.steps else None
    if step is None or step.do not in _OPERATED or step.for_each or step.find or not 0 < len(step.target) <= _MOST:
        return
    post = next((post for name in context.on_duty(step.by.operator, 0) if (post := context.post_of(name))), None)
    devices = context.site.devices
    if post is None or any(name not in devices or devices[name].remote for name in step.target):
        return
    if post in {step.place, *(devices[name].place for name in step.target)}:
        return
    path = context.step_path(step.id)
    new = context.naming.words("new-remote", devices=step.target, place=post, text=step.text)
    edits = [set_in(SITE, ("devices", name, "remote"), "true") for name in step.target]
    edits += [*_shown(context, step, post), set_in(PLAN, (*path, "place"), post)]
    if step.success_check is not None:
        edits.append(set_in(PLAN, (*path, "success_check", "by"), "remote"))
    field = dotted(("devices", step.target[0], "remote"))
    assumed = AssumedEffect(SITE, field, "yes_no", 0, 1, basis="revision-basis-remote")
    yield draft(
        context, need, "remote", new, edits, kind="purchase", owner=context.owner(step.by.operator), assumed=assumed,
        buys="remote_control",
    )  # fmt: skip


def _shown(context: ReviewContext, step: Step, post: str) -> Iterator[FileEdit]:
    """The positions, and what the step is judged by, on a display at the post."""
    wanted = {("switch", name) for name in step.target}
    if step.success_check is not None:
        leaves = [leaf for leaf in step.success_check.leaves() if leaf.kind in _SHOWN]
        wanted |= {(leaf.kind, name) for leaf in leaves for name in leaf.subjects}
    displays = {name: each for name, each in context.site.observations.items() if each.shown_at == post}
    missing = sorted(each for each in wanted if not any(_shows(display, *each) for display in displays.values()))
    sights: list[Tree] = [{kind: name} for kind, name in missing]
    if displays:
        first = next(iter(displays))
        yield from (append_in(SITE, ("observations", first, "sees"), sight) for sight in sights)
    elif sights:
        name = context.new_name(f"display-{step.target[0]}")
        yield new_entry(context, SITE, "observations", name, {"sees": sights, "shown_at": post, "source": "assumed"})


def _shows(display: Observation, kind: str, name: str) -> bool:
    return any(name in getattr(sight, kind) for sight in display.sees)
