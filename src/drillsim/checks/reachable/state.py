"""The state a walk through a card changes: switch positions, sources that run, earths, proofs, locks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drillsim.checks.islands import Positions


@dataclass(frozen=True, slots=True)
class State:
    """One state of the plant; equal states are one."""

    closed: Positions
    alive: tuple[str, ...]
    """Feeders that are live, gensets that run, UPSs whose battery still holds."""
    earths: tuple[str, ...] = ()
    """Earths that are on."""
    proved: tuple[str, ...] = ()
    """Buses proved dead since they went dead."""
    locked: tuple[str, ...] = ()
    """Switches padlocked open, or whose truck is not in its working position."""
    tagged: tuple[str, ...] = ()
    """Switches with a notice not to close them."""
    plugged: tuple[tuple[str, str], ...] = ()
    """Mobile gensets that are connected, with the connection point."""
    off: tuple[str, ...] = ()
    """Loads switched off behind their bus."""
    manual: tuple[str, ...] = ()
    """Transfers taken out of automatic."""

    def at(self, closed: Positions) -> State:
        """The state with switches moved."""
        return State(
            closed, self.alive, self.earths, self.proved, self.locked, self.tagged, self.plugged, self.off, self.manual
        )

    def with_(self, **changes: object) -> State:
        """The state with some of it changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def added(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """`names` with `name`, in order."""
    return tuple(sorted({*names, name}))


def without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """`names` without `name`."""
    return tuple(each for each in names if each != name)
