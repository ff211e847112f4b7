"""OPS-06 and OPS-07: phases checked before a source connected anew is closed, and two people at high voltage."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.joining import joins
from drillsim.checks.rule import Result, failed, over
from drillsim.checks.rules.plan_content import before
from drillsim.schema import Card, Step

HIGH_VOLTAGE_KV = 1.0
_AT_SWITCHES = ("open", "close", "trip", "rack", "phase_check", "shed", "restore")
_AT_BUSES = ("prove_dead", "earth", "unearth")


# --- phases ---


def phases_checked(inputs: Inputs) -> Iterator[Result]:
    """OPS-06: before the first closing of what was connected anew, a step checks the phases there.

    A mobile set at its connection point, a cable or transformer that was repaired, two feeders that are not one system.
    """
    found, count = [], 0
    for card, step, about in inputs.steps():
        for target in step.all_targets if step.do == "close" else ():
            for why, things in _anew(inputs, card, step, target):
                count += 1
                if not _checked(inputs, card, step, {target, *things}):
                    found.append(failed(about, why, step=step.id, switch=target, things=listed(things)))
    yield from over(count, found, inputs.about_plan, none="nothing-anew")


def _anew(inputs: Inputs, card: Card, step: Step, switch: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the reason the closing joins something whose phases nobody knows, and the things."""
    for name, point in inputs.dossier.site.connection_points.items():
        if point.switch == switch:
            yield "marked" if point.phase_marked else "", (name,)
    repaired = _repaired(inputs, card, step, switch)
    if repaired:
        yield "repaired", repaired
    for join in inputs.once(joins):
        if join.switch == switch and all(name in inputs.feeders for name in (*join.one, *join.other)):
            yield "systems", (*join.one, *join.other)
            return


def _repaired(inputs: Inputs, card: Card, step: Step, switch: str) -> tuple[str, ...]:
    """Lines, transformers and buses at the switch that a step has repaired by then."""
    net = inputs.wiring.net
    if switch not in net.switch_index:
        return ()
    ends = set(net.switch_nodes(net.switch_index[switch]))
    around = ends | {other for node in ends for _, other in net.adjacent[node] if not net.is_bus(other)}
    done = [name for each in _earlier(inputs, card, step) if each.do == "repair" for name in each.all_targets]
    return tuple(dict.fromkeys(name for name in done if net.node(name) in around))


def _checked(inputs: Inputs, card: Card, step: Step, things: set[str]) -> bool:
    return any(each.do == "phase_check" and things & set(each.all_targets) for each in _earlier(inputs, card, step))


def _earlier(inputs: Inputs, card: Card, step: Step) -> tuple[Step, ...]:
    """Steps written before it in its card, and those that must have come before."""
    return (*card.steps[: card.steps.index(step)], *before(inputs.dossier.plan, card, step))


# --- the second person ---


def two_at_high_voltage(inputs: Inputs) -> Iterator[Result]:
    """OPS-07: switching by hand, proving dead and earthing above 1 kV take an operator and a supervisor, two people."""
    found, count = [], 0
    for _, step, about in inputs.steps():
        things = tuple(name for name in step.all_targets if _takes_two(inputs, step, name))
        count += bool(things)
        if things and step.by.supervisor is None:
            found.append(failed(about, step=step.id, devices=listed(things)))
        elif things and len(_people(inputs, step)) < 2:
            roles = listed(tuple(dict.fromkeys(role for role in (step.by.operator, step.by.supervisor) if role)))
            found.append(failed(about, "same", step=step.id, roles=roles, people=listed(_people(inputs, step)) or "–"))
    yield from over(count, found, inputs.about_plan, none="no-high-voltage-work")


def _takes_two(inputs: Inputs, step: Step, name: str) -> bool:
    """Return whether it is done by hand above 1 kV."""
    net, site = inputs.wiring.net, inputs.dossier.site
    if step.do in _AT_BUSES:
        bus = site.earths[name].at if name in site.earths else name
        return bus in net.bus_index and net.bus_kv[net.bus_index[bus]] > HIGH_VOLTAGE_KV
    if step.do not in _AT_SWITCHES:
        return False
    switches = inputs.wiring.also_fed(name)[0] if name in net.load_index else (name,)
    return any(_by_hand_above(inputs, switch) for switch in switches)


def _by_hand_above(inputs: Inputs, switch: str) -> bool:
    net, device = inputs.wiring.net, inputs.dossier.site.devices.get(switch)
    if switch not in net.switch_index or (device is not None and device.remote):
        return False
    nodes = net.switch_nodes(net.switch_index[switch])
    return max((net.bus_kv[node] for node in nodes if net.is_bus(node)), default=0.0) > HIGH_VOLTAGE_KV


def _people(inputs: Inputs, step: Step) -> tuple[str, ...]:
    """Everybody who may be operator or supervisor."""
    actors = inputs.dossier.plan.actors
    roles = (step.by.operator, step.by.supervisor, *(step.for_each.pool if step.for_each else ()))
    return tuple(dict.fromkeys(name for role in roles if role in actors for name in actors[role].held_by))
