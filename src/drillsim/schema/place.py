"""The places of things and people, the times of ways, the places facts show in, the ways people are reached."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from drillsim.schema.base import (
    NO_WORDS,
    Chance,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    NotNegative,
    Sourced,
    Truth,
)
from drillsim.schema.duration import Duration


class Zone(Sourced):
    """A room, basement, trench or tunnel: what one flood or fire takes with it."""

    name: Name = NO_WORDS
    """Name for people."""
    contains: tuple[Id, ...] = ()
    """Buses, switches, lines, transformers, reactors, loads, sources, transfers in it."""
    failures_per_year: NotNegative | None = None
    """Rate at which it is lost as a whole, with everything in it: the rate of the common cause. Without it campaigns
    assume 0.005."""


class Place(Sourced):
    """A place people stand in. In a place one sees the positions of its devices and whether the buses they join are
    live."""

    name: Name = NO_WORDS
    """Name for people."""
    zone: Id | None = None
    """Zone it lies in."""
    key: Id | None = None
    """Resource of the plan one needs to get in."""


class Way(Sourced):
    """Travel between two places; symmetric unless the other direction is given too."""

    from_: Id = Field(alias="from")
    """From."""
    to: Id
    """To."""
    takes: Duration
    """On foot or by car."""

    model_config = ConfigDict(populate_by_name=True)


class Sight(Model):
    """One kind of fact an observation shows."""

    bus: Ids = ()
    """Buses: live or dead."""
    load: Ids = ()
    """Loads: live or dead."""
    switch: Ids = ()
    """Switches: open or closed."""
    source: Ids = ()
    """Sources: live, dead or failed."""
    function: Ids = ()
    """Functions and their state."""
    store: Ids = ()
    """Store levels."""


class Observation(Sourced):
    """A fact that shows: its place, whom it shows to, its delay, its supply."""

    name: Name = NO_WORDS
    """Name for people."""
    sees: tuple[Sight, ...]
    """Facts it shows."""
    shown_at: Id
    """Place where it is seen."""
    delay: Ms = 0
    """From the fact to the display."""
    needs: Ids = ()
    """Loads, buses or sources it runs on; dark when any of them is."""


class Channel(Sourced):
    """A way to reach people."""

    name: Name = NO_WORDS
    """Name for people."""
    needs: Ids = ()
    """Loads, buses or sources it runs on."""
    no_answer: Chance = 0.0
    """Chance that one call is not answered."""
    all_hear: Truth = False
    """Everybody on duty of the role that is called hears it (a radio group)."""
