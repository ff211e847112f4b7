"""LOD-03: motors of safety-critical loads come back before others, where motors start group by group.

Source: own knowledge, unverified.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs
from drillsim.checks.rule import Result, failed, over


def critical_motors_first(inputs: Inputs) -> Iterator[Result]:
    """LOD-03: no motor of another load starts in an earlier group than one of a safety-critical load."""
    motors = {name: (load, load.motor.group) for name, load in inputs.loads.items() if load.motor}
    critical = {name: group for name, (load, group) in motors.items() if load.security}
    found = []
    for name, (load, group) in motors.items():
        late = [other for other, its in critical.items() if its > group] if not load.security else []
        if late:
            last = max(late, key=lambda other: critical[other])
            about = inputs.about_load(name)
            found.append(failed(about, load=name, group=group, critical=last, later=critical[last]))
    yield from over(len(motors), found, inputs.about_customer, none="no-motor")
