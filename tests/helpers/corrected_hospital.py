"""The central hospital as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import (
    FLOOD,
    FUEL,
    FUEL_BUYS,
    STORM,
    STORM_BUYS,
    Change,
    Corrected,
    LeftOut,
    more,
    order_ready,
    rebus,
    row_of,
)
from helpers.shipped import HOSPITAL, Edit

_EPS = Change(
    "no load of the emergency board with a limit of seconds may hang on one engine's first start or on one ATS",
    "purchase",
    (
        more("network.yaml", "bus", "  - {name: eps-0.4kV, vn_kv: 0.4}\n  - {name: eps2-0.4kV, vn_kv: 0.4}"),
        *rebus(('"422"', '"423"', '"424"', "bed-lifts", "fire-pump", "ward-lights"), "em-0.4kV", "eps-0.4kV"),
        *rebus(('"523"', '"524"', "outpatient-lights", "fuel-pump-2"), "em2-0.4kV", "eps2-0.4kV"),
        (
            "site.yaml",
            "\ntransfers:\n",
            "  eps: {kind: ups, input: em-0.4kV, output: eps-0.4kV, rated_kw: 300, efficiency_percent: 95,"
            " battery_kwh: 450, recharge_kw: 30, installed: 2026-06, place: ups-room, source: assumed}\n"
            "  eps2: {kind: ups, input: em2-0.4kV, output: eps2-0.4kV, rated_kw: 120, efficiency_percent: 95,"
            " battery_kwh: 250, recharge_kw: 10, installed: 2026-06, place: it-room, source: assumed}\n"
            "\ntransfers:\n",
        ),
    ),
)

BACK_BY_HAND = """\
    - id: R10
      clause: "12-9"
      text:
        zh: 回值班室，征得院总值班同意短时停电倒换
        en: "Back in the duty room, ask the duty officer's consent to a short break"
      do: ask
      by: duty-electrician
      place: duty-room
      after: [R07]
      takes: 1 min
      takes_source: assumed
      tells:
        - {to: duty-officer, facts: ["101", "102", "100"], channel: phone, no_answer: {after: 1 min, then: again}}
        - {to: plant-operator, facts: ["101", "102", "100"], channel: phone, no_answer: {after: 1 min, then: again}}
      within: 30 min
    - id: R11
      clause: "12-10"
      text:
        zh: 应急段ATS在发电侧的，切回市电侧
        en: "The emergency board's ATS stands on the genset: put it back to the mains"
      do: transfer
      target: ats-em
      to: normal
      by: duty-electrician
      when: {switch: "412", is: closed}
      after: [R10]
      takes: {median: 3 min, p90: 10 min}
      takes_source: assumed
      success_check: {switch: "411", is: closed, by: local}
      within: 2 h
      on_failure: {steps: [R09], then: continue}
    - id: R12
      clause: "12-11"
      text:
        zh: 医技楼应急段ATS在发电侧的，动力站值班员切回市电侧
        en: "Building B's ATS stands on the genset: the plant operator puts it back to the mains"
      do: transfer
      target: ats-em2
      to: normal
      by: plant-operator
      when: {switch: "512", is: closed}
      after: [R10]
      takes: {median: 3 min, p90: 10 min}
      takes_source: assumed
      success_check: {switch: "511", is: closed, by: local}
      within: 2 h
      on_failure: {steps: [R09], then: continue}
"""


def _by_itself(chiller: int) -> Edit:
    """This chiller starts again by itself, one after another."""
    row = row_of(HOSPITAL, f"chiller-{chiller}")
    return ("site.yaml", row, row.replace("recloses: manual", f"recloses: auto, recloses_after: {chiller + 1} min"))


CENTRAL_HOSPITAL = Corrected(
    (
        Change(
            "the supervisor of 9.3-3 must not first come in from home",
            "staffing",
            (
                (
                    "customer.yaml",
                    "\n  sun:\n",
                    "\n  zhou:\n    name: {zh: 周宁, en: Zhou Ning}\n    side: customer\n"
                    "    certificates: [{kind: 高压电工, until: 2028-05-31}]\n"
                    '    shifts: [{days: mon-sun, from: "20:00", to: "08:00", place: duty-room}]\n'
                    "    last_contact_test: 2026-06-20\n    source: assumed\n\n  sun:\n",
                ),
                ("plan.yaml", "held_by: [li, sun]", "held_by: [li, zhou, sun]"),
            ),
        ),
        Change(
            "411 and 412 exclude each other, so the genset need not wait for the incomers and their permit",
            "paper",
            (
                (
                    "plan.yaml",
                    '        after: [S303]\n        requires: [{switch: ["101", "102"], is: open}]\n'
                    "        if_unknown: look\n        takes: {median: 6 min",
                    "        after: [S301]\n        takes: {median: 6 min",
                ),
                (
                    "plan.yaml",
                    "        after: [S301]\n        takes: {median: 1 min, p90: 3 min}\n"
                    "        takes_source: assumed\n        within: 20 min",
                    "        after: [S307]\n        takes: {median: 1 min, p90: 3 min}\n"
                    "        takes_source: assumed\n        within: 1 h",
                ),
            ),
        ),
        Change(
            "the delivery agreement and a certificate had run out, the last run under load was overdue",
            "training",
            (
                ("plan.yaml", "p90: 20 h}, agreement_until: 2026-06-30", "p90: 20 h}, agreement_until: 2027-06-30"),
                ("customer.yaml", "until: 2026-06-30", "until: 2029-06-30"),
                ("site.yaml", "last_load_test: 2025-05-15", "last_load_test: 2026-06-20"),
            ),
        ),
        Change(
            "nobody in the duty room saw the genset fail or the day tank fall",
            "purchase",
            (
                (
                    "site.yaml",
                    '{switch: ["101", "102", "100", "401", "402", "400"]}]\n',
                    '{switch: ["101", "102", "100", "401", "402", "400"]}, {source: [genset-1, ups-icu, ups-it]},'
                    " {store: [day-tank]}]\n",
                ),
            ),
        ),
        _EPS,
        Change(
            "a manual start takes longer than the battery bridged",
            "purchase",
            (
                (
                    "site.yaml",
                    "rated_kw: 120, efficiency_percent: 94, battery_kwh: 27",
                    "rated_kw: 120, efficiency_percent: 94, battery_kwh: 240",
                ),
                (
                    "site.yaml",
                    "output: it-0.4kV, rated_kw: 100, efficiency_percent: 95, battery_kwh: 25",
                    "output: it-0.4kV, rated_kw: 100, efficiency_percent: 95, battery_kwh: 80",
                ),
                ("site.yaml", "efficiency_percent: 92, battery_kwh: 10", "efficiency_percent: 92, battery_kwh: 24"),
            ),
        ),
        Change(
            "the ATS of building B takes its control supply from whichever side is live, not from one battery",
            "purchase",
            (
                (
                    "site.yaml",
                    "return: {mode: auto, after: 10 min}, control_supply: dc-ats2,",
                    "return: {mode: auto, after: 10 min},",
                ),
            ),
        ),
        Change(
            "ten racks with one UPS go down with it: a second one, and every rack on both",
            "purchase",
            (
                more("network.yaml", "bus", "  - {name: it2-0.4kV, vn_kv: 0.4}"),
                (
                    "site.yaml",
                    "  ups-icu: {name:",
                    "  ups-it-2: {kind: ups, input: em2-0.4kV, output: it2-0.4kV, rated_kw: 100,"
                    " efficiency_percent: 95, battery_kwh: 80, recharge_kw: 6,"
                    " installed: 2026-06, place: it-room, source: assumed}\n"
                    "  ups-icu: {name:",
                ),
                (
                    "site.yaml",
                    "serves: it, place: it-room,",
                    "serves: it, place: it-room,"
                    " cords: [{bus: it-0.4kV, share_percent: 50}, {bus: it2-0.4kV, share_percent: 50}],",
                ),
            ),
        ),
        Change(
            "genset 2, started by hand, ran for 25 min with its breaker open: its operator was sent to the transfer"
            " switch as if that had refused; after a start by hand S704 says whether it has",
            "paper",
            (
                (
                    "plan.yaml",
                    "{all: [{source: genset-2, is: live}, {bus: em2-0.4kV, is: dead, for: 1 min}]}]}",
                    "{all: [{source: genset-2, is: live}, {bus: em2-0.4kV, is: dead, for: 1 min},"
                    " {not: {step: S701}}]}]}",
                ),
            ),
        ),
        Change(
            "the pump is set to automatic while the tank still lasts for hours, not at 40 %",
            "paper",
            (
                (
                    "plan.yaml",
                    "        - {store: day-tank, below_percent: 40}\n        - {all: [{any:",
                    "        - {store: day-tank, below_percent: 60}\n        - {all: [{any:",
                ),
                (
                    "plan.yaml",
                    "        place: fuel-room\n        when: {store: day-tank, below_percent: 40}",
                    "        place: fuel-room\n        when: {store: day-tank, below_percent: 60}",
                ),
            ),
        ),
        order_ready("OT-RS"),
        Change(
            "a chiller let go when the tie was opened for the way back, and nobody started it again that night: a"
            " module starts one after another",
            "purchase",
            tuple(map(_by_itself, (1, 2, 3))),
        ),
        Change(
            "going back to the mains the transfer switches asked nobody, and what has no battery there went dark again:"
            " they go back by hand, as steps of their own",
            "setting",
            (
                ("site.yaml", "return: {mode: auto, after: 10 min}\n", "return: {mode: manual}\n"),
                (
                    "site.yaml",
                    "delay: 7 s, takes: 300 ms, return: {mode: auto, after: 10 min},",
                    "delay: 7 s, takes: 300 ms, return: {mode: manual},",
                ),
                ("site.yaml", "em2-0.4kV, gen2-0.4kV]}]", 'em2-0.4kV, gen2-0.4kV]}, {switch: ["511", "512"]}]'),
                (
                    "site.yaml",
                    '{switch: ["101", "102", "100", "401", "402", "400"]}, {source: [genset-1,',
                    '{switch: ["101", "102", "100", "401", "402", "400", "411", "412"]}, {source: [genset-1,',
                ),
                (
                    "plan.yaml",
                    '- any: [{switch: "100", is: closed}, {switch: "101", is: open}, {switch: "102", is: open}]',
                    '- any: [{switch: "100", is: closed}, {switch: "101", is: open}, {switch: "102", is: open},'
                    ' {switch: "412", is: closed}]',
                ),
                ("plan.yaml", "    - id: R08\n", BACK_BY_HAND + "    - id: R08\n"),
                (
                    "plan.yaml",
                    'response ended"\n      do: report\n      by: duty-electrician\n      after: [R07]\n',
                    'response ended"\n      do: report\n      by: duty-electrician\n      after: [R07, R11]\n',
                ),
            ),
        ),
    ),
    {
        "basement-flooded": LeftOut(FLOOD, "main and emergency boards above ground"),
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
        "port-augusta-2016": LeftOut(
            "the only set of the main building stops for good, no vehicle comes, the mains stay away for six hours",
            "a second set in parallel on the main building's board",
        ),
    },
)
