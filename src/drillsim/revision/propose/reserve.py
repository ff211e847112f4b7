"""A function that outlived its reserve of air, cold or water; a step that waited for a key or tool in use elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.findings import Finding, needed_loads
from drillsim.findings.facts import D02, D03
from drillsim.revision.need import CostlyWait
from drillsim.revision.propose.draft import PLAN, SITE, dotted, draft, figure, set_in, stated
from drillsim.revision.propose.training import scaled
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.units import parse_duration

_TIMES = 2
"""A reserve is doubled, never more: a longer one is for what should have come back by then. Assumed."""
_PIECES = ("key", "tool", "spare", "crew", "other")


def doubled(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """D02, D03: what the function rides through without the other one lasts twice as long."""
    assert isinstance(finding.facts, D02 | D03)
    name = finding.subject.id
    path: Path = ("functions", name, "needs")
    written = stated(context, SITE, ("functions", name)).get("needs")
    for other in finding.facts.other:
        for where, now in _rides(written, path, _names(context, other)):
            now_s = parse_duration(now) / 1_000
            field = (*where, "rides")
            assumed = AssumedEffect(SITE, dotted(field), "s", now_s, _TIMES * now_s, basis="revision-basis-reserve")
            told = {"function": name, "other": other}
            new = context.naming.words("new-reserve", **told, wanted_ms=round(_TIMES * now_s * 1_000))
            old = context.naming.words("old-reserve", **told, now_ms=round(now_s * 1_000))
            yield draft(
                context, finding, f"reserve-{other}", new, [set_in(SITE, field, scaled(now, _TIMES))], kind="purchase",
                old=old, assumed=assumed, buys="reserve",
            )  # fmt: skip


def one_more(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A wait for a key, tool or spare that another step had: one more of it."""
    for name in wait.on:
        spec = context.plan.resources.get(name)
        if spec is None or spec.kind not in _PIECES or spec.mobilise is not None:
            continue
        now = max(1, int(spec.quantity or 1))
        path = ("resources", name, "quantity")
        assumed = AssumedEffect(PLAN, dotted(path), "count", now, now + 1, basis="revision-basis-one-more")
        new = context.naming.words("new-one-more", resource=spec.name, n=figure(now + 1))
        old = context.naming.words("old-one-more", resource=spec.name, n=figure(now))
        edits = [set_in(PLAN, path, str(now + 1))]
        yield draft(
            context, wait, f"one-more-{name}", new, edits, kind="purchase", old=old, assumed=assumed, buys="spare"
        )


def _names(context: ReviewContext, other: str) -> tuple[str, ...]:
    """How the need may name it: by itself, or by the loads it stands for."""
    return (other, *(needed_loads(context.dossier, other) if other in context.site.functions else ()))


def _rides(node: Tree | None, path: Path, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Needs for one of `names` that the function rides through for some time."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from _rides(each, (*path, number), names)
    elif isinstance(node, dict):
        now = node.get("rides")
        if isinstance(now, str) and any(node.get(kind) in names for kind in ("function", "load", "ref")):
            yield path, now
        for key in ("all", "any"):
            if key in node:
                yield from _rides(node[key], (*path, key), names)
