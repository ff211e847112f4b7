"""The activities of the customer: their needs, how they are lost, harmed and come back."""

from __future__ import annotations

from typing import Literal

from drillsim.schema.base import (
    NO_WORDS,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    Sourced,
    Truth,
)
from drillsim.schema.duration import Duration
from drillsim.schema.need import NeedOrId


class Harm(Model):
    """The harm done when a function stays lost."""

    after: Ms
    """Lost for this long, and not safely stopped."""
    what: Name
    """People or things harmed."""


class Restart(Sourced):
    """Power back is not service back."""

    takes: Duration
    """From needs back to normal."""
    by: Id | None = None
    """Role that must do it; without one it restarts by itself."""
    place: Id | None = None
    """Place it is restarted in."""


class SafeStop(Sourced):
    """Stopping in good order before harm is done."""

    takes: Duration
    """From beginning to safely stopped."""
    by: Id | None = None
    """Role that does it; without one it stops by itself."""
    place: Id | None = None
    """Place of the safe stop."""


class OnLost(Model):
    """An effect of a lost function on a load: a trip system, servers that shut down."""

    load: Ids
    """Loads."""
    to: Literal["off", "on"] = "off"
    """Switched off, or on."""
    after: Ms = 0
    """So long after the loss."""


class Measure(Sourced):
    """A non-electrical safety measure (非电保安措施)."""

    name: Name = NO_WORDS
    """Name for people."""
    replaces: Id
    """Load or function whose absence it bridges."""
    lasts: Ms
    """For this long."""
    by: Id | None = None
    """Role that keeps it up; that person does nothing else meanwhile."""
    place: Id | None = None
    """Place of the measure."""


class Function(Sourced):
    """An activity of the customer: surgery, cooling, a line."""

    name: Name = NO_WORDS
    """Name for people."""
    needs: NeedOrId
    """Supply it needs, and the time it rides without."""
    max_interruption: Ms | None = None
    """Longest interruption allowed; without it the function is not judged."""
    harm: Harm | None = None
    """Irreversible harm."""
    restart: Restart | None = None
    """Way it comes back."""
    safe_stop: SafeStop | None = None
    """Way it is stopped in good order once it is lost; safely stopped, it is not harmed."""
    on_lost: tuple[OnLost, ...] = ()
    """Effects of its loss on loads."""
    after: Ids = ()
    """Functions that must be normal before it is restarted."""
    mtpd: Ms | None = None
    """Longest disruption the customer can bear (MTPD, ISO 22301)."""
    minimum_service: Truth = False
    """Belongs to the least service that is kept through an outage (MBCO, ISO 22301)."""
