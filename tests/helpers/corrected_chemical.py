"""The chemical plant as a review meeting would leave it."""

from __future__ import annotations

from helpers.correction import STORM, STORM_BUYS, Change, Corrected, LeftOut, more, rebus
from helpers.shipped import Edit

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
