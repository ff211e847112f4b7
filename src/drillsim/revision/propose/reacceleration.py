"""Motors that start again together: in groups, one after the other; one that is too much alone: started softly."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import A06
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import rated_kw

SOFT_TIMES = 3.0
"""Starting power behind a soft starter or drive, times that in operation: soft starters are set to 2.5–4 times the
rated current (makers' manuals), without one it is 5–8 times. Assumed."""
POWER_FACTOR = 0.8
_ROUNDED_KVA = 10


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


def started_softly(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A06: a motor whose start alone is too much gets a soft starter or a drive, unless it starts as softly already."""
    facts = finding.facts
    assert isinstance(facts, A06)
    if facts.what != "motors":
        return
    for name in facts.loads:
        load = context.site.loads.get(name)
        motor, kw = load.motor if load else None, rated_kw(context.dossier).get(name, 0.0)
        soft = float(math.ceil(SOFT_TIMES * kw / POWER_FACTOR / _ROUNDED_KVA) * _ROUNDED_KVA)
        if motor is None or kw <= 0 or soft >= motor.starting_kva:
            continue
        path = ("loads", name, "motor", "starting_kva")
        assumed = AssumedEffect(SITE, dotted(path), "kva", motor.starting_kva, soft, basis="revision-basis-soft-start")
        told = {"load": name, "kva": figure(soft), "now": figure(motor.starting_kva), "kw": figure(kw)}
        yield draft(
            context, finding, f"softly-{name}", context.naming.words("new-soft-start", **told),
            [set_in(SITE, path, f"{soft:g}")], kind="purchase", assumed=assumed, buys="soft_starter",
            old=context.naming.words("old-soft-start", load=name, now=figure(motor.starting_kva)),
        )  # fmt: skip
