"""The data a worker needs to play any unit of a campaign: sent once, compiled once in each process.

Workers get plain values: the customer's files as values, the cases' failures and the library. All that follows from the
files, the power-flow memo and everything else worked out on the way stays in the process and changes only how long a
run takes.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from drillsim.campaign.failure import Failure, failures
from drillsim.campaign.parts import Parts
from drillsim.campaign.spec import Spec
from drillsim.network import PowerFlow
from drillsim.schema import Compiled, Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A load or a function a campaign judges."""

    kind: str
    id: str
    max_interruption_ms: int | None
    protected: bool


@dataclass(frozen=True, slots=True, eq=False)
class Runner:
    """Everything one plan is played with: the customer's own, or a variant of it."""

    variant: str
    """Empty for the plan as it is."""
    dossier: Compiled
    library: Mapping[str, Scenario]
    spec: Spec
    failures: tuple[Failure, ...]
    subjects: tuple[Subject, ...]
    """Loads in service in the network file's order, then functions in the site file's."""
    flow: PowerFlow
    parts: Parts[Any] = field(init=False, default_factory=Parts)
    """Runs that may stand for others, in this process."""


def runner_of(
    dossier: Compiled, library: Mapping[str, Scenario], spec: Spec, flow: PowerFlow, variant: str = ""
) -> Runner:
    """The runner for one plan. `flow` must be picklable: it travels to the workers."""
    return Runner(
        variant,
        dossier,
        library,
        spec,
        failures(dossier, spec.late_ms),
        _subjects(dossier),
        flow,
    )


def _subjects(dossier: Compiled) -> tuple[Subject, ...]:
    stated = dossier.site.loads
    loads = [
        Subject(
            "load",
            row.name,
            stated[row.name].max_interruption if row.name in stated else None,
            row.name in stated and stated[row.name].max_interruption is not None,
        )
        for row in dossier.network.loads
        if row.in_service  # what is not there is not judged
    ]
    functions = [
        Subject("function", name, spec.max_interruption, spec.max_interruption is not None or spec.harm is not None)
        for name, spec in dossier.site.functions.items()
    ]
    return (*loads, *functions)


def packed(runner: Runner) -> tuple[str, bytes]:
    """The runner as bytes for another process, with the key it is known by there."""
    data = pickle.dumps(runner, protocol=5)
    return sha256(data).hexdigest(), data


_UNPACKED: dict[str, Runner] = {}


def unpacked(key: str, data: bytes) -> Runner:
    """The runner behind `data`, unpacked once a process."""
    if key not in _UNPACKED:
        _UNPACKED[key] = pickle.loads(data)
    return _UNPACKED[key]
