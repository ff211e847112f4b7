"""The world: the one mutable thing of a run. Everything that changes, changes here and says so in the journal.

The parts (supply, protection, transfers, sources, stores, functions, people, plan) read it and act on it through
`move_switch`, `note` and `kernel.after`; none keeps a second copy of a state that stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import simpy

from drillsim.journal import JournalWriter
from drillsim.network import cords, net_of
from drillsim.plant import SwitchKind, switch_kind
from drillsim.schema import PLAIN_DEVICE, Case, Device, FaultEvent, Interlock, kinds
from drillsim.simulation.core.control_state import ControlState
from drillsim.simulation.core.grid import Grid, links_with
from drillsim.simulation.core.kernel import MOST_MOVES, Clock, Kernel, Priority, Stopped
from drillsim.simulation.core.knowledge import Fact, Value
from drillsim.simulation.core.load_state import LoadState
from drillsim.simulation.core.looks import Key, Looks, Moved
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.core.safe_state import SafeState
from drillsim.simulation.core.turned_to import TurnedTo
from drillsim.simulation.core.what_if import WhatIf
from drillsim.simulation.operation import Operation


class BeforeMove(Protocol):
    """The callback that is told before a switch moves, and by whose operation, if it is one by hand."""

    def __call__(self, switch: str, *, closed: bool, cause: str, cause_id: str, by: Operation | None) -> None: ...


class World(Clock):
    """State of one run. Buses and branches are nodes of `net`; everything else goes by its id. The kernel moves `now`,
    milliseconds since T0."""

    def __init__(self, case: Case, luck: Luck, writer: JournalWriter, what_if: WhatIf) -> None:
        self.case, self.luck, self.what_if = case, luck, what_if
        self.net = net = net_of(case.dossier)
        self.site, self.plan = case.dossier.site, case.dossier.plan
        self.kind_of = kinds(case.dossier)
        self._writer = writer
        self.looks = Looks(anew=what_if.anew)
        """Parts that look at the world as it settles."""
        self._observers: list[Callable[[], None]] = []
        self._deciders: list[Callable[[], None]] = []
        self.kernel = Kernel(min(0, first_event_ms(case)), self._settle, self._observe, self._decide, self)

        self.closed = bytearray(net.closed)
        self.out: set[int] = set()
        self.faulted: frozenset[int] = frozenset()
        """Nodes inside a fault's zone now."""
        self.live = bytes(net.node_count)
        self.links = b""
        self.grid: Grid
        """Grid that follows from them; there from the first settle."""
        self.stuck: dict[str, set[str]] = {}
        """Devices held by a fault, with the movements that fail (`open`, `close`)."""
        self.loads = LoadState(self.looks)
        """State of loads behind their buses."""
        self.control: dict[str, str] = {}
        """Selector positions of pumps (on, off) and gensets (auto, manual, off)."""
        self.truth: dict[Fact, Value] = {}
        self.changed: dict[Fact, Value] = {}
        """Facts that changed since the last observation."""
        self._begin_electrical()
        self.no_access: dict[str, int] = {}
        """Zones nobody can enter, with how many causes."""
        self.channels_lost: dict[str, int] = {}
        self.permits_refused: dict[str, int] = {}
        """Permits the scenario has refused, with how many causes."""
        self.resources_gone: dict[str, int] = {}
        """Resources the scenario has taken away, with how many causes."""
        self.slips: dict[str, FaultEvent] = {}
        """Steps at whose next instance somebody does something else than is written."""
        self.control_state = ControlState(self)
        """Control supplies and springs."""
        self.safety = SafeState(self)
        """Things proved dead, earthed, locked, racked out."""
        self._begin_counts()
        self.quiet = True
        """Nothing is written before the initial state."""
        self._waiting: simpy.Event | None = None

    def _begin_counts(self) -> None:
        self._before_moves: list[BeforeMove] = []
        self.demands: dict[str, int] = {}
        self._moves: dict[str, int] = {}
        """Number of moves of each switch, moves by hand left out."""
        self.asked: set[tuple[str, str]] = set()
        """Faults (kind, target) whose being there was asked about, hidden ones and those of resources and control
        supplies: one nobody asks about changes nothing."""
        self.turned_to = TurnedTo()
        """The same of people, displays and stores."""

    def _begin_electrical(self) -> None:
        self.switch_a: Mapping[str, float] = {}
        """Current through closed switches, A, as far as it can be told."""
        self.vm_pu: Mapping[str, float] = {}
        """Voltage of live buses as last worked out, per unit; a dip writes what is left while it lasts."""
        self.phases: dict[int, float] = {}
        """Buses behind an open phase, with what is left on the phases concerned, per unit."""
        self._gauges: dict[str, Callable[[], float]] = {}
        self.bad_stores: frozenset[str] = frozenset()
        """Stores whose content nothing can use: contaminated, or shut off."""
        self.tripped_groups: dict[str, int] = {}
        """Protection groups that have tripped and not been reset, with when."""
        self.groups_off = {name for name, group in self.site.protection_groups.items() if not group.enabled}
        """Protection groups out of service."""
        self.cords = cords(self.case.dossier)
        """Buses that feed each load, in the order of the network's loads."""

    # -- time and journal ------------------------------------------------------------------------------------------
    def emit(self, type_: str, **data: Any) -> int:
        """Writes one event; gives its `seq`."""
        return -1 if self.quiet else self._writer.emit(self.now, type_, data)

    def touch(self) -> None:
        """Something changed: work out anew who is live, still in this instant."""
        self.kernel.ask(Priority.SETTLE)

    def moved(self, key: Key) -> None:
        """Something changed: the parts that go by it look at the next settle, or later in this one."""
        self.looks.moved(key)

    def hold(self, fact: Fact, value: Value) -> bool:
        """A fact has this value now, and nobody sees it by itself; whether it is another than before."""
        if self.truth.get(fact) == value:
            return False
        self.truth[fact] = value
        self.looks.moved(fact)
        return True

    def hold_all(self, facts: Mapping[Fact, Value]) -> None:
        """As `hold`, before anything looks."""
        self.truth.update(facts)

    def note(self, fact: Fact, value: Value) -> None:
        """A fact that shows to those who look has this value now."""
        if self.truth.get(fact) != value:
            self.truth[fact] = self.changed[fact] = value
            self.looks.moved(fact)
            self.kernel.ask(Priority.OBSERVE)

    def note_each(self, kind: str, names: Iterable[str], value: Value) -> None:
        """As `note`, of many things of one kind."""
        truth, changed, moved = self.truth, self.changed, self.looks.moved
        for name in names:
            fact = kind, name
            if truth.get(fact) != value:
                truth[fact] = changed[fact] = value
                moved(fact)
        if changed:
            self.kernel.ask(Priority.OBSERVE)

    def begin(self) -> None:
        """From now on everything is written."""
        self.quiet = False
        self.moved(Moved.BEGUN)

    def at_the_end_of_instants(self, observe: Callable[[], None], decide: Callable[[], None]) -> None:
        """Has `observe` called when an instant has settled and something may be seen, then `decide`."""
        self._observers.append(observe)
        self._deciders.append(decide)

    def put_gauge(self, store: str, reading: Callable[[], float]) -> None:
        """The store has a gauge; what it shows moves between events."""
        self._gauges[store] = reading

    def reading(self, store: str) -> float:
        """Return the reading of the gauge of a store now, percent."""
        return self._gauges[store]()

    def seen(self, facts: Iterable[Fact]) -> list[tuple[Fact, Value]]:
        """Return what one who looks at `facts` now sees; facts without a value are left out."""
        truth = self.truth
        return [
            (fact, self.reading(fact[1]) if fact[0] == "store" else value)
            for fact in facts
            if (value := truth.get(fact)) is not None
        ]

    def next_change(self) -> simpy.Event:
        """An event that fires the next time somebody decides: for processes that wait for a condition."""
        if self._waiting is None:
            self._waiting = self.kernel.env.event()
        return self._waiting

    def wake(self) -> None:
        """Something a step may wait for has changed: whoever waits looks again."""
        self.kernel.ask(Priority.DECIDE)

    def has_fault(self, fault: str, target: str, is_so: bool) -> bool:
        """`is_so` of what the fault is about, and notes that it was asked: whoever reads a fault that may be hidden
        reads it through here."""
        self.asked.add((fault, target))
        return is_so

    def demand(self, name: str) -> int:
        """Counts uses of a named chance: 0 for the first demand."""
        self.demands[name] = self.demands.get(name, -1) + 1
        return self.demands[name]

    def _settle(self) -> None:
        self.looks.settle()
        if self._waiting is not None:
            self.kernel.ask(Priority.DECIDE)

    def _observe(self) -> None:
        for each in self._observers:
            each()
        self.kernel.ask(Priority.DECIDE)

    def _decide(self) -> None:
        waiting, self._waiting = self._waiting, None
        for each in self._deciders:
            each()
        if waiting is not None:
            waiting.succeed()

    # -- switches --------------------------------------------------------------------------------------------------
    def device(self, switch: str) -> Device:
        """Facts of a switch; defaults where the site says nothing."""
        return self.site.devices.get(switch, PLAIN_DEVICE)

    def device_kind(self, switch: str) -> SwitchKind:
        """breaker, load_switch, isolator, fuse or contactor."""
        return switch_kind(self.site.devices.get(switch), self.net.switch_types[self.net.switch_index[switch]])

    def controlled(self, name: str) -> bool:
        """Return whether a device, transfer or protection group has its control supply; by hand it works without."""
        return self.control_state.is_there(name)

    def is_closed(self, switch: str) -> bool:
        """Return whether it is closed."""
        return bool(self.closed[self.net.switch_index[switch]])

    def links_but_for_faults(self) -> bytes:
        """One byte a link: 1 where it conducts, faulted nodes counted as sound."""
        return links_with(self.case.dossier, bytes(self.closed), frozenset(self.out))

    def is_live(self, node_id: str) -> bool:
        """Return whether a bus or branch is live."""
        return bool(self.live[self.net.node(node_id)])

    def before_moves(self, tell: BeforeMove) -> None:
        """Has `tell` called before a switch moves."""
        self._before_moves.append(tell)

    def move_switch(self, switch: str, *, closed: bool, cause: str, cause_id: str, by: Operation | None = None) -> bool:
        """Opens or closes a switch, `by` an operation by hand or not; False when it stays where it is (stuck, or failed
        this demand)."""
        if self.is_closed(switch) == closed:
            return True
        wanted = "close" if closed else "open"
        by_hand = cause == "step" and self.device_kind(switch) == "fuse"  # a fuse that did not blow is taken out
        why = "" if by_hand else self._stays(switch, wanted, cause)
        if why:
            self.emit("switch_stuck", switch=switch, wanted=wanted, cause=cause, cause_id=cause_id, why=why)
            return False
        self._count_move(switch, cause)
        for tell in self._before_moves:
            tell(switch, closed=closed, cause=cause, cause_id=cause_id, by=by)
        self.closed[self.net.switch_index[switch]] = closed
        if closed:
            self.control_state.last_closed[switch] = self.now
        self.emit("switch_moved", switch=switch, closed=closed, cause=cause, cause_id=cause_id)
        self.moved(Moved.SWITCHES)
        self.note(("switch", switch), "closed" if closed else "open")
        self.touch()
        return True

    def _count_move(self, switch: str, cause: str) -> None:
        """Automatics that answer each other for hours are an oscillation too. Raises: Stopped."""
        if cause != "step":
            self._moves[switch] = self._moves.get(switch, 0) + 1
            if self._moves[switch] > MOST_MOVES:
                raise Stopped(self._moves[switch])

    def _stays(self, switch: str, wanted: str, cause: str) -> str:
        """Return the reason it does not move; '' when it does."""
        if self.has_fault("fails_to_operate", switch, wanted in self.stuck.get(switch, ())):
            return "held"
        if wanted == "close" and self.safety.holds_open(switch):
            return "secured"
        without = self.control_state.holds(switch, wanted, cause)
        if without:
            return without
        name = f"{switch}/{wanted}"
        return "refused" if self.luck.happens(self.device(switch).fails_to_operate, name, self.demand(name)) else ""

    def interlock(self, switch: str) -> Interlock | None:
        """The key or electrical interlock that forbids closing `switch` now."""
        for name in self.safety.earths_on:
            if switch in self.site.earths[name].interlocked_with:
                return Interlock(of=(name, switch), closed_at_most=1, kind="key")
        for lock in self.site.interlocks:
            if switch in lock.of and lock.kind != "procedural":
                others = sum(self.is_closed(other) for other in lock.of if other != switch)
                if others >= lock.closed_at_most:
                    return lock
        return None

    # -- what else changes in it -----------------------------------------------------------------------------------
    def lies_in_fault(self, nodes: frozenset[int]) -> None:
        """These lie inside the zone of a fault."""
        if nodes != self.faulted:
            self.faulted = nodes
            self.moved(Moved.ZONES)

    def leaves(self, phases: dict[int, float]) -> None:
        """Set the voltage open phases leave at buses, per unit."""
        if phases != self.phases:
            self.phases = phases
            self.moved(Moved.PHASES)

    def spoil(self, store: str, *, bad: bool) -> None:
        """Nothing can use what is in the store, or it can again."""
        self.bad_stores = self.bad_stores | {store} if bad else self.bad_stores - {store}
        self.moved(Moved.SPOILT)

    def set_control(self, name: str, to: str) -> None:
        """Somebody or something turns the selector of a pump, a genset or a UPS."""
        self.control[name] = to
        self.moved(Moved.CONTROL)

    def trip_group(self, group: str) -> None:
        """A protection group has tripped."""
        self.tripped_groups.setdefault(group, self.now)

    def switch_load(self, load: str, *, on: bool, cause: str) -> None:
        """Switches a load off or on behind its live bus; off, it is dark until somebody or something puts it on."""
        if on == (load not in self.loads.off):
            return
        if on:
            self.loads.switch_on(load)
        else:
            self.loads.switch_off(load, cause)
        self.emit("load_switched", load=load, on=on, cause=cause)
        self.touch()

    # -- supplies of displays, phones and pumps --------------------------------------------------------------------
    def works(self, needs: tuple[str, ...]) -> bool:
        """Return whether every bus, load and source in `needs` is live."""
        return not needs or all(map(self._lives, needs))

    def channel_works(self, channel: str) -> bool:
        """Return whether a way to reach people has supply and is not cut."""
        lost = self.has_fault("channel_lost", channel, bool(self.channels_lost.get(channel)))
        return not lost and self.works(self.site.channels[channel].needs)

    def _lives(self, name: str) -> bool:
        kind = self.kind_of.get(name, "")
        if kind == "dc_supply":
            self.asked.add(("dc_lost", name))
        return self.truth.get((kind, name)) == "live"


def first_event_ms(case: Case) -> int:
    """Return the time of the scenario's first event, ms."""
    return min((event.at for event in case.scenario.events), default=0)
