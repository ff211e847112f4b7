"""The data centre as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import FUEL, FUEL_BUYS, STORM, STORM_BUYS, Change, Corrected, LeftOut, more, order_ready, rebus
from helpers.shipped import Edit

TABLE = "8 min to full cooling: drillsim's table of typical durations, chiller restart, unverified; threshold assumed"

BACK_BY_HAND = """\
    - id: R11
      clause: "12-7"
      text:
        zh: 回值班室，征得值班经理同意短时停电倒换
        en: "Back in the duty room, ask the shift manager's consent to a short break"
      do: ask
      by: duty-electrician
      place: duty-room
      after: [R07]
      takes: 1 min
      takes_source: assumed
      tells:
        - {to: shift-lead, facts: ["101", "102", "100"], channel: phone, no_answer: {after: 1 min, then: again}}
      within: 30 min
    - id: R12
      clause: "12-7"
      text:
        zh: A侧ATS在发电侧的，切回市电侧
        en: "ATS of board A stands on the gensets: put it back to the mains"
      do: transfer
      target: ats-A
      to: normal
      by: duty-electrician
      when: {switch: "412", is: closed}
      after: [R11]
      takes: {median: 3 min, p90: 10 min}
      takes_source: assumed
      success_check: {switch: "411", is: closed, by: local}
      within: 2 h
      on_failure: {steps: [R09], then: continue}
    - id: R13
      clause: "12-7"
      text:
        zh: A侧恢复10分钟后，B侧ATS在发电侧的，切回市电侧
        en: "Board A back for 10 min: if the ATS of board B stands on the gensets, put it back to the mains"
      do: transfer
      target: ats-B
      to: normal
      by: duty-electrician
      when: {switch: "422", is: closed}
      requires: [{bus: A-em, is: live, for: 10 min}]
      after: [R12]
      takes: {median: 3 min, p90: 10 min}
      takes_source: assumed
      success_check: {switch: "421", is: closed, by: local}
      within: 2 h
      on_failure: {steps: [R09], then: continue}
"""


def _ats(board: str, normal: int) -> Edit:
    """This transfer switch goes back by hand."""
    sides = f'normal: "{normal}", standby: "{normal + 1}"'
    of = f"en: ATS of essential board {board}}}, kind: ats, {sides}, delay: 5 s, takes: 300 ms,"
    return ("site.yaml", f"{of} return: {{mode: auto, after: 10 min}}", f"{of} return: {{mode: manual}}")


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
        order_ready("OT-01"),
        Change(
            "going back to the mains the transfer switches asked nobody: they go back by hand, as steps of their own,"
            " once somebody has seen where they stand",
            "setting",
            (
                _ats("A", 411),
                _ats("B", 421),
                (
                    "plan.yaml",
                    '{switch: "452", is: closed}]}]}',
                    '{switch: "412", is: closed}, {switch: "422", is: closed}, {switch: "452", is: closed}]}]}',
                ),
                ("plan.yaml", "    - id: R07\n", BACK_BY_HAND + "    - id: R07\n"),
                (
                    "plan.yaml",
                    '      when: {switch: "452", is: closed}\n      after: [R06]\n',
                    '      when: {switch: "452", is: closed}\n      after: [R13]\n',
                ),
            ),
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
        "own-supply-out-for-maintenance": LeftOut(
            "all sets are out of service when both sources go", "a hired set connected before the last one is taken out"
        ),
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
    },
)
