"""For each code a run that shows the weak point and a twin that does not.

Where both have the same changes of the files, reading the files alone shows nothing: only the run tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from helpers.played import BOTH, EAST, WEST, Script, event, lost
from helpers.small_customer import DROP, Change

NO_GENSET = event("fails_to_start", "genset-1")
NO_AUTO_START = event("fails_to_start", "genset-1", attempts="auto")
PUMP_OFF = {"set": [{"target": "fuel-pump", "to": "off"}]}
NO_TIE = event("fails_to_operate", "bzt-10kV")
SLOW_ANSWER: tuple[Change, ...] = (("plan/permits/incomers/decides_in", "12 min"),)
PEAK: tuple[Change, ...] = (
    ("site/profiles", {"swing": {"percent": {"peak": "200"}}}),
    *((f"site/loads/{load}/profile", "swing") for load in ("icu", "theatre", "chiller", "ward", "kitchen")),
)
"""A load situation `peak` at twice the demand."""
SURGE: tuple[Change, ...] = (
    ("site/profiles", {"swing": {"percent": {"surge": "350"}}}),
    *((f"site/loads/{load}/profile", "swing") for load in ("icu", "theatre", "chiller", "ward", "kitchen")),
)
"""A load situation `surge` at three and a half times the demand."""
LV_TIE: tuple[Change, ...] = (
    ("network/switch/+", {"name": "400", "bus": "I-LV", "element": "II-LV", "et": "b", "closed": "false"}),
    ("site/transfers/bzt-LV", {"kind": "bus_tie_transfer", "incomers": ["401", "402"], "tie": "400"}),
)
"""A bus tie with automatic transfer at low voltage."""
C1, C2, U1 = "plan/cards/0", "plan/cards/1", "plan/cards/2"


@dataclass(frozen=True)
class Twins:
    """A run that fires and one that does not."""

    fires: Script
    silent: Script

    @property
    def same_files(self) -> bool:
        """Whether only the scenario tells them apart."""
        return self.fires.changes == self.silent.changes


GUARD: tuple[Change, ...] = (
    ("customer/people/li/shifts", [{"from": "08:00", "to": "20:00", "place": "duty-room"}]),
    ("customer/people/wang/off_duty", {"place": "home", "comes_in": "25 min"}),
    (
        "customer/people/guard",
        {"name": "门卫", "side": "customer", "shifts": [{"from": "00:00", "to": "24:00", "place": "duty-room"}]},
    ),
    ("plan/actors/guard", {"side": "customer", "held_by": ["guard"]}),
    (f"{C2}/activation/by", "guard"),
    ("site/places/home", {}),
    ("site/travel", [{"from": "home", "to": "gen-room", "takes": "5 min"}]),
)
"""By night only a guard is there, who may start the card; the electrician comes from home."""
DISPLAY: tuple[Change, ...] = (
    ("site/observations/em-view", {"sees": [{"bus": "gen-LV"}], "shown_at": "duty-room", "needs": ["ward"]}),
    (
        f"{C2}/steps/+",
        {
            "id": "S15",
            "clause": "9.2-5",
            "text": "确认发电机端带电",
            "do": "check",
            "by": "watch",
            "place": "duty-room",
            "requires": [{"bus": "gen-LV", "is": "live"}],
        },
    ),
    ("plan/actors/watch", {"side": "customer", "held_by": ["guard"]}),
    *(change for change in GUARD if change[0] == "customer/people/guard"),
)
"""A watchman at the duty room has to see on a display that the emergency board is live."""
CIRCLE: tuple[Change, ...] = ((f"{C1}/steps/0/requires", [{"message": "U11"}]),)
"""The customer reports when the dispatcher has called, the dispatcher calls when the customer has reported."""
LEAD: tuple[Change, ...] = (
    (
        "customer/people/zhou",
        {"name": "班长", "side": "customer", "shifts": [{"from": "00:00", "to": "24:00", "place": "gen-room"}]},
    ),
    ("plan/actors/foreman", {"side": "customer", "held_by": ["zhou"]}),
    (
        f"{C1}/steps/0/tells/+",
        {"to": "foreman", "channel": "phone", "no_answer": {"after": "1 min", "then": "proceed"}},
    ),
    (
        f"{C1}/steps/+",
        {"id": "S05", "clause": "9.1-5", "text": "巡视机房", "do": "check", "by": "foreman", "after": ["S01"]},
    ),
)
"""Somebody in the genset room looks round as soon as he has been phoned."""
HARM: tuple[Change, ...] = (("site/functions/surgery/harm", {"after": "20 min", "what": "patients"}),)
OWN_TIE: tuple[Change, ...] = (
    (f"{C2}/steps/1/do", "close"),
    (f"{C2}/steps/1/target", "412"),
    ("site/interlocks/1", DROP),
)
"""The plan closes the genset's breaker by hand, and nothing forbids both supplies at once."""
RETURNING: tuple[Change, ...] = (
    ("plan/permits/incomers/covers", ["102"]),
    ("site/interlocks/0", DROP),
    (
        "plan/restoration/steps/+",
        {
            "id": "R2",
            "clause": "10-2",
            "text": "合上101",
            "do": "close",
            "target": "101",
            "by": "electrician",
            "after": "R1",
        },
    ),
)
"""Restoration closes the incomer while the tie is still closed."""
ISOLATOR: tuple[Change, ...] = (
    ("site/devices/402/kind", "isolator"),
    (
        f"{C1}/steps/+",
        {"id": "S05", "clause": "9.1-5", "text": "拉开402", "do": "open", "target": "402", "by": "electrician"},
    ),
)
EARTH: tuple[Change, ...] = (
    ("site/earths", {"E-1": {"at": "E-end"}}),
    (
        f"{C1}/steps/+",
        {"id": "S05", "clause": "9.1-5", "text": "挂接地", "do": "earth", "target": "E-1", "by": "electrician"},
    ),
)
"""The dead incomer is earthed without anybody having tested it."""
GAS: tuple[Change, ...] = (
    ("site/functions/gas", {"needs": "kitchen"}),
    (
        "site/functions/surgery/needs",
        {"all": [{"load": "theatre", "rides": "500 ms"}, {"function": "gas", "rides": "5 min"}]},
    ),
)
CHILLER_ON_II: tuple[Change, ...] = (("network/load/3/bus", "II-LV"),)

THEATRE_ON_II: tuple[Change, ...] = (("network/load/1/bus", "II-LV"),)
ONE_TRENCH: tuple[Change, ...] = (
    ("site/sources/feeder-west/route", ["trench-a"]),
    ("site/zones/trench-a/contains", ["E-end", "W-end"]),
)
DIP = event("dip", "feeder-east", "1 min", residual_percent="40", for_="200 ms")
RELEASE: tuple[Change, ...] = (("site/devices/401/undervoltage_release", {"below_pu": "0.5"}),)
"""A transformer's breaker opens undelayed in a dip."""
MOTOR: tuple[Change, ...] = (("site/loads/chiller/motor", {"starting_kva": "6000"}),)
"""A chiller far too big for its transformer to start."""
KITCHEN_ON_EMERGENCY: tuple[Change, ...] = (("network/load/6/bus", "em-LV"),)
UNDONE: tuple[Change, ...] = (
    (
        "plan/cards/+",
        {
            "id": "C9",
            "title": "母联误合",
            "trigger": {"switch": "100", "is": "closed"},
            "activation": {"by": "electrician"},
            "steps": [{"id": "S91", "text": "拉开母联100", "do": "open", "target": "100", "by": "electrician"}],
        },
    ),
)
"""Another card opens the tie that the first one has closed."""
TRIP_LOGIC: tuple[Change, ...] = (("site/functions/cooling/on_lost", [{"load": "icu"}]),)
OLD_AGREEMENT: tuple[Change, ...] = (
    ("plan/resources/oil/agreement_until", "2026-01-01"),
    (
        f"{C1}/steps/+",
        {"id": "S06", "text": "通知油料公司送油", "do": "call", "target": "oil", "by": "electrician"},
    ),
)


def _certified(until: str) -> tuple[Change, ...]:
    """The electricians need a certificate; the one on duty at night has one until that day."""
    kind = "高压电工"
    return (
        ("plan/actors/electrician/certificate", kind),
        ("customer/people/wang/certificates", [{"kind": kind, "until": "2028-01-01"}]),
        ("customer/people/li/certificates", [{"kind": kind, "until": until}]),
    )


def _correction(due: str) -> tuple[Change, ...]:
    issue = {"text": "更换启动蓄电池", "code": "G01", "subject": "genset-1", "opened": "2026-01-01", "due": due}
    return (("customer/issues", {"I-1": issue}),)


def _outages(*sides: str) -> tuple[Change, ...]:
    """On the day of the run the utility takes a feeder out, and the customer his genset."""
    of = {"utility": "feeder-west", "customer": "genset-1"}
    rows = [{"of": of[side], "from": "2026-07-14", "to": "2026-07-16", "side": side} for side in sides]
    return (("customer/outages", rows),)


T1_FAULT = event("short_circuit", "T1")
DC: tuple[Change, ...] = (
    ("site/dc_supplies", {"ats-battery": {"fed_by": "em-LV", "lasts": "2 h"}}),
    ("site/transfers/ats-em/control_supply", "ats-battery"),
)
"""The emergency changeover has a control battery of its own."""
VEHICLE: tuple[Change, ...] = (
    ("network/bus/+", {"name": "box", "vn_kv": "0.4"}),
    ("network/switch/+", {"name": "431", "bus": "em-LV", "element": "box", "et": "b", "closed": "false"}),
    ("site/sources/truck", {"kind": "mobile_genset", "rated_kw": "400", "plug": "P1", "cable_m": "50"}),
    ("site/connection_points", {"box-1": {"bus": "em-LV", "switch": "431", "rated_kva": "500", "plug": "P2"}}),
    ("plan/resources/truck-1", {"name": "应急发电车", "kind": "mobile_genset", "brings": "truck"}),
    (
        f"{C2}/steps/+",
        {"id": "S15", "clause": "9.2-5", "text": "接入应急发电车", "do": "connect", "target": "box-1",
         "by": "electrician", "uses": "truck-1", "takes": "20 min"},
    ),
)  # fmt: skip
"""A vehicle whose plug does not fit the box."""
BIG_SET: tuple[Change, ...] = (("site/sources/genset-1/rated_kw", "1000"),)
FED_BY_GENSET = Script(BOTH, horizon="24 h")

CASES: dict[str, Twins] = {
    "S01": Twins(
        Script((event("zone_lost", "trench-a"),), ONE_TRENCH), Script((event("zone_lost", "yard"),), ONE_TRENCH)
    ),
    "S02": Twins(Script((EAST,), start={"out_of_service": ["feeder-west"]}), Script((EAST,))),
    "S03": Twins(Script((T1_FAULT,), (*PEAK, *LV_TIE), {"load": "peak"}), Script((T1_FAULT,), (*PEAK, *LV_TIE))),
    "S04": Twins(
        Script((T1_FAULT,), (*PEAK, *LV_TIE, ("network/bus/5/min_vm_pu", "0.99")), {"load": "peak"}),
        Script((T1_FAULT,), (*PEAK, *LV_TIE, ("network/bus/5/min_vm_pu", "0.99"))),
    ),
    "S05": Twins(Script(BOTH, (("site/sources/genset-1/rated_kw", "200"),)), Script(BOTH)),
    "S06": Twins(Script((EAST,), start={"set": [{"target": "421", "to": "closed"}]}), Script((EAST,))),
    "S07": Twins(Script(BOTH, start=PUMP_OFF, horizon="24 h"), FED_BY_GENSET),
    "S08": Twins(
        Script((T1_FAULT,), (*SURGE, *LV_TIE), {"load": "surge"}),
        Script((T1_FAULT,), (*SURGE, *LV_TIE)),
    ),
    "A01": Twins(Script((*BOTH, event("fails_to_operate", "ats-em"))), Script(BOTH)),
    "A02": Twins(Script((EAST, NO_TIE)), Script((EAST,))),
    "A03": Twins(
        Script((event("short_circuit", "I-10kV"),), (("site/transfers/bzt-10kV/fault_blocking", "false"),)),
        Script((EAST,), (("site/transfers/bzt-10kV/fault_blocking", "false"),)),
    ),
    "A04": Twins(Script((event("short_circuit", "I-LV"), event("fails_to_operate", "401"))), Script(BOTH)),
    "A05": Twins(Script((DIP,), RELEASE), Script(({**DIP, "residual_percent": "65"},), RELEASE)),
    "A06": Twins(Script((DIP,), MOTOR), Script(({**DIP, "residual_percent": "75"},), MOTOR)),
    "A07": Twins(Script((EAST, lost("feeder-west", for_="1 h"))), Script(BOTH)),
    "A08": Twins(Script((*BOTH, event("dc_lost", "ats-battery")), DC), Script(BOTH, DC)),
    "A09": Twins(Script(BOTH, DISPLAY), Script(BOTH, (*DISPLAY, ("site/observations/em-view/needs", ["icu"])))),
    "G01": Twins(Script((*BOTH, NO_AUTO_START)), Script(BOTH)),
    "G02": Twins(Script((*BOTH, event("fails_running", "genset-1", "30 min"))), Script(BOTH)),
    "G03": Twins(Script(BOTH, start=PUMP_OFF, horizon="24 h"), FED_BY_GENSET),
    "G04": Twins(Script(BOTH, start=PUMP_OFF), Script(BOTH)),
    "G05": Twins(
        Script((event("zone_lost", "cellar"),), (("site/zones/cellar/contains", ["genset-1", "411"]),)),
        Script((event("zone_lost", "yard"),), (("site/zones/cellar/contains", ["genset-1", "411"]),)),
    ),
    "G06": Twins(
        Script(BOTH, (("site/sources/genset-1/step_load_percent", "40"),)),
        Script(BOTH, (("site/sources/genset-1/step_load_percent", "50"),)),
    ),
    "G07": Twins(Script(BOTH, BIG_SET), Script(BOTH, BIG_SET, horizon="50 min")),
    "G08": Twins(Script((*BOTH, NO_GENSET)), Script((*BOTH, NO_AUTO_START))),
    "G09": Twins(Script(BOTH, PEAK, {"load": "peak"}), Script(BOTH, PEAK)),
    "G10": Twins(Script(BOTH, start={"out_of_service": ["genset-1"]}), Script(BOTH)),
    "G11": Twins(Script(BOTH, THEATRE_ON_II), Script((WEST,), THEATRE_ON_II)),
    "G12": Twins(Script(BOTH, KITCHEN_ON_EMERGENCY), Script((EAST,), KITCHEN_ON_EMERGENCY)),
    "G13": Twins(Script(BOTH, VEHICLE), Script((EAST,), VEHICLE)),
    "G14": Twins(Script((*BOTH, event("fails_to_operate", "ats-em"))), Script(BOTH)),
    "O01": Twins(Script((*BOTH, event("fails_to_operate", "ats-em")), OWN_TIE), Script(BOTH, OWN_TIE)),
    "O02": Twins(Script((EAST,), ISOLATOR), Script(BOTH, ISOLATOR)),
    "O03": Twins(Script((lost("feeder-east", for_="1 h"),), RETURNING), Script((EAST,), RETURNING)),
    "O04": Twins(Script((EAST,), EARTH), Script((WEST,), EARTH)),
    "O05": Twins(Script((EAST,), SLOW_ANSWER), Script((EAST,))),
    "O06": Twins(Script((EAST, NO_TIE)), Script((WEST,))),
    "O07": Twins(Script((lost("feeder-east", for_="1 h"),)), Script((EAST,))),
    "O08": Twins(
        Script((EAST, event("fails_to_operate", "101")), ((f"{C1}/steps/1/success_check", DROP),)),
        Script((EAST,), ((f"{C1}/steps/1/success_check", DROP),)),
    ),
    "P01": Twins(Script((*BOTH, NO_AUTO_START), GUARD), Script((*BOTH, NO_AUTO_START), GUARD, {"time": "10:00"})),
    "P02": Twins(Script((*BOTH, NO_AUTO_START)), Script((EAST,))),
    "P03": Twins(Script((EAST, event("person_unreachable", "li"))), Script((EAST,))),
    "P04": Twins(
        Script((EAST, event("channel_lost", "phone", for_="1 h")), (("site/observations/scada", DROP),)),
        Script((EAST,), (("site/observations/scada", DROP),)),
    ),
    "P05": Twins(Script((EAST, NO_TIE), UNDONE), Script((EAST,), UNDONE)),
    "P06": Twins(
        Script((EAST, NO_TIE), _certified("2026-01-01")),
        Script((EAST, NO_TIE), _certified("2027-01-01")),
    ),
    "P07": Twins(Script((EAST, NO_TIE), CIRCLE), Script((EAST, NO_TIE))),
    "P08": Twins(Script((EAST, NO_TIE, event("person_unreachable", "zhou")), LEAD), Script((EAST, NO_TIE), LEAD)),
    "D01": Twins(
        Script(BOTH, (("site/functions/surgery/restart", {"takes": "20 min"}),)),
        Script((WEST,), (("site/functions/surgery/restart", {"takes": "20 min"}),)),
    ),
    "D02": Twins(Script((WEST, NO_TIE), CHILLER_ON_II), Script((WEST,), CHILLER_ON_II)),
    "D03": Twins(Script((WEST, NO_TIE), GAS), Script((WEST,), GAS)),
    "D04": Twins(Script(BOTH, TRIP_LOGIC), Script((WEST,), TRIP_LOGIC)),
    "D05": Twins(
        Script((WEST, NO_TIE), (("site/loads/ward/serves", "lift"),)),
        Script((WEST,), (("site/loads/ward/serves", "lift"),)),
    ),
    "D06": Twins(Script((*BOTH, NO_GENSET), HARM), Script((WEST,), HARM)),
    "M01": Twins(
        Script((WEST, NO_TIE), (("site/loads/ward/max_interruption", "10 s"),)),
        Script((EAST, NO_TIE), (("site/loads/ward/max_interruption", "10 s"),)),
    ),
    "M02": Twins(
        Script((*BOTH, NO_GENSET), ((f"{C2}/steps/0/on_failure", DROP),)),
        Script((*BOTH, NO_AUTO_START), ((f"{C2}/steps/0/on_failure", DROP),)),
    ),
    "M03": Twins(
        Script((*BOTH, NO_AUTO_START), ((f"{C2}/steps/0/within", "5 min"),)),
        Script((EAST,), ((f"{C2}/steps/0/within", "5 min"),)),
    ),
    "M04": Twins(
        Script((EAST, NO_TIE), ((f"{C1}/steps/1/text", "拉开105开关"),)),
        Script((WEST,), ((f"{C1}/steps/1/text", "拉开105开关"),)),
    ),
    "M05": Twins(Script((EAST,), OLD_AGREEMENT), Script((WEST,), OLD_AGREEMENT)),
    "M06": Twins(Script((EAST, NO_TIE, NO_GENSET)), Script((*BOTH, NO_GENSET))),
    "M07": Twins(Script((*BOTH, NO_AUTO_START), _correction("2026-12-31")), Script((WEST,), _correction("2026-12-31"))),
    "M08": Twins(Script((EAST,), _outages("utility", "customer")), Script((EAST,), _outages("utility"))),
}
