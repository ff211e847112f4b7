"""What can move in a plant, and which of its parts that wakes.

Whatever changes a state of the plant says so (`Looks.moved`), and the parts that go by it are due. A settle calls those
that are due, in the order of the table; what a part moves wakes the parts behind it in the same settle, those before it
and itself in the next one. To call the others too must change nothing, to the last byte (`WhatIf.anew`).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, auto

from drillsim.simulation.core.knowledge import Fact


class Moved(IntEnum):
    """What moves without being a fact somebody may see."""

    SWITCHES = auto()
    """A switch has opened or closed."""
    SHORTS = auto()
    """A short circuit: struck, repaired, or what clears it has acted."""
    LEVELS = auto()
    """What a short circuit takes: its current, the voltage left."""
    ZONES = auto()
    """What lies inside a fault's zone."""
    EARTH_FAULTS = auto()
    """An earth fault: struck, repaired, or a stage that sees it has acted."""
    RELAYS = auto()
    """Which relays and automatics can act: disabled, without control supply, accelerated."""
    SOURCES = auto()
    """What feeds whatever the network looks like: feeders alive, sets that run, UPSs with charge."""
    PASSING = auto()
    """Which UPSs pass on what is live at their input or bypass."""
    FAILED = auto()
    """Which own sources have failed."""
    GENSETS = auto()
    """Where a set stands on its way onto its board, or off it."""
    UPS_DRAW = auto()
    """What UPSs carry and draw."""
    UPS = auto()
    """Where a UPS stands, changed by something else than its own look: mode, inverter, battery, a clock of its."""
    MOBILE = auto()
    """A mobile genset is plugged in."""
    GRID = auto()
    """What is joined to what, what is live, what feeds."""
    JOINED = auto()
    """Which sources are joined to one another."""
    BEHIND_UPS = auto()
    """What the output of a UPS reaches, and what is drawn there."""
    LIFE = auto()
    """A bus or branch has become live or dead."""
    FEEDING = auto()
    """Which sources feed a live bus."""
    LOADS = auto()
    """Loads switched off or on behind a live bus, or destroyed."""
    DRAWS = auto()
    """Which loads are on at a live bus, and what they draw."""
    SERVED = auto()
    """Which loads have a supply they can run at."""
    LOW = auto()
    """Which loads have too little voltage."""
    FLOW = auto()
    """What the power flow says."""
    GIVEN = auto()
    """What a genset gives."""
    DIPS = auto()
    """A source is in a dip, or no longer."""
    STARTING = auto()
    """Motors run up, or have."""
    START_CURRENT = auto()
    """What starting motors draw through switches."""
    VOLTAGE = auto()
    """Voltages, while any is or was too low for anything that minds."""
    OPEN_PHASES = auto()
    """A phase has opened or closed."""
    PHASES = auto()
    """What lies behind an open phase."""
    OVERLOADS = auto()
    """A clock of an overload has run out."""
    DC = auto()
    """A control supply is lost to a fault, or given back, or its battery ends."""
    CONTROL = auto()
    """Selector positions of pumps, gensets and UPSs."""
    STORES = auto()
    """Level or flow of a store, otherwise than as time passes."""
    SPOILT = auto()
    """Which stores hold what nothing can use."""
    TRANSFERS = auto()
    """Where a transfer stands: in automatic, charged, on its way, refusing."""
    MEASURES = auto()
    """Which measures are applied."""
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

    `wakes` is all it goes by, and `perhaps` what it goes by only while `minds`. It is left asleep unless `watches`: it
    has nothing in hand that could make a difference, and whatever puts something into its hand wakes it. `moves` says
    that time alone has changed what it goes by.
    """

    __slots__ = ("due", "look", "minds", "moves", "name", "perhaps", "perhaps_due", "wakes", "watches")

    def __init__(
        self,
        name: str,
        look: Callable[[], None],
        wakes: tuple[Key, ...],
        *,
        watches: Callable[[], bool] = _always,
        perhaps: tuple[Key, ...] = (),
        minds: Callable[[], bool] = _always,
        moves: Callable[[], bool] = _never,
    ) -> None:
        self.name, self.look, self.wakes = name, look, wakes
        self.watches, self.moves = watches, moves
        self.perhaps, self.minds = perhaps, minds
        self.due, self.perhaps_due = True, False


class Looks:
    """Every part that looks at one plant, in the order they look. With `anew` all of them do at every settle."""

    def __init__(self, *, anew: bool) -> None:
        self._anew = anew
        self.table: tuple[Look, ...] = ()
        self._woken_by: dict[Key, list[Look]] = {}
        self._perhaps_by: dict[Key, list[Look]] = {}

    def declare(self, table: tuple[Look, ...]) -> None:
        """These are the parts."""
        self.table = table
        for look in table:
            for key in dict.fromkeys(look.wakes):
                self._woken_by.setdefault(key, []).append(look)
            for key in dict.fromkeys(look.perhaps):
                self._perhaps_by.setdefault(key, []).append(look)

    def moved(self, key: Key) -> None:
        """Something changed: who goes by it looks when its turn comes."""
        for look in self._woken_by.get(key, ()):
            look.due = True
        for look in self._perhaps_by.get(key, ()):
            look.perhaps_due = True

    def all_moved(self) -> None:
        """Anything may have changed."""
        for look in self.table:
            look.due = True

    def settle(self) -> None:
        """Those look that are due."""
        for each in self.table:
            if each.due or self._anew or (each.perhaps_due and each.minds()) or each.moves():
                each.due = each.perhaps_due = False
                if self._anew or each.watches():
                    each.look()
