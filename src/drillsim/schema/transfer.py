"""Automatic transfers: bus ties, transfer switches."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from drillsim.schema.base import (
    NO_WORDS,
    Chance,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    Positive,
    Sourced,
    Truth,
)


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
    blocked_by: Ids = ()
    """Protection groups whose trip blocks it; without any, every bus fault blocks it when `fault_blocking`."""
    control_supply: Id | None = None
    """DC supply it needs."""
    rearm: Literal["manual"] = "manual"
    """Acts once; re-armed by hand."""
    fails_to_operate: Chance = 0.0
    """Chance per demand."""
    place: Id | None = None
    """Place it is enabled and disabled in."""


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
    control_supply: Id | None = None
    """DC supply or battery it needs; dead, it stays where it is."""
    place: Id | None = None
    """Place it is operated by hand in."""
    acts_below_pu: Positive | None = None
    """Voltage of any phase below which a side is as good as dead to it. Without it 0.85 in a run (assumed)."""

    model_config = ConfigDict(populate_by_name=True)


class Sts(Sourced):
    """Static transfer switch: two switch rows onto one board, changed over within milliseconds."""

    name: Name = NO_WORDS
    """Name for people."""
    kind: Literal["sts"]
    """`sts`."""
    normal: Id
    """Switch row to the preferred supply."""
    standby: Id
    """Switch row to the other supply."""
    enabled: Truth = True
    """In automatic."""
    takes: Ms = 8
    """Gap of a changeover. Default 8 ms: assumed, half a cycle."""
    acts_below_pu: Positive = 0.85
    """Voltage of any phase below which a side is as good as dead to it. Default 0.85: assumed."""
    return_after: Ms = 10_000
    """Back to the preferred supply after it was healthy this long. Default 10 s: assumed."""
    rated_kw: Positive | None = None
    """Rating."""
    fails_to_operate: Chance = 0.0
    """Chance per demand."""
    place: Id | None = None
    """Place it is operated by hand in."""


AnyTransfer = Annotated[BusTieTransfer | Ats | Sts, Field(discriminator="kind")]
