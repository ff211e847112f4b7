"""Motors that start again together: in groups, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import A06
from drillsim.revision.propose.draft import SITE, draft, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext


def in_groups(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A06: each motor has a group of its own, safety-critical loads first, then in the order of the file."""
    facts = finding.facts
    assert isinstance(facts, A06)
    known = context.site.loads
    motors = [name for name in facts.loads if name in known and known[name].motor is not None]
    if facts.what != "motors" or len(motors) != len(facts.loads):
        return
    order = sorted(motors, key=lambda name: not known[name].security)
    now = {name: motor.group for name in motors if (motor := known[name].motor) is not None}
    wanted = {name: min(now.values()) + number for number, name in enumerate(order)}
    edits = [set_in(SITE, ("loads", name, "motor", "group"), str(n)) for name, n in wanted.items() if now[name] != n]
    new = context.naming.words("new-in-groups", order=tuple(order))
    yield draft(context, finding, "in-groups", new, edits, kind="setting")
