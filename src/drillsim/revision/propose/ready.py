"""Own supply and switches that were not ready: a selector that is not at automatic, a set no transfer calls, a battery
without charge, a spoilt store, a truck that is not racked in, a start that takes minutes."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.revision.need import CHARGED_PERCENT, LateCause, NotReady
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, set_in, stated
from drillsim.revision.propose.training import scaled
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Genset, Ups

READY_MS = 15_000
"""A set is ready for load this long after its call: GB 12786 (8–20 s) as quoted in public pages, unverified."""
_SLOW_MS = 30_000
"""One that takes longer than this is slow: GB 50052 and makers' sheets name 15 s to 30 s; unverified."""


def in_automatic(context: ReviewContext, need: NotReady) -> Iterator[Recommendation]:
    """A set at automatic, called by the transfers whose standby side it feeds."""
    name = need.subject.id
    spec = context.site.sources.get(name)
    if not isinstance(spec, Genset):
        return
    edits: list[FileEdit] = []
    if spec.control != "auto":
        edits.append(set_in(SITE, ("sources", name, "control"), "auto"))
    calling = spec.called_by or _calling(context, spec)
    if not spec.called_by and calling:
        edits.append(set_in(SITE, ("sources", name, "called_by"), list(calling)))
    if edits and calling:
        new = context.naming.words("new-in-automatic", set=name, called=calling)
        old = context.naming.words("old-in-automatic", set=name, control=spec.control, called=spec.called_by or "none")
        yield draft(context, need, "automatic", new, edits, kind="setting", old=old)


def charged(context: ReviewContext, need: NotReady) -> Iterator[Recommendation]:
    """A UPS on its inverter, its battery charged."""
    name = need.subject.id
    spec = context.site.sources.get(name)
    if not isinstance(spec, Ups):
        return
    path = ("sources", name)
    if spec.mode != "online":
        new = context.naming.words("new-online", ups=name)
        edits = [set_in(SITE, (*path, "mode"), "online")]
        yield draft(context, need, "online", new, edits, kind="setting")
    if spec.charged_percent < CHARGED_PERCENT:
        told = {"ups": name, "now": figure(spec.charged_percent)}
        field = (*path, "charged_percent")
        assumed = AssumedEffect(
            SITE, dotted(field), "percent", spec.charged_percent, 100.0, basis="revision-basis-charged"
        )
        yield draft(
            context, need, "charged", context.naming.words("new-charged", **told), [set_in(SITE, field, "100")],
            kind="purchase", old=context.naming.words("old-charged", **told), assumed=assumed, buys="battery",
        )  # fmt: skip


def cleaned(context: ReviewContext, need: NotReady) -> Iterator[Recommendation]:
    """A store whose contents stop what lives on it: emptied, cleaned, filled anew, and sampled."""
    name = need.subject.id
    if name in context.site.stores and context.site.stores[name].contaminated:
        path = ("stores", name, "contaminated")
        assumed = AssumedEffect(SITE, dotted(path), "yes_no", 0, 1, basis="revision-basis-cleaned")
        new = context.naming.words("new-cleaned", store=name)
        edits = [set_in(SITE, path, "false")]
        yield draft(context, need, "cleaned", new, edits, kind="purchase", assumed=assumed, buys="delivery")


def racked_in(context: ReviewContext, need: NotReady) -> Iterator[Recommendation]:
    """A switch whose truck is not in the working position: racked in, and looked at every shift."""
    name = need.subject.id
    device = context.site.devices.get(name)
    if device is not None and device.position != "working":
        new = context.naming.words("new-racked-in", switch=name)
        old = context.naming.words("old-racked-in", switch=name, position=device.position)
        edits = [set_in(SITE, ("devices", name, "position"), "working")]
        yield draft(context, need, "racked-in", new, edits, kind="setting", old=old)


def starts_in_time(context: ReviewContext, cause: LateCause) -> Iterator[Recommendation]:
    """Late minutes from the start of a set that takes far longer than sets do: put right."""
    name = cause.name
    spec = context.site.sources.get(name)
    if not isinstance(spec, Genset) or spec.ready.median_ms <= _SLOW_MS:
        return
    path = ("sources", name, "ready")
    now = stated(context, SITE, path[:2]).get("ready")
    if now is None:
        return
    was_s, wanted_s = spec.ready.median_ms / 1_000, READY_MS / 1_000
    assumed = AssumedEffect(SITE, dotted(path), "s", was_s, wanted_s, basis="revision-basis-ready")
    new = context.naming.words("new-ready", set=name, wanted_ms=READY_MS)
    old = context.naming.words("old-ready", set=name, now_ms=spec.ready.median_ms)
    edits = [set_in(SITE, path, scaled(now, wanted_s / was_s))]
    yield draft(context, cause, f"ready-{name}", new, edits, kind="purchase", old=old, assumed=assumed)


def _calling(context: ReviewContext, spec: Genset) -> tuple[str, ...]:
    """Transfer switches whose standby side begins at the terminals of the set or behind its breaker."""
    ends = {row.name: {row.bus, row.element} for row in context.dossier.network.switch if row.et == "b"}
    terminals = {spec.bus} | ends.get(spec.breaker, set())
    return tuple(
        name
        for name, ats in context.site.transfers.items()
        if isinstance(ats, Ats) and (ats.standby == spec.breaker or terminals & ends.get(ats.standby, set()))
    )
