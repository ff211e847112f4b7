"""A scenario: in what state it begins, what goes wrong, how long we watch, what the meeting expects."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from drillsim.schema.base import (
    Date,
    FormatOne,
    Id,
    Ids,
    Model,
    Moment,
    Ms,
    Name,
    Percent,
    Text,
    TimeOfDay,
    Truth,
    refuse,
)
from drillsim.schema.duration import Duration
from drillsim.units import MINUTES_PER_DAY, MS_PER

FaultKind = Literal[
    "short_circuit",
    "source_lost",
    "fails_to_operate",
    "fails_to_start",
    "fails_running",
    "vt_lost",
    "zone_lost",
    "zone_no_access",
    "person_absent",
    "person_unreachable",
    "channel_lost",
    "store_empty",
    "earth_fault",
    "open_phase",
    "dip",
    "maloperates",
    "relay_disabled",
    "store_contaminated",
    "resource_unavailable",
    "permit_refused",
    "dc_lost",
    "wrong_action",
]


LATE_MS = 10 * MS_PER["min"]
"""By how much a step is late where nobody says otherwise: assumed."""

TargetKind = Literal[
    "feeder", "genset", "ups", "mobile_genset", "ats", "sts", "bus_tie_transfer",
    "trafo", "trafo3w", "line", "impedance", "bus", "switch",
    "load", "store", "function", "dc_supply", "channel", "observation", "person", "permit", "resource",
]  # fmt: skip


class Selector(Model):
    """Targets by what they are, so that one scenario serves every customer. All named properties must fit."""

    id: Ids = ()
    """These ids."""
    kind: TargetKind | None = None
    """Kind."""
    role: Id | None = None
    """Role of a source (main_source, standby_source, emergency_source, no_break_source) or of a person in the plan."""
    zone: Id | None = None
    """Zone id, or everything the zone contains."""
    security: Truth | None = None
    """Safety-critical loads, or the others."""
    grade: Literal["1S", "1", "2", "3"] | None = None
    """Load grade."""
    first: Truth = False
    """Only the first in file order."""


def _selector(value: object) -> object:
    return {"id": value} if isinstance(value, str | list) else value


Target = Annotated[Selector, BeforeValidator(_selector, json_schema_input_type=Selector | str | list[str])]
"""An id, a list of ids, or a selector."""


ONLY_FOR: dict[str, tuple[FaultKind, ...]] = {
    "attempts": ("fails_to_start",),
    "to": ("fails_to_operate", "maloperates"),
    "residual_percent": ("dip", "open_phase"),
    "action": ("wrong_action",),
    "instead": ("wrong_action",),
    "late_by": ("wrong_action",),
}
"""Fields of an event that mean something for these faults alone."""


class FaultEvent(Model):
    """One thing that goes wrong."""

    at: Moment
    """Moment of the event; T0 is the first event."""
    fault: FaultKind
    """Fault that strikes."""
    on: Target
    """On what."""
    for_: Duration | None = Field(default=None, alias="for")
    """Time it lasts; without it, until repaired (elements with a repair time) or to the end."""
    attempts: Literal["auto", "manual", "all"] = "all"
    """For `fails_to_start`: which starts fail."""
    to: Literal["open", "close", "both"] = "both"
    """For `fails_to_operate`: which movement fails; for `maloperates`: which way a switch moves (`both`: away)."""
    residual_percent: Percent | None = None
    """For `dip` and `open_phase`: voltage that is left, percent."""
    action: Literal["omit", "repeat", "neighbour", "late"] = "omit"
    """For `wrong_action` on a step: what the performer does instead; done all the same, as they believe. `late`: what
    is written, but they take longer."""
    instead: Id | None = None
    """For `neighbour`: the device they operate by mistake."""
    late_by: Ms = LATE_MS
    """For `late`: by how much longer they take than their step does; 10 min where nobody says, assumed."""

    model_config = ConfigDict(populate_by_name=True)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        for field, faults in ONLY_FOR.items():
            if field in self.model_fields_set and self.fault not in faults:
                raise refuse("fault-field", field=field, fault=self.fault, allowed=", ".join(faults))
        if self.fault == "dip" and (self.residual_percent is None or self.for_ is None):
            raise refuse("fault-dip", missing="residual_percent" if self.residual_percent is None else "for")
        if self.action == "neighbour" and self.instead is None:
            raise refuse("fault-neighbour")
        return self


class Information(Model):
    """Something people are told, which changes nothing in the world: for live drills, whose journal says who was
    told; a batch run leaves it out."""

    at: Moment
    """Moment people are told."""
    tell: Name
    """The words."""
    to: Ids
    """Roles that are told."""
    channel: Id | None = None
    """By which way."""


class SetTo(Model):
    """A position that differs from the mode at T0."""

    target: Target
    """Pump, genset, transfer or switch; a function that is `off` is stopped in good order."""
    to: Literal[
        "on", "off", "auto", "manual", "open", "closed", "enabled", "disabled",
        "online", "bypass", "maintenance_bypass", "working", "test", "withdrawn",
    ]  # fmt: skip
    """Its position."""


NORMAL = "normal"
"""Operating mode of ordinary days."""


class Start(Model):
    """The state it begins in."""

    mode: Id = NORMAL
    """Operating mode."""
    date: Date
    """Day, for shifts and expiry."""
    time: TimeOfDay
    """Time of day of T0."""
    load: Id | None = None
    """Load situation; without it, the network file's demand."""
    set: tuple[SetTo, ...] = ()
    """Positions left otherwise than the mode says."""
    out_of_service: tuple[Target, ...] = ()
    """Under maintenance."""
    staffing: Literal["rostered", "holiday"] = "rostered"
    """As the shifts of the date say, or as on a public holiday."""
    weather: Literal["fair", "storm"] = "fair"
    """In a storm vehicles take longer, and others may have them."""

    @model_validator(mode="after")
    def _midnight_is_the_next_days(self) -> Self:
        """`24:00` is 00:00 of the day after `date`."""
        if self.time == MINUTES_PER_DAY:
            self.__dict__.update(date=self.date + dt.timedelta(days=1), time=0)
        return self


class Expectation(Model):
    """A result the meeting expects of the run."""

    load: Target | None = None
    """Loads."""
    function: Target | None = None
    """Functions."""
    verdict: Literal["met", "missed", "not_tested", "cannot_say"]
    """Verdict expected of each."""


class Scenario(Model):
    """One script of faults."""

    format: FormatOne
    """File format; 1."""
    title: Name
    """Event in words."""
    scope: Id | None = None
    """Scenario class (SRC1, SRC2, TRF …) for coverage."""
    start: Start
    """The state it begins in."""
    horizon: Ms
    """Time watched from T0."""
    events: tuple[FaultEvent, ...]
    """Faults that strike."""
    information: tuple[Information, ...] = ()
    """Words people are told in a live drill."""
    expect: tuple[Expectation, ...] = ()
    """Results the meeting expects."""
    source: Text = ""
    """Source of the scenario."""
