"""PLN-01, 02, 03, 08: what a plan must hold. After GB/T 29639-2020's outline and power practice, as summed up in
public pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.alternatives import positive
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over, passed, unknown
from drillsim.schema import VERBS, Card, Genset, MobileGenset, Plan, Step

_CHANGES_SUPPLY = ("open", "close", "start", "transfer", "connect", "shed", "restore", "refuel")
"""Verbs whose step can go wrong without anybody noticing unless it is checked."""
_SHOWS_ITSELF = ("phase_check", "prove_dead", "set")
"""Verbs whose doing shows by itself how it went."""


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
    """PLN-02: a step that operates equipment says where and how one knows that it worked.

    Checking phases and proving dead say so by themselves; so does a selector, which stands where its hand has put it. A
    vehicle's cables are shown to be right by the step that checks the phases there.
    """
    steps = [(step, about) for _, step, about in inputs.steps() if VERBS[step.do].operates]
    phased = {name for _, step, _ in inputs.steps() if step.do == "phase_check" for name in step.all_targets}
    found = []
    for step, about in steps:
        if not step.success_check and step.do == "connect":
            bare = tuple(name for name in step.all_targets if name not in phased)
            found += [failed(about, "phases", step=step.id, points=listed(bare))] if bare else []
        elif not step.success_check and step.do not in _SHOWS_ITSELF:
            found.append(failed(about, "check", step=step.id))
        if not _has_place(inputs, step):
            found.append(failed(about, "place", step=step.id, targets=listed(step.target)))
    yield from over(len(steps), found, inputs.about_plan, none="no-operating-step")


def _has_place(inputs: Inputs, step: Step) -> bool:
    each_at_its_own = step.for_each is not None and bool(step.for_each.places)
    return step.place is not None or each_at_its_own or all(_place_of(inputs, target) for target in step.target)


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
    """PLN-03: a step that changes the supply, or checks it, says what happens when it does not work; a call, when
    nobody answers; one that waits at most so long, what happens then. A check need not where another card begins with
    what it looks at.

    A step that is itself a branch for failure may be the last resort and needs none, unless another step of its card
    waits for it, or it is an act known to fail at times on which protected loads hang.
    """
    branches = {name for _, step, _ in inputs.steps() if step.on_failure for name in step.on_failure.steps}
    found, count = [], 0
    for card, step, about in inputs.steps():
        acts, told = step.do in _CHANGES_SUPPLY, [tell for tell in step.tells if step.do != "ask"]
        count += acts or bool(told) or step.do == "check"
        if acts and not _has_branch(step):
            may_fail = tuple(name for name in step.all_targets if _may_fail(inputs, step, name))
            if step.id not in branches:
                found.append(failed(about, step=step.id))
            elif may_fail:
                found.append(failed(about, "can-fail", step=step.id, targets=listed(may_fail)))
            elif waiting := tuple(each.id for each in card.steps if step.id in each.predecessors):
                found.append(failed(about, "waited-for", step=step.id, steps=listed(waiting)))
        if step.do == "check" and step.success_check and step.id not in branches and not _has_branch(step):
            seen = tuple(dict.fromkeys(name for leaf in step.success_check.leaves() for name in leaf.subjects))
            if not _begins_another(inputs, card, seen):
                found.append(failed(about, "check", step=step.id, things=listed(seen)))
        own = {each.id for each in card.steps}
        strange = tuple(name for name in (step.on_failure.steps if step.on_failure else ()) if name not in own)
        if strange:
            found.append(failed(about, "strange", step=step.id, steps=listed(strange), card=card.id))
        if not acts and step.id not in branches and _waits_in_vain(step):
            found.append(failed(about, "no-word", step=step.id, awaited=listed(_awaited(step))))
        silent = tuple(dict.fromkeys(tell.to for tell in told if "no_answer" not in tell.model_fields_set))
        found += [failed(about, "no-answer", step=step.id, roles=listed(silent))] if silent else []
    yield from over(count, found, inputs.about_plan, none="no-operating-step")


def _waits_in_vain(step: Step) -> bool:
    """Return whether it gives up waiting for something after a time, and says nothing of what comes then."""
    return step.wait_at_most is not None and bool(_awaited(step)) and not _has_branch(step)


def _awaited(step: Step) -> tuple[str, ...]:
    """Return the ids it has to know of before it begins, or to end."""
    conditions = (*step.requires, *((step.until,) if step.until else ()))
    return tuple(dict.fromkeys(name for each in conditions for leaf in each.leaves() for name in leaf.subjects))


def _begins_another(inputs: Inputs, card: Card, things: tuple[str, ...]) -> bool:
    """Return whether the trigger of another card names one of the things."""
    others = (each.trigger for each in inputs.dossier.plan.cards if each.id != card.id)
    return any(name in things for each in others for leaf in each.leaves() for name in leaf.subjects)


def _has_branch(step: Step) -> bool:
    """Return whether it says what happens when it fails; to go on as if nothing were says nothing."""
    return step.on_failure is not None and bool(step.on_failure.steps or step.on_failure.then == "stop")


def _may_fail(inputs: Inputs, step: Step, target: str) -> bool:
    """Return whether the files give it a chance to fail (or hand work has one by nature), and protected loads hang on
    it."""
    site = inputs.dossier.site
    source, device = site.sources.get(target), site.devices.get(target)
    if isinstance(source, Genset):
        return source.manual_start_fails > 0 and step.do == "start"
    if isinstance(source, MobileGenset):
        return source.fails_to_start > 0
    if step.do in ("transfer", "refuel", "connect"):
        return True
    return device is not None and device.fails_to_operate > 0 and _serves_protected(inputs, target)


def _serves_protected(inputs: Inputs, switch: str) -> bool:
    """Return whether a protected load can be fed through the switch: the loads behind it, or, on a ring, any."""
    wiring = inputs.wiring
    if switch not in wiring.net.switch_index:
        return False
    sources = (*inputs.feeders, *inputs.gensets, *inputs.upses)
    left = wiring.live(wiring.changed(wiring.all_closed, opened=(switch,)), sources)
    behind = [name for name in inputs.loads if not wiring.is_fed(name, left)]
    return any(inputs.is_protected(name) for name in behind or inputs.loads)


def restoration_present(inputs: Inputs) -> Iterator[Result]:
    """PLN-08: the plan says how to come back to normal."""
    card = inputs.dossier.plan.restoration
    if card is None or not card.steps:
        yield failed(inputs.about_plan)
    else:
        yield passed(replace(inputs.about_plan, path=("restoration",)), count=len(card.steps))


_UNDER_PERMIT = ("open", "close", "trip", "rack")
"""Verbs by which a step operates a switch that a permit may cover."""


def boundary_of_dispatch(inputs: Inputs) -> Iterator[Result]:
    """PLN-09: a device under the dispatcher is covered by a permit, and the side that operates it asks before."""
    devices, incomers = inputs.dossier.site.devices, _incomers(inputs)
    found, count = [], 0
    for card, step, about in inputs.steps():
        for target in step.all_targets if step.do in _UNDER_PERMIT else ():
            device = devices.get(target)
            if (device is None or "dispatch" not in device.model_fields_set) and target in incomers:
                count += 1
                where = About(kind="device", id=target, file="site.yaml", path=("devices", target, "dispatch"))
                found.append(unknown(where, "dispatch", step=step.id, device=target))
            elif device is not None and device.side == "utility" == inputs.side_of(step.by.operator):
                continue  # its own device: the dispatcher's order is the permission
            elif permits_over(inputs, step, target) or (device and device.dispatch in ("ordered", "permitted")):
                count += 1
                found += _permit_gap(inputs, card, step, target, about)
    yield from over(count, found, inputs.about_plan, none="no-dispatched-device")


def permits_over(inputs: Inputs, step: Step, target: str) -> tuple[str, ...]:
    """Permits that cover the device or the step's task, in file order."""
    permits = inputs.dossier.plan.permits.items()
    return tuple(name for name, permit in permits if target in permit.covers or step.id in permit.steps)


def _permit_gap(inputs: Inputs, card: Card, step: Step, target: str, about: About) -> Iterator[Result]:
    permits = permits_over(inputs, step, target)
    if not permits:
        yield failed(about, "permit", step=step.id, device=target)
        return
    asked = _asked_before(inputs, card, step)
    spared = step.danger_to_life and inputs.dossier.plan.order_rules.danger_to_life_first
    never = tuple(name for name in permits if name not in asked)
    if never and not spared:
        yield failed(about, "asked", step=step.id, device=target, permit=listed(never), card=card.id)


def _asked_before(inputs: Inputs, card: Card, step: Step) -> set[str]:
    """Permits the step's own side has asked for by then: earlier in its card, or in a step it waits for."""
    side = inputs.side_of(step.by.operator)
    earlier = card.steps[: card.steps.index(step)]
    asking = [each for each in (*earlier, *before(inputs.dossier.plan, card, step)) if each.do == "request"]
    return {name for each in asking if inputs.side_of(each.by.operator) == side for name in each.target}


def before(plan: Plan, card: Card, step: Step) -> tuple[Step, ...]:
    """Steps that must have come before: those it waits for, those its card's trigger names, and theirs in turn."""
    where = {each.id: (home, each) for home, each in plan.steps()}
    found: dict[str, None] = {}
    waiting = [(card, step)]
    while waiting:
        home, at = waiting.pop()
        conditions = (*at.conditions(), home.trigger)
        named = (n for each in conditions for leaf in positive(each) if leaf.kind in _OF_STEPS for n in leaf.subjects)
        for name in (*at.predecessors, *named):
            if name in where and name not in found and name != step.id:
                found[name] = None
                waiting.append(where[name])
    return tuple(where[name][1] for name in found)


_OF_STEPS = ("step", "message")


def _incomers(inputs: Inputs) -> set[str]:
    """Switches next to a feeder's bus, and those the transfers call incomers."""
    wiring = inputs.wiring
    buses = {wiring.bus_of(name) for name in inputs.feeders}
    near = {n for p, n in enumerate(wiring.net.switch_ids) if buses & set(wiring.net.switch_nodes(p))}
    return near | {name for tie in inputs.ties.values() for name in tie.incomers}
