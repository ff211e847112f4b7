"""The targets each fault can strike: kinds of id, and kinds of source."""

from __future__ import annotations

from drillsim.schema.compiled import Compiled
from drillsim.schema.element import BRANCH_KINDS, CONDUCTORS
from drillsim.schema.kinds import kinds

FITTING: dict[str, tuple[str, ...]] = {
    "short_circuit": CONDUCTORS,
    "source_lost": ("source",),
    "fails_to_operate": ("switch", "transfer"),
    "fails_to_start": ("source",),
    "fails_running": ("source",),
    "vt_lost": ("bus",),
    "zone_lost": ("zone",),
    "zone_no_access": ("zone", "place"),
    "person_absent": ("person",),
    "person_unreachable": ("person",),
    "channel_lost": ("channel", "observation"),
    "store_empty": ("store",),
    "store_contaminated": ("store",),
    "earth_fault": CONDUCTORS,
    "open_phase": ("source", *BRANCH_KINDS),
    "dip": ("source",),
    "maloperates": ("switch", "transfer"),
    "relay_disabled": ("switch", "protection_group"),
    "dc_lost": ("dc_supply",),
    "permit_refused": ("permit",),
    "resource_unavailable": ("resource",),
    "wrong_action": ("step",),
}
"""Kinds of id each fault can strike."""

SOURCES: dict[str, tuple[str, ...]] = {
    "source_lost": ("feeder",),
    "dip": ("feeder",),
    "open_phase": ("feeder",),
    "fails_to_start": ("genset", "mobile_genset"),
    "fails_running": ("genset", "mobile_genset", "ups"),
}
"""Kinds of source each fault can strike."""

NEEDS_LIFE: tuple[str, ...] = ("short_circuit", "earth_fault", "open_phase", "source_lost", "dip")
"""Faults that do nothing to what is dead."""


def strikes(dossier: Compiled, fault: str, targets: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `targets` that can have the fault: a feeder is lost, a genset is not."""
    known = kinds(dossier)
    return tuple(target for target in targets if _fits(dossier, fault, target, known.get(target, "")))


def _fits(dossier: Compiled, fault: str, target: str, kind: str) -> bool:
    if kind not in FITTING.get(fault, ()):
        return False
    spec = dossier.site.sources.get(target)
    return kind != "source" or (spec.kind if spec else "feeder") in SOURCES.get(fault, ("feeder",))
