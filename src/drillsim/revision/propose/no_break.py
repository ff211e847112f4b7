"""Loads that may not wait for a set: onto the output of a UPS that carries them too, or of a second one beside theirs.

The files let a load name the buses it is plugged into, so this needs no change of the network. Rating and battery of
the UPS are looked at before; running again tells the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding, behind
from drillsim.findings.facts import G08
from drillsim.network import conducting, net_of, reached
from drillsim.revision.propose.draft import SITE, dotted, draft, set_in
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Genset, Ups, Words, rated_kw
from drillsim.units import MS_PER

_SET_COMES_MS = 10 * MS_PER["s"]
"""A load that may be dark for less cannot wait for a set. Assumed: sets start in 8 to 20 s."""
_HELD_MS = 10 * MS_PER["min"]
"""A battery that holds for less under all its load takes no more load; assumed."""
_MOST = 4
"""Loads moved by one proposal; more is a new board."""


_FIRE: tuple[str, ...] = ("fire_pump", "smoke_control")
"""Supply for these serves nothing else."""


def onto_a_ups(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G11: a load without own supply that may not be dark until a set runs is fed from a UPS that a set stands behind
    and that has room for it."""
    name = finding.subject.id
    spec = context.site.loads.get(name)
    if spec is None or spec.max_interruption is None or spec.max_interruption >= _SET_COMES_MS:
        return
    ups = next(iter(_with_room(context, (name,))), None)
    if ups is not None:
        cords: Tree = [{"bus": _output(context, ups), "share_percent": "100"}]
        new = context.naming.words("new-onto-ups", load=name, ups=ups)
        yield _proposed(context, finding, f"onto-{ups}", {name: cords}, new)


def onto_both(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G08: what a battery that ran out let fall is fed from another UPS too, which carries it alone when need be."""
    name, loads = finding.subject.id, context.site.loads
    own = context.site.sources.get(name)
    if not isinstance(finding.facts, G08) or not isinstance(own, Ups):
        return
    fell = tuple(load for load in finding.endangers if load in finding.facts.loads and load in loads)
    if not 0 < len(fell) <= _MOST or any(loads[load].cords for load in fell):
        return
    other = next((each for each in _with_room(context, fell) if each != name), None)
    if other is not None:
        cords: Tree = [{"bus": bus, "share_percent": "50"} for bus in (own.output, _output(context, other))]
        new = context.naming.words("new-onto-both", loads=fell, own=name, other=other)
        yield _proposed(context, finding, f"both-{other}", dict.fromkeys(fell, cords), new)


def _with_room(context: ReviewContext, loads: tuple[str, ...]) -> list[str]:
    """UPSs with a set behind them that did not run out themselves and whose rating and battery carry the loads beside
    their own: those that feed most of the same kind first, then those with most room."""
    kw = rated_kw(context.dossier)
    ran_out = {str(event.data["source"]) for event in context.view.events("battery_empty")}
    found: dict[str, tuple[int, float]] = {}
    for name, spec in context.site.sources.items():
        if not isinstance(spec, Ups) or spec.mode != "online" or name in ran_out:
            continue
        own = behind(context.dossier, name)
        serves = [context.site.loads[load].serves for load in own if load in context.site.loads]
        carried = sum(kw.get(load, 0.0) for load in {*own, *loads})
        held_ms = spec.battery_kwh * spec.battery_percent * spec.charged_percent / 1e4 / carried * MS_PER["h"]
        if any(each in _FIRE for each in serves) or carried > spec.rated_kw or held_ms < _HELD_MS:
            continue
        if _has_a_set(context, spec):
            alike = sum(serves.count(context.site.loads[load].serves) for load in loads)
            found[name] = (alike, spec.rated_kw - carried)
    return sorted(found, key=lambda each: found[each], reverse=True)


def _has_a_set(context: ReviewContext, ups: Ups) -> bool:
    """Return whether a set reaches the input while every automatic transfer is off the mains."""
    net, closed = net_of(context.dossier), [True] * len(net_of(context.dossier).switch_ids)
    for each in context.site.transfers.values():
        if isinstance(each, Ats):
            closed[net.switch_index[each.normal]] = False
    sets = [net.bus_index[spec.bus] for spec in context.site.sources.values() if isinstance(spec, Genset)]
    return bool(reached(net, conducting(net, bytes(closed)), sets)[net.bus_index[ups.input]])


def _output(context: ReviewContext, ups: str) -> str:
    spec = context.site.sources[ups]
    assert isinstance(spec, Ups)
    return spec.output


def _proposed(
    context: ReviewContext, finding: Finding, what: str, cords: dict[str, Tree], new: Words
) -> Recommendation:
    edits = [set_in(SITE, ("loads", load, "cords"), each) for load, each in cords.items()]
    field = dotted(("loads", next(iter(cords)), "cords"))
    assumed = AssumedEffect(SITE, field, "yes_no", 0, 1, basis="revision-basis-feed")
    return draft(context, finding, what, new, edits, kind="purchase", assumed=assumed, buys="feed")
