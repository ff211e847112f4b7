"""The chemical plant as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import STORM, STORM_BUYS, Change, Corrected, LeftOut, more, order_ready, rebus, row_of
from helpers.shipped import CHEMICAL, Edit

_UNATTENDED = (
    "is: dead}, {function: jacket-cooling, is: lost}, {load: [dcs, sis], is: dead}]}\n        after: ",
    "        takes: {median: 30 s, p90: 1 min}\n        takes_source: assumed\n        within: 3 min",
)


def _at_once(reactor: int) -> Edit:
    """Terminator goes into this reactor on the panel operator's own decision."""
    before = f"        when: {{any: [{{load: agitator-{reactor}, {_UNATTENDED[0]}"
    return ("plan.yaml", f"{before}[S803]\n{_UNATTENDED[1]}", f"{before}[S801]\n{_UNATTENDED[1]}")


def _ups_behind_the_storage(output: str) -> Edit:
    return ("site.yaml", f"input: em-0.4kV, output: {output}", f"input: ess-0.4kV, output: {output}")


RECOVERY = """\
  - id: RC-17
    title: {zh: 单体回收压缩机停运, en: The monomer recovery compressor stands}
    clause: "9.17"
    covers: [DIP]
    level: III
    trigger: {all: [{load: recovery-compressor, is: dead, for: 1 min}, {bus: 0.4kV-II, is: live, for: 5 min}]}
    activation: {by: panel-operator, decide: {low: 15 s, mode: 30 s, high: 90 s}}
    ends: {load: recovery-compressor, is: live, for: 1 min}
    again: true
    steps:
      - id: S1701
        clause: "9.17-1"
        text:
          zh: 内操用对讲机通知值班电工：回收压缩机停运、母线有电
          en: "Panel operator radios the duty electrician: recovery compressor stands, section live"
        do: report
        by: panel-operator
        takes: 30 s
        takes_source: assumed
        tells:
          - {to: duty-electrician, facts: [recovery-compressor], channel: radio, no_answer: {after: 1 min, then: again}}
        within: 5 min
      - id: S1702
        clause: "9.17-2"
        text:
          zh: 值班电工到高压室核对113为低电压跳闸、无短路保护动作，合上113开关
          en: "Duty electrician sees in the 10 kV room that 113 tripped on low voltage, no short circuit; closes 113"
        do: close
        target: "113"
        by: duty-electrician
        place: hv-room
        when: {all: [{switch: "113", is: open}, {bus: 10kV-II, is: live}]}
        after: [S1701]
        takes: 30 s
        takes_source: assumed
        success_check: {switch: "113", is: closed, by: local, within: 30 s}
        within: 20 min
        on_failure: {steps: [S1703], then: continue}
      - id: S1703
        clause: "9.17-3"
        text:
          zh: 合不上的，报告内操，压缩机停用，不得反复合闸
          en: "If it does not close: report to the panel operator, it stays out, never close again and again"
        do: report
        by: duty-electrician
        tells:
          - {to: panel-operator, facts: ["113"], channel: radio, no_answer: {after: 1 min, then: again}}
        within: 5 min
"""
CHARGING = """\
    - id: R14
      clause: "12-12"
      text:
        zh: 接到值班长通知后，1号釜外操就地启动加料泵，确认运转
        en: "On the shift leader's word, field operator R-101 starts the charge pumps on the spot and sees them run"
      do: start
      target: feed-pumps
      by: field-operator-1
      place: reactor-deck
      when: {load: feed-pumps, is: dead}
      after: [R12]
      takes: {median: 1 min, p90: 3 min}
      takes_source: assumed
      success_check: {load: feed-pumps, is: live, by: local, within: 1 min}
      within: 1 h
      on_failure: {steps: [R13], then: continue}
"""
_BATCHES = {
    "air-comp-2": "30 s",
    "cw-fans": "40 s",
    "boiler": "60 s",
    "slurry-pumps": "75 s",
    "vacuum-pumps": "90 s",
    "centrifuges": "105 s",
    "tank-farm": "2 min",
    "chiller": "3 min",
    "dryer-1": "4 min",
    "dryer-2": "270 s",
}
"""Motors that may start again by themselves, and how long after the voltage; not the charge pumps."""


def _again(motor: str, after: str) -> Edit:
    """This motor's contactor closes again by itself."""
    row = row_of(CHEMICAL, motor)
    return ("site.yaml", row, row.replace("recloses: manual", f"recloses: auto, recloses_after: {after}"))


CHEMICAL_PLANT = Corrected(
    (
        Change(
            "the panel operator adds the terminator on his own decision; the production manager is told, not asked",
            "paper",
            (_at_once(1), _at_once(2)),
        ),
        Change(
            "the supervisor of the 10 kV room must not first come in from home",
            "staffing",
            (
                (
                    "customer.yaml",
                    "  hu:\n",
                    "  ding:\n    name: {zh: 丁一鸣, en: Ding Yiming}\n    side: customer\n"
                    "    certificates: [{kind: 高压电工, until: 2028-05-31}]\n"
                    '    shifts: [{days: mon-sun, from: "20:00", to: "08:00", place: duty-room}]\n'
                    "    last_contact_test: 2026-06-18\n    source: assumed\n  hu:\n",
                ),
                ("plan.yaml", "held_by: [tang, hu]", "held_by: [tang, ding, hu]"),
            ),
        ),
        Change(
            "the delivery agreement and a certificate had run out",
            "training",
            (
                ("plan.yaml", "agreement_until: 2026-05-31", "agreement_until: 2027-05-31"),
                ("customer.yaml", "until: 2026-05-31}]", "until: 2029-05-31}]"),
            ),
        ),
        Change(
            "agitator R-102 gets the restart module that agitator R-101 has had for two years",
            "purchase",
            (
                (
                    "site.yaml",
                    'recloses: manual}, source: "limit assumed: mixing fades within minutes; soft starter at three'
                    ' times the rated power, no restart module yet: assumed"',
                    "recloses: auto, recloses_after: 6 s},"
                    ' source: "limit assumed: mixing fades within minutes; soft starter at three times the rated power,'
                    ' restart module: assumed"',
                ),
            ),
        ),
        Change(
            "the compressors on the emergency section stopped for want of their cooling pump, which was not on it",
            "purchase",
            (("network.yaml", '{name: "431", bus: 0.4kV-III,', '{name: "431", bus: ess-0.4kV,'),),
        ),
        Change(
            "nothing a reactor lives from may hang on one engine's first start or on one transfer switch: battery"
            " storage behind the emergency section, and a set that takes it up in one step",
            "purchase",
            (
                more("network.yaml", "bus", "  - {name: ess-0.4kV, vn_kv: 0.4}"),
                *rebus(('"421"', '"422"', '"423"', '"424"', '"425"', '"427"', '"428"'), "em-0.4kV", "ess-0.4kV"),
                *rebus(("scrubber-pump", "n2-vaporiser", "em-lighting"), "em-0.4kV", "ess-0.4kV"),
                *rebus(("fire-jockey", "fuel-pump"), "em-0.4kV", "ess-0.4kV"),
                (
                    "site.yaml",
                    "    rated_kw: 1000\n    called_by: [ats-em]",
                    "    rated_kw: 1600\n    called_by: [ats-em]",
                ),
                *map(_ups_behind_the_storage, ("dcs-0.4kV", "sis-0.4kV", "comm-0.4kV")),
                (
                    "site.yaml",
                    "  ups-dcs: {name:",
                    "  ess: {kind: ups, input: em-0.4kV, output: ess-0.4kV, rated_kw: 1500, efficiency_percent: 95,"
                    " battery_kwh: 3200, recharge_kw: 60, installed: 2026-06, place: lv-room, source: assumed}\n"
                    "  ups-dcs: {name:",
                ),
            ),
        ),
        Change(
            "the battery of the DCS was at the end of its life",
            "purchase",
            (
                (
                    "site.yaml",
                    "battery_kwh: 12, battery_percent: 80, recharge_kw: 4, installed: 2019-05",
                    "battery_kwh: 18, recharge_kw: 4, installed: 2026-06",
                ),
            ),
        ),
        order_ready("OT-RS"),
        Change(
            "ten motors let go in a dip, and again when the tie was opened for the way back; nobody closed them: the"
            " restart module that agitator R-101 has, batch by batch; the charge pumps stay by hand",
            "purchase",
            tuple(_again(motor, after) for motor, after in _BATCHES.items()),
        ),
        Change(
            "after a loss of section II nobody closed 113 again: the recovery compressor gets a card of its own",
            "paper",
            (("plan.yaml", "\n  - id: RC-06\n", f"\n{RECOVERY}\n  - id: RC-06\n"),),
        ),
        Change(
            "on the way back the charge pumps waited for the card of a disturbance, and the production was lost by a"
            " minute: they start with the reactors' word",
            "paper",
            (("plan.yaml", "    - id: R13\n", f"{CHARGING}    - id: R13\n"),),
        ),
        Change(
            "on the way back one man had the genset's selector and the breakers of the pumps: the selector is the"
            " second electrician's",
            "paper",
            (
                (
                    "plan.yaml",
                    "      to: auto\n      by: duty-electrician\n      after: [R06]\n      takes: 1 min\n"
                    "      takes_source: assumed\n",
                    "      to: auto\n      by: second-electrician\n      after: [R06]\n      takes: 1 min\n"
                    "      takes_source: assumed\n"
                    "      tells: [{to: duty-electrician, facts: [genset-1], channel: radio,"
                    " no_answer: {after: 1 min, then: again}}]\n",
                ),
            ),
        ),
    ),
    {
        "storm-vehicles-short": LeftOut(STORM, STORM_BUYS),
        "crosby-2017": LeftOut(
            "the own supply stands in the water from the first day to the last, and what keeps the initiator cold"
            " without electricity ends before that",
            "the cold store, its compressors and the genset on high ground",
        ),
        "gas-alarm-lost": LeftOut(
            "emergency shutdown and gas alarm hang on one board, and that is short-circuited for three hours",
            "a second board on a UPS of its own, and two cords for both systems",
        ),
    },
)
