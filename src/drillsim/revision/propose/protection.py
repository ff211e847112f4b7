"""Settings of protection: graded by a step, and delayed beyond a dip."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import A04, A05
from drillsim.revision.propose.draft import SITE, draft, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext

GRADING_MS = 300
"""Usual grading step between two devices; assumed."""
RIDES_MS = 500
"""A release delayed by this rides through the dips that short circuits elsewhere make; assumed."""


def graded(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A04: where a device upstream came first, the nearer one is set a grading step below it, if there is room."""
    assert isinstance(finding.facts, A04)
    name, wanted = next(iter(finding.facts.failed), ""), finding.facts.after_ms - GRADING_MS
    if finding.facts.what != "overtaken" or name not in context.site.devices or wanted < 0:
        return
    stages = context.site.devices[name].trips
    slow = [n for n, s in enumerate(stages) if s.sees == "phase" and s.curve == "definite" and s.after > wanted]
    edits = [set_in(SITE, ("devices", name, "trips", n, "after"), f"{wanted} ms") for n in slow]
    new = context.naming.words("new-graded", device=name, upstream=finding.subject.id, wanted_ms=wanted)
    old = context.naming.words("old-graded", device=name, due_ms=finding.facts.due_ms)
    yield draft(context, finding, "graded", new, edits, kind="setting", owner="both", old=old)


def delayed(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A05: undervoltage releases that let go are delayed beyond the dip."""
    assert isinstance(finding.facts, A05)
    names = [name for name in finding.facts.devices if _release_ms(context, name) is not None]
    wanted = max(RIDES_MS, finding.facts.for_ms + GRADING_MS)
    edits: list[FileEdit] = [
        set_in(SITE, ("devices", name, "undervoltage_release", "after"), f"{wanted} ms") for name in names
    ]
    new = context.naming.words("new-release-delay", devices=tuple(names), wanted_ms=wanted)
    yield draft(context, finding, "release-delay", new, edits, kind="setting", owner="customer")


def _release_ms(context: ReviewContext, name: str) -> int | None:
    device = context.site.devices.get(name)
    release = device.undervoltage_release if device else None
    return release.after if release else None
