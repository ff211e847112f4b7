"""The state of loads behind their buses: switched off, destroyed, starved of voltage, idle, starting. A part of the
world, which alone holds it; every change wakes who goes by it."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.simulation.core.looks import Looks, Moved

SWITCHED, RUNS = "switched", "runs"
"""Kinds of movement of a single load: it is switched off or on, it runs or not where it has supply."""


class LoadState:
    """Loads of one run, as they stand now."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._off: dict[str, str] = {}
        self._starting_kva: dict[str, float] = {}
        self._idle: frozenset[str] = frozenset()
        self._restless: set[str] = set()
        """Loads of which something has become other since it was asked for last."""
        self.destroyed: frozenset[str] = frozenset()
        """Loads destroyed with their zone."""
        self.low: frozenset[str] = frozenset()
        """Loads whose live bus has too little voltage for them; they draw on, and count as dark."""

    @property
    def off(self) -> Mapping[str, str]:
        """Loads switched off though their bus is live, with why; they are dark until somebody starts them again."""
        return self._off

    @property
    def starting_kva(self) -> Mapping[str, float]:
        """Motors that are running up, with what they draw, kVA."""
        return self._starting_kva

    def runs(self, load: str) -> bool:
        """Return whether it runs where it has supply: a pump that is switched off by its level or by hand draws
        nothing."""
        return load not in self._idle

    def state(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Loads that draw nothing though their bus is live: switched off, destroyed, idle."""
        return frozenset(self._off), self.destroyed, self._idle

    def take_restless(self) -> set[str]:
        """Loads switched, destroyed or found low since this was asked last."""
        taken, self._restless = self._restless, set()
        return taken

    def switch_off(self, load: str, why: str) -> None:
        """It lets go, or somebody or something switches it off."""
        self._off[load] = why
        self._moved(load)

    def switch_on(self, load: str) -> bool:
        """It is on again; whether it was off."""
        was_off = self._off.pop(load, None) is not None
        if was_off:
            self._moved(load)
        return was_off

    def _moved(self, load: str) -> None:
        self._restless.add(load)
        self._looks.moved(Moved.LOADS)
        self._looks.moved((SWITCHED, load))

    def destroy(self, load: str) -> None:
        """It is gone with its zone."""
        self.destroyed |= {load}
        self._moved(load)

    def run(self, load: str, *, on: bool) -> None:
        """It begins to draw, or ends. Goes through `Supply.run`, which reads the meters first."""
        self._idle = self._idle - {load} if on else self._idle | {load}
        self._looks.moved((RUNS, load))

    def find_low(self, low: frozenset[str]) -> None:
        """These have too little voltage."""
        self._restless |= self.low ^ low
        self.low = low
        self._looks.moved(Moved.LOW)

    def start(self, load: str, kva: float) -> None:
        """Its motor runs up."""
        self._starting_kva[load] = kva
        self._looks.moved(Moved.STARTING)

    def end_start(self, load: str) -> bool:
        """It has run up, or stands; whether it was running up."""
        was_starting = self._starting_kva.pop(load, None) is not None
        if was_starting:
            self._looks.moved(Moved.STARTING)
        return was_starting
