"""The water works as a review meeting would leave them."""

from __future__ import annotations

from helpers.correction import FLOOD, FUEL, FUEL_BUYS, STORM, STORM_BUYS, Change, Corrected, LeftOut, more, order_ready
from helpers.shipped import Edit

STEPS = """\
      - id: W209
        clause: "5.2-4"
        text: {zh: 检查启动电池和燃油后再启动一次, en: "Check starter battery and fuel, start it once more"}
        do: start
        target: genset-ww
        by: duty-electrician
        takes: {median: 6 min, p90: 20 min}
        takes_source: assumed
        success_check: {source: genset-ww, is: live, by: local, within: 1 min}
        within: 30 min
      - id: W208
        clause: "5.2-8"
        text: {zh: ATS未切换的，手动切至发电侧, en: Put the ATS over to the genset by hand}
        do: transfer
        target: ats-ww
        by: duty-electrician
        when: {bus: em-0.4kV, is: dead}
        after: [W205]
        takes: {median: 3 min, p90: 10 min}
        takes_source: assumed
        success_check: {bus: em-0.4kV, is: live, by: local, within: 30 s}
        within: 20 min
"""
CARD = """
  - id: WW-3
    title: {zh: 补充燃油, en: Fuel for the genset}
    clause: "5.3"
    covers: [FUEL]
    level: III
    trigger: {any: [{store: tank-ww, below_percent: 70}, {store: tank-ww, below_percent: 65}]}
    activation: {by: process-operator}
    steps:
      - id: W401
        clause: "5.3-1"
        text: {zh: 电话要求送油, en: Order the delivery by phone}
        do: call
        target: fuel-ww
        by: process-operator
        tells: [{to: duty-electrician, facts: [tank-ww], channel: mobile, no_answer: {after: 2 min, then: again}}]
        takes: 5 min
        takes_source: assumed
        within: 30 min
      - id: W402
        clause: "5.3-2"
        text: {zh: 油车到后向油箱补油, en: Fill the tank when the delivery is there}
        do: refuel
        target: tank-ww
        by: duty-electrician
        after: [W401]
        uses: [fuel-ww]
        takes: {median: 30 min, p90: 50 min}
        takes_source: assumed
        within: 12 h
"""

SECOND_SET = """\
  genset-hl:
    name: {zh: 送水泵柴油发电机组, en: genset of the high-lift pumps}
    kind: genset
    bus: gen-hl-0.4kV
    breaker: G2
    place: genset-room
    rated_kw: 800
    step_load_percent: 60
    called_by: [ats-hl]
    control: auto
    attempts: 3
    crank: 10 s
    pause: 8 s
    ready: {median: 12 s, p90: 20 s}
    fails_to_start: 0.0094
    manual_start_fails: 0.05
    mean_time_to_failure: 1100 h
    fuel: tank-hl
    fuel_l_per_kwh: 0.28
    last_start_test: 2026-07-01
    last_load_test: 2026-06-20
    source: assumed
"""
BACK_BY_HAND = """\
    - id: W308
      clause: "7-6"
      text:
        zh: 回中控室，征得工艺值班员同意短时停电倒换
        en: "Back in the control room, ask the process operator's consent to a short break"
      do: ask
      by: duty-electrician
      place: control-room-ww
      after: [W305]
      takes: 1 min
      takes_source: assumed
      tells:
        - {to: process-operator, facts: ["201", "202", "200"], channel: phone, no_answer: {after: 1 min, then: again}}
      within: 30 min
    - id: W307
      clause: "7-7"
      text: {zh: ATS在发电侧的，切回市电侧, en: Put the ATS that stand on the genset back to the mains}
      do: transfer
      target: [ats-ww, ats-hl]
      to: normal
      by: duty-electrician
      when: {any: [{switch: "412", is: closed}, {switch: "414", is: closed}]}
      after: [W308]
      takes: {median: 3 min, p90: 10 min}
      takes_source: assumed
      success_check: {switch: ["411", "413"], is: closed, by: local}
      within: 2 h
      on_failure: {steps: [W306], then: stop}
"""


def _rows(index: int, last: str, *rows: str) -> tuple[Edit, Edit]:
    """Rows more at the end of a table of network.json, whose last index and row these are."""
    numbers = ",".join(str(index + number) for number in range(len(rows) + 1))
    return (
        ("network.json", rf"{index - 1},{index}],\"data\"", rf"{index - 1},{numbers}],\"data\""),
        ("network.json", f"{last}]}}", f"{','.join((last, *rows))}]}}"),
    )


def _bus(name: str) -> str:
    return rf"[\"{name}\",0.4,\"b\",null,true,null,\"assumed\"]"


def _breaker(name: str, bus: int, to: int, closed: str) -> str:
    return rf"[{bus},{to},\"b\",\"CB\",{closed},\"{name}\",0.0,null]"


WATERWORKS = Corrected(
    (
        Change(
            "one genset only: what keeps the water safe bridges two hours, until a vehicle can be there",
            "purchase",
            (
                (
                    "site.yaml",
                    "rated_kw: 10, efficiency_percent: 92, battery_kwh: 8, recharge_kw: 1,",
                    "rated_kw: 180, efficiency_percent: 92, battery_kwh: 350, recharge_kw: 20,",
                ),
                (
                    "site.yaml",
                    "max_interruption: 1 min, min_supply_time: 8 h, shed: never, place: control-room-ww,",
                    "max_interruption: 1 min, min_supply_time: 8 h, shed: never, place: control-room-ww,"
                    " cords: [{bus: control-0.4kV, share_percent: 100}],",
                ),
                (
                    "site.yaml",
                    "max_interruption: 5 min, min_supply_time: 8 h, shed: never, place: control-room-ww,",
                    "max_interruption: 5 min, min_supply_time: 8 h, shed: never, place: control-room-ww,"
                    " cords: [{bus: control-0.4kV, share_percent: 100}],",
                ),
            ),
        ),
        Change(
            "a set that did not start is tried once more, and a transfer switch that did not act is moved by hand",
            "paper",
            (
                (
                    "plan.yaml",
                    "on_failure: {steps: [W204, W205], then: continue}",
                    "on_failure: {steps: [W204, W205, W208], then: continue}",
                ),
                (
                    "plan.yaml",
                    "        on_failure: {steps: [W206], then: stop}\n      - id: W205",
                    "        on_failure: {steps: [W209, W206], then: continue}\n      - id: W205",
                ),
                (
                    "plan.yaml",
                    "      - id: W206\n",
                    STEPS + "      - id: W206\n",
                ),
            ),
        ),
        Change(
            "the delivery agreement said neither who calls nor how soon the fuel comes, and no card used it",
            "paper",
            (
                (
                    "plan.yaml",
                    "Diesel delivery agreement}, kind: fuel, quantity: 2000,",
                    "Diesel delivery agreement}, kind: fuel, brings: tank-ww, quantity: 2000,"
                    " mobilise: {median: 3 h, p90: 5 h}, storm_mobilise: {median: 6 h, p90: 10 h}, source: assumed,",
                ),
                (
                    "plan.yaml",
                    "\n  - id: GU-1\n",
                    CARD + "\n  - id: GU-1\n",
                ),
            ),
        ),
        Change(
            "the high-lift pumps have a limit and had no supply of their own, and the drainage hung on the set of the"
            " safety-critical loads: a second set with a board of its own for both",
            "purchase",
            (
                *_rows(329, _bus("control-0.4kV"), *map(_bus, ("hl-0.4kV", "gen-hl-0.4kV", "gen-hl-board"))),
                *_rows(
                    334,
                    _breaker("G1", 327, 328, "false"),
                    _breaker("413", 325, 330, "true"),
                    _breaker("414", 332, 330, "false"),
                    _breaker("G2", 331, 332, "false"),
                ),
                ("network.json", r"\"high-lift-1\",324,", r"\"high-lift-1\",330,"),
                ("network.json", r"\"high-lift-2\",325,", r"\"high-lift-2\",330,"),
                ("network.json", r"\"drainage\",326,", r"\"drainage\",330,"),
                more(
                    "site.yaml",
                    "devices",
                    '  "413": {label: {zh: 送水泵段市电侧413开关, en: "Board of the high-lift pumps, mains side 413"},'
                    " kind: breaker, place: lv-room}\n"
                    '  "414": {label: {zh: 送水泵段发电侧414开关, en: "Board of the high-lift pumps, genset side 414"},'
                    " kind: breaker, place: lv-room}\n"
                    "  G2: {label: {zh: 2号柴油发电机出口G2开关, en: Genset breaker G2}, kind: breaker,"
                    " place: genset-room}",
                ),
                more(
                    "site.yaml",
                    "interlocks",
                    '  - {of: ["413", "414"], closed_at_most: 1, kind: electrical,'
                    ' source: "interlock of the ATS; assumed"}',
                ),
                ("site.yaml", "  ups-control: {name:", SECOND_SET + "  ups-control: {name:"),
                more(
                    "site.yaml",
                    "transfers",
                    '  ats-hl: {name: {zh: 送水泵段ATS, en: ATS of the high-lift pumps}, kind: ats, normal: "413",'
                    ' standby: "414", delay: 8 s, takes: 300 ms, return: {mode: manual}, place: lv-room,'
                    " fails_to_operate: 0.003, source: assumed}",
                ),
                more(
                    "site.yaml",
                    "stores",
                    "  tank-hl: {name: {zh: 2号油箱, en: fuel tank 2}, holds: fuel, capacity_l: 1000, level_l: 950,"
                    " out: [{to: genset-hl}], place: genset-room, source: assumed}",
                ),
                ("site.yaml", '"0.4kV-II", em-0.4kV]}', '"0.4kV-II", em-0.4kV, hl-0.4kV]}'),
                ("site.yaml", '"411", "412"]}, {load:', '"411", "412", "413", "414"]}, {load:'),
                (
                    "site.yaml",
                    "booster-pump, disinfection]}, {source: [genset-ww]}",
                    "booster-pump, disinfection]}, {source: [genset-ww, genset-hl]}",
                ),
            ),
        ),
        Change(
            "nobody had said which step load the set takes, and the emergency board comes on in one: its maker's"
            " figure, and a set that takes it",
            "purchase",
            (("site.yaml", "    rated_kw: 250\n", "    rated_kw: 400\n    step_load_percent: 60\n"),),
        ),
        Change(
            "going back to the mains the transfer switch asked nobody: it goes back by hand, as a step of its own",
            "setting",
            (
                (
                    "site.yaml",
                    "takes: 300 ms, return: {mode: auto, after: 10 min}, place: lv-room,",
                    "takes: 300 ms, return: {mode: manual}, place: lv-room,",
                ),
                (
                    "plan.yaml",
                    '{switch: "200", is: closed}, {switch: "201", is: open}, {switch: "202", is: open}]\n  activation',
                    '{switch: "200", is: closed}, {switch: "201", is: open}, {switch: "202", is: open},'
                    ' {switch: "412", is: closed}, {switch: "414", is: closed}]\n  activation',
                ),
                ("plan.yaml", "    - id: W306\n", BACK_BY_HAND + "    - id: W306\n"),
            ),
        ),
        order_ready("OT-WW"),
    ),
    {
        "basement-flooded": LeftOut(FLOOD, "main boards and breaker 411 above ground"),
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
        "ups-fails": LeftOut("the only UPS of the control room fails just before the transfer", "a second control UPS"),
    },
)
