"""The causes that keep the devices of a step from moving: PLN-19's part at the switches."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed
from drillsim.checks.rules.plan_content import before
from drillsim.checks.supply_left import SupplyLeft
from drillsim.checks.walk import Start, holds, starts
from drillsim.checks.wiring import exclusions
from drillsim.schema import Card, Step

Events = tuple[SupplyLeft, ...]
"""The ways in which a card can come due, each with what still has supply then."""
_MOVES = ("open", "close", "trip", "shed", "restore")


def immovable(inputs: Inputs, step: Step, about: About, events: Events) -> Iterator[Result]:
    """Devices nobody can operate by hand and that are not operated from afar either, or not without their supply."""
    for target in step.all_targets if step.do in _MOVES else ():
        switches = inputs.wiring.also_fed(target)[0] if target in inputs.load_rows else (target,)
        for name in switches:
            device = inputs.dossier.site.devices.get(name)
            if device is None or device.by_hand:
                continue
            supply = device.control_supply
            if not device.remote:
                yield failed(about, "by-hand", step=step.id, device=name)
            elif supply and not any(left.works((supply,)) for left in events):
                yield failed(about, "control", step=step.id, device=name, supply=supply)


def kept_from_closing(inputs: Inputs, card: Card, step: Step, about: About) -> Iterator[Result]:
    """Yield the causes that keep a device from closing: its truck, a lock, an earth, an interlock."""
    earlier = (*before(inputs.dossier.plan, card, step), *card.steps[: card.steps.index(step)])
    for target in step.all_targets if step.do == "close" else ():
        device = inputs.dossier.site.devices.get(target)
        racked = [each.to for each in earlier if each.do == "rack" and target in each.all_targets]
        position = racked[-1] if racked else device.position if device else "working"
        if position and position != "working":
            yield failed(about, "racked", step=step.id, device=target, position=position)
        if _stands(earlier, target, "lock", "unlock"):
            yield failed(about, "locked", step=step.id, device=target)
        for name, earth in inputs.dossier.site.earths.items():
            if target in earth.interlocked_with and _stands(earlier, name, "earth", "unearth"):
                yield failed(about, "earthed", step=step.id, device=target, earth=name)
        of = _always_forbidden(inputs, card, earlier, target)
        if of:
            yield failed(about, "interlock", step=step.id, device=target, of=listed(of))


def _stands(earlier: tuple[Step, ...], thing: str, on: str, off: str) -> bool:
    """Return whether the last of the two things done to it was `on`."""
    done = [each.do for each in earlier if each.do in (on, off) and thing in each.all_targets]
    return bool(done) and done[-1] == on


def _always_forbidden(inputs: Inputs, card: Card, earlier: tuple[Step, ...], target: str) -> tuple[str, ...]:
    """Devices of an interlock that holds by itself and lets `target` close in no state the card may begin in, what
    earlier steps open being open."""
    wiring = inputs.wiring
    opened = {n for each in earlier if each.do in ("open", "trip") for n in each.all_targets}
    moved = [
        inputs.dossier.site.transfers.get(n) for each in earlier if each.do == "transfer" for n in each.all_targets
    ]
    opened |= {n for each in moved for n in (getattr(each, "normal", ""), getattr(each, "standby", ""))}
    begins: list[Start] = []
    for of, most in exclusions(inputs.dossier, kinds=("key", "electrical")):
        if target not in of or target not in wiring.net.switch_index:
            continue
        modes = dict.fromkeys(("normal", *inputs.dossier.site.modes))
        begins = begins or [s for m in modes for s in starts(inputs, m) if holds(inputs, card.trigger, s) is not False]
        shut = [n for n in of if n != target and n not in opened]
        if begins and all(sum(wiring.is_closed(start.closed, n) for n in shut) >= most for start in begins):
            return of
    return ()
