"""Sources: feeders of the utility, gensets and UPSs of the customer."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

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
    Percent,
    Positive,
    Sourced,
    Text,
    Truth,
    Whole,
    refuse,
)
from drillsim.schema.customer import Side
from drillsim.schema.duration import Duration, Fixed


class Reclose(Model):
    """Automatic reclosing by the utility."""

    after: Ms = 1_000
    """Dead time. Default 1 s: assumed."""
    success: Chance = 0.7
    """Chance that the fault has gone by then. Default 0.7: assumed, overhead line."""


class Feeder(Sourced):
    """A supply of the utility: an ext_grid row."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["feeder"]
    """`feeder`."""
    role: Literal["main_source", "standby_source"] = "main_source"
    """Use the customer makes of it."""
    side: Side = "utility"
    """Side of the source."""
    substation: Text = ""
    """Substation it comes from."""
    section: Text = ""
    """Bus section there."""
    route: tuple[Id, ...] = ()
    """Zones it runs through."""
    breaker: Id | None = None
    """Switch row at its head."""
    failures_per_year: NotNegative | None = None
    """Interruptions a year."""
    outage: Duration | None = None
    """Time one outage lasts."""
    system: Id | None = None
    """Feeders with the same value may be paralleled; without it each is a system of its own."""
    reclose: Reclose | None = None
    """The utility recloses its breaker after a trip."""
    capacity_kw: Positive | None = None
    """Power the utility can give over it; more for `overload_after` and it disconnects."""
    overload_after: Ms = 600_000
    """Time it stands more than `capacity_kw`. Default 10 min: assumed."""
    neighbours: Name = NO_WORDS
    """Other customers on its head breaker, who lose supply when the customer's fault trips it."""
    neighbours_kw: NotNegative = 0.0
    """Their demand, kW."""
    earth_fault_a: Positive | None = None
    """Earth-fault current its neutral earthing lets through, A; without it the neutral is isolated or compensated."""


class BurnPoint(Model):
    """One point of a burn curve."""

    kw: NotNegative
    """Load."""
    l_per_h: Positive
    """Fuel the set burns at it, litres an hour."""


def _burns_in_one_way(spec: Genset | MobileGenset) -> None:
    """Refuses a curve beside other figures of the burn, one of a single point and one that does not rise."""
    if not spec.burn:
        return
    if {"fuel_l_per_kwh", "no_load_burn_percent"} & spec.model_fields_set:
        raise refuse("burn-two-ways")
    rises = all(a.kw < b.kw and a.l_per_h < b.l_per_h for a, b in pairwise(spec.burn))
    if len(spec.burn) == 1 or not rises:
        raise refuse("burn-points")


class Genset(Sourced):
    """A generating set of the customer."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["genset"]
    """`genset`."""
    role: Literal["emergency_source"] = "emergency_source"
    """Always an emergency source."""
    bus: Id
    """Its terminal bus."""
    breaker: Id
    """Switch row from the terminal to the board."""
    place: Id | None = None
    """Place it is started by hand in."""
    rated_kw: Positive
    """Rated active power."""
    called_by: Ids = ()
    """Transfers whose loss of normal supply starts it."""
    control: Literal["auto", "manual", "off"] = "auto"
    """Selector position in normal operation."""
    attempts: Whole = 3
    """Start attempts of one demand. Default 3: GB 12786 as quoted in public pages, unverified."""
    crank: Ms = 10_000
    """One attempt. Default 10 s: GB 12786 (8–12 s), unverified."""
    pause: Ms = 8_000
    """Between attempts. Default 8 s: GB 12786 (5–10 s), unverified."""
    ready: Duration = Fixed(12_000)
    """From the call to ready for load, when the start succeeds. Default 12 s: GB 12786 (8–20 s), unverified."""
    fails_to_start: Chance = 0.0094
    """Chance per demand, all attempts together. Default 0.0094: NREL REopt.jl."""
    manual_start_fails: Chance = 0.05
    """Chance per manual demand. Default 0.05: assumed."""
    mean_time_to_failure: Ms | None = None
    """Running time between failures; without it, running never fails."""
    fails_per_running_hour: Chance = 0.0
    """Chance of failing in a running hour, drawn as the hour begins, the first when it starts: of an hour in which it
    fails it gives nothing. Instead of `mean_time_to_failure`, where exact answers are wanted."""
    overload_percent: Positive = 110.0
    """Above this share of the rating it trips after `overload_after`. Default 110 %: assumed, ISO 8528 overload."""
    overload_after: Ms = 10_000
    """Delay of that trip; assumed."""
    cool_down: Ms = 300_000
    """Runs on without load this long once the mains are back; assumed."""
    fuel: Id | None = None
    """Store it burns from."""
    fuel_l_per_kwh: Positive = 0.27
    """Burn at full load. Default 0.27 l/kWh: public consumption chart, 500–2000 kW."""
    no_load_burn_percent: Percent | None = None
    """Burn without load, percent of that at full load; in between it is linear. Default 17 up to 100 kW rated, 12
    above: assumed."""
    burn: tuple[BurnPoint, ...] = ()
    """Burn curve in place of the two: at least two rising points, linear between them; the first and the last segment
    are carried on."""
    last_start_test: Date | None = None
    """Last start test."""
    last_load_test: Date | None = None
    """Last test under load."""
    step_load_percent: Annotated[Percent, Field(gt=0)] | None = None
    """Largest load step it takes at once, percent of its rating; more and it stalls. Without it no step
    stalls it, and one above 60 % is a weak point on paper."""
    starting_kva: Positive | None = None
    """Largest motor starting kVA it takes with a dip of 20 %; without it, twice its rated kVA at power factor 0.8."""
    min_load_percent: Percent = 30.0
    """Below this share for long it soots (湿堆). Default 30 %: NFPA 110 monthly test, unverified."""
    xd_percent: Positive = 15.0
    """Subtransient reactance, percent of its rated kVA at power factor 0.8. Default 15 %: assumed."""
    installed: Date | None = None
    """Date it was installed."""
    needs: Ids = ()
    """Loads, buses or sources its cooling and control run on; it stops `needs_after` after one of them is dead."""
    needs_after: Ms = 300_000
    """Time it runs without them. Default 5 min: assumed."""
    start_battery: Literal["one", "two"] = "one"
    """Start batteries."""

    @model_validator(mode="after")
    def _fails_running_in_one_way(self) -> Self:
        if self.mean_time_to_failure is not None and self.fails_per_running_hour:
            raise refuse("genset-fails-running")
        return self

    @model_validator(mode="after")
    def _burns_in_one_way(self) -> Self:
        _burns_in_one_way(self)
        return self


class Ups(Sourced):
    """An online UPS: a load on its input and a source on its output."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["ups"]
    """`ups`."""
    role: Literal["no_break_source"] = "no_break_source"
    """Always the no-break source."""
    input: Id
    """Bus that feeds it."""
    output: Id
    """Bus it feeds."""
    rated_kw: Positive
    """Rating of the output."""
    input_below_pu: Positive = 0.85
    """Input voltage of any phase below this is none to it: it runs on its battery. Default 0.85: assumed."""
    efficiency_percent: Annotated[Percent, Field(gt=0)] = 94.0
    """Output over input, percent. Default 94: assumed."""
    battery_kwh: NotNegative
    """Usable energy of the battery, at the output."""
    charged_percent: Percent = 100.0
    """Charge at T0."""
    recharge_kw: NotNegative = 0.0
    """Power drawn to recharge after an outage."""
    installed: Date | None = None
    """Date the battery was installed."""
    mode: Literal["online", "bypass", "maintenance_bypass"] = "online"
    """Mode at T0; in bypass the output follows the bypass supply and the battery does not help."""
    bypass: Id | None = None
    """Bus of the bypass supply; without it, the input bus."""
    static_bypass: Truth = True
    """Goes to bypass by itself on overload or failure; without one the output is dead."""
    overload_percent: Positive = 125.0
    """Above this share of the rating it goes to bypass after `overload_after`. Default 125 %: assumed."""
    overload_after: Ms = 60_000
    """Delay of that. Default 1 min: assumed."""
    battery_percent: Annotated[Percent, Field(gt=0)] = 100.0
    """Part of `battery_kwh` left with age; 80 % is the end of life."""
    place: Id | None = None
    """Place its mode is set by hand in."""
    failures_per_year: NotNegative | None = None
    """Rate at which it fails while running."""
    needs: Ids = ()
    """Loads, buses or sources its room's cooling runs on."""
    needs_after: Ms | None = None
    """Time it runs without them before it switches itself off; without it, it does not."""


class MobileGenset(Sourced):
    """A generator vehicle or trailer (应急发电车): no source until somebody has connected it."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["mobile_genset"]
    """`mobile_genset`."""
    role: Literal["mobile_source"] = "mobile_source"
    """Always a mobile source."""
    side: Side = "utility"
    """Side the vehicle belongs to."""
    rated_kw: Positive
    """Rated active power."""
    plug: Text = ""
    """Kind of plug."""
    cable_m: NotNegative | None = None
    """Cable it carries, m."""
    tank_l: Positive | None = None
    """Its own tank; without it, fuel is not limited."""
    fuel_l_per_kwh: Positive = 0.27
    """Burn at full load. Default 0.27 l/kWh: public consumption chart."""
    no_load_burn_percent: Percent | None = None
    """Burn without load, percent of that at full load; in between it is linear. Default 17 up to 100 kW rated, 12
    above: assumed."""
    burn: tuple[BurnPoint, ...] = ()
    """Burn curve in place of the two: at least two rising points, linear between them; the first and the last segment
    are carried on."""
    fails_to_start: Chance = 0.0094
    """Chance per start. Default 0.0094: NREL REopt.jl."""
    step_load_percent: Annotated[Percent, Field(gt=0)] = 60.0
    """Largest load step it takes at once. Default 60 %: assumed."""
    overload_percent: Positive = 110.0
    """Above this share of the rating it trips after `overload_after`."""
    overload_after: Ms = 10_000
    """Delay of that trip; assumed."""

    @model_validator(mode="after")
    def _burns_in_one_way(self) -> Self:
        _burns_in_one_way(self)
        return self


class GensetGroup(Sourced):
    """Gensets that run in parallel on one bus."""

    name: Name = NO_WORDS
    """Name for people."""
    of: Ids
    """Its gensets, in starting order."""
    sync: Ms = 8_000
    """From ready to synchronised and closed onto the live bus. Default 8 s: assumed."""
    min_online: Annotated[Whole, Field(ge=1)] = 1
    """Number that must be on the bus before it takes load."""
    sheds_on_loss: Ids = ()
    """Load-shedding tiers of the plan it drops, in order, when the sets left cannot carry the load."""


class ConnectionPoint(Sourced):
    """A point where a mobile genset is plugged in (快速接入箱)."""

    name: Name = NO_WORDS
    """Name for people."""
    bus: Id
    """Bus it feeds through `switch`."""
    switch: Id
    """Switch between the box and the bus."""
    rated_kva: Positive
    """Apparent power box and cable carry."""
    plug: Text = ""
    """Kind of plug; empty for bare lugs."""
    cable_m: NotNegative | None = None
    """Cable needed from the parking place, m."""
    place: Id | None = None
    """Place of the box."""
    parking: Text = ""
    """Place the vehicle stands in."""
    phase_marked: Truth = False
    """Phase sequence marked and tested."""
    earth_point: Truth = False
    """An earth for the vehicle is there."""
    last_hookup: Date | None = None
    """Last time a vehicle was really connected."""


AnySource = Annotated[Feeder | Genset | Ups | MobileGenset, Field(discriminator="kind")]
