"""Loads: how much they matter, how they behave, what they draw."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from drillsim.schema.base import (
    NO_WORDS,
    Id,
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
)
from drillsim.schema.spoken import GRADE

Serves = Literal[
    "other", "fire_pump", "smoke_control", "cooling", "ventilation", "lighting", "lift", "medical_gas", "water",
    "communication", "control", "fuel_pump", "it",
]  # fmt: skip


class Cord(Model):
    """One of several power cords of a load."""

    bus: Id
    """Bus it is plugged into."""
    share_percent: Annotated[Percent, Field(gt=0)]
    """Share of the load it carries while all cords are live; the live ones carry the whole when the rest are dead."""


class Motor(Sourced):
    """A motor behind the load."""

    starting_kva: Positive
    """Apparent power while it runs up from standstill, kVA."""
    run_up: Ms = 5_000
    """Time the run-up takes. Default 5 s: assumed."""
    group: Whole = 1
    """Re-acceleration group: 1 starts first; each next one when the one before has run up."""
    stalls_below_pu: Positive = 0.7
    """Stays in but slows down below this voltage; back at voltage it re-accelerates. Default 0.7: assumed."""


class Contactor(Sourced):
    """A contactor or drive that drops out in a dip."""

    drops_below_pu: Positive = 0.6
    """Voltage below this, per unit. Default 0.6: assumed."""
    after: Ms = 20
    """Low for this long. Default 20 ms: assumed."""
    recloses: Literal["manual", "auto"] = "manual"
    """Somebody has to start it again, or it comes back by itself."""
    recloses_after: Ms = 3_000
    """Delay of coming back by itself once the voltage is there. Default 3 s: assumed."""


class ColdLoad(Sourced):
    """More demand for a while after an outage (cold-load pick-up)."""

    factor: Annotated[Positive, Field(ge=1)]
    """Demand right after power is back, times the usual."""
    lasts: Ms
    """Falls to the usual in equal steps over this time."""
    outage_over: Ms = 300_000
    """Only after an outage longer than this. Default 5 min: assumed."""


class Load(Sourced):
    """Facts of a load row."""

    name: Name = NO_WORDS
    """Name for people."""
    grade: Annotated[Literal["1S", "1", "2", "3"], GRADE] = "3"
    """Load grade (GB 50052): 1S 一级中特别重要, 1, 2, 3."""
    security: Truth = False
    """Safety-critical load (保安负荷)."""
    customers: Annotated[Whole, Field(ge=1)] = 1
    """Customers behind it, as supply indices (SAIFI, SAIDI) count them."""
    max_interruption: Ms | None = None
    """Longest interruption allowed; without it the load is not judged."""
    min_supply_time: Ms | None = None
    """Time its supply must last through an outage."""
    shed: Literal["never", "allowed"] = "allowed"
    """Permission for the plan to shed it."""
    profile: Id | None = None
    """Share of the row's demand by load situation."""
    place: Id | None = None
    """Place one sees in whether it is live, and starts it again by hand."""
    cords: tuple[Cord, ...] = ()
    """Buses that replace the row's own bus; shares sum to 100 or more. It is live while any of them is."""
    runs_above_pu: Positive | None = None
    """Voltage it runs at, per unit; below, it counts as interrupted. Without it 0.7 (assumed), for a held contactor its
    drops_below_pu; then more than 60 s below 0.85 is beyond what can be said."""
    motor: Motor | None = None
    """The motor behind it: starting power, run-up, group. Without one, `serves` says what the load is for."""
    contactor: Contactor | None = None
    """It drops out in a dip."""
    cold_load: ColdLoad | None = None
    """It draws more after an outage."""
    serves: Literal[
        "other",
        "fire_pump",
        "smoke_control",
        "cooling",
        "ventilation",
        "lighting",
        "lift",
        "medical_gas",
        "water",
        "communication",
        "control",
        "fuel_pump",
        "it",
    ] = "other"
    """Purpose it serves; rules for fire pumps, cooling, lifts and safety lighting go by it."""


class Profile(Model):
    """Demand by load situation."""

    percent: dict[Id, NotNegative]
    """Share of the network row's `p_mw` for each situation a scenario may name."""
    source: Text = ""
    """Source of the figures."""
