"""The water works as a review meeting would leave them."""

from __future__ import annotations

from helpers.correction import FLOOD, FUEL, FUEL_BUYS, STORM, STORM_BUYS, Change, Corrected, LeftOut

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
    activation: {by: duty-electrician}
    steps:
      - id: W401
        clause: "5.3-1"
        text: {zh: 电话要求送油, en: Order the delivery by phone}
        do: call
        target: fuel-ww
        by: duty-electrician
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
    ),
    {
        "basement-flooded": LeftOut(FLOOD, "main boards and breaker 411 above ground"),
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
        "ups-fails": LeftOut("the only UPS of the control room fails just before the transfer", "a second control UPS"),
    },
)
