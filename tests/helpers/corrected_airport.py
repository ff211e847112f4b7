"""The airport as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import FUEL, FUEL_BUYS, STORM, STORM_BUYS, Change, Corrected, LeftOut

CARD = """
  - id: AP-4
    title: {zh: 飞行区柴油机未自启动, en: An airfield genset does not start by itself}
    clause: "9.4"
    covers: [EPS]
    level: II
    trigger: {source: [genset-field-north], is: failed}
    activation: {by: field-engineer, decide: 30 s}
    steps:
      - id: A70
        clause: "9.4-0"
        text: {zh: 电话请楼宇工程师到塔台, en: Send the building engineer to the tower}
        do: call
        by: field-engineer
        takes: 1 min
        takes_source: assumed
        tells:
          - {to: building-engineer, channel: mobile, no_answer: {after: 1 min, then: again}}
        within: 10 min
"""


def _by_hand(number: int, of: str, by: str, after: str = "", on_failure: str = "") -> str:
    """Two steps: the genset of `of` started and put on its board by hand."""
    links = (f"        after: [{after}]\n" if after else "") + (
        f"        on_failure: {{steps: [{on_failure}], then: continue}}\n" if on_failure else ""
    )
    where = {"field-north": "北灯光站", "field-south": "南灯光站", "tower-cab": "塔台"}[of]
    return (
        f'      - id: A{number}\n        clause: "9.4-{number - 69}"\n'
        f"        text: {{zh: 到{where}手动启动柴油发电机组, en: Go and start the genset of {of} by hand}}\n"
        f"        do: start\n        target: genset-{of}\n        by: {by}\n{links}"
        f"        when: {{not: {{source: genset-{of}, is: live}}}}\n"
        "        takes: {median: 6 min, p90: 10 min}\n        takes_source: assumed\n"
        f"        success_check: {{source: genset-{of}, is: live, by: local, within: 1 min}}\n        within: 1 h\n"
        f'      - id: A{number + 1}\n        clause: "9.4-{number - 68}"\n'
        f"        text: {{zh: 合上{where}发电机出口开关, en: Close the genset breaker of {of}}}\n"
        f"        do: close\n        target: {of}-G\n        by: {by}\n        after: [A{number}]\n"
        f"        when: {{switch: {of}-G, is: open}}\n        takes: 1 min\n        takes_source: assumed\n"
        f"        success_check: {{switch: {of}-G, is: closed, by: local}}\n        within: 15 min\n"
    )


AIRPORT = Corrected(
    (
        Change(
            "no card for an airfield genset that does not start by itself, and nobody sees the tower's",
            "paper",
            (
                (
                    "plan.yaml",
                    "\n  - id: U-1\n",
                    CARD
                    + _by_hand(71, "field-north", "field-engineer", "A70")
                    + _by_hand(73, "field-south", "field-engineer", "A72", on_failure="A77, A78")
                    + _by_hand(75, "tower-cab", "building-engineer", "A70")
                    + _by_hand(77, "field-south", "field-engineer")
                    + "\n  - id: U-1\n",
                ),
            ),
        ),
        Change(
            "one airfield engineer needs more than half an hour from one light station to the other",
            "purchase",
            (
                (
                    "site.yaml",
                    "output: field-north-ups, rated_kw: 250, efficiency_percent: 94, battery_kwh: 125,",
                    "output: field-north-ups, rated_kw: 250, efficiency_percent: 94, battery_kwh: 440,",
                ),
                (
                    "site.yaml",
                    "output: field-south-ups, rated_kw: 250, efficiency_percent: 94, battery_kwh: 125,",
                    "output: field-south-ups, rated_kw: 250, efficiency_percent: 94, battery_kwh: 440,",
                ),
                (
                    "site.yaml",
                    "output: tower-cab-ups, rated_kw: 120, efficiency_percent: 94, battery_kwh: 60,",
                    "output: tower-cab-ups, rated_kw: 120, efficiency_percent: 94, battery_kwh: 210,",
                ),
            ),
        ),
        Change(
            "every switching waits for the word from the HV control room: it may not go dark before the site is back",
            "purchase",
            (
                (
                    "site.yaml",
                    "output: control-room-ups, rated_kw: 30, efficiency_percent: 94, battery_kwh: 60,",
                    "output: control-room-ups, rated_kw: 30, efficiency_percent: 94, battery_kwh: 480,",
                ),
            ),
        ),
    ),
    {
        "fuel-contaminated": LeftOut(FUEL, FUEL_BUYS),
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
        "ups-fails": LeftOut(
            "the only UPS of the airfield lights north fails just before the intake is lost",
            "a second UPS at each light station",
        ),
    },
    {
        "ats-fails": "both-lost-night-autostart-fails",
        "both-lost-own-supply-fails": "both-lost-night-autostart-fails",
        "resources-missing": "holiday-both-lost",
        "fuel-late-24h": "both-lost-night-long",
        "cable-fault": "north-intake-lost",
        "bus-tie-vt-broken": "source-lost-day",
        "communication-lost": "phone-lost",
        "return-transfer-refuses": "return-and-lost-again",
    },
)
