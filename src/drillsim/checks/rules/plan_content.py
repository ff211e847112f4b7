"""PLN-01, 02, 03, 08: what a plan must hold. After GB/T 29639-2020's outline and power practice, as summed up in
public pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over, passed, unknown
from drillsim.schema.plan import Plan, Step
from drillsim.schema.verbs import VERBS

_CHANGES_SUPPLY = ("open", "close", "start", "transfer", "shed", "restore", "refuel")
"""Verbs whose step can go wrong without anybody noticing unless it is checked."""


def scope_covered(inputs: Inputs) -> Iterator[Result]:
    """PLN-01: every scenario class in scope has a card."""
    plan, about = inputs.dossier.plan, replace(inputs.about_plan, path=("scope",))
    if not plan.scope:
        yield unknown(about, "scope")
        return
    covered = {name for card in plan.cards for name in card.covers}
    bare = tuple(name for name in plan.scope if name not in covered)
    yield failed(about, classes=listed(bare)) if bare else passed(about, count=len(plan.scope))


def steps_complete(inputs: Inputs) -> Iterator[Result]:
    """PLN-02: a step that operates equipment says where and how one knows that it worked."""
    steps = [(step, about) for _, step, about in inputs.steps() if VERBS[step.do].operates]
    found = []
    for step, about in steps:
        if not step.success_check:
            found.append(failed(about, "check", step=step.id))
        if not _has_place(inputs, step):
            found.append(failed(about, "place", step=step.id, targets=listed(step.target)))
    yield from over(len(steps), found, inputs.about_plan, none="no-operating-step")


def _has_place(inputs: Inputs, step: Step) -> bool:
    return step.place is not None or all(_place_of(inputs, target) for target in step.target)


def _place_of(inputs: Inputs, target: str) -> str | None:
    site = inputs.dossier.site
    if target in inputs.load_rows:
        switches = inputs.wiring.also_fed(target)[0]
        return inputs.loads[target].place or next((_place_of(inputs, each) for each in switches), None)
    for table in (site.devices, site.sources, site.transfers, site.stores):
        if target in table:
            place: str | None = getattr(table[target], "place", None)
            return place
    return None


def failure_branches(inputs: Inputs) -> Iterator[Result]:
    """PLN-03: a step that changes the supply says what happens when it does not work.

    A step that is itself a branch for failure may be the last resort and needs none.
    """
    branches = {name for _, step, _ in inputs.steps() if step.on_failure for name in step.on_failure.steps}
    steps = [(s, a) for _, s, a in inputs.steps() if s.do in _CHANGES_SUPPLY and s.id not in branches]
    found = [failed(about, step=step.id) for step, about in steps if step.on_failure is None]
    yield from over(len(steps), found, inputs.about_plan, none="no-operating-step")


def restoration_present(inputs: Inputs) -> Iterator[Result]:
    """PLN-08: the plan says how to come back to normal."""
    card = inputs.dossier.plan.restoration
    if card is None or not card.steps:
        yield failed(inputs.about_plan)
    else:
        yield passed(replace(inputs.about_plan, path=("restoration",)), count=len(card.steps))


def boundary_of_dispatch(inputs: Inputs) -> Iterator[Result]:
    """PLN-09: a device under the dispatcher is covered by a permit, and a step asks for it."""
    plan, devices = inputs.dossier.plan, inputs.dossier.site.devices
    asked = {name for _, step, _ in inputs.steps() if step.do == "request" for name in step.target}
    incomers = _incomers(inputs)
    found, count = [], 0
    for _, step, about in inputs.steps():
        for target in step.target if step.do in ("open", "close") else ():
            device = devices.get(target)
            if (device is None or "dispatch" not in device.model_fields_set) and target in incomers:
                count += 1
                where = About(kind="device", id=target, file="site.yaml", path=("devices", target, "dispatch"))
                found.append(unknown(where, "dispatch", step=step.id, device=target))
            elif device is not None and device.dispatch in ("ordered", "permitted"):
                count += 1
                found += _permit_gap(plan, asked, step, target, about)
    yield from over(count, found, inputs.about_plan, none="no-dispatched-device")


def _permit_gap(plan: Plan, asked: set[str], step: Step, target: str, about: About) -> Iterator[Result]:
    permits = [name for name, permit in plan.permits.items() if target in permit.covers]
    if not permits:
        yield failed(about, "permit", step=step.id, device=target)
    elif not asked & set(permits):
        yield failed(about, "asked", step=step.id, device=target, permit=listed(permits))


def _incomers(inputs: Inputs) -> set[str]:
    """Switches next to a feeder's bus, and those the transfers call incomers."""
    wiring = inputs.wiring
    buses = {wiring.bus_of(name) for name in inputs.feeders}
    near = {n for p, n in enumerate(wiring.net.switch_ids) if buses & set(wiring.net.switch_nodes(p))}
    return near | {name for tie in inputs.ties.values() for name in tie.incomers}
