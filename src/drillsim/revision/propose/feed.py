"""Loads fed from elsewhere: onto the board that own supply feeds, or from both sides.

The files let a load name the buses it is plugged into, so this needs no change of the network; that the board and the
set can carry it, running again tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drillsim.files import Tree
from drillsim.findings import Finding, behind, needed_loads
from drillsim.findings.facts import D02, D03, G04
from drillsim.network import net_of
from drillsim.revision.propose.draft import SITE, dotted, draft, new_entry, set_in
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Genset

_MOST = 4
"""Loads moved by one proposal; more is a new board, which the network has to have."""


def onto_own_supply(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G11, D05: the load is fed from the board own supply feeds."""
    yield from _moved(context, finding, (finding.subject.id,))


def needed_onto_own_supply(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """D02, D03: so are the loads of what the function was lost with."""
    assert isinstance(finding.facts, D02 | D03)
    loads = [load for name in finding.facts.other for load in _loads(context, name)]
    yield from _moved(context, finding, dict.fromkeys(loads))


def pump_onto_own_supply(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G04: a pump without supply is fed from the board own supply feeds."""
    if isinstance(finding.facts, G04) and finding.facts.reason == "no_power":
        yield from _moved(context, finding, (finding.facts.pump,))


def _loads(context: ReviewContext, name: str) -> tuple[str, ...]:
    return needed_loads(context.dossier, name) if name in context.site.functions else (name,)


def _rows_kw(context: ReviewContext) -> dict[str, float]:
    """Demand of every load by its row, kW."""
    return {row.name: 1_000 * row.p_mw for row in context.dossier.network.load}


def _has_own_supply(context: ReviewContext, load: str) -> bool:
    sets = (name for name, spec in context.site.sources.items() if isinstance(spec, Genset))
    return any(load in behind(context.dossier, name) for name in sets)


def _moved(context: ReviewContext, finding: Finding, loads: Iterable[str]) -> Iterator[Recommendation]:
    """The loads on the emergency board with most to spare, where there is one that can carry them."""
    kw, names = _rows_kw(context), [load for load in loads if not _has_own_supply(context, load)]
    if not 0 < len(names) <= _MOST or any(name not in kw for name in names):
        return
    spare, board = max(_boards(context), default=(0.0, ""))
    if spare < sum(kw[name] for name in names):
        return
    edits = [_plugged(context, name, board) for name in names]
    field = dotted(("loads", names[0], "cords"))
    assumed = AssumedEffect(SITE, field, "yes_no", 0, 1, basis="revision-basis-feed")
    new = context.naming.words("new-feed", loads=tuple(names), board=board)
    yield draft(context, finding, "feed", new, edits, kind="purchase", assumed=assumed, buys="feed")


def _boards(context: ReviewContext) -> Iterator[tuple[float, str]]:
    """Emergency boards with what their sets could carry more, kW."""
    net, kw = net_of(context.dossier), _rows_kw(context)
    for name, ats in context.site.transfers.items():
        if not isinstance(ats, Ats):
            continue
        ends = [set(net.switch_nodes(net.switch_index[side])) for side in (ats.normal, ats.standby)]
        sets = [spec for spec in context.site.sources.values() if isinstance(spec, Genset) and name in spec.called_by]
        for node in sorted(ends[0] & ends[1]) if sets else ():
            carried = sum(kw.get(load, 0.0) for load in behind(context.dossier, name))
            yield sum(spec.rated_kw for spec in sets) - carried, net.bus_ids[node]


def _plugged(context: ReviewContext, load: str, board: str) -> FileEdit:
    cords: Tree = [{"bus": board, "share_percent": "100"}]
    if load in context.site.loads:
        return set_in(SITE, ("loads", load, "cords"), cords)
    return new_entry(context, SITE, "loads", load, {"cords": cords})
