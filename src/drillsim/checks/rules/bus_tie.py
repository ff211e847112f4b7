"""BZT-02 to 08: settings of the automatic bus transfer, and its place in the ladder of delays.

Source: GB 51348-2019 5.9.2 as seen in public pages, not held against its text. drillsim's defaults fit the rules, so a
setting nobody stated is unknown and no pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drillsim.checks.inputs import Inputs, site_about
from drillsim.checks.rule import About, Result, absent, failed, over
from drillsim.schema import AnyTransfer, Ats, BusTieTransfer, Card, Condition, Step, Sts

_STANDBY_PU = 0.7
"""Least standby voltage worth closing onto; practice, unverified."""
_ACCELERATED_MS = 300
"""A trip onto a fault within this time counts as accelerated; practice, unverified."""
_SPREAD_MS = 500
"""Grading step between a reclosing above and a transfer below; practice, unverified."""

Judged = Callable[[Inputs, str, BusTieTransfer, About], Iterator[Result]]


def _each(inputs: Inputs, judge: Judged) -> Iterator[Result]:
    found = [
        result
        for name, tie in inputs.ties.items()
        for result in judge(inputs, name, tie, site_about("transfer", name, "transfers", name))
    ]
    yield from over(len(inputs.ties), found, inputs.about_customer, none="no-bus-tie")


def standby_voltage(inputs: Inputs) -> Iterator[Result]:
    """BZT-02: closes only with the working source open and the standby voltage high enough."""
    yield from _each(inputs, _standby_voltage)


def _standby_voltage(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    if "standby_above_pu" not in tie.model_fields_set:
        yield absent(about, "standby_above_pu")
    elif tie.standby_above_pu < _STANDBY_PU:
        yield failed(about, transfer=name, pu=f"{tie.standby_above_pu:g}", due=f"{_STANDBY_PU:g}")


def in_service(inputs: Inputs) -> Iterator[Result]:
    """BZT-03: acts on loss of working voltage for any cause: it is in service in normal operation."""
    yield from _each(inputs, _in_service)


def _in_service(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    mode = inputs.dossier.site.modes.get("normal")
    if not tie.enabled or (mode and name in mode.disabled):
        yield failed(about, transfer=name)
    elif "enabled" not in tie.model_fields_set:
        yield absent(about, "enabled")


def not_on_hand_or_broken_circuit(inputs: Inputs) -> Iterator[Result]:
    """BZT-04: does not start on opening by hand or a broken voltage circuit; no card counts on the contrary."""
    yield from _each(inputs, _hand_or_circuit)


def _hand_or_circuit(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    if "vt_supervision" not in tie.model_fields_set:
        yield absent(about, "vt_supervision")
    elif not tie.vt_supervision:
        yield failed(about, "circuit", transfer=name)
    for card, step, where in inputs.steps():
        if step.do in ("open", "trip") and set(step.target) & set(tie.incomers) and _counts_on(inputs, card, tie, name):
            yield failed(where, "hand", transfer=name, step=step.id, card=card.id)


def _counts_on(inputs: Inputs, card: Card, tie: BusTieTransfer, name: str) -> bool:
    """Return whether the card awaits what only the transfer could do: nobody in it closes the tie or an incomer."""
    closes = tie.tie or tie.incomers[1]
    by_hand = {target for step in card.steps if step.do in ("close", "transfer", "restore") for target in step.target}
    if by_hand & {closes, *tie.incomers, name}:
        return False
    return any(
        leaf.kind == "switch" and closes in leaf.subjects and leaf.state == "closed"
        for step in card.steps
        for condition in _awaited(step)
        for leaf in condition.leaves()
    )


def _awaited(step: Step) -> Iterator[Condition]:
    yield from step.requires
    if step.success_check:
        yield step.success_check
    if step.until:
        yield step.until


def armed_again(inputs: Inputs) -> Iterator[Result]:
    """BZT-05: acts once; the way back to normal arms it again by hand."""
    yield from _each(inputs, _armed_again)


def _armed_again(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    card = inputs.dossier.plan.restoration
    if card is None:
        yield absent(inputs.about_plan, "restoration")
    elif not any(step.do in ("enable", "reset") and name in step.target for step in card.steps):
        yield failed(About(kind="card", id=card.id, file="plan.yaml", path=("restoration",)), transfer=name)


def quick_onto_fault(inputs: Inputs) -> Iterator[Result]:
    """BZT-06: what it closes onto a fault trips at once, or bus protection blocks it."""
    yield from _each(inputs, _quick_onto_fault)


def _quick_onto_fault(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    closes = tie.tie or tie.incomers[1]
    device = inputs.dossier.site.devices.get(closes)
    stages = [stage.after for stage in device.trips] if device else []
    if tie.blocked_by:
        return
    if not tie.fault_blocking:
        yield failed(about, "unblocked", transfer=name, device=closes)
    if not stages:
        yield absent(site_about("device", closes, "devices", closes), "trips")
    elif min(stages) > _ACCELERATED_MS:
        yield failed(about, transfer=name, device=closes, after_ms=min(stages), due_ms=_ACCELERATED_MS)


def blocked_by_current(inputs: Inputs) -> Iterator[Result]:
    """BZT-07: does not start while the working source still carries current."""
    yield from _each(inputs, _blocked_by_current)


def _blocked_by_current(inputs: Inputs, name: str, tie: BusTieTransfer, about: About) -> Iterator[Result]:
    if "current_blocking" not in tie.model_fields_set:
        yield absent(about, "current_blocking")
    elif not tie.current_blocking:
        yield failed(about, transfer=name)


# --- the ladder of delays ---


def delay_ladder(inputs: Inputs) -> Iterator[Result]:
    """BZT-08: a bus transfer outwaits the feeder's reclosing, a transfer below it outwaits the bus transfer."""
    count, found = 0, []
    for name, tie in inputs.ties.items():
        for feeder in inputs.feeders if _loses(inputs, tie.incomers, None) else ():
            if feeder in _lost_by(inputs, tie):
                count += 1
                found += list(_after_reclosing(inputs, name, tie, feeder))
        for lower, transfer in inputs.dossier.site.transfers.items():
            if lower != name and not isinstance(transfer, Sts) and _hangs_below(inputs, tie, transfer):
                count += 1
                found += list(_after_tie(inputs, name, tie, lower, transfer))
    yield from over(count, found, inputs.about_customer, none="no-bus-tie")


def _loses(inputs: Inputs, switches: tuple[str, ...], feeder: str | None) -> bool:
    """Return whether every one of `switches` is in the network; with a feeder, whether one of them is dead without
    it."""
    wiring = inputs.wiring
    if any(name not in wiring.net.switch_index for name in switches):
        return False
    if feeder is None:
        return True
    nodes = wiring.live(wiring.normal, [name for name in inputs.feeders if name != feeder])
    return any(_dead(inputs, name, nodes) for name in switches if wiring.is_closed(wiring.normal, name))


def _dead(inputs: Inputs, switch: str, nodes: bytes) -> bool:
    return not any(nodes[node] for node in inputs.wiring.net.switch_nodes(inputs.wiring.net.switch_index[switch]))


def _lost_by(inputs: Inputs, tie: BusTieTransfer) -> tuple[str, ...]:
    """Feeders whose loss kills a working side of the transfer."""
    return tuple(name for name in inputs.feeders if _loses(inputs, tie.incomers, name))


def _after_reclosing(inputs: Inputs, name: str, tie: BusTieTransfer, feeder: str) -> Iterator[Result]:
    facts = inputs.feeders[feeder]
    if facts is None or "reclose" not in facts.model_fields_set:
        yield absent(inputs.about_source(feeder), "reclose")
    elif facts.reclose and tie.delay < facts.reclose.after + _SPREAD_MS:
        about = site_about("transfer", name, "transfers", name, "delay")
        due = facts.reclose.after + _SPREAD_MS
        yield failed(about, "reclose", transfer=name, feeder=feeder, delay_ms=tie.delay, due_ms=due)


def _hangs_below(inputs: Inputs, tie: BusTieTransfer, lower: AnyTransfer) -> bool:
    """Return whether the loss of a feeder kills the working side of `lower`, and the bus transfer brings it back."""
    working = lower.normal if isinstance(lower, Ats | Sts) else lower.incomers[0]
    closes = tie.tie or tie.incomers[1]
    if not _loses(inputs, (working, closes, *tie.incomers), None):
        return False
    wiring = inputs.wiring
    for feeder in _lost_by(inputs, tie):
        left = [name for name in inputs.feeders if name != feeder]
        before = wiring.live(wiring.normal, left)
        opened = [name for name in tie.incomers if _dead(inputs, name, before)]
        after = wiring.live(wiring.changed(wiring.normal, opened=opened, close=(closes,)), left)
        if _dead(inputs, working, before) and not _dead(inputs, working, after):
            return True
    return False


def _after_tie(
    inputs: Inputs, name: str, tie: BusTieTransfer, lower: str, transfer: Ats | BusTieTransfer
) -> Iterator[Result]:
    due = tie.delay + _SPREAD_MS
    about = site_about("transfer", lower, "transfers", lower, "delay")
    if "delay" not in transfer.model_fields_set:
        yield absent(site_about("transfer", lower, "transfers", lower), "delay")
    elif transfer.delay < due:
        yield failed(about, "below", transfer=lower, upper=name, delay_ms=transfer.delay, due_ms=due)
