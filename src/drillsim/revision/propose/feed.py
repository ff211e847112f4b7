"""Loads fed from elsewhere: onto the board that own supply feeds, where need be with a larger set behind it.

The files let a load name the buses it is plugged into, so this needs no change of the network; that the board and the
set can carry it, running again tells.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drillsim.files import Tree
from drillsim.findings import Finding, behind, needed_loads
from drillsim.findings.facts import D02, D03, D04, G04, S06
from drillsim.network import net_of
from drillsim.revision.propose.draft import SITE, dotted, draft, figure, new_entry, set_in
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Genset

_MOST = 4
"""Loads moved by one proposal; more is a new board, which the network has to have."""
_MOST_TIMES = 2
"""A set is replaced by one of at most so many times its rating."""
_MARGIN, _STEP_KW = 1.1, 50.0
"""A larger set is bought with a tenth to spare, and ratings in steps of so many kW; assumed."""


CHANGES_OVER_MS = 5_000
"""A load that may be dark for so long bears a changeover beside it; assumed."""


class _Board(NamedTuple):
    """An emergency board and the sets its transfer calls."""

    spare_kw: float
    """Power its sets could carry more."""
    bus: str
    sets: tuple[str, ...]
    transfer: str


def onto_own_supply(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G11, D05: the load is fed from the board own supply feeds."""
    yield from _moved(context, finding, (finding.subject.id,))


def needed_onto_own_supply(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """D02, D03: so are the loads of what the function was lost with; D04: those of the function whose loss switched a
    load off; D06, M03: those of the function itself, or the load."""
    facts = finding.facts
    match facts:
        case D02() | D03():
            names = facts.other
        case D04():
            names = (facts.function,)
        case _:
            names = (finding.subject.id,)
    loads = [load for name in names for load in _loads(context, name)]
    yield from _moved(context, finding, dict.fromkeys(loads))


def from_two_boards(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S06: safety-critical loads that one open switch left dark are fed from a second emergency board too, with a
    changeover at the load."""
    assert isinstance(finding.facts, S06)
    live, kw = set(context.journal.initial.get("live", ())), _rows_kw(context)
    buses = {row.name: row.bus for row in context.dossier.network.load}
    missed = [each.id for each in context.view.missed if each.critical and each.id in buses]
    names = [name for name in missed if buses[name] not in live and _may_change_over(context, name)]
    added = sum(kw[name] for name in names)
    own = {ats for ats in context.site.transfers if set(names) & set(behind(context.dossier, ats))}
    boards = [each for each in _boards(context) if each.transfer not in own and each.spare_kw >= added]
    if not 0 < len(names) <= _MOST or not boards:
        return
    board = max(boards).bus
    edits = []
    for name in names:
        cords: Tree = [{"bus": bus, "share_percent": "50"} for bus in (buses[name], board)]
        edits.append(set_in(SITE, ("loads", name, "cords"), cords))
    field = dotted(("loads", names[0], "cords"))
    assumed = AssumedEffect(SITE, field, "yes_no", 0, 1, basis="revision-basis-two-boards")
    new = context.naming.words("new-two-boards", loads=tuple(names), board=board)
    yield draft(context, finding, f"and-{board}", new, edits, kind="purchase", assumed=assumed, buys="feed")


def _may_change_over(context: ReviewContext, name: str) -> bool:
    spec = context.site.loads.get(name)
    return (
        spec is not None
        and not spec.cords
        and spec.max_interruption is not None
        and spec.max_interruption >= CHANGES_OVER_MS
    )


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
    """The loads on the emergency board of their voltage with most to spare that can carry them; where none can, on one
    whose only set is replaced by a larger one."""
    kw, names = _rows_kw(context), [load for load in loads if not _has_own_supply(context, load)]
    if not 0 < len(names) <= _MOST or any(name not in kw for name in names):
        return
    kv = {row.name: row.vn_kv for row in context.dossier.network.bus}
    volts = {kv[row.bus] for row in context.dossier.network.load if row.name in names}
    added = sum(kw[name] for name in names)
    boards = sorted((each for each in _boards(context) if volts == {kv[each.bus]}), reverse=True)
    if boards and boards[0].spare_kw >= added:
        board = boards[0].bus
        field = dotted(("loads", names[0], "cords"))
        assumed = AssumedEffect(SITE, field, "yes_no", 0, 1, basis="revision-basis-feed")
        edits = [_plugged(context, name, board) for name in names]
        new = context.naming.words("new-feed", loads=tuple(names), board=board)
        yield draft(context, finding, "feed", new, edits, kind="purchase", assumed=assumed, buys="feed")
        return
    for each in boards:
        yield from _with_a_larger_set(context, finding, names, added, each)


def _with_a_larger_set(
    context: ReviewContext, finding: Finding, names: list[str], added_kw: float, board: _Board
) -> Iterator[Recommendation]:
    """The loads on a board whose set is too small for them and is replaced, by one of at most twice its rating."""
    if len(board.sets) != 1:
        return
    name = board.sets[0]
    spec = context.site.sources[name]
    assert isinstance(spec, Genset)
    due = math.ceil((spec.rated_kw - board.spare_kw + added_kw) * _MARGIN / _STEP_KW) * _STEP_KW
    if not spec.rated_kw < due <= _MOST_TIMES * spec.rated_kw:
        return
    path = ("sources", name, "rated_kw")
    edits = [set_in(SITE, path, f"{due:g}"), *(_plugged(context, load, board.bus) for load in names)]
    assumed = AssumedEffect(SITE, dotted(path), "kw", spec.rated_kw, due, basis="revision-basis-feed")
    told = {"loads": tuple(names), "board": board.bus, "set": name, "kw": figure(due), "now": figure(spec.rated_kw)}
    new = context.naming.words("new-feed-larger", **told)
    what = f"feed-{board.bus}"
    yield draft(context, finding, what, new, edits, kind="purchase", assumed=assumed, buys="genset")


def _boards(context: ReviewContext) -> Iterator[_Board]:
    """Emergency boards with what their sets could carry more."""
    net, kw = net_of(context.dossier), _rows_kw(context)
    gensets = {name: spec for name, spec in context.site.sources.items() if isinstance(spec, Genset)}
    for name, ats in context.site.transfers.items():
        if not isinstance(ats, Ats):
            continue
        ends = [set(net.switch_nodes(net.switch_index[side])) for side in (ats.normal, ats.standby)]
        sets = tuple(each for each, spec in gensets.items() if name in spec.called_by)
        for node in sorted(ends[0] & ends[1]) if sets else ():
            carried = sum(kw.get(load, 0.0) for load in behind(context.dossier, name))
            yield _Board(sum(gensets[each].rated_kw for each in sets) - carried, net.bus_ids[node], sets, name)


def _plugged(context: ReviewContext, load: str, board: str) -> FileEdit:
    cords: Tree = [{"bus": board, "share_percent": "100"}]
    if load in context.site.loads:
        return set_in(SITE, ("loads", load, "cords"), cords)
    return new_entry(context, SITE, "loads", load, {"cords": cords})
