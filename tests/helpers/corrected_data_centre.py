"""The data centre as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import FUEL, FUEL_BUYS, STORM, STORM_BUYS, Change, Corrected, LeftOut, more, rebus
from helpers.shipped import Edit

TABLE = "8 min to full cooling: drillsim's table of typical durations, chiller restart, unverified; threshold assumed"


def _rapid(group: int) -> Edit:
    """The chiller of this starting group comes back half as long after its supply."""
    of = f'group: {group}, source: "soft starter; assumed"}}, contactor: {{drops_below_pu: 0.6, after: 100 ms, '
    was = f'{of}recloses: auto, recloses_after: 8 min, source: "{TABLE}"'
    return ("site.yaml", was, f'{of}recloses: auto, recloses_after: 4 min, source: "rapid restart; assumed"')


DATA_CENTRE = Corrected(
    (
        Change(
            "the fire pump and the escape lighting may not wait for a hand start: their own battery, the plant UPS",
            "purchase",
            (
                more("network.yaml", "bus", "  - {name: eps-fire-0.4kV, vn_kv: 0.4}"),
                *rebus(("fire-pump",), "fire-0.4kV", "eps-fire-0.4kV"),
                *rebus(("safety-lighting",), "A-em", "MA-out"),
                *rebus(("sump-pump", "fuel-pump-2", "fuel-pump-3"), "B-em", "MB-out"),
                (
                    "site.yaml",
                    "  vehicle-1: {name:",
                    "  eps-fire: {kind: ups, input: fire-0.4kV, output: eps-fire-0.4kV, rated_kw: 160,"
                    " efficiency_percent: 95, battery_kwh: 100, recharge_kw: 10,"
                    " installed: 2026-06, place: pump-room, source: assumed}\n"
                    "  vehicle-1: {name:",
                ),
            ),
        ),
        Change(
            "the second electrician is told before the first one is busy at the other transfer switch",
            "paper",
            (
                (
                    "plan.yaml",
                    "        when: {bus: A-em, is: dead}\n        takes: {median: 3 min",
                    "        when: {bus: A-em, is: dead}\n        after: [S704]\n        takes: {median: 3 min",
                ),
            ),
        ),
        Change(
            "a transfer by hand takes longer than the chilled water lasted",
            "purchase",
            (
                ("site.yaml", "capacity_l: 45000\n    level_l: 45000", "capacity_l: 80000\n    level_l: 80000"),
                ("plan.yaml", "{store: chilled-water, below_percent: 85}", "{store: chilled-water, below_percent: 93}"),
            ),
        ),
        Change(
            "a chiller is started by hand only once its board is live, and by itself came back 8 min later still:"
            " 20 min were passed",
            "purchase",
            (_rapid(2), _rapid(3)),
        ),
        Change(
            "in a storm the delivery may not come: fuel for a day and more on the site",
            "purchase",
            (("site.yaml", "capacity_l: 6000, level_l: 4200", "capacity_l: 15000, level_l: 13500"),),
        ),
    ),
    {
        "basement-flooded": LeftOut(
            "the fire pump and both its breakers stand in the room that is flooded", "a fire pump above ground"
        ),
        "both-lost-own-supply-fails": LeftOut(
            "all three sets refuse every start, by hand too, for two hours", "two hours of battery for 900 kW of racks"
        ),
        "both-lost-autostart-fails": LeftOut(
            "all three sets refuse every start, by hand too, for an hour", "two hours of battery for 900 kW of racks"
        ),
        "genset-stops-running": LeftOut(
            "all three sets stop at once and stay out for two hours", "two hours of battery for 900 kW of racks"
        ),
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
    },
)
