"""The behaviour of an ATS, an STS, a bus-tie transfer and a set when supplies go and come, as tables told from the
model page, without a line of the product.

A machine stands in a state. The first of the state's rules whose condition holds is the one whose time runs; another
rule, or a condition that was false in between, and the time begins anew. A rule is asked after everything that goes and
comes in its instant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Signals = dict[str, bool]
States = dict[str, str]
When = Callable[[Signals, States], bool]
Rule = tuple[When, int, str]
Table = Mapping[str, Sequence[Rule]]
Positions = Mapping[str, Mapping[str, bool]]
Move = tuple[int, str, bool]


@dataclass
class Machine:
    """A table and where it stands; `shows` says which switches are closed in each state that decides it."""

    name: str
    table: Table
    state: str
    shows: Positions
    armed: tuple[str, int] | None = None
    due: int = 0


@dataclass
class Plant:
    """Machines side by side. `sees` works out further signals from the given ones and the states."""

    machines: Sequence[Machine]
    sees: Callable[[Signals, States], None] = lambda signals, states: None
    moves: list[Move] = field(default_factory=list)

    def play(self, changes: Sequence[tuple[int, str, bool]], until: int) -> list[Move]:
        """The moves of all switches. `changes`: when which signal becomes what."""
        signals: Signals = {}
        waiting = sorted(changes)
        now = 0
        while now < until:
            while waiting and waiting[0][0] <= now:
                _, name, value = waiting.pop(0)
                signals[name] = value
            while self._step(now, signals):
                pass
            ahead = [m.due for m in self.machines if m.armed] + [t for t, _, _ in waiting[:1]]
            now = min(ahead, default=until)
        return self.moves

    def _step(self, now: int, signals: Signals) -> bool:
        """One machine goes on; False when none does in this instant."""
        states = {m.name: m.state for m in self.machines}
        self.sees(signals, states)
        for machine in self.machines:
            rules = machine.table.get(machine.state, ())
            number = next((i for i, (when, _, _) in enumerate(rules) if when(signals, states)), None)
            armed = None if number is None else (machine.state, number)
            if armed != machine.armed:
                machine.armed, machine.due = armed, now + (rules[number][1] if number is not None else 0)
        for machine in self.machines:
            if machine.armed and machine.due <= now:
                self._go(machine, machine.table[machine.state][machine.armed[1]][2], now)
                return True
        return False

    def _go(self, machine: Machine, to: str, now: int) -> None:
        before, machine.state, machine.armed = machine.shows.get(machine.state, {}), to, None
        for switch, closed in machine.shows.get(to, {}).items():
            if before.get(switch, closed) != closed:
                self.moves.append((now, switch, closed))


def always(signals: Signals, states: States) -> bool:
    return True


def _is(**wanted: bool) -> When:
    return lambda signals, states: all(signals[name] == value for name, value in wanted.items())


# -- changeovers: `n` the normal supply, `s` the standby ---------------------------------------------------------------
NORMAL, STANDBY, BETWEEN = ({"N-E": True, "P-E": False}, {"N-E": False, "P-E": True}, {"N-E": False, "P-E": False})
SIDES = {"normal": NORMAL, "called": NORMAL, "to_standby": BETWEEN, "to_normal": BETWEEN, "standby": STANDBY}
_WAYS: dict[str, Sequence[Rule]] = {
    "at_standby": [(_is(s=True), 0, "standby"), (_is(n=True), 0, "to_normal"), (always, 0, "standby")],
    "at_normal": [(_is(n=True), 0, "normal"), (_is(s=True), 0, "to_standby"), (always, 0, "normal")],
}
"""At the end of the way: the side it goes to if that lives, else the other, else where it was going."""
_SHOWS = SIDES | {"at_standby": BETWEEN, "at_normal": BETWEEN}


def ats(*, delay: int, takes: int, back: int | None) -> Machine:
    """`back`: how long both are healthy before it returns; None when it does so by hand only."""
    leisurely: list[Rule] = [] if back is None else [(_is(n=True, s=True), back, "to_normal")]
    table: dict[str, Sequence[Rule]] = {
        "normal": [(_is(n=False), delay, "called")],
        "called": [(_is(n=True), 0, "normal"), (_is(s=True), 0, "to_standby")],
        "to_standby": [(always, takes, "at_standby")],
        "standby": [(_is(n=True, s=False), delay, "to_normal"), *leisurely],
        "to_normal": [(always, takes, "at_normal")],
        **_WAYS,
    }
    return Machine("ats", table, "normal", _SHOWS)


def sts(*, takes: int, back: int) -> Machine:
    """Never waits to leave a dead side for a live one."""
    table: dict[str, Sequence[Rule]] = {
        "normal": [(_is(n=False, s=True), 0, "to_standby")],
        "to_standby": [(always, takes, "at_standby")],
        "standby": [(_is(n=True, s=False), 0, "to_normal"), (_is(n=True, s=True), back, "to_normal")],
        "to_normal": [(always, takes, "at_normal")],
        **_WAYS,
    }
    return Machine("sts", table, "normal", _SHOWS)


# -- a set behind an ATS: `f` once it has failed for good --------------------------------------------------------------
def genset(*, ready: int, closes: int, cool_down: int) -> Machine:
    """Called from the end of the transfer's delay until that stands on a live normal supply again."""

    def called(signals: Signals, states: States) -> bool:
        return states["ats"] != "normal"

    def not_called(signals: Signals, states: States) -> bool:
        return not called(signals, states)

    broken: Rule = (_is(f=True), 0, "broken")
    off, on = {"G1-P": False}, {"G1-P": True}
    table: dict[str, Sequence[Rule]] = {
        "off": [broken, (called, 0, "starting")],
        "starting": [broken, (not_called, 0, "off"), (called, ready, "running")],
        "running": [broken, (called, closes, "on_board"), (not_called, cool_down, "off")],
        "on_board": [broken, (not_called, cool_down, "off")],
    }
    return Machine("set", table, "off", {state: on if state == "on_board" else off for state in (*table, "broken")})


def behind_a_set(signals: Signals, states: States) -> None:
    """The standby supply is the set's board."""
    signals["s"] = states["set"] == "on_board"


# -- a bus tie: `one` and `two` the feeders; it acts once --------------------------------------------------------------
def bus_tie(*, delay: int, charge: int, own: int) -> Plant:
    """Two sections, an incomer each and a tie."""

    def closed(side: str, states: States) -> bool:
        return states[side] in ("idle", "asked", "refused", "opening", "at_opening", "home")

    def sees(signals: Signals, states: States) -> None:
        own_a = closed("a", states) and signals["one"]
        own_b = closed("b", states) and signals["two"]
        tied = "tied" in (states["a"], states["b"])
        signals["a"], signals["b"] = own_a or (tied and own_b), own_b or (tied and own_a)
        signals["healthy"] = own_a and own_b and not tied and closed("a", states) and closed("b", states)

    def side(name: str, feeder: str, other: str, incomer: str) -> Machine:
        dead, live, standby, source = (
            _is(**{name: False}),
            _is(**{name: True}),
            _is(**{other: True}),
            _is(**{feeder: True}),
        )

        def may(signals: Signals, states: States) -> bool:
            return states["charge"] == "charged" and standby(signals, states)

        table: dict[str, Sequence[Rule]] = {
            "idle": [(dead, delay, "asked")],
            "asked": [(may, 0, "opening"), (always, 0, "refused")],
            "refused": [(live, 0, "idle")],
            "opening": [(always, own, "at_opening")],
            "at_opening": [(live, 0, "idle"), (always, 0, "open")],
            "open": [(always, own, "at_closing")],
            "at_closing": [(standby, 0, "tied"), (source, 0, "returning"), (always, 0, "left")],
            "returning": [(always, own, "at_home")],
            "at_home": [(source, 0, "home"), (always, 0, "left")],
        }
        shut = {incomer: True, "A-B": False}
        shown = dict.fromkeys(("idle", "asked", "refused", "opening", "at_opening", "home"), shut)
        opened = {incomer: False, "A-B": False}
        shown |= dict.fromkeys(("open", "at_closing", "returning", "at_home", "left"), opened)
        return Machine(name, table, "idle", {**shown, "tied": {incomer: False, "A-B": True}})

    def acting(signals: Signals, states: States) -> bool:
        return any(states[each] in ("opening", "at_opening") for each in ("a", "b"))

    def done(signals: Signals, states: States) -> bool:
        return any(states[each] in ("open", "tied", "left", "home") for each in ("a", "b"))

    table: dict[str, Sequence[Rule]] = {
        "charged": [(acting, 0, "acting")],
        "acting": [(done, 0, "used"), (lambda g, s: not acting(g, s), 0, "empty")],
        "empty": [(_is(healthy=True), charge, "charged")],
    }
    machines = [side("a", "one", "b", "S1-A"), side("b", "two", "a", "S2-B"), Machine("charge", table, "charged", {})]
    return Plant(machines, sees)
