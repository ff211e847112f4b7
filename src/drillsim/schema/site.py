"""site.yaml: what stands behind the network. Keys of `devices`, `loads`, `elements` and of feeders in `sources` are
the ids of network rows; everything else is declared here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from drillsim.schema.base import (
    NO_WORDS,
    Chance,
    Date,
    FormatOne,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    NotNegative,
    Percent,
    Positive,
    Text,
    Truth,
    Whole,
)
from drillsim.schema.customer import Side
from drillsim.schema.duration import Duration, Fixed
from drillsim.schema.need import NeedOrId


class Sourced(Model):
    """A record whose figures say where they come from."""

    source: Text = ""
    """Where the figures come from, or `assumed`."""


class Stage(Model):
    """One protection stage of a breaker: above this current, trip after this time."""

    above_a: Positive
    """Current through the device, A."""
    after: Ms
    """Delay."""


class Device(Sourced):
    """Facts of a switch of the network."""

    label: Name = NO_WORDS
    """Name-and-number label (双重编号) as it stands on the panel."""
    kind: Literal["breaker", "load_switch", "isolator", "fuse", "contactor"] | None = None
    """What it is; without it, pandapower's `type` of the row decides (CB breaker, LBS load switch, DS isolator)."""
    place: Id | None = None
    """Where one stands to operate and see it."""
    side: Side = "customer"
    """Whose people operate it."""
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


class Interlock(Sourced):
    """Devices that must not all be closed at once."""

    of: Ids
    """Devices."""
    closed_at_most: Whole
    """How many may be closed."""
    kind: Literal["key", "electrical", "procedural"]
    """Key and electrical ones hold by themselves; a procedural one is only as good as the people."""


class Element(Sourced):
    """Facts of a line or transformer of the network."""

    failures_per_year: NotNegative | None = None
    """Failure rate."""
    repair: Duration | None = None
    """From fault to back in service."""
    route: tuple[Id, ...] = ()
    """Zones it runs through (trench, tunnel, tower line)."""


class Feeder(Sourced):
    """A supply of the utility: an ext_grid row."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["feeder"]
    """`feeder`."""
    role: Literal["main_source", "standby_source"] = "main_source"
    """How the customer uses it."""
    side: Side = "utility"
    """Whose source."""
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
    """How long one lasts."""
    system: Id | None = None
    """Feeders with the same value may be paralleled; without it each is a system of its own."""


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
    """Where it is started by hand."""
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
    overload_percent: Positive = 110.0
    """Above this share of the rating it trips after `overload_after`. Default 110 %: assumed, ISO 8528 overload."""
    overload_after: Ms = 10_000
    """Delay of that trip; assumed."""
    cool_down: Ms = 300_000
    """Runs on without load this long once the mains are back; assumed."""
    fuel: Id | None = None
    """Store it burns from."""
    fuel_l_per_kwh: Positive = 0.27
    """Burn. Default 0.27 l/kWh: public consumption chart, 500–2000 kW at 75–100 % load."""
    last_start_test: Date | None = None
    """Last start test."""
    last_load_test: Date | None = None
    """Last test under load."""


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
    efficiency_percent: Annotated[Percent, Field(gt=0)] = 94.0
    """Output over input, percent. Default 94: assumed."""
    battery_kwh: NotNegative
    """Usable energy of the battery, at the output."""
    charged_percent: Percent = 100.0
    """Charge at T0."""
    recharge_kw: NotNegative = 0.0
    """Power drawn to recharge after an outage."""
    installed: Date | None = None
    """When the battery was installed."""


AnySource = Annotated[Feeder | Genset | Ups, Field(discriminator="kind")]


class BusTieTransfer(Sourced):
    """Automatic transfer between two incomers (备自投, BZT). Logic: GB 51348-2019 5.9.1–5.9.2 seen in public pages."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["bus_tie_transfer"]
    """`bus_tie_transfer`."""
    incomers: tuple[Id, Id]
    """The two incoming breakers."""
    tie: Id | None = None
    """The bus tie it closes; without it, the open incomer is closed instead."""
    enabled: Truth = True
    """In service (压板 on)."""
    charge: Ms = 15_000
    """Both sides healthy for this long before it may act."""
    undervoltage_pu: Positive = 0.3
    """Working voltage below this starts it."""
    standby_above_pu: Positive = 0.7
    """Standby voltage must be above this."""
    delay: Ms = 5_000
    """From loss of voltage to opening the working incomer; must outwait upstream reclosing."""
    vt_supervision: Truth = True
    """Sees a broken voltage transformer circuit and does not start on it."""
    current_blocking: Truth = True
    """Does not start while the working incomer carries current."""
    fault_blocking: Truth = True
    """Blocked by bus protection when the lost section has a fault."""
    rearm: Literal["manual"] = "manual"
    """Acts once; re-armed by hand."""
    fails_to_operate: Chance = 0.0
    """Chance per demand."""
    place: Id | None = None
    """Where it is enabled and disabled."""


class AtsReturn(Model):
    """Going back to the normal supply."""

    mode: Literal["auto", "manual"] = "auto"
    """By itself or by hand."""
    after: Ms = 600_000
    """Normal supply healthy this long. Default 10 min: assumed."""


class Ats(Sourced):
    """Automatic transfer switch: two switch rows onto one board, never both closed."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["ats"]
    """`ats`."""
    normal: Id
    """Switch row to the normal supply."""
    standby: Id
    """Switch row to the standby supply."""
    enabled: Truth = True
    """In automatic."""
    delay: Ms = 3_000
    """From loss of the normal supply to acting."""
    takes: Ms = 300
    """Open one side, close the other."""
    return_: AtsReturn = Field(default=AtsReturn(), alias="return")
    """Going back."""
    fails_to_operate: Chance = 0.0
    """Chance per demand."""
    place: Id | None = None
    """Where it is operated by hand."""

    model_config = ConfigDict(populate_by_name=True)


AnyTransfer = Annotated[BusTieTransfer | Ats, Field(discriminator="kind")]


class Load(Sourced):
    """Facts of a load row."""

    name: Name = NO_WORDS
    """Name for people."""
    grade: Literal["1S", "1", "2", "3"] = "3"
    """Load grade (GB 50052): 1S 一级中特别重要, 1, 2, 3."""
    security: Truth = False
    """Safety-critical load (保安负荷)."""
    max_interruption: Ms | None = None
    """Longest interruption allowed; without it the load is not judged."""
    min_supply_time: Ms | None = None
    """How long its supply must last through an outage."""
    shed: Literal["never", "allowed"] = "allowed"
    """Whether the plan may shed it."""
    profile: Id | None = None
    """Share of the row's demand by load situation."""
    place: Id | None = None
    """Where one sees whether it is live."""


class Profile(Model):
    """Demand by load situation."""

    percent: dict[Id, NotNegative]
    """Share of the network row's `p_mw` for each situation a scenario may name."""
    source: Text = ""
    """Where the figures come from."""


class Harm(Model):
    """What happens when a function stays lost."""

    after: Ms
    """Lost for this long."""
    what: Name
    """Who or what is harmed."""


class Restart(Sourced):
    """Power back is not service back."""

    takes: Duration
    """From needs back to normal."""
    by: Id | None = None
    """Role that must do it; without one it restarts by itself."""
    place: Id | None = None
    """Where it is restarted."""


class Function(Sourced):
    """What the customer actually does: surgery, cooling, a line."""

    name: Name = NO_WORDS
    """Name for people."""
    needs: NeedOrId
    """What it needs, and how long it rides without."""
    max_interruption: Ms | None = None
    """Longest interruption allowed; without it the function is not judged."""
    harm: Harm | None = None
    """Irreversible harm."""
    restart: Restart | None = None
    """How it comes back."""


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
    """The source."""


class Store(Sourced):
    """A tank."""

    name: Name = NO_WORDS
    """Name for people."""
    holds: Text
    """What is in it."""
    capacity_l: Positive
    """Usable volume."""
    level_l: NotNegative
    """Volume at T0."""
    in_: tuple[Inflow, ...] = Field(default=(), alias="in")
    """What fills it."""
    out: tuple[Outflow, ...] = ()
    """What empties it."""
    place: Id | None = None
    """Where it is read and refilled by hand."""

    model_config = ConfigDict(populate_by_name=True)


class Zone(Sourced):
    """A room, basement, trench or tunnel: what one flood or fire takes with it."""

    name: Name = NO_WORDS
    """Name for people."""
    contains: tuple[Id, ...] = ()
    """Buses, switches, lines, transformers, loads, sources, transfers in it."""


class Place(Sourced):
    """Where people stand. In a place one sees the positions of its devices and whether the buses they join are live."""

    name: Name = NO_WORDS
    """Name for people."""
    zone: Id | None = None
    """Zone it lies in."""


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
    """Where a fact shows, to whom, how late, on what supply."""

    name: Name = NO_WORDS
    """Name for people."""
    sees: tuple[Sight, ...]
    """What it shows."""
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


class Mode(Sourced):
    """An operating mode (运行方式), as changes of the network file's positions."""

    open: Ids = ()
    """Switches open in it."""
    closed: Ids = ()
    """Switches closed in it."""
    out_of_service: Ids = ()
    """Lines, transformers or sources out of service."""
    disabled: Ids = ()
    """Transfers out of service."""


class Site(Model):
    """What stands behind the network."""

    format: FormatOne
    """File format; 1."""
    devices: dict[Id, Device] = {}
    """Facts of switch rows."""
    interlocks: tuple[Interlock, ...] = ()
    """Interlocks."""
    elements: dict[Id, Element] = {}
    """Facts of lines and transformers."""
    sources: dict[Id, AnySource] = {}
    """Feeders, gensets, UPSs."""
    transfers: dict[Id, AnyTransfer] = {}
    """Automatic transfers."""
    loads: dict[Id, Load] = {}
    """Facts of load rows."""
    profiles: dict[Id, Profile] = {}
    """Demand by load situation."""
    functions: dict[Id, Function] = {}
    """What the customer does."""
    stores: dict[Id, Store] = {}
    """Tanks."""
    zones: dict[Id, Zone] = {}
    """Common causes by place."""
    places: dict[Id, Place] = {}
    """Places people stand in."""
    travel: tuple[Way, ...] = ()
    """Ways between places."""
    observations: dict[Id, Observation] = {}
    """Where facts show."""
    channels: dict[Id, Channel] = {}
    """Ways to reach people."""
    modes: dict[Id, Mode] = {"normal": Mode()}
    """Operating modes; `normal` is the network file as it stands."""
