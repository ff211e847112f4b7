"""One short circuit that is not repaired, and who may clear it."""

from __future__ import annotations

from dataclasses import dataclass, field

from drillsim.network import FaultLevel, Zone


@dataclass(slots=True)
class ActiveFault:
    """One short circuit. `failed` are the devices that should have tripped and did not."""

    element: str
    node: int
    permanent: bool = True
    """Still there when a feeder is reclosed; else one draw says."""
    earth: bool = False
    """Residual current flows too, so stages for earth faults see it."""
    failed: set[int] = field(default_factory=set)
    due: set[int] = field(default_factory=set)
    """Devices whose relay has tripped and that are opening."""
    acted: dict[str, None] = field(default_factory=dict)
    """Devices that protection told to open because of it, in that order, whether they opened or not."""
    silent: set[tuple[int, str]] = field(default_factory=set)
    """Devices whose protection does not act, with why; each is said once."""
    cleared_sources: set[str] = field(default_factory=set)
    isolated: bool = False
    zone: Zone | None = None
    level: FaultLevel | None = None
    """Currents and residual voltages now; None while no source reaches it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A device on its way to a trip: by a stage (its number), as the nearest (`near`), or by a protection group."""

    switch: int
    by: str
    takes_ms: float
    current_a: float | None

    @property
    def assumed(self) -> bool:
        """Without settings, so that selectivity is an assumption."""
        return self.by == NEAR


NEAR = "near"
