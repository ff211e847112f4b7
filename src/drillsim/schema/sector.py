"""Facts of the customer's trade that sector rules go by; nothing in a run depends on them."""

from __future__ import annotations

from typing import Annotated, Literal

from drillsim.schema.base import NO_WORDS, Id, Ids, Model, Name, Percent, Truth
from drillsim.schema.spoken import HOSPITAL_LEVEL


class MedicalLocation(Model):
    """A medical location by the group of IEC 60364-7-710 (GB 51039)."""

    name: Name = NO_WORDS
    """Name for people."""
    group: Literal["0", "1", "2"]
    """Group."""
    loads: Ids
    """Loads of its safety supply."""
    safety_class: Literal["0.5", "15", "over-15"] | None = None
    """Longest time until the safety supply is there: 0.5 s, 15 s, or more."""
    it_system: Truth | None = None
    """Fed by an IT system of its own."""
    insulation_monitor: Truth | None = None
    """The IT system has an insulation monitor."""
    lighting: Ids = ()
    """Loads of its safety lighting."""
    safety_light_percent: Percent | None = None
    """Share of the usual luminance the safety supply gives."""


class Sector(Model):
    """Facts by trade; what does not concern the customer is left out."""

    hospital_level: Annotated[Literal["tertiary", "secondary", "lower"], HOSPITAL_LEVEL] | None = None
    """Level of a hospital: tertiary 三级, secondary 二级, lower."""
    can_evacuate: Truth | None = None
    """The building can be evacuated within three hours."""
    medical_locations: dict[Id, MedicalLocation] = {}
    """Medical locations of groups 1 and 2."""
    data_centre_grade: Literal["A", "B", "C"] | None = None
    """Grade of a data centre (GB 50174)."""
    uptime_tier: Literal["I", "II", "III", "IV"] | None = None
    """Tier of a data centre (TIA-942, Uptime)."""
    fuel_delivery_assured: Truth | None = None
    """Fuel deliveries are assured by contract."""
    high_risk: Truth | None = None
    """Listed as a high-risk unit that drills its plan every half-year."""
    processes: dict[
        Literal[
            "main_fan", "hoist", "gas_drainage", "control_system", "cooling_water", "agitation", "flare",
            "instrument_air", "furnace_cooling", "ladle_crane", "signalling", "ventilation", "runway_precision",
            "runway_other",
        ],
        Ids,
    ] = {}  # fmt: skip
    """Loads by the critical process they serve; an empty list says there is none."""
