"""Bus-tie transfer (备自投, BZT): the seven rules of GB 51348-2019 5.9.1–5.9.2 as read in public pages (unverified).

(2) it closes only after the working incomer is open and the standby voltage is there; (3) it acts on loss of the
working voltage for any cause unless blocked; (4) not on opening by hand, not on a broken voltage-transformer circuit,
not when the standby side is dead; (5) once, then it must be re-armed by hand; (6) if it closes onto a fault the tie
trips without delay; (7) not while the working incomer carries current. Rule (1) is a check of files. A refused transfer
is not tried again in the same loss of voltage. Voltage that is back before the working incomer opens calls it off, and
it has not acted; once that is open and the standby voltage gone, a working source that is back is closed onto again.
"""

from __future__ import annotations

from drillsim.network import CompiledNetwork, net_of, path
from drillsim.schema import BusTieTransfer, Compiled, follows_from
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.usable import between_phases
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.protection import Protection

LEAST_CURRENT_A = 0.5
"""Current the blocking sees as flowing; assumed."""


class BusTieUnit:
    """One bus-tie transfer. It is *charged* once both sides were healthy for its charging time."""

    def __init__(self, world: World, name: str, spec: BusTieTransfer, protection: Protection) -> None:
        self._world, self.name, self.spec, self._protection = world, name, spec, protection
        self.enabled = spec.enabled
        self.charged = spec.enabled
        self.held = 0
        self.used = False
        self._vt_lost: dict[str, int] = {}
        """Buses with a broken voltage-transformer circuit, by number of causes."""
        self._by_hand: set[str] = set()
        self._timers: dict[str, Timer] = {}
        self._why = ["", ""]
        """Reason it wants to act on either side: `dead`, or `vt`, which looks like it; '' while it does not."""
        self._said: set[int] = set()
        """Sides it has acted on, or refused to, for that reason."""
        self.sections = _sections(world.case.dossier, name)

    @property
    def switches(self) -> tuple[str, ...]:
        """Its incomers and its tie."""
        return (*self.spec.incomers, *((self.spec.tie,) if self.spec.tie else ()))

    @property
    def nodes(self) -> tuple[int, ...]:
        """The nodes it looks for voltage at: its sections, and before its incomers."""
        net = self._world.net
        return (*self.sections, *(node for i in self.spec.incomers for node in net.switch_nodes(net.switch_index[i])))

    # -- looking ---------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """At the start it is charged if both sides are healthy."""
        self.charged = self.enabled and self._healthy()
        self._world.moved(Moved.TRANSFERS)

    def look(self) -> None:
        """Charging, and loss of voltage on either side."""
        self._charge()
        self._world.note(("in_automatic", self.name), self._lamp())
        for side in (0, 1):
            self._watch(side, self._wants(side))

    def _lamp(self) -> str:
        """Return the state whoever stands before it sees: `spent` once it has acted or an incomer was opened by hand,
        until it is armed anew."""
        if not self.enabled:
            return "disabled"
        return "spent" if self.used or self._by_hand else "enabled"

    def _watch(self, side: int, why: str) -> None:
        """Its delay runs while the reason is the same, and begins anew with another."""
        if why != self._why[side]:
            self._why[side] = why
            self._calm(side)
        if why and f"start-{side}" not in self._timers and side not in self._said:
            start = self._world.kernel.after_settled(self.spec.delay, Priority.TRANSFER, lambda: self._start(side))
            self._timers[f"start-{side}"] = start

    def _wants(self, side: int) -> str:
        if self._sees_voltage(side) or not self._was_working(side):
            return ""
        return "dead" if self._pu(self.sections[side]) < self.spec.undervoltage_pu else "vt"

    def _was_working(self, side: int) -> bool:
        """The side it may have to replace: with a tie either one, without a tie the one whose incomer is closed."""
        incomer = self.spec.incomers[side]
        return self.spec.tie is not None or self._world.is_closed(incomer) or incomer in self._by_hand

    def _sees_voltage(self, side: int) -> bool:
        return self._pu(self.sections[side]) >= self.spec.undervoltage_pu and not self._vt_out(side)

    def _pu(self, node: int) -> float:
        """Voltage there, between sound phases: of an open one it sees nothing."""
        return between_phases(self._world, node)

    def _sees_standby(self, side: int) -> bool:
        return self._pu(self.sections[side]) >= self.spec.standby_above_pu and not self._vt_out(side)

    def _vt_out(self, side: int) -> bool:
        return bool(self._vt_lost.get(self._world.net.element_id(self.sections[side]), 0))

    def _healthy(self) -> bool:
        w, spec = self._world, self.spec
        if spec.tie is not None:
            ready = all(w.is_closed(i) for i in spec.incomers) and not w.is_closed(spec.tie)
            return ready and self._sees_standby(0) and self._sees_standby(1)
        closed = [w.is_closed(i) for i in spec.incomers]
        return sum(closed) == 1 and self._sees_standby(0) and self._standby_live(closed.index(True))

    def _charge(self) -> None:
        if self.charged or not self.enabled or self.used or not self._healthy():
            timer = self._timers.pop("charge", None)
            if timer is not None:
                timer.cancel()
        elif "charge" not in self._timers:
            charged = self._world.kernel.after_settled(self.spec.charge, Priority.TRANSFER, self._charged)
            self._timers["charge"] = charged

    def _charged(self) -> None:
        self._timers.pop("charge", None)
        self._set_charged(True)

    def _calm(self, side: int) -> None:
        self._said.discard(side)
        timer = self._timers.pop(f"start-{side}", None)
        if timer is not None:
            timer.cancel()

    # -- acting ----------------------------------------------------------------------------------------------------
    def _start(self, side: int) -> None:
        self._timers.pop(f"start-{side}", None)
        self._said.add(side)
        self._world.moved(Moved.TRANSFERS)
        reason = self._blocked(side)
        if reason:
            self._refuse(side, reason)
            return
        self.used = True
        self._set_charged(False)
        self._world.emit("transfer_started", transfer=self.name)
        if self._refuses():
            self._world.emit("transfer_failed", transfer=self.name, reason="refused", device=self.name)
            return
        incomer = self.spec.incomers[side]
        own = self._world.device(incomer).operates_in
        self._world.kernel.after_settled(own, Priority.TRANSFER, lambda: self._go_on(side))

    def _refuse(self, side: int, reason: str) -> None:
        section = self._world.net.element_id(self.sections[side])
        self._world.emit("transfer_refused", transfer=self.name, reason=reason, section=section)

    def _blocked(self, side: int) -> str:
        """Return the reason it must not act on this side; empty when it may."""
        if not self.enabled:
            return "disabled"
        if self._by_hand & set(self.spec.incomers):
            return "manual_opening"
        if self.used:
            return "acts_once"
        if not self.charged:
            return "not_charged"
        if self._vt_out(side) and self.spec.vt_supervision:
            return "vt_lost"
        if self.spec.current_blocking and self._working_current(side) > LEAST_CURRENT_A:
            return "working_current"
        if self._bus_protection_acted(side):
            return "bus_protection"
        if not self._world.controlled(self.name):
            return "control_supply"
        return "" if self._standby_live(side) else "standby_dead"

    def _bus_protection_acted(self, side: int) -> bool:
        """By the protection groups named; where none is, by any fault of the section."""
        if self.spec.blocked_by:
            return any(group in self._world.tripped_groups for group in self.spec.blocked_by)
        return self.spec.fault_blocking and self._world.net.element_id(self.sections[side]) in self._faulted_buses()

    def _working_current(self, side: int) -> float:
        """Return the current through the incomer, A: that of a short circuit beyond it, or of loads that have
        voltage."""
        w, incomer = self._world, self.spec.incomers[side]
        levels = [fault.level for fault in self._protection.faults.values() if fault.level is not None]
        short = max((level.switch_a[w.net.switch_index[incomer]] or 0.0 for level in levels), default=0.0)
        has_voltage = self._pu(self.sections[side]) >= self.spec.undervoltage_pu
        return short or (w.switch_a.get(incomer, 0.0) if has_voltage else 0.0)

    def _faulted_buses(self) -> set[str]:
        return {self._world.net.element_id(node) for node in self._world.faulted}

    def _standby_live(self, side: int) -> bool:
        if self.spec.tie is not None:
            return self._sees_standby(1 - side)
        return self._source_live(1 - side)

    def _source_live(self, side: int) -> bool:
        """Voltage before the incomer of that side."""
        net, least = self._world.net, self.spec.standby_above_pu
        nodes = net.switch_nodes(net.switch_index[self.spec.incomers[side]])
        return any(self._pu(node) >= least for node in nodes if node != self.sections[side])

    def _refuses(self) -> bool:
        w, name = self._world, f"{self.name}/transfer"
        held = w.has_fault("fails_to_operate", self.name, bool(self.held))
        return held or w.luck.happens(self.spec.fails_to_operate, name, w.demand(name))

    def _go_on(self, side: int) -> None:
        """The moment the working incomer opens, if there is still a reason to."""
        if self._sees_voltage(side):
            self.used = False
            self._world.moved(Moved.TRANSFERS)
            self._refuse(side, "voltage_back")
            self._world.touch()
        else:
            self._open_working(side)

    def _open_working(self, side: int) -> None:
        w, incomer = self._world, self.spec.incomers[side]
        if not w.move_switch(incomer, closed=False, cause="transfer", cause_id=self.name):
            w.emit("transfer_failed", transfer=self.name, reason="working_source_not_open", device=incomer)
            return
        closes = self.spec.tie or self.spec.incomers[1 - side]
        own = w.device(closes).operates_in
        w.kernel.after_settled(own, Priority.TRANSFER, lambda: self._close_standby(side, closes))

    def _close_standby(self, side: int, closes: str) -> None:
        w, incomer = self._world, self.spec.incomers[side]
        if w.is_closed(incomer):
            self._refuse(side, "standby_dead")
        elif self._standby_live(side):
            self._close(closes)
        else:
            self._refuse(side, "standby_dead")
            if self._source_live(side):
                own = w.device(incomer).operates_in
                w.kernel.after_settled(own, Priority.TRANSFER, lambda: self._close_back(side))

    def _close_back(self, side: int) -> None:
        """It has opened a source that is back, and there is no other."""
        if self._source_live(side) and not self._bus_protection_acted(side):
            self._close(self.spec.incomers[side])

    def _close(self, closes: str) -> None:
        w = self._world
        if w.interlock(closes) is not None:
            w.emit("transfer_failed", transfer=self.name, reason="interlock", device=closes)
            return
        self._protection.accelerate(closes)
        if w.move_switch(closes, closed=True, cause="transfer", cause_id=self.name):
            w.emit("transfer_done", transfer=self.name, to=closes)
        else:
            w.emit("transfer_failed", transfer=self.name, reason="stuck", device=closes)

    def maloperate(self) -> None:
        """It acts on a working incomer without any cause."""
        side = next((side for side in (0, 1) if self._world.is_closed(self.spec.incomers[side])), None)
        if side is not None:
            self._world.emit("transfer_maloperates", transfer=self.name)
            self._set_charged(False)
            self._open_working(side)

    def lose_vt(self, bus: str, by: int) -> None:
        """By so many causes more the voltage-transformer circuit of the bus is broken."""
        self._vt_lost[bus] = self._vt_lost.get(bus, 0) + by
        self._world.moved(Moved.TRANSFERS)

    # -- people ----------------------------------------------------------------------------------------------------
    def opened_by_hand(self, switch: str) -> None:
        """Somebody opened an incomer: it must not act on that."""
        if switch in self.spec.incomers:
            self._by_hand.add(switch)
            self._world.moved(Moved.TRANSFERS)
            self._set_charged(False)

    def set_enabled(self, enabled: bool) -> None:
        """Switched in (and re-armed) or out by hand."""
        self.enabled, self.used = enabled, False
        self._by_hand.clear()
        self._set_charged(False, always=True)
        self._world.touch()

    def _set_charged(self, charged: bool, *, always: bool = False) -> None:
        if charged != self.charged or always:
            self.charged = charged
            self._world.moved(Moved.TRANSFERS)
            self._world.emit("transfer_set", transfer=self.name, enabled=self.enabled, charged=charged)


@follows_from("network", "site")
def _sections(dossier: Compiled, transfer: str) -> tuple[int, ...]:
    """The node on the customer's side of each incomer."""
    spec = dossier.site.transfers[transfer]
    assert isinstance(spec, BusTieTransfer)
    return tuple(section_of(net_of(dossier), spec, incomer) for incomer in spec.incomers)


def section_of(net: CompiledNetwork, spec: BusTieTransfer, incomer: str) -> int:
    """The node on the customer's side of `incomer`: the one nearer to the tie, or common to both incomers."""
    one, other = net.switch_nodes(net.switch_index[incomer])
    partner = next(i for i in spec.incomers if i != incomer)
    if spec.tie is None:
        shared = {one, other} & set(net.switch_nodes(net.switch_index[partner]))
        return min(shared) if shared else other
    ends = net.switch_nodes(net.switch_index[spec.tie])
    links = bytearray(b"\x01" * len(net.link_nodes))
    for switch in (*spec.incomers, spec.tie):
        links[net.switch_link[net.switch_index[switch]]] = 0
    ways = [(len(way), node) for node in (one, other) if (way := path(net, links, node, ends))]
    return min(ways)[1] if ways else other
