"""Contradictions the wiring shows, which make a simulation impossible: problems of the files, not results.

`files` finds what stands in the records; this needs the network as a graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.locate import Locate, unlocated
from drillsim.errors import Problem, facts
from drillsim.network import conducting, reached
from drillsim.schema import Compiled

_Found = tuple[str, tuple[str | int, ...], str, tuple[tuple[str, str], ...]]
"""File, path in it, code, facts."""


def file_problems(dossier: Compiled, locate: Locate = unlocated) -> tuple[Problem, ...]:
    """Loads no source reaches in any mode, and shedding of loads that have no switch of their own.

    Without `locate` the file is its plain name (`network` for any spelling) and the line 0.
    """
    inputs = Inputs(dossier)
    found: list[Problem] = []
    if not _hangs_together(inputs):
        return ()
    for name, path, code, told in (*_isolated(inputs), *_shed(inputs)):
        file, line = locate(name, path)
        found.append(Problem(file=file, line=line, field=".".join(map(str, path)), code=code, facts=told))
    return tuple(found)


def _hangs_together(inputs: Inputs) -> bool:
    """Return whether no source hangs on a bus there is not, which is a problem of its own."""
    terminals = [genset.bus for genset in inputs.gensets.values()]
    terminals += [bus for ups in inputs.upses.values() for bus in (ups.input, ups.output)]
    return set(terminals) <= set(inputs.wiring.net.bus_index)


def _isolated(inputs: Inputs) -> Iterator[_Found]:
    """Yield loads without a way to a source."""
    wiring = inputs.wiring
    links = conducting(wiring.net, wiring.all_closed)
    starts = [wiring.bus_of(name) for name in (*inputs.feeders, *inputs.gensets)]
    while True:
        nodes = reached(wiring.net, links, starts)
        index = wiring.net.bus_index
        fed = [index[u.output] for u in inputs.upses.values() if nodes[index[u.input]] and not nodes[index[u.output]]]
        if not fed:
            break
        starts += fed
    for position, row in enumerate(inputs.dossier.network.loads):
        if not nodes[index[row.bus]]:
            told = facts(id=row.name, bus=row.bus)
            yield "network", ("load", position, "bus"), "isolated-load", told


def _shed(inputs: Inputs) -> Iterator[_Found]:
    for _, step, about in inputs.steps():
        for load in step.all_targets if step.do in ("shed", "restore") else ():
            if load not in inputs.load_rows:
                continue
            switches, others = inputs.wiring.also_fed(load)
            if others or not switches:
                code = "shed-takes-others" if switches else "shed-no-switch"
                told = facts(step=step.id, load=load, switches=listed(switches), others=listed(others))
                yield "plan.yaml", (*about.path, "target"), code, told
