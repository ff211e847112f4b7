"""The electrical and procedural facts, told once: kinds of source and switch and what each may do, what is live, when a
condition holds, where a transfer goes, what is dangerous. Runs, rules, weak points and pictures all ask here."""

from drillsim.plant import hazard, own_switch
from drillsim.plant.burn import burn_l_per_h
from drillsim.plant.condition import all_of, holds
from drillsim.plant.element import (
    BRANCH,
    BRANCH_KINDS,
    BRANCHES,
    CONDUCTORS,
    TRANSFORMERS,
    dead_at_start,
    dead_in_file,
    joined,
)
from drillsim.plant.facts import Facts, facts_of
from drillsim.plant.hazard import (
    Found,
    Terminal,
    live_earths,
    of_closing_onto,
    of_earthing,
    of_group,
    of_notice,
    of_permit,
    of_supervisor,
    of_switching,
    of_work,
    touched,
)
from drillsim.plant.hazard import joined as joined_terminals
from drillsim.plant.live import live_through
from drillsim.plant.own_breaker import breakers, never_closed
from drillsim.plant.own_switch import own_switches
from drillsim.plant.sight import Fact, seen_in_places
from drillsim.plant.source import box_bus, fits, fixed_sets, is_set, mobile_sets, system_of, terminal, upses
from drillsim.plant.switch import KINDS, SwitchKind, switch_kind
from drillsim.plant.transfer import side_by_hand
from drillsim.plant.voltage_band import voltage_bands

__all__ = [
    "BRANCH",
    "BRANCHES",
    "BRANCH_KINDS",
    "CONDUCTORS",
    "KINDS",
    "TRANSFORMERS",
    "Fact",
    "Facts",
    "Found",
    "SwitchKind",
    "Terminal",
    "all_of",
    "box_bus",
    "breakers",
    "burn_l_per_h",
    "dead_at_start",
    "dead_in_file",
    "facts_of",
    "fits",
    "fixed_sets",
    "hazard",
    "holds",
    "is_set",
    "joined",
    "joined_terminals",
    "live_earths",
    "live_through",
    "mobile_sets",
    "never_closed",
    "of_closing_onto",
    "of_earthing",
    "of_group",
    "of_notice",
    "of_permit",
    "of_supervisor",
    "of_switching",
    "of_work",
    "own_switch",
    "own_switches",
    "seen_in_places",
    "side_by_hand",
    "switch_kind",
    "system_of",
    "terminal",
    "touched",
    "upses",
    "voltage_bands",
]
