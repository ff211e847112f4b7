"""A published distribution system as a reliability table: branches with rates and times, protection, isolators.

The form in which textbooks give such systems (Billinton & Allan; RBTS). Only what the rules of the form use is read;
such a file says much else besides, which is left alone.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from drillsim.schema.base import Chance, Id, Ids, Model, NotNegative, Text, Truth, Whole


class _Table(Model):
    model_config = ConfigDict(
        frozen=True, extra="ignore", use_attribute_docstrings=True, arbitrary_types_allowed=True, populate_by_name=True
    )


class LoadPoint(_Table):
    """A point customers are fed at."""

    p_kw: NotNegative = Field(alias="P_kW")
    """Average demand, kW."""
    customers: Annotated[Whole, Field(ge=1)] = 1
    """Number of customers."""


class Branch(_Table):
    """A section between two buses; its fault lies between the devices at its ends."""

    id: Id
    """Its name, unique in the case."""
    u: Id
    """Bus at one end."""
    v: Id
    """Bus at the other."""
    lam: NotNegative
    """Failures a year."""
    r: NotNegative
    """Hours of repair."""
    s: NotNegative
    """Hours until a fault on it is isolated and the rest is switched back."""
    prot_at_u: Truth = False
    """Protection at u."""
    prot_at_v: Truth = False
    """Protection at v."""
    isolator_at_u: Truth = False
    """An isolator at u."""
    isolator_at_v: Truth = False
    """An isolator at v."""
    prot_works: Chance | None = None
    """Chance that its protection works; without it, that of the case."""


class SystemCase(_Table):
    """One variant of the system."""

    source_bus: Id
    """Bus that is fed in normal operation."""
    alternative_supply_buses: Ids = ()
    """Buses that can be fed from elsewhere."""
    branches: tuple[Branch, ...]
    """All sections."""
    prot_works: Chance = 1.0
    """Chance that a protection works when asked; else the next one upstream trips."""
    transfer_works: Chance = 1.0
    """Chance that a transfer to an alternative supply succeeds."""
    load_points: dict[Id, LoadPoint] = {}
    """The case's own load points; without any, the table's."""


class ReliabilityTable(_Table):
    """The file."""

    cases: dict[Text, SystemCase]
    """Variants by name."""
    load_points: dict[Id, LoadPoint] = {}
    """Load points of every case that names none of its own."""
