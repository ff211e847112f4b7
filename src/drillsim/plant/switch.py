"""Kinds of switching device, and what each may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drillsim.schema import Device

SwitchKind = Literal["breaker", "isolator", "load_switch", "fuse", "contactor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """The operations a kind of switching device is built for."""

    trips: bool = False
    """Breaks a short-circuit current by itself."""
    makes_load: bool = True
    """May close onto a part that draws load."""
    breaks_load: bool = True
    """May open while load current flows."""


KINDS: Mapping[SwitchKind, May] = {
    "breaker": May(trips=True),
    "isolator": May(makes_load=False, breaks_load=False),
    "load_switch": May(),
    "fuse": May(trips=True, makes_load=False, breaks_load=False),
    "contactor": May(),
}
"""Every kind. All can be operated by hand but for devices that say `by_hand: false`."""

_OF_TYPE: Mapping[str, SwitchKind] = {"CB": "breaker", "LS": "load_switch", "LBS": "load_switch", "DS": "isolator"}
"""pandapower's `type` of a switch row → kind."""


def switch_kind(device: Device | None, row_type: str | None) -> SwitchKind:
    """Return the kind of the device: the site's word, else pandapower's `type` of its row; a breaker where neither
    says."""
    if device is not None and device.kind is not None:
        return device.kind
    return _OF_TYPE.get(row_type or "CB", "breaker")
