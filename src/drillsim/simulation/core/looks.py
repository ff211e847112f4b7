"""The movements of a plant, and the parts of it they wake.

Whatever changes a state of the plant says so (`Looks.moved`), and the parts that go by it are due. A settle calls those
that are due, in the order of the table; a movement of a part wakes the parts behind it in the same settle, those before
it and itself in the next one. To call the others too must change nothing, to the last byte (`WhatIf.anew`).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, auto

from drillsim.schema import Compiled, follows_from
from drillsim.simulation.core.knowledge import Fact


class Moved(IntEnum):
    """Movements that are no fact somebody may see."""

    SWITCHES = auto()
    """A switch has opened or closed."""
    SHORTS = auto()
    """A short circuit: struck, repaired, or what clears it has acted."""
    LEVELS = auto()
    """Values of a short circuit: its current, the voltage left."""
    ZONES = auto()
    """Parts that lie inside a fault's zone."""
    EARTH_FAULTS = auto()
    """An earth fault: struck, repaired, or a stage that sees it has acted."""
    RELAYS = auto()
    """Relays and automatics that can act: disabled, without control supply, accelerated."""
    SOURCES = auto()
    """Sources that feed whatever the network looks like: feeders alive, sets that run, UPSs with charge."""
    PASSING = auto()
    """UPSs that pass on what is live at their input or bypass."""
    FAILED = auto()
    """Own sources that have failed."""
    GENSETS = auto()
    """State of a set on its way onto its board, or off it."""
    UPS_DRAW = auto()
    """Load and draw of UPSs."""
    UPS = auto()
    """State of a UPS, changed by something else than its own look: mode, inverter, battery, a clock of its."""
    MOBILE = auto()
    """A mobile genset is plugged in."""
    GRID = auto()
    """Joined parts, live parts, feeding sources."""
    JOINED = auto()
    """Sources that are joined to one another."""
    BEHIND_UPS = auto()
    """Parts the output of a UPS reaches, and what is drawn there."""
    LIFE = auto()
    """A bus or branch has become live or dead."""
    FEEDING = auto()
    """Sources that feed a live bus."""
    LOADS = auto()
    """Loads switched off or on behind a live bus, or destroyed."""
    DRAWS = auto()
    """Loads that are on at a live bus, and what they draw."""
    SERVED = auto()
    """Loads that have a supply they can run at."""
    LOW = auto()
    """Loads that have too little voltage."""
    FLOW = auto()
    """Answer of the power flow."""
    GIVEN = auto()
    """Power a genset gives."""
    DIPS = auto()
    """A source is in a dip, or no longer."""
    STARTING = auto()
    """Motors run up, or have."""
    START_CURRENT = auto()
    """Current starting motors draw through switches."""
    VOLTAGE = auto()
    """Voltages, while any is or was too low for anything that minds."""
    OPEN_PHASES = auto()
    """A phase has opened or closed."""
    PHASES = auto()
    """Parts behind an open phase."""
    OVERLOADS = auto()
    """A clock of an overload has run out."""
    DC = auto()
    """A control supply is lost to a fault, or given back, or its battery ends."""
    CONTROL = auto()
    """Selector positions of pumps, gensets and UPSs."""
    STORES = auto()
    """Level or flow of a store, otherwise than as time passes."""
    MARK = auto()
    """A level has come to a mark on its way."""
    SPOILT = auto()
    """Stores that hold what nothing can use."""
    TRANSFERS = auto()
    """State of a transfer: in automatic, charged, on its way, refusing."""
    MEASURES = auto()
    """Measures that are applied."""
    SAFETY = auto()
    """Earths, proofs, phases checked, hands on conductors."""
    BEGUN = auto()
    """The run has begun: from now on something is written."""


Key = Moved | Fact
"""A fact wakes whoever goes by it when it becomes another. A part may have facts of its own that nobody sees."""


def _always() -> bool:
    return True


def _never() -> bool:
    return False


class Look:
    """A part that looks at the plant, and what wakes it.

    `wakes` tells all it goes by, and `perhaps` what it goes by only while `minds`; both follow from the files alone. It
    is left asleep unless `watches`: it has nothing in hand that could make a difference, and whatever puts something
    into its hand wakes it. `moves` says that time alone has changed what it goes by.
    """

    __slots__ = ("look", "minds", "moves", "name", "perhaps", "wakes", "watches")

    def __init__(
        self,
        name: str,
        look: Callable[[], None],
        wakes: Callable[[], tuple[Key, ...]],
        *,
        watches: Callable[[], bool] = _always,
        perhaps: tuple[Key, ...] = (),
        minds: Callable[[], bool] = _always,
        moves: Callable[[], bool] = _never,
    ) -> None:
        self.name, self.look, self.wakes = name, look, wakes
        self.watches, self.moves = watches, moves
        self.perhaps, self.minds = perhaps, minds


class Wakes:
    """The parts of a table each key wakes, a bit a part: bit n stands for the n-th. The first run of a customer works
    it out, and those after it share it."""

    def __init__(self) -> None:
        self.by_key: dict[Key, tuple[int, int]] = {}
        """Parts that go by it, and those that do only while they mind."""
        self.by_time = 0
        """Parts that time alone can move."""
        self._is_known = False

    def learn(self, table: tuple[Look, ...]) -> None:
        """Takes in what the parts of the table say, unless it is known."""
        if self._is_known:
            return
        self._is_known = True
        for number, look in enumerate(table):
            bit = 1 << number
            for key in look.wakes():
                woken, perhaps = self.by_key.get(key, (0, 0))
                self.by_key[key] = woken | bit, perhaps
            for key in look.perhaps:
                woken, perhaps = self.by_key.get(key, (0, 0))
                self.by_key[key] = woken, perhaps | bit
            if look.moves is not _never:
                self.by_time |= bit


@follows_from("customer", "network", "site", "plan")
def wakes(dossier: Compiled) -> Wakes:
    """Return the parts of its plant each key wakes."""
    return Wakes()


class Looks:
    """Every part that looks at one plant, in the order they look. With `anew` all of them do at every settle.

    Those that are due stand as bits of one number, so a settle passes over the others without asking them.
    """

    def __init__(self, *, anew: bool) -> None:
        self._anew = anew
        self.table: tuple[Look, ...] = ()
        self._by_key: dict[Key, tuple[int, int]] = {}
        self._by_time = self._due = self._perhaps_due = 0

    def declare(self, table: tuple[Look, ...], woken_by: Wakes) -> None:
        """These are the parts, and this is what wakes them."""
        woken_by.learn(table)
        self.table, self._by_key, self._by_time = table, woken_by.by_key, woken_by.by_time
        self.all_moved()

    def moved(self, key: Key) -> None:
        """Something changed: who goes by it looks when its turn comes."""
        woken = self._by_key.get(key)
        if woken is not None:
            self._due |= woken[0]
            self._perhaps_due |= woken[1]

    def all_moved(self) -> None:
        """Anything may have changed."""
        self._due = (1 << len(self.table)) - 1

    def settle(self) -> None:
        """Those look that are due."""
        if self._anew:
            self._due = self._perhaps_due = 0
            for each in self.table:
                each.look()
            return
        ahead = -1  # every bit: all parts are still to come
        while waiting := (self._due | self._perhaps_due | self._by_time) & ahead:
            bit = waiting & -waiting  # the first of them
            ahead = -bit << 1
            each = self.table[bit.bit_length() - 1]
            if self._due & bit or (self._perhaps_due & bit and each.minds()) or each.moves():
                self._due &= ~bit
                self._perhaps_due &= ~bit
                if each.watches is _always or each.watches():
                    each.look()
