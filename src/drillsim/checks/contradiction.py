"""What the wiring shows to be impossible, so that nothing can be simulated: problems of the files, not results.

`files` finds what stands in the records; this needs the network as a graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.errors import Problem, facts
from drillsim.network import conducting, reached
from drillsim.schema.dossier import Dossier


def file_problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Loads no source reaches in any mode, and shedding of loads that have no switch of their own.

    `file` is the file's plain name (`network` for any spelling) and `line` 0: whoever read the folder knows the lines.
    """
    inputs = Inputs(dossier)
    return (*_isolated(inputs), *_shed(inputs))


def _isolated(inputs: Inputs) -> Iterator[Problem]:
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
    for position, row in enumerate(inputs.dossier.network.load):
        if not nodes[index[row.bus]]:
            told = facts(id=row.name, bus=row.bus)
            yield Problem(file="network", field=f"load.{position}.bus", code="isolated-load", facts=told)


def _shed(inputs: Inputs) -> Iterator[Problem]:
    for _, step, about in inputs.steps():
        for load in step.target if step.do in ("shed", "restore") else ():
            if load not in inputs.load_rows:
                continue
            switches, others = inputs.wiring.also_fed(load)
            field = ".".join(str(part) for part in (*about.path, "target"))
            if others or not switches:
                code = "shed-takes-others" if switches else "shed-no-switch"
                told = facts(step=step.id, load=load, switches=listed(switches), others=listed(others))
                yield Problem(file="plan.yaml", field=field, code=code, facts=told)
