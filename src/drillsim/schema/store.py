"""Tanks and other stores with their pumps."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from drillsim.schema.base import (
    NO_WORDS,
    Id,
    Ids,
    Model,
    Name,
    NotNegative,
    Percent,
    Positive,
    Sourced,
    Text,
    Truth,
)


class Inflow(Model):
    """A pump that fills a store."""

    by: Id
    """Load that must be live and switched on."""
    l_per_min: Positive
    """Rate."""
    from_: Id | None = Field(default=None, alias="from")
    """Store it draws from; without it, the supply never ends."""
    starts_below_percent: Percent = 70.0
    """Level at which it starts; assumed."""
    stops_above_percent: Percent = 95.0
    """Level at which it stops; assumed."""

    model_config = ConfigDict(populate_by_name=True)


class Outflow(Model):
    """A source that burns from a store."""

    to: Id
    """The source, load or function."""
    l_per_min: Positive | None = None
    """Draw of a load or function; a source burns by its own figure."""
    while_dead: Ids = ()
    """Drawn only while all these loads are dead (chilled water while the chillers stand); else while `to` is live."""


class Store(Sourced):
    """A tank, bottle bank or thermal store; its content is counted in litres."""

    name: Name = NO_WORDS
    """Name for people."""
    holds: Text
    """Substance in it."""
    capacity_l: Positive
    """Usable volume."""
    level_l: NotNegative
    """Volume at T0."""
    in_: tuple[Inflow, ...] = Field(default=(), alias="in")
    """Flows that fill it."""
    out: tuple[Outflow, ...] = ()
    """Flows that empty it."""
    place: Id | None = None
    """Place it is read and refilled by hand in."""
    refill_l: Positive | None = None
    """Amount one refill by hand brings; without it, it is filled up."""
    contaminated: Truth = False
    """True where its contents stop whatever burns them."""

    model_config = ConfigDict(populate_by_name=True)
