"""Each rule with a customer it passes, one it fails in each of its ways, and one about which it cannot say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from drillsim.checks import RULES, About, Result, check, failed, result_text
from drillsim.texts import LANGS, message_ids
from helpers.full_file import DRILL, FULL
from helpers.small_customer import DROP, Change, small_customer

AS_OF = dt.date(2026, 7, 1)
NO_DATE: tuple[Change, ...] = (("as-of", None),)
"""Stands for a check without a date."""
GENSET, STEP = "site/sources/genset-1/", "plan/cards/0/steps/"
OFF = ("site/transfers/bzt-10kV/enabled", "false")


@dataclass(frozen=True)
class Case:
    """Changes of the small customer with its file full: to pass, to fail by variant, to be unknown."""

    passes: tuple[Change, ...] | None = ()
    fails: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    unknown: dict[str, tuple[Change, ...]] = field(default_factory=dict)


def _level(level: str) -> Change:
    return ("customer/importance/level", level)


def _third_feeder() -> tuple[Change, ...]:
    return (
        ("network/bus/+", {"name": "N-end", "vn_kv": "10"}),
        ("network/ext_grid/+", {"name": "feeder-north", "bus": "N-end", "s_sc_max_mva": "250", "rx_max": "0.3"}),
        ("network/switch/+", {"name": "103", "bus": "N-end", "element": "I-10kV", "et": "b", "closed": "false"}),
        ("site/sources/feeder-north", {"kind": "feeder", "substation": "North", "section": "I", "route": ["trench-c"]}),
    )


ONE_FEEDER: tuple[Change, ...] = (("network/ext_grid/1", DROP), ("site/sources/feeder-west", DROP))
NO_GENSET: tuple[Change, ...] = (
    ("site/sources/genset-1", DROP),
    ("site/stores/day-tank/out", []),
    ("plan/cards/1/steps/0", DROP),
    ("plan/cards/1/steps/0/after", []),
)
HEAVY: Change = ("network/load/5/p_mw", "0.9")


def _by_two() -> tuple[Change, ...]:
    """A second electrician watches the switching."""
    watched = {"operator": "electrician", "supervisor": "second"}
    return (
        ("plan/actors/second", {"side": "customer", "held_by": ["li", "wang"]}),
        *((f"plan/cards/0/steps/{n}/by", watched) for n in (1, 2)),
    )


LOOKS = {
    "id": "S05", "text": "检查", "do": "check", "by": "electrician", "success_check": {"bus": "I-LV", "is": "live"},
}  # fmt: skip


def _opening(step: str, after: str) -> dict[str, object]:
    return {
        "id": step, "text": "拉开1号变低压侧401开关", "do": "open", "target": "401", "by": "electrician",
        "after": after, "success_check": {"switch": "401", "is": "open"},
    }  # fmt: skip


BY_NIGHT_FROM_HOME: tuple[Change, ...] = (
    ("customer/people/li/shifts", [{"from": "08:00", "to": "20:00", "place": "duty-room"}]),
    ("customer/people/li/off_duty", {"place": "home", "comes_in": "30 min"}),
    ("site/places/home", {}),
    ("site/travel", [{"from": "home", "to": each, "takes": "30 min"} for each in ("HV-room", "LV-room", "gen-room")]),
)
"""By night one electrician can be called in, the other cannot."""


def _limited() -> tuple[Change, ...]:
    """Every step has its limit, the first change being that of the first step."""
    steps = [f"cards/{card}/steps/{step}" for card, last in enumerate((4, 4, 1)) for step in range(last)]
    return tuple((f"plan/{step}/within", "20 min") for step in (*steps, "restoration/steps/0", "restoration/steps/1"))


def _earthing(bus: str) -> tuple[Change, ...]:
    """Card C1 begins with putting an earth on `bus`, untested."""
    step = {"id": "S00", "text": "挂接地线", "do": "earth", "target": "E-1", "by": "electrician"}
    return (("site/earths", {"E-1": {"at": bus, "place": "HV-room"}}), ("plan/cards/0/steps/+", step))


TIE, BOX, HELD = "site/transfers/bzt-10kV/", "site/connection_points/box-1/", "customer/drills/0/"
SECTOR, LOCATION = "customer/sector/", "customer/sector/medical_locations/"
VAN = "site/sources/van"
A_VAN: dict[str, object] = {"kind": "mobile_genset", "rated_kw": "400", "plug": "400A", "cable_m": "50"}
SWITCHING_BACK: tuple[Change, ...] = tuple(
    ("plan/restoration/steps/+", {"id": step, "text": "操作", "do": do, "target": target, "by": "electrician"})
    for step, do, target in (("R2", "close", "101"), ("R3", "open", "100"))
)
ORDERED: Change = (
    "plan/orders",
    {"OT-1": {"title": "恢复", "binds": ["R2", "R3"], "written_by": "electrician", "checked_by": "dispatcher",
              "takes": "10 min"}},
)  # fmt: skip
CENTRE: tuple[Change, ...] = (
    ("customer/industry", "data_centre"),
    ("customer/sector", {"data_centre_grade": "A", "fuel_delivery_assured": "true"}),
    ("network/bus/+", {"name": "A-LV", "vn_kv": "0.4"}),
    ("network/bus/+", {"name": "B-LV", "vn_kv": "0.4"}),
    ("network/load/+", {"name": "rack", "bus": "A-LV", "p_mw": "0.05"}),
    ("site/sources/ups-a", {"kind": "ups", "input": "I-LV", "output": "A-LV", "rated_kw": "60", "battery_kwh": "20"}),
    ("site/sources/ups-b", {"kind": "ups", "input": "II-LV", "output": "B-LV", "rated_kw": "60", "battery_kwh": "20"}),
    (
        "site/loads/rack",
        {"grade": "1S", "serves": "it",
         "cords": [{"bus": "A-LV", "share_percent": "50"}, {"bus": "B-LV", "share_percent": "50"}]},
    ),
    (
        "site/stores/cold",
        {"holds": "chilled water", "capacity_l": "20000", "level_l": "20000",
         "out": [{"to": "cooling", "l_per_min": "100", "while_dead": ["chiller"]}]},
    ),
    *((f"site/loads/{name}/grade", "1") for name in ("icu", "theatre")),
)  # fmt: skip
"""A rack with two cords, each behind a UPS of its own."""
UTILITIES = {"control_system": "icu", "cooling_water": "chiller", "agitation": "", "flare": "", "instrument_air": ""}


def _trade(industry: str, **processes: str) -> tuple[Change, ...]:
    """The customer in another trade, with the load of each of its processes; empty: it has none."""
    known = {name: [load] if load else [] for name, load in processes.items()}
    return ("customer/industry", industry), ("customer/sector", {"processes": known})


PLUG = {"id": "S05", "text": "接入", "do": "connect", "target": "box-1", "by": "electrician", "place": "HV-room"}
"""A vehicle's cables are put into the box, and nobody checks the phases there."""


def _also(do: str, target: Any, **more: Any) -> Change:
    """One more step of the first card."""
    by = {"operator": "electrician", "supervisor": "dispatcher"}
    return ("plan/cards/0/steps/+", {"id": "S05", "text": "x", "do": do, "target": target, "by": by, **more})


OIL: dict[str, object] = {"name": "柴油", "quantity": "2", "place": "gen-room", "owner": "油料公司"}
START_AGAIN: dict[str, object] = {
    "id": "S13", "text": "再次手动启动", "do": "start", "target": "genset-1", "by": "electrician",
    "success_check": {"source": "genset-1", "is": "live"},
}  # fmt: skip
KEY_OF_BOX: Change = ("site/interlocks/+", {"of": ["411", "412", "421"], "closed_at_most": "1", "kind": "key"})
CLOSING_THE_BOX: tuple[Change, ...] = (
    (STEP + "2", {"id": "S03", "text": "合上接入箱421开关", "do": "close", "target": "421", "by": "electrician"}),
)
CHECKING_PHASES: Change = (
    STEP + "1",
    {"id": "S02", "text": "核相", "do": "phase_check", "target": "box-1", "by": "electrician"},
)
REPAIR: dict[str, object] = {"id": "S02", "text": "检修1号变", "do": "repair", "target": "T1", "by": "electrician"}

AT_HOME_BY_NIGHT: tuple[Change, ...] = (*_by_two(), *BY_NIGHT_FROM_HOME)


CASES: dict[str, Case] = {
    "OPS-01": Case(
        fails={"": (("site/interlocks", []),)},
        unknown={
            "verbs-not-followed": (_also("set", "ups-icu", to="bypass"),),
            "never-reached": (_also("open", "401", when={"bus": "I-10kV", "is": "proved_dead"}),),
        },
    ),
    "OPS-02": Case(fails={"": _earthing("II-10kV")}),
    "OPS-03": Case(fails={"": _earthing("E-end")}),
    "OPS-04": Case(fails={"": (("site/devices/100/dispatch", "permitted"),)}),
    "OPS-05": Case(passes=_by_two(), fails={"": ()}),
    "PLN-01": Case(
        fails={"": (("plan/scope", ["SRC1", "FLOOD"]),)},
        unknown={"scope": (("plan/scope", []),)},
    ),
    "PLN-02": Case(
        fails={
            "check": ((STEP + "1/success_check", DROP),),
            "place": (("site/devices/101/place", DROP),),
            "phases": (("plan/cards/0/steps/+", PLUG),),
        },
        unknown={},
    ),
    "PLN-03": Case(
        fails={
            "": ((STEP + "1/on_failure", DROP),),
            "can-fail": (("plan/cards/1/steps/2", START_AGAIN),),
            "check": (("plan/cards/0/steps/+", LOOKS),),
            "no-answer": ((STEP + "3/tells/0/no_answer", DROP),),
            "strange": ((STEP + "1/on_failure", {"steps": ["S13"]}),),
            "no-word": (("plan/cards/2/steps/0/wait_at_most", "20 min"),),
            "waited-for": (
                (STEP + "1/on_failure", {"steps": ["S04", "S05"]}),
                *(("plan/cards/0/steps/+", _opening(step, after)) for step, after in (("S05", "S01"), ("S06", "S05"))),
            ),
        }
    ),
    "PLN-04": Case(
        fails={
            "people": (("plan/actors/electrician/held_by", ["wang"]),),
            "contact": (("customer/people/li/last_contact_test", "2026-01-01"),),
            "alone": BY_NIGHT_FROM_HOME,
        },
        unknown={"contact-test": (("customer/people/li/last_contact_test", DROP),), "as-of": NO_DATE},
    ),
    "PLN-05": Case(
        fails={
            "strange": ((STEP + "1/text", "拉开105开关,再拉开101开关"),),
            "other": ((STEP + "1/text", "拉开101开关、102开关"),),
            "silent": ((STEP + "1/text", "拉开一段进线"),),
            "label": (("site/devices/101/label", "I段进线"),),
        },
        unknown={"label": (("site/devices/101/label", DROP), (STEP + "1/text", "拉开101开关"))},
    ),
    "PLN-06": Case(fails={"": ((STEP + "1", DROP), (STEP + "1/after", "S01"), OFF)}),
    "PLN-07": Case(
        passes=((STEP + "1/within", "5 min"),),
        fails={
            "within": ((STEP + "1/within", "1 min"),),
            "begins": ((STEP + "1/within", "30 min"), ("plan/cards/0/activation/decide", "4 h")),
            "comes-in": (
                (STEP + "1/within", "30 min"),
                ("customer/people/li/off_duty", {"place": "duty-room", "comes_in": "1 h"}),
            ),
            "path": (("site/functions/surgery/harm", {"after": "8 min", "what": "患者"}),),
        },
    ),
    "PLN-08": Case(fails={"": (("plan/restoration", DROP),)}),
    "PLN-09": Case(
        fails={
            "permit": (("plan/permits/incomers/covers", ["102"]),),
            "asked": ((STEP + "0/do", "report"), (STEP + "0/target", [])),
        },
        unknown={"dispatch": (("site/devices/101/dispatch", DROP),)},
    ),
    "PLN-10": Case(
        fails={
            "date": (("plan/effective", DROP),),
            "sign-off-customer": (("plan/sign_offs/0", DROP),),
            "sign-off-utility": (("plan/sign_offs/1", DROP),),
            "overdue": (("plan/next_review", "2026-06-30"),),
        },
        unknown={"as-of": NO_DATE},
    ),
    "PLN-11": Case(
        fails={
            "facts": (("plan/resources/oil/owner", DROP),),
            "no-fuel": (("plan/resources/oil/kind", "other"),),
            "expired": (("plan/resources/oil/agreement_until", "2026-06-30"),),
        },
        unknown={"as-of": NO_DATE, "field": (("plan/resources/oil", {**OIL, "kind": "fuel"}),)},
    ),
    "PLN-12": Case(
        fails={
            "vague": ((STEP + "3/text", "尽快向调度员报告"),),
            "abbreviation": ((STEP + "3/text", "向QXZ报告"),),
        },
    ),
    "PLN-13": Case(
        passes=(
            ("plan/actors/electrician/certificate", "高压电工"),
            ("customer/people/wang/certificates", [{"kind": "高压电工", "until": "2027-01-01"}]),
            ("customer/people/li/certificates", [{"kind": "高压电工", "until": "2026-07-01"}]),
        ),
        fails={
            "none": (("plan/actors/electrician/certificate", "高压电工"),),
            "": (
                ("plan/actors/electrician/certificate", "高压电工"),
                ("customer/people/wang/certificates", [{"kind": "高压电工", "until": "2025-01-01"}]),
                ("customer/people/li/certificates", [{"kind": "高压电工", "until": "2026-07-01"}]),
            ),
        },
        unknown={"as-of": (*NO_DATE, ("plan/actors/electrician/certificate", "高压电工"))},
    ),
    "P07": Case(
        fails={
            "circle": ((STEP + "0/requires", [{"message": "U11"}]),),
            "nobody-sends": ((STEP + "0/tells", []), (STEP + "0/do", "report"), (STEP + "0/target", [])),
        },
    ),
    "LOD-01": Case(unknown={"grade": (("site/loads/ward", DROP),)}),
    "LOD-02": Case(
        fails={"": (("network/load/5/p_mw", "0.9"),), "voltage": (("network/bus/4/min_vm_pu", "1.02"),)},
    ),
    "LOD-03": Case(
        fails={
            "": (
                ("site/loads/fire-pump/security", "true"),
                ("site/loads/fire-pump/motor/group", "2"),
                ("site/loads/chiller/security", "false"),
            )
        },
    ),
    "SUP-01": Case(
        passes=(_level("SP"), *_third_feeder()),
        fails={
            "sources": (_level("SP"),),
            "substations": (
                _level("SP"),
                *_third_feeder(),
                *((f"site/sources/feeder-{each}/substation", "East") for each in ("east", "west", "north")),
            ),
            "dark": (
                _level("SP"),
                *_third_feeder(),
                ("network/switch/8/in_ka", "1"),
                ("network/bus/9/in_service", "false"),
            ),
            "loading": (_level("SP"), *_third_feeder(), HEAVY),
        },
        unknown={"substation": (_level("SP"), *_third_feeder(), ("site/sources/feeder-north/substation", DROP))},
    ),
    "SUP-02": Case(
        fails={
            "sources": ONE_FEEDER,
            "substations": (("site/sources/feeder-west/substation", "East"),),
            "dark": (("network/switch/2", DROP), ("site/transfers/bzt-10kV", DROP), ("site/interlocks/0", DROP)),
            "loading": (HEAVY,),
        },
        unknown={"substation": (("site/sources/feeder-west/substation", DROP),)},
    ),
    "SUP-03": Case(
        passes=(_level("C2"),),
        fails={
            "sources": (_level("C2"), *ONE_FEEDER),
            "sections": (
                _level("C2"),
                ("site/sources/feeder-west/substation", "East"),
                ("site/sources/feeder-west/section", "I"),
            ),
        },
        unknown={"section": (_level("C2"), ("site/sources/feeder-west/section", DROP))},
    ),
    "SUP-04": Case(passes=(_level("TMP"),), fails={"": (_level("TMP"), *ONE_FEEDER)}),
    "SUP-05": Case(
        fails={
            "one": ONE_FEEDER,
            "zone": (("site/sources/feeder-west/route", ["trench-a"]),),
            "substation": (("site/sources/feeder-west/substation", "East"),),
        },
        unknown={"route": (("site/sources/feeder-west/route", DROP),)},
    ),
    "SUP-06": Case(
        fails={
            "none": (("network/load/1/bus", "I-LV"),),
            "other": (("network/load/6/bus", "em-LV"),),
        },
    ),
    "SUP-07": Case(fails={"": (*NO_GENSET, ("site/sources/ups-icu", DROP))}),
    "SUP-08": Case(
        fails={
            "none": ((GENSET + "control", "manual"), OFF),
            "no-break": (("site/loads/theatre/max_interruption", "100 ms"),),
            "slow": (("site/loads/theatre/max_interruption", "3 s"),),
        },
    ),
    "SUP-09": Case(
        fails={"": (("site/stores/bulk-tank/level_l", "10"), ("plan/cards/1/steps/3", DROP))},
        unknown={"fuel-store": ((GENSET + "fuel", DROP), ("site/stores/day-tank/out", []))},
    ),
    "SUP-10": Case(
        fails={
            "": (
                *ONE_FEEDER,
                *((f"network/bus/{row}/vn_kv", "0.4") for row in range(4)),
            )
        },
        unknown={"dedicated-line": ONE_FEEDER},
    ),
    "SUP-11": Case(fails={"": (("site/loads/chiller/grade", "2"),)}),
    "SUP-12": Case(
        fails={"": (("site/measures/buckets", DROP),)},
        unknown={"field": (("site/measures", {}),)},
    ),
    "BZT-01": Case(fails={"": (OFF,)}),
    "EPS-01": Case(fails={"": (*NO_GENSET, ("site/sources/ups-icu", DROP))}),
    "EPS-02": Case(fails={"": ((GENSET + "rated_kw", "200"),)}),
    "EPS-02b": Case(
        fails={
            "": ((GENSET + "rated_kw", "100"),),
            "motor": (("site/loads/chiller/motor/starting_kva", "1000"),),
            "step": (("network/load/3/p_mw", "0.25"),),
        },
        unknown={"field": (("site/loads/chiller/motor", DROP),)},
    ),
    "EPS-03": Case(
        passes=(("site/interlocks/+", {"of": ["411", "421"], "closed_at_most": "1", "kind": "key"}),),
        fails={
            "open": (
                ("site/transfers/ats-em", DROP),
                (GENSET + "called_by", []),
                ("site/interlocks/1", DROP),
                ("plan/cards/1/steps/1", DROP),
            ),
            "procedural": (
                ("site/transfers/ats-em", DROP),
                (GENSET + "called_by", []),
                ("site/interlocks/1/kind", "procedural"),
                ("plan/cards/1/steps/1", DROP),
            ),
        },
    ),
    "EPS-04": Case(
        passes=None,
        fails={
            "": (("site/loads/theatre/max_interruption", "3 s"),),
            "none": ((GENSET + "control", "manual"), OFF),
            "all": ((GENSET + "ready", "20 s"),),
            "all-none": ((GENSET + "control", "manual"),),
        },
        unknown={"run": ()},
    ),
    "EPS-05": Case(
        fails={
            "phase-marked": ((BOX + "phase_marked", "false"),),
            "earth-point": ((BOX + "earth_point", "false"),),
            "plug": ((VAN, {**A_VAN, "plug": "630A"}),),
            "cable": ((VAN, {**A_VAN, "cable_m": "20"}),),
        },
        unknown={"field": (("site/connection_points", {}),)},
    ),
    "EPS-06": Case(
        fails={
            "": ((GENSET + "last_load_test", "2025-05-01"),),
            "transfer": (("customer/tests/0/date", "2025-05-01"),),
        },
        unknown={
            "test-date": ((GENSET + "last_start_test", DROP),),
            "as-of": NO_DATE,
            "test-record": (("customer/tests/0", DROP),),
        },
    ),
    "EPS-07": Case(
        fails={"": (("customer/supply_changes/0/agreed", "2026-03-09"),)},
        unknown={"field": (("customer/supply_changes", DROP),)},
    ),
    "EPS-08": Case(
        fails={"": ((GENSET + "attempts", "1"),)}, unknown={"genset-settings": ((GENSET + "attempts", DROP),)}
    ),
    "EPS-09": Case(
        fails={
            "auto": ((GENSET + "control", "manual"),),
            "bypass": (("site/sources/ups-icu/mode", "maintenance_bypass"),),
            "behind": (
                ("network/bus/+", {"name": "desk-LV", "vn_kv": "0.4"}),
                ("network/load/+", {"name": "desk", "bus": "desk-LV", "p_mw": "0.001"}),
                (
                    "site/sources/ups-desk",
                    {"kind": "ups", "input": "ups-LV", "output": "desk-LV", "rated_kw": "2", "battery_kwh": "1"},
                ),
            ),
            "slow": ((GENSET + "ready", {"median": "12 s", "p90": "40 s"}),),
        },
        unknown={"genset-settings": ((GENSET + "control", DROP),)},
    ),
    "EPS-10": Case(
        fails={
            "": ((GENSET + "ready", "20 s"), OFF),
            "none": ((GENSET + "control", "manual"), OFF),
        },
    ),
    "EPS-11": Case(
        fails={
            "size": (("site/stores/day-tank/capacity_l", "1500"),),
            "none": (("site/stores/bulk-tank/level_l", "10"), ("plan/cards/1/steps/3", DROP)),
            "dead-pump": (("network/load/2/bus", "I-LV"), ("plan/cards/1/steps/3", DROP)),
            "slow-pump": (("site/stores/day-tank/in/0/l_per_min", "0.1"),),
        },
        unknown={"fuel-store": ((GENSET + "fuel", DROP), ("site/stores/day-tank/out", []))},
    ),
    "EPS-13": Case(
        passes=(("plan/cards/1/steps/0/do", "start"),),
        fails={"": (("site/transfers/ats-em", DROP), ("plan/cards/1/steps/1", DROP))},
    ),
    "EPS-12": Case(fails={"": (("network/load/4/bus", "I-LV"),)}),
    "PLN-25": Case(
        passes=(*AT_HOME_BY_NIGHT, ("plan/cards/0/steps/0/tells/+", {"to": "second", "channel": "phone"})),
        fails={
            "": AT_HOME_BY_NIGHT,
            "second": (
                *AT_HOME_BY_NIGHT,
                ("plan/cards/0/steps/0/tells/+", {"to": "second", "channel": "phone"}),
                ("plan/cards/0/steps/1/by", {"operator": "second", "supervisor": "second"}),
                ("plan/actors/electrician/held_by", ["chen", "wang"]),
                (
                    "customer/people/chen",
                    {
                        "name": "陈",
                        "side": "customer",
                        "shifts": [{"from": "00:00", "to": "00:00", "place": "duty-room"}],
                    },
                ),
            ),
        },
    ),
    "PLN-24": Case(
        fails={
            "": (("plan/cards/1/steps/1", DROP),),
            "start": (("plan/cards/1/steps/0/do", "check"), ("plan/cards/1/steps/0/target", DROP)),
        },
    ),
    "FIG-01": Case(
        fails={
            "": ((GENSET + "xd_percent", "300"),),
            "time": ((GENSET + "ready", "5 min"),),
            "spread": (("plan/cards/0/steps/1/takes", {"median": "1 min", "p90": "20 min"}),),
        },
    ),
    "FIG-02": Case(
        fails={"": (("site/sources/ups-icu/installed", "2008-01"),)},
        unknown={"field": (("site/sources/ups-icu/installed", DROP),), "as-of": NO_DATE},
    ),
    "FUEL-02": Case(fails={"": ((GENSET + "fuel_l_per_kwh", "0.9"),)}),
    "FUEL-01": Case(
        passes=(
            ("site/loads/icu/min_supply_time", "12 h"),
            ("site/loads/theatre/min_supply_time", "12 h"),
        ),
        fails={"pump": (), "": (("site/stores/day-tank/in", []),)},
        unknown={"fuel-store": ((GENSET + "fuel", DROP), ("site/stores/day-tank/out", []))},
    ),
    "INT-02": Case(
        passes=(KEY_OF_BOX,),
        fails={
            "": (KEY_OF_BOX, ("site/interlocks/0", DROP)),
            "procedural": (KEY_OF_BOX, ("site/interlocks/0/kind", "procedural")),
        },
        unknown={"switch-side": (KEY_OF_BOX, ("site/interlocks/0", DROP), ("site/devices/100", DROP))},
    ),
    "OPS-06": Case(
        passes=(*CLOSING_THE_BOX, CHECKING_PHASES),
        fails={
            "": (*CLOSING_THE_BOX, (BOX + "phase_marked", "false")),
            "marked": CLOSING_THE_BOX,
            "repaired": (("plan/cards/0/steps/1", REPAIR), ("plan/cards/0/steps/2/target", "401")),
            "systems": (("site/interlocks/0", DROP),),
        },
    ),
    "OPS-07": Case(
        passes=_by_two(),
        fails={
            "": (),
            "same": (*_by_two(), *((f"plan/actors/{n}/held_by", ["li"]) for n in ("electrician", "second"))),
        },
    ),
    "PLN-17": Case(
        fails={
            "": (("site/observations/board", DROP),),
            "dark": (("site/observations/board/needs", ["I-LV"]), ("site/loads/icu/place", "LV-room")),
            "part": (
                ("plan/cards/1/trigger", {"any": [{"bus": ["I-10kV", "II-10kV"], "is": "dead"}, {"message": "U11"}]}),
                ("plan/cards/2/steps/0/tells", []),
            ),
            "unmanned": (("plan/actors/electrician/held_by", ["wang"]),),
        },
    ),
    "PLN-18": Case(
        fails={
            "": (("plan/cards/2", DROP), ("plan/restoration/activation/by", "electrician")),
            "unclassed": (("plan/cards/2", DROP), ("plan/cards/0/covers", [])),
        }
    ),
    "PLN-20": Case(passes=_limited(), fails={"": _limited()[1:]}),
    "PLN-21": Case(
        passes=tuple((f"plan/cards/{n}/level", level) for n, level in enumerate(("III", "II", "II"))),
        fails={"": (("plan/cards/0/level", "III"),)},
    ),
    "PLN-22": Case(
        fails={
            "nobody": ((STEP + "3/tells", DROP), (STEP + "3/do", "call")),
            "act": ((STEP + "1/text", {"zh": "合上101开关", "en": "Close breaker 101"}),),
            "untold": (
                ("plan/actors/chief", {"name": "班长", "side": "customer", "held_by": ["wang", "li"]}),
                (STEP + "3/text", "报告班长"),
            ),
            "unlike": (
                ("plan/actors/chief", {"name": "班长", "side": "customer", "held_by": ["wang", "li"]}),
                ("plan/cards/1/steps/2/text", "向调度员报告101开关拒动"),
                ("plan/cards/1/steps/2/tells/+", {"to": "chief", "channel": "phone"}),
            ),
            "parted": (
                ("plan/actors/chief", {"name": "班长", "side": "customer", "held_by": ["wang", "li"]}),
                *(
                    (f"plan/cards/{step}/tells/+", {"to": "chief", "channel": "phone"})
                    for step in ("0/steps/0", "1/steps/2")
                ),
            ),
        }
    ),
    "PLN-23": Case(
        passes=(("plan/cards/0/ends", {"bus": "I-10kV", "is": "live", "for": "3 min"}),),
        fails={
            "never": (
                ("plan/cards/0/trigger", {"all": [{"bus": "I-10kV", "is": "dead"}, {"bus": "I-10kV", "is": "live"}]}),
            ),
            "side": (("plan/cards/0/activation/by", "dispatcher"),),
            "over": (("plan/cards/1/ends", {"bus": "II-10kV", "is": "dead"}),),
        },
    ),
    "INT-03": Case(
        passes=(("site/earths", {"E-1": {"at": "I-10kV", "place": "HV-room", "interlocked_with": ["100"]}}),),
        fails={"": (("site/earths", {"E-1": {"at": "I-10kV", "place": "HV-room"}}),)},
    ),
    "PLN-19": Case(
        fails={
            "by-hand": (("site/devices/100/by_hand", "false"),),
            "control": (
                ("site/devices/100/by_hand", "false"),
                ("site/devices/100/remote", "true"),
                ("site/dc_supplies/dc-1", {"fed_by": ["I-10kV"], "lasts": "0 s"}),
            ),
            "racked": (("site/devices/100/position", "withdrawn"),),
            "locked": ((STEP + "1/do", "lock"), (STEP + "1/target", "100")),
            "earthed": (
                ("site/earths", {"E-1": {"at": "I-10kV", "place": "HV-room", "interlocked_with": ["100"]}}),
                (STEP + "1/do", "earth"),
                (STEP + "1/target", "E-1"),
            ),
            "interlock": ((STEP + "2/target", "102"), ("site/interlocks/0/of", ["102", "401", "402", "421"])),
            "channel": (("site/channels/phone/needs", ["I-LV"]), ("plan/contact_tree", [])),
            "no-answer": (("site/channels/phone/no_answer", "1"), ("plan/contact_tree", [])),
            "zone": (
                ("plan/scope", ["SRC1", "FIRE"]),
                ("plan/cards/0/covers", ["FIRE"]),
                ("site/zones/hv", {"contains": ["I-10kV"]}),
                ("site/places/HV-room/zone", "hv"),
            ),
            "resource": (("plan/resources/oil/quantity", "0"), ("plan/cards/1/steps/3/uses", ["oil"])),
            "no-set": ((STEP + "3/do", "connect"), (STEP + "3/target", "box-1")),
            "elsewhere": (
                (STEP + "3/do", "phase_check"),
                (STEP + "3/target", "box-1"),
                (STEP + "3/place", "HV-room"),
                (
                    "site/connection_points",
                    {"box-1": {"bus": "em-LV", "switch": "421", "rated_kva": "500", "place": "gen-room"}},
                ),
            ),
            "off": ((GENSET + "control", "off"),),
            "nobody": (("plan/actors/electrician/held_by", ["wang"]),),
            "unseen": ((STEP + "2/place", "gen-room"),),
        },
    ),
    "INT-01": Case(fails={"": (("site/modes", {"odd": {"closed": ["100"]}}),)}),
    "HOSP-04": Case(
        fails={
            "": (*NO_GENSET, (SECTOR + "hospital_level", DROP)),
            "tertiary": NO_GENSET,
            "secondary": (*NO_GENSET, (SECTOR + "hospital_level", "secondary")),
        }
    ),
    "HOSP-05": Case(
        fails={"": (("site/stores/day-tank/level_l", "100"), ("site/stores/day-tank/in", []))},
        unknown={
            "field": (("site/stores/day-tank/in", []), (SECTOR + "hospital_level", DROP)),
            "fuel-store": ((GENSET + "fuel", DROP), ("site/stores/day-tank/out", [])),
        },
    ),
    "HOSP-06": Case(
        fails={
            "none": (("network/load/0/bus", "em-LV"),),
            "short": (("site/sources/ups-icu/battery_kwh", "5"),),
        },
    ),
    "PLN-14": Case(
        fails={"kept": (("plan/tiers", {"T-1": {"loads": ["ward", "fire-pump"]}}),)},
        unknown={"field": ((GENSET + "rated_kw", "100"),)},
    ),
    "PLN-15": Case(
        passes=(*SWITCHING_BACK, ORDERED),
        fails={
            "unbound": (*SWITCHING_BACK, ORDERED, ("plan/orders/OT-1/binds", ["R2"])),
            "same": (*SWITCHING_BACK, ORDERED, ("plan/orders/OT-1/checked_by", "electrician")),
        },
        unknown={"field": SWITCHING_BACK},
    ),
    "PLN-16": Case(
        fails={
            "unreached": (
                ("plan/actors/guard", {"side": "customer", "held_by": ["wang", "li"]}),
                (STEP + "3/by", "guard"),
            ),
            "one-way": (("plan/contact_tree/0/channels", ["phone"]),),
            "pair": (("plan/contact_tree/0", DROP),),
            "unmade": (
                ("plan/contact_tree/+", {"from": "electrician", "to": "chief", "channels": ["phone", "mobile"]}),
            ),
        },
        unknown={"field": (("plan/contact_tree", []),)},
    ),
    "BZT-02": Case(
        fails={"": ((TIE + "standby_above_pu", "0.5"),)}, unknown={"field": ((TIE + "standby_above_pu", DROP),)}
    ),
    "BZT-03": Case(fails={"": (OFF,)}, unknown={"field": ((TIE + "enabled", DROP),)}),
    "BZT-04": Case(
        fails={
            "circuit": ((TIE + "vt_supervision", "false"),),
            "hand": ((STEP + "2", DROP), (STEP + "1/success_check", {"switch": "100", "is": "closed"})),
        },
        unknown={"field": ((TIE + "vt_supervision", DROP),)},
    ),
    "BZT-05": Case(fails={"": (("plan/restoration/steps/1", DROP),)}, unknown={"field": (("plan/restoration", DROP),)}),
    "BZT-06": Case(
        fails={
            "": (("site/devices/100/trips/0/after", "500 ms"),),
            "unblocked": ((TIE + "fault_blocking", "false"),),
        },
        unknown={"field": (("site/devices/100/trips", DROP),)},
    ),
    "BZT-07": Case(
        fails={"": ((TIE + "current_blocking", "false"),)}, unknown={"field": ((TIE + "current_blocking", DROP),)}
    ),
    "BZT-08": Case(
        fails={
            "reclose": (("site/sources/feeder-east/reclose/after", "8 s"),),
            "below": (("site/transfers/ats-em/delay", "1 s"),),
        },
        unknown={"field": (("site/sources/feeder-east/reclose", DROP),)},
    ),
    "DCS-01": Case(
        fails={"": (("site/dc_supplies/dc-1/fed_by", ["I-LV"]), ("site/dc_supplies/dc-1/lasts", "2 h"))},
        unknown={"field": (("site/dc_supplies", {}),)},
    ),
    "DCS-02": Case(
        fails={"": (("site/dc_supplies/dc-1/last_discharge_test", "2022-01-01"),)},
        unknown={"field": (("site/dc_supplies/dc-1/last_discharge_test", DROP),), "as-of": NO_DATE},
    ),
    "HOSP-01": Case(
        fails={
            "none": ((GENSET + "control", "manual"),),
            "threshold": (("site/transfers/ats-em/acts_below_pu", "0.5"),),
        },
        unknown={"field": (("site/transfers/ats-em/acts_below_pu", DROP),)},
    ),
    "HOSP-02": Case(
        fails={
            "slow": ((LOCATION + "theatre-3F/safety_class", "0.5"),),
            "none": ((GENSET + "control", "manual"), OFF),
        },
        unknown={"field": ((LOCATION + "icu-5F/safety_class", DROP),)},
    ),
    "HOSP-03": Case(
        fails={
            "late": ((LOCATION + "theatre-3F/lighting", ["kitchen"]), OFF),
            "dim": ((LOCATION + "icu-5F/safety_light_percent", "30"),),
        },
        unknown={"field": ((LOCATION + "icu-5F/lighting", []),)},
    ),
    "HOSP-07": Case(
        fails={"": (("site/stores/bulk-tank/level_l", "10"),)},
        unknown={"fuel-store": ((GENSET + "fuel", DROP), ("site/stores/day-tank/out", []))},
    ),
    "HOSP-08": Case(
        fails={
            "it-system": ((LOCATION + "icu-5F/it_system", "false"),),
            "insulation-monitor": ((LOCATION + "icu-5F/insulation_monitor", "false"),),
            "supply": (("site/loads/icu/min_supply_time", "2 h"),),
        },
        unknown={"field": (("site/loads/icu/min_supply_time", "12 h"), (SECTOR + "can_evacuate", DROP))},
    ),
    "HOSP-09": Case(
        fails={
            "monthly": (("customer/tests/1/minutes", "10"),),
            "long": (("customer/tests/2", DROP),),
        },
        unknown={"test-record": (("customer/tests", []),), "as-of": NO_DATE},
    ),
    "DC-01": Case(
        passes=CENTRE,
        fails={
            "dark": (*CENTRE, ("site/loads/rack/cords", [{"bus": "A-LV", "share_percent": "100"}])),
            "capacity": (*CENTRE, ("network/load/7/p_mw", "0.07")),
        },
        unknown={"field": (*CENTRE, (SECTOR + "data_centre_grade", DROP))},
    ),
    "DC-02": Case(
        passes=CENTRE,
        fails={
            "sources": (*CENTRE, ("network/ext_grid/1/in_service", "false")),
            "autonomy": (
                *CENTRE,
                ("site/sources/ups-a/battery_kwh", "4"),
                ("site/sources/ups-b/battery_kwh", "4"),
            ),
            "fuel": (
                *CENTRE,
                ("site/stores/day-tank/level_l", "100"),
                ("site/stores/day-tank/in", []),
                (SECTOR + "fuel_delivery_assured", "false"),
            ),
            "cooling": (*CENTRE, ("site/stores/cold/level_l", "100")),
        },
        unknown={
            "field": (*CENTRE, ("site/stores/cold", DROP)),
            "fuel-store": (*CENTRE, (GENSET + "fuel", DROP), ("site/stores/day-tank/out", [])),
        },
    ),
    "DC-03": Case(
        passes=(*CENTRE, (SECTOR + "uptime_tier", "IV")),
        fails={
            "dark": (
                *CENTRE,
                (SECTOR + "uptime_tier", "III"),
                ("site/loads/rack/cords", [{"bus": "A-LV", "share_percent": "100"}]),
            ),
            "fuel": (
                *CENTRE,
                (SECTOR + "uptime_tier", "II"),
                ("site/stores/day-tank/level_l", "100"),
                ("site/stores/day-tank/in", []),
            ),
        },
        unknown={
            "fuel-store": (
                *CENTRE,
                (SECTOR + "uptime_tier", "II"),
                (GENSET + "fuel", DROP),
                ("site/stores/day-tank/out", []),
            )
        },
    ),
    "FIRE-01": Case(
        fails={
            "tier": (("plan/tiers", {"T-1": {"loads": ["fire-pump"]}}),),
            "step": ((STEP + "2/do", "shed"), (STEP + "2/target", "fire-pump")),
            "allowed": (("site/loads/fire-pump/shed", "allowed"),),
        },
        unknown={"field": (("site/loads/fire-pump/shed", DROP),)},
    ),
    "IND-01": Case(
        passes=_trade("mine", main_fan="chiller", hoist="chiller", gas_drainage=""),
        fails={
            "source": (*_trade("mine", main_fan="ward", hoist="", gas_drainage=""), *ONE_FEEDER),
            "slow": (
                *_trade("mine", main_fan="theatre", hoist="", gas_drainage=""),
                (GENSET + "ready", "11 min"),
                OFF,
            ),
            "by-hand": (*_trade("mine", main_fan="ward", hoist="", gas_drainage=""), OFF),
        },
        unknown={"field": _trade("mine", main_fan="chiller")},
    ),
    "IND-02": Case(
        passes=_trade("chemical", **UTILITIES),
        fails={
            "battery": (*_trade("chemical", **UTILITIES), ("site/sources/ups-icu/battery_kwh", "5")),
            "own": _trade("chemical", **{**UTILITIES, "flare": "kitchen"}),
        },
        unknown={"field": _trade("chemical")},
    ),
    "IND-03": Case(
        passes=_trade("metallurgy", furnace_cooling="chiller", ladle_crane=""),
        fails={
            "source": (*_trade("metallurgy", furnace_cooling="chiller", ladle_crane=""), *ONE_FEEDER),
            "own": _trade("metallurgy", furnace_cooling="ward", ladle_crane=""),
        },
        unknown={"field": _trade("metallurgy")},
    ),
    "IND-04": Case(
        passes=_trade("airport", runway_precision="icu", runway_other="theatre"),
        fails={
            "slow": _trade("airport", runway_precision="theatre", runway_other=""),
            "by-hand": (*_trade("airport", runway_precision="ward", runway_other=""), OFF),
            "source": (*_trade("metro", signalling="ward", ventilation=""), *ONE_FEEDER),
        },
        unknown={"field": _trade("metro")},
    ),
    "LAW-01": Case(
        fails={
            "nobody": ((STEP + "0/tells", []), (STEP + "3/tells", []), ("plan/cards/1/steps/2/tells", [])),
            "role": (
                ("plan/actors/manager", {"side": "utility", "held_by": ["zhao", "qian"]}),
                ("plan/report_limits/+", {"to": "manager", "within": "10 min"}),
            ),
            "late": (("plan/report_limits/0/within", "1 min"),),
        },
        unknown={"field": (("plan/report_limits", []),)},
    ),
    "LAW-02": Case(
        fails={
            "old": (("customer/drills/0/date", "2025-05-20"),),
            "alone": (("customer/drills/0/sides", ["customer"]),),
        },
        unknown={"field": (("customer/drills", []),), "as-of": NO_DATE},
    ),
    "LAW-03": Case(
        fails={
            "cards": (("customer/drills/0/cards", ["C1"]),),
            "plan": ((SECTOR + "high_risk", "true"), ("customer/drills/0/date", "2025-12-20")),
            "paper": ((SECTOR + "high_risk", "true"), ("customer/documents/12/date", "2022-12-20")),
        },
        unknown={"field": ((SECTOR + "high_risk", DROP),), "as-of": NO_DATE},
    ),
    "LAW-04": Case(
        fails={"": (("customer/drills/0/result", "poor"),)}, unknown={"field": (("plan/revised_because", []),)}
    ),
    "LAW-05": Case(
        fails={"": (("customer/documents/9/date", "2024-12-20"),)},
        unknown={"document": (("customer/documents/9", DROP),)},
    ),
    "LAW-06": Case(
        fails={"": (("customer/outages/0/notified", "2026-07-30"),)},
        unknown={
            "field": (("customer/outages/0/notified", DROP),),
            "document": (("customer/documents/8", DROP),),
        },
    ),
    "LAW-07": Case(
        fails={"": (("customer/documents/1/until", "2026-06-30"),)},
        unknown={
            "document": (("customer/documents/0", DROP),),
            "as-of": (*NO_DATE, ("customer/documents/1/until", "2026-06-30")),
        },
    ),
    "DRL-01": Case(
        fails={"": ((HELD + "notice", "no_notice"), (HELD + "purpose", "demonstrate"))},
        unknown={"field": ((HELD + "form", DROP),)},
    ),
    "DRL-02": Case(
        fails={
            "controllers": ((HELD + "controllers", "0"),),
            "evaluators": ((HELD + "evaluators", "0"),),
            "safety-officer": ((HELD + "safety_officer", "false"),),
        },
        unknown={"field": ((HELD + "controllers", DROP),)},
    ),
    "DRL-03": Case(
        fails={"comment": ((HELD + "comment_held", "false"),), "late": ((HELD + "evaluated", "2026-07-01"),)},
        unknown={"field": ((HELD + "evaluated", DROP),)},
    ),
    "DRL-04": Case(
        fails={"": ((HELD + "result", "fair"), (HELD + "exposed", []))}, unknown={"field": ((HELD + "result", DROP),)}
    ),
    "DRL-05": Case(
        fails={"": ((HELD + "families", ["warning", "command"]),)}, unknown={"field": ((HELD + "families", []),)}
    ),
    "DRL-06": Case(
        fails={
            "open": (("customer/issues/I-1/closed", DROP),),
            "late": (("customer/issues/I-1/due", "2026-06-10"),),
        },
        unknown={
            "field": (("customer/issues/I-1/due", DROP),),
            "as-of": (*NO_DATE, ("customer/issues/I-1/closed", DROP)),
        },
    ),
    "DRL-07": Case(
        fails={"": (("customer/documents/13/date", "2025-01-05"),)},
        unknown={"document": (("customer/documents/13", DROP),), "as-of": NO_DATE},
    ),
    "DRL-08": Case(unknown={"field": ((HELD + "goals", []),)}),
    "DRL-09": Case(
        fails={"": ((HELD + "goals/0/rating", "M"), (HELD + "exposed", []))},
        unknown={"field": ((HELD + "goals/0/rating", DROP),)},
    ),
    "DRL-10": Case(unknown={"field": ((HELD + "abort_if", []),)}),
    "DRL-11": Case(
        fails={"": ((HELD + "goals/0/reached", "20 s"),)}, unknown={"field": ((HELD + "goals/0/limit", DROP),)}
    ),
    "DRL-12": Case(
        fails={"": (("customer/drills", [{**DRILL, "covers": ["SRC1"]}, {**DRILL, "covers": ["SRC1"]}]),)},
        unknown={"field": ((HELD + "covers", []),)},
    ),
    "BCM-01": Case(
        fails={
            "": (("site/functions/surgery/mtpd", "10 s"),),
            "restart": (("site/functions/surgery/restart", {"takes": {"median": "20 min", "p90": "20 h"}}),),
            "harm": (("site/functions/surgery/harm", {"after": "10 s", "what": "患者"}),),
            "stop": (
                ("site/functions/surgery/harm", {"after": "20 min", "what": "患者"}),
                ("site/functions/surgery/safe_stop", {"takes": "3 h"}),
            ),
        },
        unknown={"field": (("site/functions/surgery/mtpd", DROP),)},
    ),
    "BCM-02": Case(
        fails={
            "supply": (("network/load/1/bus", "I-LV"),),
            "shed": (("plan/tiers", {"T-1": {"loads": ["chiller"]}}),),
        },
        unknown={"field": (("site/functions/surgery/minimum_service", DROP),)},
    ),
    "BCM-03": Case(
        fails={
            "": (("site/functions/cooling/restart", DROP),),
            "slow": (
                ("site/functions/cooling/restart/takes", "40 min"),
                ("site/functions/cooling/restart/by", "electrician"),
            ),
        },
        unknown={"field": (("site/functions/cooling/restart/takes", "10 min"),)},
    ),
    "ICS-01": Case(
        fails={
            "": tuple(
                (STEP + "+", {"id": f"X{n}", "text": "查看", "do": "check", "by": "electrician"}) for n in range(8)
            )
        }
    ),
}
RULE = {rule.id: rule for rule in RULES}
NEVER_UNKNOWN = {
    "PLN-02": "what is missing there is what it fails",
    "PLN-03": "as PLN-02",
    "PLN-06": "positions are always known",
    "PLN-07": "a limit or time that is missing has a default or none",
    "PLN-08": "as PLN-02",
    "PLN-12": "words are there or not",
    "OPS-02": "one search answers all, see OPS-01; too many states to walk is tested in test_reachable",
    "OPS-03": "as OPS-01",
    "OPS-04": "a device without dispatch relation has the default",
    "OPS-05": "as PLN-02",
    "PLN-17": "who sees what is written or not",
    "PLN-18": "the plan is all it needs",
    "PLN-19": "what is not stated has a default",
    "PLN-20": "as PLN-02",
    "PLN-21": "as PLN-02",
    "PLN-22": "words are there or not",
    "PLN-23": "the plan is all it needs",
    "INT-03": "an earth is interlocked or not",
    "FUEL-02": "what a set burns has a default",
    "LOD-02": "a network without solution is tested in test_run",
    "LOD-03": "motors nobody has described are EPS-02b's",
    "FIG-01": "what is not stated is the trade's",
    "PLN-24": "the plan is all it needs",
    "PLN-25": "whoever has no shift and no way in is PLN-04's",
    "OPS-06": "the plan is all it needs",
    "OPS-07": "as OPS-05",
    "P07": "the plan is all it needs",
    "SUP-04": "counts feeders",
    "SUP-06": "counts loads; unstated grades are LOD-01's",
    "SUP-07": "as SUP-06",
    "SUP-08": "times have defaults",
    "SUP-11": "as SUP-06",
    "BZT-01": "as SUP-06",
    "EPS-01": "counts sources",
    "EPS-02": "every load has a demand",
    "EPS-03": "only in wiring too meshed to search",
    "EPS-10": "as SUP-08",
    "EPS-12": "as SUP-06",
    "EPS-13": "the plan is all it needs",
    "INT-01": "positions are always known",
    "HOSP-04": "counts sources",
    "HOSP-06": "as SUP-08",
    "ICS-01": "the plan is all it needs",
}
"""Rules whose inputs the file formats make due, so that nothing can be missing once the network may be asked."""


def asked(rule: str, changes: tuple[Change, ...]) -> tuple[Result, ...]:
    """What one rule answers about the small customer with `changes`."""
    as_of = None if NO_DATE[0] in changes else AS_OF
    dossier = small_customer(*FULL, *(change for change in changes if change != NO_DATE[0]))
    return check(dossier, as_of=as_of, rules=[RULE[rule]])


def rows(kind: str) -> list[tuple[str, str, tuple[Change, ...]]]:
    return [(rule, word, changes) for rule, case in CASES.items() for word, changes in getattr(case, kind).items()]


@pytest.mark.parametrize("rule", [rule for rule, case in CASES.items() if case.passes is not None])
def test_a_rule_passes_where_it_holds(rule: str) -> None:
    results = asked(rule, CASES[rule].passes or ())
    assert {result.outcome for result in results} == {"pass"}, results


@pytest.mark.parametrize(("rule", "variant", "changes"), rows("fails"))
def test_a_rule_fails_where_it_does_not_hold(rule: str, variant: str, changes: tuple[Change, ...]) -> None:
    results = asked(rule, changes)
    assert ("fail", variant) in {(result.outcome, result.variant) for result in results}, results
    assert "pass" not in {result.outcome for result in results}


@pytest.mark.parametrize(("rule", "missing", "changes"), rows("unknown"))
def test_a_rule_whose_input_is_missing_says_what(rule: str, missing: str, changes: tuple[Change, ...]) -> None:
    results = asked(rule, changes)
    assert ("unknown", missing) in {(result.outcome, result.missing) for result in results}, results
    assert "pass" not in {result.outcome for result in results}


@pytest.mark.parametrize(("rule", "word", "changes"), rows("fails") + rows("unknown"))
def test_every_answer_reads_in_both_languages(rule: str, word: str, changes: tuple[Change, ...]) -> None:
    for result in asked(rule, changes):
        for lang in LANGS:
            assert len(result_text(lang, result)) > 8


def test_every_rule_stands_in_the_table() -> None:
    assert set(CASES) == set(RULE)
    without_pass = {rule for rule, case in CASES.items() if case.passes is None}
    assert without_pass == {"EPS-04"}
    beyond_fail = {rule for rule, case in CASES.items() if not case.fails}
    assert beyond_fail == {"LOD-01", "DRL-08", "DRL-10"}
    assert {rule for rule, case in CASES.items() if not case.unknown} == set(NEVER_UNKNOWN)


def test_every_text_of_a_failure_has_a_case_that_fires_it() -> None:
    texts = {each for each in message_ids() if each.startswith("rule-") and "-fail" in each}
    used = {"-".join(["rule", rule, "fail", *([variant] if variant else [])]) for rule, variant, _ in rows("fails")}
    assert used == texts - {"rule-outcome-fail"}


def test_every_text_of_something_missing_has_a_case_that_fires_it() -> None:
    texts = {each.removeprefix("rule-missing-") for each in message_ids() if each.startswith("rule-missing-")}
    elsewhere = {"network", "flow", "flow-normal", "too-many-ways", "too-many-states", "found-targets", "long-lists"}
    """--files-only, a network without solution, wiring too meshed: `test_run`; found targets: `test_finding`."""
    assert {missing for _, missing, _ in rows("unknown")} | elsewhere == texts


@pytest.mark.parametrize("rule", list(RULE))
def test_every_rule_has_a_title_and_a_meaning(rule: str) -> None:
    assert {f"rule-{rule}-title", f"rule-{rule}-means"} <= set(message_ids())


def test_a_step_for_many_devices_need_not_name_each() -> None:
    many = ((STEP + "1/text", "逐台拉开进线开关"), (STEP + "1/for_each", {"devices": ["101", "102"]}))
    assert {result.outcome for result in asked("PLN-05", many)} == {"pass"}
    assert {result.outcome for result in asked("PLN-05", many[:1])} == {"fail"}


def test_of_two_alternatives_one_is_enough_for_the_least_service() -> None:
    either = ("site/functions/cooling/needs", {"any": ["chiller", "ward"]})
    assert {result.outcome for result in asked("BCM-02", (either,))} == {"pass"}
    both_shed = (either, ("plan/tiers", {"T-1": {"loads": ["chiller", "ward"]}}))
    assert {result.variant for result in asked("BCM-02", both_shed)} == {"shed"}


def test_who_tells_the_other_of_two_need_not_tell_himself() -> None:
    parted = CASES["PLN-22"].fails["parted"]
    assert {result.variant for result in asked("PLN-22", parted)} == {"parted"}
    (result,) = asked("PLN-22", parted)
    by_chief: Change = (STEP + "3/by", "chief")
    assert dict(result.facts)["step"] == "S04"
    assert {result.outcome for result in asked("PLN-22", (*parted, by_chief))} == {"pass"}


def test_an_aged_battery_lasts_as_long_as_what_is_left_of_it() -> None:
    """As new it carries its loads for 30 min and more, with a tenth of it left it does not."""
    works = _trade("chemical", **UTILITIES)
    aged: Change = ("site/sources/ups-icu/battery_percent", "10")
    assert {result.outcome for result in asked("IND-02", works)} == {"pass"}
    assert {result.variant for result in asked("IND-02", (*works, aged))} == {"battery"}


def test_a_measure_for_what_stands_on_a_store_stands_for_what_fills_it() -> None:
    """Bottles that replace the air replace the compressor that fills its receiver."""
    air: tuple[Change, ...] = (
        ("site/loads/kitchen/security", "true"),
        (
            "site/stores/receiver",
            {"holds": "air", "capacity_l": "9", "level_l": "9", "in": [{"by": "kitchen", "l_per_min": "1"}]},
        ),
        ("site/functions/air", {"needs": {"store": "receiver"}}),
    )
    bottles: Change = ("site/measures/bottles", {"replaces": "air", "lasts": "1 h"})
    assert {result.outcome for result in asked("SUP-12", air)} == {"fail"}
    assert {result.outcome for result in asked("SUP-12", (*air, bottles))} == {"pass"}


def test_a_measure_gives_a_safe_stop_more_time_before_harm() -> None:
    """20 min to harm and 15 min of measure are enough for a stop of 30 min, 5 min of measure are not."""
    slow: tuple[Change, ...] = (
        ("site/functions/surgery/harm", {"after": "20 min", "what": "患者"}),
        ("site/functions/surgery/safe_stop", {"takes": "30 min"}),
    )
    for lasts, found in (("15 min", set()), ("5 min", {"stop"})):
        measure: Change = ("site/measures/lamps/lasts", lasts)
        assert {result.variant for result in asked("BCM-01", (*slow, measure)) if result.outcome == "fail"} == found


def test_a_rack_with_two_cords_is_not_lost_with_the_room_of_one_of_them() -> None:
    room = ("site/zones/room-a", {"contains": ["I-LV", "A-LV", "ups-a"]})
    both = (*CENTRE, ("site/zones/hv", {"contains": ["I-10kV", "II-10kV"]}))
    assert not any("rack" in str(dict(result.facts).get("loads", "")) for result in asked("SUP-05", (*CENTRE, room)))
    assert any("rack" in str(dict(result.facts).get("loads", "")) for result in asked("SUP-05", both))


def test_a_step_written_once_for_many_places_names_them() -> None:
    """The bus has no entry that could give a place; the list of places does."""
    step = {"id": "S05", "text": "验电", "do": "prove_dead", "target": ["I-10kV"], "by": "electrician"}
    step["success_check"] = {"bus": "I-10kV", "is": "proved_dead"}  # type: ignore[assignment]
    bare = asked("PLN-02", (("plan/cards/0/steps/+", step),))
    named = asked("PLN-02", (("plan/cards/0/steps/+", step | {"for_each": {"places": ["HV-room"]}}),))
    assert {(r.about.id, r.variant) for r in bare} == {("S05", "place")}
    assert {result.outcome for result in named} == {"pass"}


@pytest.mark.parametrize(
    ("do", "target", "outcome"),
    [
        ("phase_check", "101", "pass"),
        ("close", "101", "fail"),
        ("set", "genset-1", "pass"),
        ("stop", "genset-1", "fail"),
    ],
)
def test_a_step_that_is_itself_a_check_needs_none(do: str, target: str, outcome: str) -> None:
    step: dict[str, object] = {"id": "S05", "text": "核相", "do": do, "target": [target], "by": "electrician"}
    step |= {"place": "HV-room"} | ({"to": "auto"} if do == "set" else {})
    assert {result.outcome for result in asked("PLN-02", (("plan/cards/0/steps/+", step),))} == {outcome}


@pytest.mark.parametrize("by", [{"operator": "electrician", "supervisor": "chief"}, "chief"])
def test_fetching_the_supervisor_and_setting_others_to_work_are_calls(by: object) -> None:
    row: Change = ("plan/contact_tree/+", {"from": "electrician", "to": "chief", "channels": ["phone", "mobile"]})
    unmade = [result.variant for result in asked("PLN-16", (row,))]
    assert unmade == ["unmade"]
    assert {result.variant for result in asked("PLN-16", (row, (STEP + "1/by", by)))} == {""}


def test_a_moment_of_the_week_is_said_in_words() -> None:
    about = About(kind="card", id="K", file="plan.yaml")
    facts = {"card": "K", "role": "electrician", "since": "mon 20:00", "places": "–", "facts": "I-10kV"}
    found = replace(failed(about, **facts), rule="PLN-17")
    said = {lang: result_text(lang, found) for lang in LANGS}
    assert "周一 20:00 起" in said["zh"] and "from Monday 20:00 at" in said["en"]


def test_who_only_phones_need_not_come() -> None:
    home: Change = ("customer/people/zhou/off_duty", {"place": "duty-room", "comes_in": "1 h"})
    phones = {"id": "S05", "text": "报告", "do": "report", "by": "lead", "within": "10 min"}
    roles: Change = ("plan/actors/lead", {"side": "customer", "held_by": ["zhou"]})
    people: Change = ("customer/people/zhou", {"name": "Zhou", "side": "customer"})
    for more, late in (({}, set()), ({"do": "check", "place": "HV-room"}, {"zhou"})):
        found = asked("PLN-07", (people, home, roles, ("plan/cards/0/steps/+", phones | more)))
        assert {result.about.id for result in found if result.variant == "comes-in"} == late


def test_a_connected_vehicle_is_shown_by_the_check_of_its_phases() -> None:
    phases = PLUG | {"id": "S06", "text": "核相", "do": "phase_check"}
    both = (("plan/cards/0/steps/+", PLUG), ("plan/cards/0/steps/+", phases))
    assert {result.outcome for result in asked("PLN-02", both)} == {"pass"}


def test_to_go_on_as_if_nothing_were_is_no_failure_branch() -> None:
    empty: Change = (STEP + "2/on_failure", {"then": "continue"})
    assert {(r.about.id, r.variant) for r in asked("PLN-03", (empty,))} == {("S03", "")}
    assert {result.outcome for result in asked("PLN-03", ((STEP + "2/on_failure", {"then": "stop"}),))} == {"pass"}


def test_a_room_without_a_key_cannot_be_entered() -> None:
    keys = {"name": "钥匙", "kind": "key", "quantity": "0", "place": "duty-room", "owner": "总务科"}
    shut: tuple[Change, ...] = (("plan/resources/keys", keys), ("site/places/HV-room/key", "keys"))
    found = {(r.about.id, r.variant) for r in asked("PLN-19", shut)}
    assert {("S02", "resource"), ("S03", "resource")} <= found
    assert {result.outcome for result in asked("PLN-19", (*shut, ("plan/resources/keys/quantity", "1")))} == {"pass"}


@pytest.mark.parametrize("spoiled", [("mode", "bypass"), ("battery_kwh", "0")])
def test_a_ups_that_cannot_help_takes_nothing_over(spoiled: tuple[str, str]) -> None:
    field, value = spoiled
    found = {
        (result.about.id, result.variant) for result in asked("EPS-04", ((f"site/sources/ups-icu/{field}", value),))
    }
    assert {("icu", ""), ("icu", "all")} <= found


def test_the_loss_of_all_feeders_is_asked_of_what_must_live_through_it_only() -> None:
    """A grade-1 load without safety duty may be dark when both are lost; with it, it may not."""
    by_hand: tuple[Change, ...] = ((GENSET + "control", "manual"), ("site/loads/fire-pump/security", "false"))
    assert "fire-pump" not in {result.about.id for result in asked("EPS-04", by_hand)}
    assert "fire-pump" in {result.about.id for result in asked("EPS-04", by_hand[:1])}


def test_a_permit_asked_for_in_another_card_is_not_asked_for_here() -> None:
    elsewhere = {"id": "S15", "text": "申请许可", "do": "request", "target": "incomers", "by": "electrician"}
    gone: tuple[Change, ...] = ((STEP + "0/do", "report"), (STEP + "0/target", []), ("plan/cards/1/steps/+", elsewhere))
    assert {result.variant for result in asked("PLN-09", gone)} == {"asked"}
    awaited = (*gone, (STEP + "1/after", ["S01", "S15"]))
    assert {result.outcome for result in asked("PLN-09", awaited)} == {"pass"}


def test_a_permit_asked_for_by_the_other_side_is_not_the_operators_own() -> None:
    by_dispatcher = (STEP + "0/by", "dispatcher")
    assert {result.variant for result in asked("PLN-09", (by_dispatcher,))} == {"asked"}


def test_a_check_needs_no_branch_where_another_card_begins_with_what_it_sees() -> None:
    looks = ("plan/cards/0/steps/+", LOOKS)
    another = ("plan/cards/1/trigger", {"bus": "I-LV", "is": "dead"})
    assert {result.variant for result in asked("PLN-03", (looks,))} == {"check"}
    assert {result.outcome for result in asked("PLN-03", (looks, another))} == {"pass"}


def test_a_trigger_that_must_hold_for_hours_is_part_of_the_way() -> None:
    harm = ("site/functions/surgery/harm", {"after": "3 h", "what": "患者"})
    late = ("plan/cards/1/trigger", {"bus": ["I-10kV", "II-10kV"], "is": "dead", "for": "4 h"})
    assert {result.outcome for result in asked("PLN-07", (harm,))} == {"pass"}
    assert {result.variant for result in asked("PLN-07", (harm, late))} == {"path"}


def test_a_substation_takes_all_its_feeders_with_it() -> None:
    """West is left with the 388 kW of all."""
    north_of_east = (*_third_feeder(), ("site/sources/feeder-north/substation", "East"))
    (result,) = asked("SUP-02", (*north_of_east, ("site/sources/feeder-west/capacity_kw", "250")))
    told = dict(result.facts)
    assert (result.variant, told["lost"], told["element"]) == ("loading", "feeder-east, feeder-north", "feeder-west")
    assert told["percent"] == 155
    (result,) = asked("SUP-02", (*north_of_east, ("site/sources/feeder-west/capacity_kw", "400")))
    assert result.outcome == "pass"


def test_a_feeder_that_gives_less_than_it_is_asked_for_in_normal_operation_is_told() -> None:
    (result,) = asked("LOD-02", (("site/sources/feeder-west/capacity_kw", "100"),))
    assert (result.about.id, dict(result.facts)["percent"]) == ("feeder-west", 202)
