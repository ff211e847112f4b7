"""Facts of switches, lines and transformers: what protection does with them, who may operate them."""

from __future__ import annotations

from typing import Literal

from drillsim.schema.base import (
    NO_WORDS,
    Chance,
    Date,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    NotNegative,
    Positive,
    Sourced,
    Truth,
    Whole,
)
from drillsim.schema.customer import Side
from drillsim.schema.duration import Duration


class Stage(Model):
    """One protection stage of a breaker: above this current, trip after this time."""

    sees: Literal["phase", "earth"] = "phase"
    """Phase current, or the residual current of an earth fault."""
    above_a: Positive
    """Current through the device, A."""
    curve: Literal["definite", "standard_inverse", "very_inverse", "extremely_inverse"] = "definite"
    """`definite` trips after `after`; an inverse curve of IEC 60255-151 after `times` × k ÷ ((I ÷ above_a)^a − 1)."""
    after: Ms = 0
    """Delay of a definite stage; least delay of an inverse one."""
    times: Positive = 1.0
    """Time multiplier of an inverse curve."""


class UndervoltageRelease(Model):
    """Opens a breaker by itself when the voltage is low (失压脱扣)."""

    below_pu: Positive = 0.5
    """Voltage below this, per unit. Default 0.5: assumed, within the 35–70 % a release may drop at."""
    after: Ms = 0
    """Low for this long; 0 is an undelayed release."""


class Device(Sourced):
    """Facts of a switch of the network."""

    label: Name = NO_WORDS
    """Name-and-number label (双重编号) as it stands on the panel."""
    kind: Literal["breaker", "load_switch", "isolator", "fuse", "contactor"] | None = None
    """Kind of device; without it, pandapower's `type` of the row decides (CB breaker, LBS load switch, DS isolator)."""
    place: Id | None = None
    """Place one stands in to operate and see it."""
    side: Side = "customer"
    """Side whose people operate it."""
    dispatch: Literal["ordered", "permitted", "informed", "own"] = "own"
    """The dispatcher's say: under order, by permit, informed, or none."""
    operates_in: Ms = 80
    """Own time from command to position; 80 ms: assumed, medium-voltage vacuum breaker with relay."""
    remote: Truth = False
    """Can be operated and read from afar."""
    by_hand: Truth = True
    """Can be operated by hand at its place."""
    trips: tuple[Stage, ...] = ()
    """Protection stages; without any, the nearest device to a fault trips and selectivity is an assumption."""
    fails_to_operate: Chance = 0.0
    """Chance that it stays where it is, per demand."""
    control_supply: Id | None = None
    """DC supply its protection, its remote operation and its automatic operation need; by hand it moves without."""
    undervoltage_release: UndervoltageRelease | None = None
    """Opens by itself in a dip."""
    position: Literal["working", "test", "withdrawn"] = "working"
    """Truck position; only `working` connects."""
    charges_in: Ms | None = None
    """Recharging its spring from the control supply after closing; without it, at once."""


PLAIN_DEVICE = Device()
"""A switch of which the site says nothing."""


class Interlock(Sourced):
    """Devices that must not all be closed at once."""

    of: Ids
    """Devices."""
    closed_at_most: Whole
    """Number that may be closed."""
    kind: Literal["key", "electrical", "procedural"]
    """Key and electrical ones hold by themselves; a procedural one is only as good as the people."""


class Earth(Sourced):
    """An earthing switch, or a point where a portable earth is applied."""

    at: Id
    """Bus it earths."""
    kind: Literal["earth_switch", "portable"] = "earth_switch"
    """Fixed switch, or a portable earth one carries there."""
    place: Id | None = None
    """Place one stands in to apply it."""
    interlocked_with: Ids = ()
    """Switches that cannot be closed while it is on, nor it be put on while they are closed."""


class ProtectionGroup(Sourced):
    """Bus or differential protection: a fault inside trips all its devices at once."""

    name: Name = NO_WORDS
    """Name for people."""
    protects: Ids
    """Buses, lines or transformers inside."""
    trips: Ids
    """Devices it opens."""
    after: Ms = 60
    """Delay. Default 60 ms: assumed."""
    enabled: Truth = True
    """In service."""
    control_supply: Id | None = None
    """DC supply it needs."""


class DcSupply(Sourced):
    """DC control supply of protection and switchgear (直流操作电源)."""

    name: Name = NO_WORDS
    """Name for people."""
    fed_by: Ids
    """Buses, loads or sources of which one must be live for the charger."""
    lasts: Ms = 7_200_000
    """Time the battery carries the control load once the charger is dead. Default 2 h: assumed."""
    installed: Date | None = None
    """Date the battery was installed."""
    last_discharge_test: Date | None = None
    """Last discharge test."""
    place: Id | None = None
    """Place it stands in."""


class OverloadTime(Model):
    """A time-limited overload the element may carry."""

    percent: Positive
    """Loading, percent of the rating."""
    lasts: Ms
    """For this long."""


class Element(Sourced):
    """Facts of a line, transformer or bus of the network."""

    failures_per_year: NotNegative | None = None
    """Failure rate. Without it campaigns assume one: a line 0.04 a km, a transformer 0.015, a bus 0.001 (RBTS)."""
    repair: Duration | None = None
    """From fault to back in service."""
    found_in: Duration | None = None
    """Finding a fault on it and getting to the switches around it, before a step isolates it; without it, at once."""
    route: tuple[Id, ...] = ()
    """Zones it runs through (trench, tunnel, tower line)."""
    overload: tuple[OverloadTime, ...] = ()
    """Loading above its rating it may carry, and the time; without any, nothing above 100 %."""
