"""Costs of changes, as far as the customer states them."""

from __future__ import annotations

from typing import Literal

from drillsim.schema.base import Model, NotNegative, Text

Thing = Literal[
    "battery", "genset", "mobile_genset", "ups", "tank", "delivery", "renewal", "connection", "feed", "relocation",
    "route", "control_supply", "remote_control", "display", "reserve", "spare",
    "soft_starter", "overhaul",
]  # fmt: skip
"""Thing that is bought or agreed."""


class Costs(Model):
    """Costs of changes; of changes that gain alike the cheaper one comes first."""

    currency: Text
    """Currency of all amounts, such as CNY."""
    staff_per_year: NotNegative | None = None
    """One post more, a year."""
    training: NotNegative | None = None
    """One training of a role, or practice of a step for a year."""
    setting: NotNegative | None = None
    """One change of settings, with its test."""
    purchase: dict[Thing, NotNegative] = {}
    """One purchase or agreement of its kind: battery, genset, mobile_genset (vehicle or its agreement), ups, tank,
    delivery (of fuel), renewal (of an agreement), connection (plug, box, cable), feed (another supply of a load),
    relocation (out of a zone), route (of a cable or feeder), control_supply, remote_control, display, reserve (air,
    water, cold), spare, soft_starter (or drive of a motor), overhaul (of a set)."""
