"""<name>.msel.yaml: the master scenario events list (MSEL) of a drill: what is brought in beside the scenario's own
events, when, by whom, and what is expected of the players.

Form after HSEEP's MSEL. An inject changes the world (`fault`), tells people something (`tell`), or both.
"""

from __future__ import annotations

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from drillsim.schema.base import (
    NO_WORDS,
    FormatOne,
    Id,
    Ids,
    Model,
    Moment,
    Ms,
    Name,
    Text,
    TimeOfDay,
    Truth,
    refuse,
)
from drillsim.schema.condition import Condition
from drillsim.schema.duration import Fixed
from drillsim.schema.scenario import FaultEvent

WAYS = ("at", "at_clock", "when", "after", "by_hand")
"""Fields of an inject that say when it comes; exactly one of them stands there."""


class After(Model):
    """Some time behind another inject or the end of a step."""

    inject: Id | None = None
    """Inject that has come."""
    step: Id | None = None
    """Step that is done."""
    by: Ms = 0
    """So much later."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.inject is None) == (self.step is None):
            raise refuse("inject-after-one")
        return self


class StateInject(FaultEvent):
    """A fault that begins when the inject comes, written as in a scenario but without its moment."""

    at: Moment = 0
    """Stays empty: the inject says when."""
    ends: Truth = False
    """The fault that is there ends instead."""

    @model_validator(mode="after")
    def _no_moment(self) -> Self:
        if "at" in self.model_fields_set:
            raise refuse("inject-fault-at")
        if self.for_ is not None and not isinstance(self.for_, Fixed):
            raise refuse("inject-fault-for")
        return self


class Expected(Model):
    """The players' act that an inject is to bring about."""

    what: Name
    """The act in words."""
    so: Condition
    """Condition that is so in the world, or in the run, once it has been done."""
    within: Ms
    """Time from the inject."""
    else_: Id | None = Field(default=None, alias="else")
    """Inject that comes when it is not so in time."""

    model_config = ConfigDict(populate_by_name=True)


class InjectLine(Model):
    """One line of the list."""

    title: Name = NO_WORDS
    """Short name for the list."""
    at: Moment | None = None
    """Scenario time, from T0."""
    at_clock: TimeOfDay | None = None
    """Time of day of the room's clock."""
    when: Condition | None = None
    """Comes as soon as this is so in the world, once."""
    after: After | None = None
    """Comes behind another inject or a step."""
    by_hand: Truth = False
    """Comes when the controller says so: the deck beside the timeline."""
    from_: Text = Field(default="", alias="from")
    """Sender, as the players hear it: a role id of the plan or words."""
    to: Ids = ()
    """Roles and people who are told."""
    channel: Id | None = None
    """Way they are told by."""
    tell: Name = NO_WORDS
    """Words they are told."""
    fault: StateInject | None = None
    """Event in the world."""
    expects: Expected | None = None
    """Act it is to bring about."""
    objective: Text = ""
    """Objective of the drill it serves."""
    note: Text = ""
    """For the controller alone."""

    model_config = ConfigDict(populate_by_name=True)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        found = [name for name in WAYS if name in self.model_fields_set and getattr(self, name) not in (None, False)]
        if len(found) != 1:
            raise refuse("inject-when", found=", ".join(found) or "none", allowed=", ".join(WAYS))
        tells = self.tell != NO_WORDS
        if self.fault is None and not tells:
            raise refuse("inject-empty")
        if tells != bool(self.to):
            raise refuse("inject-tell-to", missing="to" if tells else "tell")
        return self


class Msel(Model):
    """The injects of one drill."""

    format: FormatOne
    """File format; 1."""
    scenario: Id
    """Name of the scenario it belongs to."""
    title: Name = NO_WORDS
    """Drill in words."""
    injects: dict[Id, InjectLine]
    """Injects by id, in the order of the list."""
    source: Text = ""
    """Source of the list."""


__all__ = ["WAYS", "After", "Expected", "InjectLine", "Msel", "StateInject"]
