"""Both versions with everything they share: the failures both know, the subjects both judge, the luck, the scenarios.

A failure that only one version has (a step left out that the other does not know) cannot be the same case on both, and
is not played. An event lasts as the newer version says on both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from drillsim.campaign import Runner, Spec, runner_of
from drillsim.network import flow_for
from drillsim.revision.untouched import cards_between
from drillsim.schema import Compiled, Scenario


@dataclass(frozen=True, slots=True)
class LimitChange:
    """A limit that the versions state differently: each run is judged by its own."""

    subject: str
    what: str
    """`max_interruption`, `min_supply_time`, `harm`, or `security`."""
    old: str
    """Empty where there is none."""
    new: str


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """Two versions, old and new, ready to be played on the same cases."""

    old: Runner
    new: Runner
    """With the same failures at the same places as `old`."""
    subjects: tuple[str, ...]
    """Loads and functions that both versions protect, loads first."""
    cards: frozenset[str] | None
    """The cards whose steps differ; None where more than that does."""
    only_old: tuple[str, ...]
    """Loads in service and functions that the old version alone has."""
    only_new: tuple[str, ...]
    failures_left_out: int
    """Failures that one version alone has."""

    @property
    def same(self) -> bool:
        """Return whether both versions say the same."""
        return self.cards == frozenset()


def pairing(old: Compiled, new: Compiled, library: Mapping[str, Scenario], spec: Spec) -> Pairing:
    """Both versions with what they share of failures and subjects."""
    flow = flow_for(new.network)
    other = flow if old.network == new.network else flow_for(old.network)
    before, after = runner_of(old, library, spec, other, "old"), runner_of(new, library, spec, flow, "new")
    known = {each.id: each for each in before.failures}
    shared = tuple(each for each in after.failures if each.id in known)
    left_out = len(before.failures) + len(after.failures) - 2 * len(shared)
    mine, theirs = _subjects(before), _subjects(after)
    return Pairing(
        replace(before, failures=shared),
        replace(after, failures=shared),
        tuple(name for name, protected in theirs.items() if protected and mine.get(name)),
        cards_between(old, new),
        tuple(name for name in mine if name not in theirs),
        tuple(name for name in theirs if name not in mine),
        left_out,
    )


def _subjects(runner: Runner) -> dict[str, bool]:
    """Return by load and function whether it is judged: by how long it may be without, or by how long own supply has to
    last."""
    lasting = {name for name, load in runner.dossier.site.loads.items() if load.min_supply_time is not None}
    return {each.id: each.protected or each.id in lasting for each in runner.subjects}


def limits_changed(old: Compiled, new: Compiled) -> tuple[LimitChange, ...]:
    """Return the limits of loads and functions of both versions that differ, in the order of the newer site file."""
    return tuple(
        LimitChange(name, what, before[name][what], said[what])
        for before, after in ((_limits(old), _limits(new)),)
        for name, said in after.items()
        if name in before
        for what in said
        if before[name][what] != said[what]
    )


def _limits(dossier: Compiled) -> dict[str, dict[str, str]]:
    """Return by load and function what it is judged by, as text; empty where nothing is stated."""

    def said(value: object) -> str:
        return "" if value is None else str(value)

    found: dict[str, dict[str, str]] = {}
    for name, load in dossier.site.loads.items():
        found[name] = {
            "max_interruption": said(load.max_interruption),
            "min_supply_time": said(load.min_supply_time),
            "security": said(load.security or load.grade == "1S"),
        }
    for name, function in dossier.site.functions.items():
        harm = function.harm.after if function.harm else None
        found[name] = {"max_interruption": said(function.max_interruption), "harm": said(harm)}
    return found
